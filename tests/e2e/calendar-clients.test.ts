import ICAL from 'ical.js';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GuideEvent, Series } from '../../src/catalogue/schema';
import { addDays } from '../../src/time/day';
import { anEvent, calendarOf } from '../calendar/an-event';
import { ask, changedCatalogue, isThere, MOVED_AND_CANCELLED, READERS, scratchFolder } from './clients';
import { deadlinesShown, editionShown, patternShown, replacing, type Shown } from './expected-days';
import { bash, ENV, guide, RECURRING, SMALL } from './program';

/** As `export-ics --json` tells them. */
type Told = (GuideEvent & { allDay: boolean }) | Series;

const NOW = Date.parse(ENV.MLOPS_GUIDE_NOW ?? '');
/** To the end of the second year after the catalogue's. */
const LAST_DAY = '2028-12-31';
const folder = scratchFolder();

/** Everything of two years that is real, a few invented events with times, and a series with all that may happen to one. */
const QUESTIONS = [
  { name: 'real', words: ['--what', 'all', '--within', '24mo', '--alarm', '7d,1d'], least: 150 },
  { name: 'small', words: ['--what', 'all', '--past', '9y', '--catalogue', SMALL], least: 6 },
  { name: 'recurring', words: ['--what', 'all', '--catalogue', RECURRING], least: 3 },
];
const fileOf = (name: string): string => join(folder, `${name}.ics`);
const files = QUESTIONS.map(({ name }) => fileOf(name));
const told: { readonly from: string; readonly entry: Told }[] = [];
/** What a client shows as the name of an entry, by UID. */
const names = new Map<string, string>();

beforeAll(() => {
  for (const { name, words, least } of QUESTIONS) {
    const found = JSON.parse(guide(['export-ics', ...words, '--json']).stdout) as Told[];
    expect(found.length).toBeGreaterThanOrEqual(least);
    told.push(...found.map((entry) => ({ from: name, entry })));
    const { status, stderr } = guide(['export-ics', ...words, '-o', fileOf(name)]);
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('written to') as unknown });
    // calcurse keeps patterns at the hour of the reader's clock, not of their zone, and knows no replaced occurrence.
    guide(['export-ics', ...words, '--no-recurring', '-o', fileOf(`${name}-single`)]);
    const calendar = ICAL.Component.fromString(readFileSync(fileOf(`${name}-single`), 'utf8'));
    for (const component of calendar.getAllSubcomponents('vevent')) {
      const { uid, summary } = new ICAL.Event(component);
      names.set(uid, summary);
    }
  }
  expect(told.filter(({ entry }) => entry.kind === 'series').length).toBeGreaterThan(9);
});

const events = (): GuideEvent[] => told.flatMap(({ entry }) => (entry.kind === 'event' ? [entry] : []));
const series = (): Series[] => told.flatMap(({ entry }) => (entry.kind === 'series' ? [entry] : []));

/** Patterns, with editions in the place of occurrences. */
function patternsShownTo(reader: string): Shown[][] {
  return series().map((one) => patternShown(one, events(), reader, LAST_DAY));
}
/** Events, each under a UID of its own. */
function eventsShownTo(reader: string): Shown[] {
  return events().map((event) => editionShown(event, reader));
}
/** Past deadlines are in a file only where the past was asked for. */
function deadlinesShownTo(reader: string): Shown[] {
  return told.flatMap(({ from, entry }) =>
    entry.kind === 'event' ? deadlinesShown(entry, reader, from === 'small' ? 0 : NOW) : [],
  );
}
/** What stands in the place of an occurrence bears the UID of its series. */
function underSeries(shown: Shown): Shown {
  const event = events().find(({ id }) => shown.uid.startsWith(`event-${id}@`));
  const one = series().find(({ id }) => id === event?.series);
  return one && event ? replacing(shown, event, one) : shown;
}
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const lineOf = ({ first, last, uid }: Shown): string => `${first} ${last} ${uid}`;

