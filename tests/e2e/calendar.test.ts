import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { cells } from '../../src/render/width';
import { BIN, ENV, guide, ROOT } from './program';

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

describe.skipIf(!hasScript)('upcoming --timeline on a terminal', () => {
  test.each([120, 80, 40])('%i cells: nothing is wider, and today is marked', (columns) => {
    const { lines } = onTerminal(columns, 'upcoming --timeline --within 6mo -n 0 --tz Asia/Tokyo --quiet');
    for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(columns);
    expect(lines.some((line) => /[└┘]/.test(line) && line.includes('today, 21 Nov'))).toBe(true);
    expect(lines.filter((line) => /[━┅]/.test(line)).length).toBeGreaterThan(50);
  });
});

describe('upcoming --avoid', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-guide-avoid-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const event = (at: number, ...lines: string[]): string =>
    ['BEGIN:VEVENT', `UID:${at}@x`, `SUMMARY:Busy ${at}`, ...lines, 'END:VEVENT'].join('\r\n');

  test('a file of fifty thousand events', () => {
    const events = Array.from({ length: 50_000 }, (_, at) => event(at, `DTSTART:2019${String((at % 12) + 1).padStart(2, '0')}01T100000Z`, 'DURATION:PT1H')); // prettier-ignore
    const off = event(-1, 'DTSTART;VALUE=DATE:20261202', 'DTEND;VALUE=DATE:20261204');
    const file = join(folder, 'large.ics');
    writeFileSync(file, ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, off, 'END:VCALENDAR', ''].join('\r\n'));
    const { status, stdout, stderr } = guide(['upcoming', '--avoid', file, '--fields', 'id,clashesWith', '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const rows = JSON.parse(stdout) as { id: string; clashesWith: { title: string }[] }[];
    const taken = rows.filter(({ clashesWith }) => clashesWith.length > 0).map(({ id }) => id);
    expect(taken).toContain('cloud-native-ai-summit-europe-2026');
    expect(taken.length).toBeLessThan(rows.length);
  });

  test('the library of calendar files is not read by what most starts are for', () => {
    const code = (name: string): string => readFileSync(join(ROOT, 'dist', name), 'utf8');
    expect(code('from-files.js')).toContain('vtimezone');
    for (const name of ['main.js', 'upcoming-views.js', 'calendar.js']) expect(code(name)).not.toContain('vtimezone');
  });
});
