import { expect, test } from 'vitest';
import { ASCII, LINES } from '../../src/render/drawing';
import { progressLine } from '../../src/render/progress';
import { cells } from '../../src/render/width';

const line = (done: number, width: number, drawing = LINES, total = 2900): string =>
  progressLine({ what: 'checking links', done, total }, width, drawing);

test.each([
  { done: 0, width: 80, text: `checking links ${'─'.repeat(30)} 0 of 2900` },
  { done: 1450, width: 80, text: `checking links ${'━'.repeat(15)}${'─'.repeat(15)} 1450 of 2900` },
  { done: 2900, width: 80, text: `checking links ${'━'.repeat(30)} 2900 of 2900` },
  { done: 1450, width: 50, text: `checking links ${'━'.repeat(10)}${'─'.repeat(11)} 1450 of 2900` },
  { done: 1450, width: 36, text: 'checking links 1450 of 2900' },
  { done: 1450, width: 20, text: 'checking links 145…' },
])('$done at $width cells', ({ done, width, text }) => {
  expect(line(done, width)).toBe(text);
  expect(cells(text)).toBeLessThan(width);
});

test('in ASCII, and of nothing', () => {
  expect(line(1450, 50, ASCII)).toBe(`checking links ${'='.repeat(10)}${'-'.repeat(11)} 1450 of 2900`);
  expect(line(0, 80, LINES, 0)).toContain('━'.repeat(30));
});
