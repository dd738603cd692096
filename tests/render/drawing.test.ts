import { expect, test } from 'vitest';
import { ASCII, drawingFor, LINES } from '../../src/render/drawing';
import { cells } from '../../src/render/width';

test.each<[env: Record<string, string>, isPlain: boolean]>([
  [{}, false],
  [{ LANG: 'en_US.UTF-8' }, false],
  [{ LANG: 'C.utf8' }, false],
  [{ LANG: 'de_DE' }, false],
  [{ LANG: 'zh_CN.GB18030' }, true],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, true],
  [{ LANG: 'en_US.UTF-8', LC_CTYPE: 'POSIX' }, true],
  [{ LANG: 'C', LC_ALL: 'en_US.UTF-8' }, false],
  [{ LANG: 'C', LC_ALL: '' }, true],
])('%j: plain ASCII, %s', (env, isPlain) => expect(drawingFor(env)).toBe(isPlain ? ASCII : LINES));

test.each([LINES, ASCII])('every mark takes one cell', ({ line, wall, corners, bar, before, after, month, unsure }) => {
  for (const mark of [line, wall, ...corners.flat(), ...Object.values(bar), before, after, month, unsure])
    expect([mark, cells(mark)]).toEqual([mark, 1]);
});

test('plain text keeps its width', () => {
  expect(ASCII.text('8–10 Dec · MLOps Da…')).toBe('8-10 Dec - MLOps Da.');
  expect(LINES.text('8–10 Dec')).toBe('8–10 Dec');
});
