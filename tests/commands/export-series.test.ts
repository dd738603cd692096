import { expect, test } from 'vitest';
import { anEvent, aSeries } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { guide, type Ran } from '../helpers/run';

const weekly = aSeries({
  id: 'weekly-call',
  name: 'Weekly call',
  type: 'meetup',
  mode: 'online',
  organiser: 'Callers',
  recurrence: {
    rule: 'FREQ=WEEKLY;BYDAY=TH',
    time: '13:00',
    timezone: 'America/Los_Angeles',
    exceptions: ['2026-11-26'],
  },
});
const ended = aSeries({ ...weekly, id: 'ended-call', status: 'ended' });
const later = aSeries({
  ...weekly,
  id: 'later-call',
  recurrence: { rule: 'FREQ=MONTHLY;BYDAY=1TU', start: '2027-06-01', time: '09:00', timezone: 'UTC' },
});
const guest = anEvent({
  id: 'weekly-guest-2026',
  series: 'weekly-call',
  start: '2026-12-10T13:00',
  timezone: 'America/Los_Angeles',
});
const built = builtFiles([weekly, ended, later, guest]);

const run = (line: string): Promise<Ran> => guide(line, { built });
const seriesIn = ({ out }: Ran): string[] =>
  [...new Set([...out.matchAll(/^UID:series-(.*)@/gm)].map(([, id = '']) => id))].sort();

test.each(['--certainty estimated', '--status scheduled', '--author callers', '--mode online', '--type meetup'])(
  'with %s there are as many patterns as upcoming has',
  async (filter) => {
    const { out } = await run(`upcoming --within 1y ${filter} --json`);
    const rows = JSON.parse(out) as { id: string; state: string }[];
    const expected = rows.filter(({ state }) => state === 'expected').map(({ id }) => id);
    expect(expected.sort()).toEqual(seriesIn(await run(`export-ics --within 1y ${filter}`)));
    expect(expected).toHaveLength(2);
  },
);

test('patterns come along with events, and can be left out', async () => {
  const all = await run('export-ics');
  expect(seriesIn(all)).toEqual(['later-call', 'weekly-call']);
  expect(all.out).toContain('DTSTART;TZID=America/Los_Angeles:20261105T130000'); // from the day on which it was added
  expect(all.out).toContain('UNTIL=20290101T075959Z'); // to the end of the second year after the catalogue's
  expect(all.out).toContain('EXDATE;TZID=America/Los_Angeles:20261126T130000');
  expect(all.out).toContain('RECURRENCE-ID;TZID=America/Los_Angeles:20261210T130000');
  const without = await run('export-ics --no-recurring');
  expect(seriesIn(without)).toEqual([]);
  expect(without.out).toContain('UID:event-weekly-guest-2026@');
});

test.each([
  ['export-ics --within 3mo', ['weekly-call']],
  ['export-ics --within 4d', []], // the next one is taken back, and the one before is over
  ['export-ics --from 2027-06-01', ['later-call', 'weekly-call']],
  ['export-ics --series weekly-call', ['weekly-call']],
  ['export-ics --mode in-person', []],
  ['export-ics --city Zürich', []],
  ['export-ics weekly-call', ['weekly-call']],
  ['export-ics weekly-call mlops-day-2026', ['weekly-call']],
  ['export-ics weekly-call --to 2026-11-30', ['weekly-call']],
  ['export-ics weekly-call later-call --within 3mo', ['weekly-call']],
  ['export-ics weekly-call --from 2027-01-01', ['weekly-call']],
  ['export-ics weekly-call --from 2035-01-01', []],
  // A pattern is in a year in which it takes place.
  ['export-ics --year 2026', ['weekly-call']],
  ['export-ics --year 2022,2027..', ['later-call', 'weekly-call']],
  ['export-ics --year ..2025', []],
  ['export-ics weekly-call later-call --year 2026', ['weekly-call']],
  // It is asked for what upcoming calls it: estimated, scheduled, by the organiser of its series.
  ['export-ics --certainty estimated', ['later-call', 'weekly-call']],
  ['export-ics --certainty confirmed', []],
  ['export-ics --status scheduled', ['later-call', 'weekly-call']],
  ['export-ics --author callers', ['later-call', 'weekly-call']],
  ['export-ics mlops-day', []],
  ['export-ics --what deadlines', []],
  ['export-ics --what all', ['later-call', 'weekly-call']],
  ['export-ics -n 3', []],
  ['export-ics -n 7', ['later-call']],
])('%s: %j', async (line, ids) => {
  const ran = await run(line);
  expect({ code: ran.code, ids: seriesIn(ran) }).toEqual({ code: 0, ids });
});

