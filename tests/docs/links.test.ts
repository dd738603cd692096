import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { page, PAGES } from './pages';

const links = PAGES.flatMap((name) =>
  [...page(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page: name, target })),
).filter(({ target }) => !/^https?:/.test(target));

test.each(links)('$page: $target', ({ page: name, target }) => {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? name : join(dirname(name), file);
  expect(existsSync(path), `no ${path}`).toBe(true);
  if (anchor === undefined) return;
  const anchors = [...page(path).matchAll(/^#+ (.*)$/gm)].map(
    ([, heading = '']) =>
    heading.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-'), // prettier-ignore
  );
  expect(anchors).toContain(anchor);
});
