import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cells } from '../../src/render/width';
import { BIN, ENV, guide } from './program';

const hasScript = spawnSync('script', ['--version']).status === 0;

/** What a terminal of that width shows, without its colours. */
function onTerminal(columns: number, line: string): { lines: string[]; raw: string } {
  const command = `stty cols ${columns}; "${process.execPath}" "${BIN}" ${line}`;
  const env = { ...ENV, TERM: 'xterm-256color' };
  const { stdout, status } = spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', env });
  expect(status).toBe(0);
  return { lines: stripVTControlCharacters(stdout).split(/\r?\n/), raw: stdout };
}

describe.skipIf(!hasScript)('calendar on a terminal', () => {
  test.each([120, 80, 40])('%i cells: nothing is wider, and every name is whole', (columns) => {
    const { lines, raw } = onTerminal(columns, 'calendar 2026-12 --months 2 --tz Asia/Tokyo --quiet');
    expect(raw).toContain('\u001b[1m');
    for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(columns);
    expect(lines).toContain('December 2026 · Asia/Tokyo (JST)');
    expect(lines).toContain('January 2027 · Asia/Tokyo (JST)');
    expect(lines.some((line) => line.startsWith('┌'))).toBe(columns > 40);
    // 22:59 UTC is the next morning in Tokyo.
    expect(lines.join(' ').replace(/\s+/g, ' ')).toContain('2 Dec 07:59 JST');
  });

  test('what does not fit into the grid stands in the list below', () => {
    const { lines } = onTerminal(80, 'calendar 2026-12 --quiet');
    const end = lines.findIndex((line) => line.startsWith('└'));
    expect(lines.slice(0, end).join('\n')).toMatch(/\+\d more/);
    const below = lines.slice(end).join(' ').replace(/\s+/g, ' ');
    const rows = JSON.parse(guide(['calendar', '2026-12', '--json']).stdout) as { name: string }[];
    expect(rows.length).toBeGreaterThan(30);
    for (const { name } of rows) expect(below).toContain(name);
  });
});

test('records agree with those of upcoming', () => {
  interface Row {
    id: string;
    start: string;
    end?: string | null;
    kind: string;
  }
  const rowsOf = (line: string): Row[] => JSON.parse(guide([...line.split(' '), '--json']).stdout) as Row[];
  const ahead = rowsOf('upcoming --from 2026-12-01 --to 2027-02-28 --tz UTC');
  const there = rowsOf('calendar 2026-12 --months 3 --what events --tz UTC');
  const pick = ({ id, start, end }: Row): string => `${id} ${start} ${end ?? ''}`;
  const events = (rows: Row[]): string[] =>
    rows
      .filter(({ kind }) => kind === 'event')
      .map(pick)
      .sort();
  expect(events(there)).toEqual(events(ahead));
  expect(events(there).length).toBeGreaterThan(30);
});