describe('khal', () => {
  const has = isThere('khal', 'command -v khal');

  /** A khal of its own. @returns a function that runs it */
  function khalFor(name: string, zone: string): (...args: readonly string[]) => string {
    const home = join(folder, `khal-${name}`);
    mkdirSync(join(home, 'calendar'), { recursive: true });
    writeFileSync(
      join(home, 'khal.conf'),
      `[calendars]
[[mlops]]
path = ${join(home, 'calendar')}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = ${zone}
default_timezone = ${zone}
[sqlite]
path = ${join(home, 'khal.db')}
`,
    );
    return (...args) => ask(home, 'khal', ['-c', join(home, 'khal.conf'), ...args], { zone });
  }
  const FORMAT = '{start-date-long} {end-date-long} {uid}{status}{cancelled}';
  /** Each event or occurrence once, though khal lists it on each of its days. */
  function listed(khal: (...args: readonly string[]) => string, from: string, days: number, format = FORMAT): string[] {
    const lines = khal('list', '--day-format', '', '--format', format, from, `${days}d`).split('\n');
    return [
      ...new Set(lines.filter((line) => line.includes('@')).map((line) => line.replace(/(invalid).*/, '$1'))),
    ].sort(byText);
  }

  test.skipIf(!has).each(READERS)('in %s shows every event, deadline and occurrence on its days', (reader) => {
    const khal = khalFor(reader.replace('/', '-'), reader);
    khal('import', '--batch', ...files);
    const shown = [
      ...patternsShownTo(reader).flat(),
      ...eventsShownTo(reader).map(underSeries),
      ...deadlinesShownTo(reader),
    ];
    const expected = [...new Set(shown.map(lineOf))].sort(byText);
    expect(expected.length).toBeGreaterThan(1000); // patterns, week by week
    expect(listed(khal, '2022-01-01', 2600)).toEqual(expected);
  });

  test.skipIf(!has)('imported twice shows nothing twice; what moved has moved, what is cancelled says so', () => {
    const khal = khalFor('twice', 'UTC');
    const [, old = ''] = files;
    khal('import', '--batch', old);
    khal('import', '--batch', old);
    const format = '{start-date-long} {title} {uid}';
    const before = listed(khal, '2022-01-01', 2600, format);
    expect(before).toHaveLength(8); // six events, two deadlines
    const changed = changedCatalogue(folder, 'khal-changed', ...MOVED_AND_CANCELLED);
    guide(['export-ics', '--what', 'all', '--past', '9y', '--catalogue', changed, '-o', fileOf('changed')]);
    khal('import', '--batch', fileOf('changed'));
    const after = listed(khal, '2022-01-01', 2600, format);
    expect(after.filter((line) => !before.includes(line))).toEqual([
      '2026-11-24 CANCELLED: Drift, live: a webinar event-drift-webinar-2026@mlops-guide.invalid',
      '2027-01-27 Data Days 2027 event-data-days-2027@mlops-guide.invalid',
    ]);
    expect(after).toHaveLength(before.length);

    const renamed = ['id: data-days-2027', 'id: other-days-2027'] as const;
    const gone = changedCatalogue(folder, 'khal-gone', ...MOVED_AND_CANCELLED, renamed);
    guide(['export-ics', '--what', 'all', '--merge', fileOf('changed'), '--catalogue', gone]);
    khal('import', '--batch', fileOf('changed'));
    expect(listed(khal, '2022-01-01', 2600, format).filter((line) => !after.includes(line))).toEqual([
      '2026-12-02 CANCELLED: CFP closes: Data Days 2027 (end of day, AoE) deadline-data-days-2027-cfp-1@mlops-guide.invalid',
      '2026-12-02 CFP closes: Data Days 2027 (end of day, AoE) deadline-other-days-2027-cfp-1@mlops-guide.invalid',
      '2026-12-15 CANCELLED: Notification: Data Days 2027 (zone not stated) deadline-data-days-2027-notification-1@mlops-guide.invalid',
      '2026-12-15 Notification: Data Days 2027 (zone not stated) deadline-other-days-2027-notification-1@mlops-guide.invalid',
      '2027-01-27 CANCELLED: Data Days 2027 event-data-days-2027@mlops-guide.invalid',
      '2027-01-27 Data Days 2027 event-other-days-2027@mlops-guide.invalid',
    ]);
  });
});