test.each([
  { rule: 'FREQ=MONTHLY;BYDAY=1TU,3TU', first: '20261117T130000', except: '20261201T130000' },
  { rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU', first: '20261201T130000', except: '20270202T130000' },
  { rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1', first: '20261130T130000', except: '20270127T130000' },
])('$rule, for which the library is needed', async ({ rule, first, except }) => {
  const day = `${except.slice(0, 4)}-${except.slice(4, 6)}-${except.slice(6, 8)}`;
  const recurrence = { ...weekly.recurrence!, rule, start: '2026-10-06', exceptions: [day] };
  const own = aSeries({ ...weekly, id: 'rare-call', recurrence, added: '2026-11-10' });
  const { out } = await guide('export-ics rare-call', { built: builtFiles([own]) });
  expect(out).toContain(`DTSTART;TZID=America/Los_Angeles:${first}\r\n`);
  expect(out).toContain(`RRULE:${rule};UNTIL=20290101T075959Z\r\nEXDATE;TZID=America/Los_Angeles:${except}\r\n`);
});

test('a pattern that is asked for outside the days that it is written for is left out, and told of', async () => {
  const early = aSeries({
    ...weekly,
    id: 'early-call',
    recurrence: { ...weekly.recurrence!, start: '2024-02-15' },
    added: '2026-11-21',
  });
  const own = { built: builtFiles([weekly, early]) };
  const told =
    'left out 1 recurring series, expected by rule: a pattern is written from the day on which its series came into the ' +
    'catalogue, up to 2028-12-31\n';
  const before = await guide('export-ics --within 3mo --now 2024-02-29', own);
  expect(before).toMatchObject({ code: 0, out: '' });
  expect(before.err).toBe(`${told}Nothing to export: no events match. Without --within there would be 7.\n`);
  expect((await guide('export-ics --from 2026-02-01 --to 2026-06-30', own)).err).toContain(told);
  expect((await guide('export-ics --year 2040', own)).err).toContain('left out 2 recurring series');
  expect((await guide('export-ics --within 3mo --now 2029-02-01', own)).err).toContain('left out 2 recurring series');
  for (const line of ['export-ics --within 3mo', 'export-ics --no-recurring --within 3mo --now 2024-02-29'])
    expect((await guide(line, own)).err).not.toContain('left out');
});

test('the clock changes nothing in a pattern', async () => {
  const line = 'export-ics weekly-call --now';
  expect((await run(`${line} 2027-02-01`)).out).toBe((await run(`${line} 2026-11-21`)).out);
});

test('one that has ended, or has no rule, has no date: exit 3', async () => {
  expect(await run('export-ics ended-call')).toMatchObject({ code: 3, out: '' });
  expect(await run('export-ics later-call --no-recurring')).toMatchObject({ code: 3, out: '' });
});

test('--json has the series too, and the note counts them', async () => {
  const { out } = await run('export-ics --within 3mo --json');
  expect(
    (JSON.parse(out) as { id: string; kind: string }[]).filter(({ kind }) => kind === 'series').map(({ id }) => id),
  ).toEqual(['weekly-call']);
  expect((await run('export-ics weekly-call -o x.ics')).err).toContain(
    '1 event and 1 recurring series written to x.ics',
  );
});

interface Record {
  readonly id: string;
  readonly kind: string;
  readonly startsInDays: number;
  readonly start: string;
}
const recordsOf = ({ out }: Ran): Record[] => (JSON.parse(out) as Record[]).filter(({ kind }) => kind === 'series');

test.each([
  '',
  '--from 2026-12-05',
  '--now 2026-12-08T12:00Z',
  '--tz Asia/Tokyo',
  '--now 2026-12-03T21:30Z',
  '--near Berlin',
])('as JSON, a series is what upcoming says of it: %s', async (asked) => {
  const series = aSeries({ ...weekly, mode: 'in-person', place: { city: 'Berlin', country: 'DE' } });
  const own = { built: builtFiles([series, guest]) };
  const line = `--within 3mo ${asked} --json`;
  const records = recordsOf(await guide(`export-ics ${line}`, own));
  expect(records).toMatchObject([{ id: 'weekly-call', state: 'expected', allDay: false, certainty: 'estimated' }]);
  expect(records).toEqual(recordsOf(await guide(`upcoming ${line}`, own)));
});

test('as JSON, of a series that was named and whose times are over, the last one', async () => {
  const [series] = recordsOf(await run('export-ics weekly-call --now 2029-01-08 --json'));
  expect(series).toMatchObject({ start: '2028-12-28T13:00', startsInDays: -11 });
});

test('a series whose rule is gone is cancelled in a merge, an edition in its place goes with it', async () => {
  const file = (await run('export-ics weekly-call')).out;
  const { host, err } = await guide('export-ics mlops-day --merge x.ics --force', { files: { 'x.ics': file } });
  expect(err).toContain('2 cancelled');
  expect(host.files.get('x.ics')).toContain('SUMMARY:CANCELLED: Weekly call (expected)');
});

test('a merge without patterns still brings those of the file up to date', async () => {
  const file = (await run('export-ics weekly-call')).out.replace('BYDAY=TH', 'BYDAY=FR');
  const { host, err } = await guide('export-ics mlops-day-2026 --no-recurring --merge x.ics', {
    built,
    files: { 'x.ics': file },
  });
  expect(err).toBe('x.ics: 1 added, 1 changed, 0 cancelled, 1 as before.\n');
  expect(host.files.get('x.ics')).toContain('BYDAY=TH');
});

test('an edition that stood by itself moves into the pattern', async () => {
  const file = (await run('export-ics weekly-call --no-recurring')).out;
  const { host } = await guide('export-ics weekly-call --merge x.ics', { built, files: { 'x.ics': file } });
  expect(host.files.get('x.ics')?.match(/^UID:.*/gm)).toEqual(
    Array(2).fill('UID:series-weekly-call@mlops-guide.invalid'),
  );
});
