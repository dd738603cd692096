import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl } from '../../src/catalogue/canonical-url';

test.each([
  ['https://a.example', 'a.example'],
  ['http://a.example/', 'a.example'],
  ['https://www.A.Example/Path/', 'a.example/Path'],
  ['https://www2.a.example/', 'www2.a.example'],
  ['https://a.example/path//', 'a.example/path'],
  ['https://a.example/index.html', 'a.example'],
  ['https://a.example/docs/index.htm', 'a.example/docs'],
  ['https://a.example/reindex.html', 'a.example/reindex.html'],
  ['https://a.example/?utm_source=x&utm_medium=y', 'a.example'],
  ['https://a.example/?ref=x&source=y&fbclid=1&gclid=2', 'a.example'],
  ['https://a.example/?b=2&a=1&ref=x', 'a.example?a=1&b=2'],
  ['https://a.example/?reference=x', 'a.example?reference=x'],
  ['https://a.example/page#part', 'a.example/page#part'],
  ['https://a.example:8080/', 'a.example:8080'],
  ['https://a.example:443/', 'a.example'],
  ['https://youtu.be/abc', 'youtube.com/watch?v=abc'],
  ['https://youtu.be/abc?t=10', 'youtube.com/watch?t=10&v=abc'],
  ['https://www.youtube.com/watch?v=abc', 'youtube.com/watch?v=abc'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
  ['https://a.example/模型', 'a.example/%E6%A8%A1%E5%9E%8B'],
  ['https://a.example/Caf%C3%A9', 'a.example/Caf%C3%A9'],
])('%s → %s', (url, canonical) => {
  expect(canonicalUrl(url)).toBe(canonical);
});

test('scheme, www. and a closing slash never count', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), (url) => {
      const [, page = '', query = ''] = /^https:\/\/([^?]*)(.*)$/.exec(url) ?? [];
      // Of `www.www.` only one would go.
      fc.pre(!page.toLowerCase().startsWith('www.'));
      const other = `http://www.${page.replace(/\/*$/, '/')}${query}`;
      expect(canonicalUrl(other)).toBe(canonicalUrl(url));
    }),
  );
});