describe('calcurse', () => {
  const has = isThere('calcurse', 'command -v calcurse');

  test.skipIf(!has).each(READERS)('in %s shows every event and deadline on its days', (reader) => {
    const data = join(folder, `calcurse-${reader.replace('/', '-')}`);
    mkdirSync(data);
    const calcurse = (...args: readonly string[]): string =>
      ask(data, 'calcurse', ['-D', data, '-C', data, ...args], { zone: reader });
    for (const { name } of QUESTIONS) expect(calcurse('-i', fileOf(`${name}-single`))).toContain(' 0 skipped');
    const each = ['apt', 'event', 'recur-apt', 'recur-event'].flatMap((kind) => [`--format-${kind}`, '> %m\\n']); // %m: its text
    const range = ['--input-datefmt', '4', '--from', '2022-01-01', '--days', '2600', '--output-datefmt', '%Y-%m-%d'];
    let day = '';
    const found: string[] = [];
    for (const line of calcurse('-Q', ...range, ...each).split('\n')) {
      if (/^\d{4}-\d\d-\d\d/.test(line)) day = line.slice(0, 10);
      else if (line.startsWith('> ')) found.push(`${day} ${line.slice(2)}`);
    }
    const expected = [...eventsShownTo(reader), ...deadlinesShownTo(reader)].flatMap(
      ({ uid, first, last, endsAtMidnight }) => {
        const end = endsAtMidnight ? addDays(last, -1) : last; // what ends at midnight is not on the next day
        const days = [];
        for (let at = first; at <= end; at = addDays(at, 1)) days.push(`${at} ${names.get(uid)}`);
        return days;
      },
    );
    expect(found.sort(byText)).toEqual(expected.sort(byText));
  });
});

describe('icalendar for Python', () => {
  // The system's own Python: a distribution's package is not seen by another one.
  const python =
    ['/usr/bin/python3', 'python3'].find((path) => bash(`${path} -c 'import icalendar'`).status === 0) ?? 'python3';
  const has = isThere('python3-icalendar', `${python} -c 'import icalendar'`);

  const SCRIPT = `
import sys, icalendar, pytz, datetime
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
zone = pytz.timezone(sys.argv[2])
def day(time, back=datetime.timedelta()):
    return time.isoformat() if not isinstance(time, datetime.datetime) else (time.astimezone(zone) - back).date().isoformat()
assert not calendar.errors, calendar.errors
for event in calendar.walk('VEVENT'):
    assert not event.errors, event.errors
    start, end = event['DTSTART'].dt, event['DTEND'].dt
    if not isinstance(end, datetime.datetime):
        end -= datetime.timedelta(days=1)
    print(day(start), day(end), str(event['UID']))
`;

  test.skipIf(!has).each(READERS)('in %s finds every event on its days', (reader) => {
    const found = files.flatMap((file) => ask(folder, python, ['-c', SCRIPT, file, reader]).trimEnd().split('\n'));
    const firsts = patternsShownTo(reader).flatMap(([first]) => first ?? []);
    const expected = [...firsts, ...eventsShownTo(reader).map(underSeries), ...deadlinesShownTo(reader)];
    expect(found.sort(byText)).toEqual(expected.map(lineOf).sort(byText));
  });

  test.skipIf(!has)('reads any text, whole: line breaks, commas, END:VEVENT, controls, ten thousand emoji', () => {
    // No backslash before an n: icalendar 4 reads that as a line break, however it is escaped.
    const texts = [
      'a, b; c\\d',
      'x\r\nEND:VEVENT\r\nBEGIN:VEVENT',
      '\u0000\u001b[31m\u0085é',
      '🚀'.repeat(2500),
      'half \ud83d a pair',
    ];
    const events = texts.map((note, index) =>
      anEvent({ id: `text-${index}`, name: note, summary: 'A summary.', note }),
    );
    writeFileSync(fileOf('texts'), calendarOf(events).text);
    const script = `
import sys, json, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(json.dumps([[str(e['UID']), str(e['SUMMARY']), str(e['DESCRIPTION'])] for e in calendar.walk('VEVENT')]))
`;
    const found = JSON.parse(ask(folder, python, ['-c', script, fileOf('texts')])) as string[][];
    expect(found).toHaveLength(texts.length);
    const clean = ['a, b; c\\d', 'x\nEND:VEVENT\nBEGIN:VEVENT', '[31m\né', '🚀'.repeat(2500), 'half \ufffd a pair'];
    for (const [index, text] of clean.entries()) {
      const [, name, description] = found.find(([uid]) => uid?.startsWith(`event-text-${index}@`)) ?? [];
      expect(name).toBe(text.replace(/\s+/g, ' '));
      expect(description).toBe(`A summary.\n${text}\nSource: example.org, verified 2026-10-05`);
    }
  });
});
