import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTerminal, terminalSvg } from '../../scripts/terminal-picture';
import { cells } from '../../src/render/width';

const ESC = '\u001b';

test.each([
  { name: 'plain text', output: 'one two', pieces: [['one two', 0, 7, '']] },
  { name: 'columns stand apart', output: 'when  event', pieces: [['when', 0, 4, ''], ['event', 6, 5, '']] }, // prettier-ignore
  { name: 'blanks at the start', output: '    id', pieces: [['id', 4, 2, '']] },
  { name: 'a colour and its end', output: `${ESC}[32mon${ESC}[39m now`, pieces: [['on', 0, 2, 'green'], ['now', 3, 3, '']] }, // prettier-ignore
  { name: 'two looks at once', output: `${ESC}[1;36mx`, pieces: [['x', 0, 1, 'bold cyan']] },
  { name: 'a colour takes another off', output: `${ESC}[31ma${ESC}[33mb`, pieces: [['a', 0, 1, 'red'], ['b', 1, 1, 'yellow']] }, // prettier-ignore
  { name: '22 ends bold and dim alone', output: `${ESC}[1m${ESC}[32ma${ESC}[22mb`, pieces: [['a', 0, 1, 'bold green'], ['b', 1, 1, 'green']] }, // prettier-ignore
  { name: '22 ends dim too', output: `${ESC}[2ma${ESC}[22mb`, pieces: [['a', 0, 1, 'dim'], ['b', 1, 1, '']] }, // prettier-ignore
  { name: 'marked words', output: `${ESC}[4ma${ESC}[24mb`, pieces: [['a', 0, 1, 'underline'], ['b', 1, 1, '']] }, // prettier-ignore
  { name: 'an empty code ends all', output: `${ESC}[1ma${ESC}[mb`, pieces: [['a', 0, 1, 'bold'], ['b', 1, 1, '']] }, // prettier-ignore
  { name: 'Chinese takes two cells a sign', output: '监控 ML 运维', pieces: [['监控', 0, 4, ''], ['ML', 5, 2, ''], ['运维', 8, 4, '']] }, // prettier-ignore
  { name: 'a combining mark takes none', output: 'Zu\u0308rich  CH', pieces: [['Zu\u0308rich', 0, 6, ''], ['CH', 8, 2, '']] }, // prettier-ignore
])('reads $name', ({ output, pieces }) => {
  const [line = []] = readTerminal(output);
  expect(line.map(({ text, column, cells: wide, look }) => [text, column, wide, look.join(' ')])).toEqual(pieces);
});

test('a look goes on in the next line', () => {
  expect(readTerminal(`${ESC}[2ma\nb`).map(([piece]) => piece?.look)).toEqual([['dim'], ['dim']]);
});

test.each([`${ESC}[35mx`, `${ESC}]8;;https://example.org\u0007x`, `${ESC}[2K`])(
  'refuses what it cannot draw: %j',
  (output) => {
    expect(() => readTerminal(output)).toThrow(RangeError);
  },
);

test('pieces stand where the text stood, and do not overlap', () => {
  const text = fc
    .array(fc.constantFrom('a', ' ', '  ', '监', 'é', '—', '<'), { maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (line) => {
      const [pieces = []] = readTerminal(line);
      let rebuilt = '';
      for (const piece of pieces) rebuilt = rebuilt.padEnd(rebuilt.length + piece.column - cells(rebuilt)) + piece.text;
      expect(rebuilt).toBe(line.trimEnd());
    }),
  );
});

test('text stays text in the picture, at its cell', () => {
  const svg = terminalSvg('a & b', readTerminal(`a <b>\n  ${ESC}[31m&${ESC}[39m`), 10);
  expect(svg).toContain('<title>a &amp; b</title>');
  expect(svg).toContain('<text x="20" y="34" textLength="42">a &lt;b&gt;</text>');
  expect(svg).toContain('<text x="36.8" y="54" textLength="8.4" class="red">&amp;</text>');
  expect(svg).toContain('width="124" height="80"');
});

test('a line longer than the terminal is not cut off', () => {
  expect(terminalSvg('', readTerminal('x'.repeat(20)), 10)).toContain('width="208"');
});
