import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cells } from '../../src/render/width';
import { BIN, ENV, guide, SMALL } from './program';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly at: string;
  readonly timezone: string | null;
  readonly closesAt: string | null;
  readonly daysLeft: number;
}

function rowsOf(...args: readonly string[]): Row[] {
  const { status, stdout, stderr } = guide(['deadlines', '--json', ...args]);
  expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: '' });
  return JSON.parse(stdout) as Row[];
}
const named = ({ id, kind, label, at }: Row): string => `${id} ${kind} ${label} ${at}`;
const isoText = (instant: number): string => new Date(instant).toISOString();

describe('the whole catalogue, as if none had closed', () => {
  const BEFORE_ALL = '2022-01-01T00:00Z';
  const rows = rowsOf('--now', BEFORE_ALL);
  const aoe = rows.filter(({ timezone }) => timezone === 'AoE');

  test('there is something to look at', () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(aoe.length).toBeGreaterThan(10);
  });

  test.each(['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Berlin', 'UTC'])(
    'a reader in %s gets the same instants, 12 hours behind UTC where anywhere on Earth counts',
    (zone) => {
      const seen = rowsOf('--now', BEFORE_ALL, '--tz', zone);
      const instants = (list: readonly Row[]): string[] => list.map((row) => `${named(row)} ${row.closesAt}`).sort();
      expect(instants(seen)).toEqual(instants(rows));
      for (const row of seen.filter(({ timezone }) => timezone === 'AoE')) {
        const stated = row.at.length === 10 ? `${row.at}T23:59:59` : `${row.at}:00`;
        expect(`${named(row)} ${row.closesAt}`).toBe(`${named(row)} ${isoText(Date.parse(`${stated}-12:00`))}`);
      }
      for (const row of seen) expect(row.closesAt === null).toBe(row.timezone === null);
    },
  );

  test.each(['Asia/Tokyo', 'America/Los_Angeles'])(
    'in %s it is there a minute before it closes, and gone a minute after',
    (zone) => {
      const [first, ...rest] = aoe;
      for (const row of [first, rest.at(-1)]) {
        const closes = Date.parse(row?.closesAt ?? '');
        const at = (instant: number): string[] => rowsOf('--tz', zone, '--now', isoText(instant)).map(named);
        const name = row ? named(row) : '';
        expect(at(closes - 60_000)).toContain(name);
        expect(at(closes + 60_000)).not.toContain(name);
      }
    },
  );

  test('no number of days is negative, and the order is that of the days', () => {
    for (const now of ['2026-11-21T12:00Z', '2026-12-01T11:30Z', '2027-03-02T00:30Z']) {
      const days = rowsOf('--now', now, '--tz', 'Pacific/Auckland').map(({ daysLeft }) => daysLeft);
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(days[0]).toBeGreaterThanOrEqual(0);
    }
  });
});

const hasScript = spawnSync('script', ['--version']).status === 0;

test.skipIf(!hasScript).each([120, 80, 40])('a terminal of %i columns gets a table that fits, in colour', (columns) => {
  const line = `stty cols ${columns}; "${process.execPath}" "${BIN}" due --now 2026-11-30T12:00Z`;
  const env = { ...ENV, TERM: 'xterm-256color', TZ: 'Europe/Berlin' };
  const { stdout, status } = spawnSync('script', ['-qec', line, '/dev/null'], { encoding: 'utf8', env });
  expect(status).toBe(0);
  const lines = stripVTControlCharacters(stdout).trimEnd().split(/\r?\n/);
  for (const row of lines.slice(0, -1)) expect(cells(row)).toBeLessThanOrEqual(columns);
  const flat = lines.join(' ').replace(/\s+/g, ' ');
  expect(flat).not.toContain('…');
  expect(flat).toMatch(/closes today .*zone not stated/);
  expect(flat).toMatch(/20 of \d+ deadlines, -n 0 shows all/);
  if (columns >= 60) expect(stdout).toContain('\u001b[31mcloses today\u001b[39m');
});

describe('for scripts', () => {
  const on = (now: string, ...args: readonly string[]) => guide(['due', '--catalogue', SMALL, '--now', now, ...args]);

  test('--fail-within: exit 10 when something closes within that span, up to its last minute', () => {
    // Until 1 December, anywhere on Earth; the notification on the 15th is none of the reader's.
    const code = (now: string, span: string): number | null => on(now, '--fail-within', span, '--tz', 'UTC').status;
    expect(code('2026-11-28T23:59Z', '3d')).toBe(0);
    expect(code('2026-11-29T00:00Z', '3d')).toBe(10);
    expect(code('2026-12-02T11:59Z', '0d')).toBe(10);
    expect(code('2026-12-02T12:01Z', '3w')).toBe(0);
    expect(on('2026-12-01', '--fail-within', '3 days').status).toBe(2);
  });

  test('--one-line: one line, and not a word more', () => {
    expect(on('2026-12-01T12:00Z', '--one-line')).toMatchObject({
      status: 0,
      stdout: 'CFP closes in 23 h 59 min: Data Days 2027\n',
      stderr: '',
    });
    expect(on('2027-06-01', '--one-line', '--fail-within', '1w')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});
