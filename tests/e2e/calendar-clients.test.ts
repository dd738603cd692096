import ICAL from 'ical.js';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/time/day';
import { zones } from '../helpers/entries';
import { bash, ENV, guide, SMALL } from './program';

/** An event as `export-ics --json` tells it. */
interface Told {
  readonly id: string;
  readonly start: string;
  readonly end?: string;
  readonly timezone?: string;
  readonly allDay: boolean;
}

/** The real events of half a year, and a few invented ones with times. */
const QUESTIONS = [
  { file: 'real.ics', words: ['--within', '6mo'], least: 50 },
  { file: 'small.ics', words: ['--past', '9y', '--catalogue', SMALL], least: 6 },
];
const folder = mkdtempSync(join(tmpdir(), 'mlops-guide-clients-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = QUESTIONS.map(({ file }) => join(folder, file));
const told: Told[] = [];
/** What a client shows as the name of an event, by id. */
const names = new Map<string, string>();

beforeAll(() => {
  for (const { file, words, least } of QUESTIONS) {
    const found = JSON.parse(guide(['export-ics', ...words, '--json']).stdout) as Told[];
    expect(found.length).toBeGreaterThanOrEqual(least);
    told.push(...found);
    const { status, stderr } = guide(['export-ics', ...words, '-o', join(folder, file)]);
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(`${found.length} events written`) as unknown,
    });
    const calendar = ICAL.Component.fromString(readFileSync(join(folder, file), 'utf8'));
    for (const component of calendar.getAllSubcomponents('vevent')) {
      const { uid, summary } = new ICAL.Event(component);
      names.set(uid.replace(/^event-|@.*$/g, ''), summary);
    }
  }
});

/** First and last day, in UTC where the event has a time. */
function daysOf({ allDay, start, end, timezone }: Told): string {
  if (allDay) return `${start} ${end ?? start}`;
  const inUtc = (wall: string): string => zones.wall(zones.instant(wall, timezone ?? 'UTC'), 'UTC').slice(0, 10);
  return `${inUtc(start)} ${inUtc(end ?? start)}`;
}
function endsAtMidnight({ allDay, end, timezone }: Told): boolean {
  return !allDay && end !== undefined && zones.wall(zones.instant(end, timezone ?? 'UTC'), 'UTC').endsWith('T00:00');
}
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Is a client installed? Where it is not, that is said aloud. */
function isThere(client: string, probe: string): boolean {
  if (bash(probe).status === 0) return true;
  console.warn(`LEFT OUT: ${client} is not installed here (${probe}); nothing is known about how it reads our files.`);
  return false;
}

/** What a client says, in an empty home and in UTC. */
function ask(command: string, args: readonly string[], input?: string): string {
  const env = {
    ...ENV,
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CACHE_HOME: folder,
  };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env,
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  expect({ command, status, stderr }).toMatchObject({ command, status: 0 });
  return stdout;
}

describe('khal', () => {
  const has = isThere('khal', 'command -v khal');

  test.skipIf(!has)('imports every event, on the right days', () => {
    const calendar = join(folder, 'khal');
    mkdirSync(calendar);
    const config = join(folder, 'khal.conf');
    writeFileSync(
      config,
      `[calendars]
[[mlops]]
path = ${calendar}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = ${join(folder, 'khal.db')}
`,
    );
    ask('khal', ['-c', config, 'import', '--batch', ...files]);
    const from = told.map(({ start }) => start.slice(0, 10)).sort()[0] ?? '';
    const format = '{start-date-long} {end-date-long} {uid}';
    const listed = ask('khal', [
      '-c',
      config,
      'list',
      '--once',
      '--day-format',
      '',
      '--format',
      format,
      addDays(from, -1),
      '2500d',
    ]);
    const found = listed.split('\n').filter((line) => line.includes('@'));
    const expected = told.map((event) => `${daysOf(event)} event-${event.id}@mlops-guide.invalid`);
    expect(found.sort(byText)).toEqual(expected.sort(byText));
  });
});

describe('calcurse', () => {
  const has = isThere('calcurse', 'command -v calcurse');

  test.skipIf(!has)('imports every event, on the right days', () => {
    const data = join(folder, 'calcurse');
    mkdirSync(data);
    for (const file of files) expect(ask('calcurse', ['-D', data, '-C', data, '-i', file])).toContain(' 0 skipped');
    const first = told.map(({ start }) => start.slice(0, 10)).sort()[0] ?? '';
    const listed = ask('calcurse', [
      ...[
        '-D',
        data,
        '-C',
        data,
        '-Q',
        '--input-datefmt',
        '4',
        '--from',
        addDays(first, -1),
        '--days',
        '2500',
        '--output-datefmt',
        '%Y-%m-%d',
      ],
      // A line for each day of each event: %m is its text.
      ...[
        '--format-apt',
        '> %m\\n',
        '--format-event',
        '> %m\\n',
        '--format-recur-apt',
        '> %m\\n',
        '--format-recur-event',
        '> %m\\n',
      ],
    ]);
    let day = '';
    const found: string[] = [];
    for (const line of listed.split('\n')) {
      if (/^\d{4}-\d\d-\d\d/.test(line)) day = line.slice(0, 10);
      else if (line.startsWith('> ')) found.push(`${day} ${line.slice(2)}`);
    }
    const expected = told.flatMap((event) => {
      const [start = '', last = ''] = daysOf(event).split(' ');
      // What ends at midnight is not on the next day.
      const end = endsAtMidnight(event) ? addDays(last, -1) : last;
      const days = [];
      for (let at = start; at <= end; at = addDays(at, 1)) days.push(`${at} ${names.get(event.id)}`);
      return days;
    });
    expect(found.sort(byText)).toEqual(expected.sort(byText));
  });
});

describe('icalendar for Python', () => {
  // The system's own Python: a distribution's package is not seen by another one.
  const python =
    ['/usr/bin/python3', 'python3'].find((path) => bash(`${path} -c 'import icalendar'`).status === 0) ?? 'python3';
  const has = isThere('python3-icalendar', `${python} -c 'import icalendar'`);

  test.skipIf(!has)('reads every event, with its wall-clock times and zones', () => {
    const script = `
import sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
assert not calendar.errors, calendar.errors
for event in calendar.walk('VEVENT'):
    assert not event.errors, event.errors
    start = event['DTSTART']
    end = event.get('DTEND')
    print(str(event['UID']), start.dt.isoformat()[:16], end.dt.isoformat()[:16] if end else '-', start.params.get('TZID', '-'), sep='\\t')
`;
    // Where no end is stated, the file has an hour all the same, so that a calendar's grid shows more than a line.
    const endless = new Set(told.filter(({ allDay, end }) => !allDay && end === undefined).map(({ id }) => id));
    const found = files
      .flatMap((file) => ask(python, ['-c', script, file]).trimEnd().split('\n'))
      .map((line) => line.split('\t'))
      .map(([uid = '', start, end, zone]) =>
        [uid, start, endless.has(uid.replace(/^event-|@.*$/g, '')) ? 'not stated' : end, zone].join('\t'),
      );
    const expected = told.map(({ id, allDay, start, end, timezone }) => {
      const uid = `event-${id}@mlops-guide.invalid`;
      // RFC 5545: the end of a DATE is exclusive.
      if (allDay) return [uid, start, addDays(end ?? start, 1), '-'].join('\t');
      return [uid, start, end ?? 'not stated', timezone].join('\t');
    });
    expect(found.sort(byText)).toEqual(expected.sort(byText));
  });
});
