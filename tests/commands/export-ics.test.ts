import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { expectTwoLines, guide } from '../helpers/run';

/** The calendar in a text, read by another library. */
function eventsIn(text: string): Map<string, ICAL.Event> {
  const calendar = ICAL.Component.fromString(text);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return new Map(events.map((event) => [event.summary, event]));
}

test('a pipe gets the calendar on stdout, and nothing else there', async () => {
  const { code, out } = await guide('export-ics');
  expect(code).toBe(0);
  expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(out).toMatch(/END:VCALENDAR\r\n$/);
  expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of out.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('all that has not ended, with the right days', async () => {
  const events = eventsIn((await guide('export-ics')).out);
  const days = [...events.values()].map((event) => [event.startDate, event.endDate].join(' '));
  // RFC 5545: the end of a DATE is exclusive.
  expect(days.slice(0, 2)).toEqual(['2026-11-20 2026-11-22', '2026-11-24T18:00:00 2026-11-24T19:00:00']);
  expect(
    [...events.values()].filter(({ component }) => component.getFirstPropertyValue('status') === 'CANCELLED'),
  ).toHaveLength(1);
  expect([...events.keys()].some((name) => name.startsWith('CANCELLED: '))).toBe(true);
  expect(events.size).toBe(5);
});

test('the same question gives the same bytes, whatever the clock says', async () => {
  const line = 'export-ics --now 2026-11-21';
  const first = (await guide(line, { now: '2026-11-21T09:00Z' })).out;
  expect((await guide(line, { now: '2031-01-01T00:00Z', env: { TZ: 'UTC', LANG: 'de_DE' } })).out).toBe(first);
});

test.each([
  ['export-ics --within 3d', 2],
  ['export-ics --past 5y', 6],
  ['export-ics --from 2022-01-01', 6],
  ['export-ics --relevance core', 4],
  ['export-ics --city london', 1],
  ['export-ics -n 2', 2],
  ['export-ics mlops-day-2022', 1],
  ['export-ics mlops-day', 3], // a series stands for its editions
  ['export-ics mlops-day mlops-day-2026', 3],
])('%s: %i events', async (line, events) => {
  const { code, out } = await guide(line);
  expect(code).toBe(0);
  expect(out.match(/BEGIN:VEVENT/g)).toHaveLength(events);
});

describe('--what', () => {
  test('deadlines: the call and the notification, the first as an instant, the second all day', async () => {
    const events = [...eventsIn((await guide('export-ics --what deadlines')).out).values()];
    expect(events.map(({ startDate }) => String(startDate))).toEqual([
      expect.stringMatching(/^2026-12-02T1[12]:.*Z$/),
      '2026-12-15',
    ]);
  });

  test('deadlines --as vtodo: tasks, due when the last half hour is over', async () => {
    const { out } = await guide('export-ics --what deadlines --as vtodo --alarm 1d');
    expect(out).not.toContain('VEVENT');
    expect(out.match(/^DUE.*/gm)).toEqual(['DUE:20261202T115900Z', 'DUE;VALUE=DATE:20261215']);
    expect(out.match(/^UID:.*/gm)?.map((line) => line.trim())).toEqual([
      'UID:task-data-days-2027-cfp-1@mlops-guide.invalid',
      'UID:task-data-days-2027-notification-1@mlops-guide.invalid',
    ]);
    const all = (await guide('export-ics --what all --as vtodo')).out;
    expect([all.match(/BEGIN:VEVENT/g)?.length, all.match(/BEGIN:VTODO/g)?.length]).toEqual([5, 2]);
  });

  test('all: both', async () => {
    expect((await guide('export-ics --what all')).out.match(/BEGIN:VEVENT/g)).toHaveLength(5 + 2);
  });

  test('how many have none is no failure', async () => {
    const { code, err } = await guide('export-ics --what deadlines --as vtodo');
    expect({ code, err }).toEqual({ code: 0, err: '4 events have no open deadline\n' });
    expect((await guide('export-ics --what deadlines --past 1y')).err).toMatch(/^\d events? (has|have) no deadline\n$/);
  });

  test('a deadline that has passed is left out', async () => {
    expect((await guide('export-ics --what deadlines --now 2026-12-03')).out.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

test('--alarm and --name', async () => {
  const { out } = await guide(['export-ics', '--within', '3d', '--alarm', '7d,1d', '--name', 'Meine Ereignisse']);
  expect(out.match(/BEGIN:VALARM/g)).toHaveLength(2 * 2);
  expect(out).toContain('X-WR-CALNAME:Meine Ereignisse');
});

test('a calendar is not called nothing', async () => {
  const { code, out, err } = await guide(['export-ics', '--within', '3d', '--name', ' ']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('--name needs a value.');
});

test('--json tells the same events', async () => {
  const { code, out, err } = await guide('export-ics --within 3d --json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject([
    { id: 'mlops-day-2026', state: 'ongoing' },
    { id: 'drift-webinar-2026', startsInDays: 3 },
  ]);
});

test('--fields narrows JSON; a calendar file has fields of its own', async () => {
  const { out } = await guide('export-ics --within 3d --json --fields id,place.city');
  expect(JSON.parse(out)).toEqual([{ id: 'mlops-day-2026', 'place.city': 'Zürich' }, { id: 'drift-webinar-2026' }]);
  const { code, err } = await guide('export-ics --fields id');
  expect(code).toBe(2);
  expectTwoLines(err, '--fields is for JSON', 'Add --json.');
});

describe('where it goes', () => {
  test('-o FILE writes it and says how many, and how to import them', async () => {
    const { code, out, err, host } = await guide('export-ics --within 3d -o x.ics');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(host.files.get('x.ics')).toBe((await guide('export-ics --within 3d')).out);
    expect(err).toContain('2 events written to x.ics');
    expect(err).toContain('khal import x.ics');
  });

  test('-o - is stdout, also on a terminal', async () => {
    const { out, host } = await guide('export-ics --within 3d -o -', { terminal: true });
    expect(out).toMatch(/^BEGIN:VCALENDAR/);
    expect(host.files.size).toBe(0);
  });

  test('a terminal gets a file', async () => {
    const { out, host } = await guide('export-ics --within 3d', { terminal: true });
    expect(out).toBe('');
    expect([...host.files.keys()]).toEqual(['mlops-guide.ics']);
  });

  test('its own file is written over, also that of another version', async () => {
    const mine = (await guide('export-ics --within 3d')).out.replace(/mlops-guide \d+\.\d+\.\d+/, 'mlops-guide 9.9.9');
    const { code, host } = await guide('export-ics -o x.ics', { files: { 'x.ics': mine } });
    expect(code).toBe(0);
    expect(host.files.get('x.ics')).toContain('Data Days');
  });

  test.each([
    ['a calendar of another program', 'BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n'],
    ['anything else', 'my diary'],
    ['an empty file', ''],
  ])('%s is not written over without --force: exit 1', async (_, text) => {
    const files = { 'mine.ics': text };
    const refused = await guide('export-ics -o mine.ics', { files });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expectTwoLines(refused.err, 'mine.ics was not made by this program.', '--force');
    expect(refused.host.files.get('mine.ics')).toBe(text);

    const forced = await guide('export-ics -o mine.ics --force', { files });
    expect(forced.code).toBe(0);
    expect(forced.host.files.get('mine.ics')).toMatch(/^BEGIN:VCALENDAR/);
  });

  test('a place that cannot be written: exit 1 and why', async () => {
    const save = (): void => {
      throw Object.assign(new Error('EACCES: permission denied, open /x.ics.1.tmp'), { code: 'EACCES' });
    };
    const ran = await guide('export-ics -o /x.ics', { save });
    expect(ran).toMatchObject({ code: 1, out: '' });
    expectTwoLines(ran.err, 'cannot write /x.ics: permission denied.', 'another name');
  });
});

describe('what has no date', () => {
  test('is left out, and named', async () => {
    const { code, out, err } = await guide('export-ics mlops-day-2026 driftwatch');
    expect(code).toBe(0);
    expect(out.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(err).toContain('left out driftwatch');
  });

  test('alone: exit 3', async () => {
    expect(await guide('export-ics driftwatch')).toMatchObject({ code: 3, out: '' });
    expect(await guide('export-ics mlops-day-2026 --what deadlines')).toMatchObject({ code: 3, out: '' });
  });
});

describe('filters beside ids', () => {
  test.each([
    ['mlops-day-2026 --mode online', '--mode'],
    ['mlops-day-2026 --online', '--online'],
    ['mlops-day-2026 --from 2030-01-01', '--from'],
    ['mlops-day-2026 --to 2026-11-19', '--to'],
    ['data-days-2027 --within 3d', '--within'],
    ['mlops-day-2022 --within 3mo', '--within'], // looks ahead, and this one is over
    ['data-days-2027 --what deadlines --city london', '--city'],
  ])('%s: left out, and %s is named', async (words, option) => {
    const { code, out, err } = await guide(`export-ics ${words}`);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(new RegExp(`^left out ${words.split(' ')[0]}: it does not match\\. Without ${option} there`));
    expect(err).toMatch(/\nNothing to export: no (events|deadlines) match\.\n$/);
  });

  test.each([
    ['mlops-day-2022 --to 2026-11-19', 1],
    ['mlops-day-2026 --from 2026-11-21 --to 2026-11-21', 1],
    ['mlops-day --from 2027-01-01', 1], // of a series, those editions
    ['mlops-day --year 2022', 1],
    ['mlops-day-2022 --within 3mo --past 5y', 1],
  ])('%s: %i events, and not a word', async (words, events) => {
    const { code, out, err } = await guide(`export-ics ${words}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/BEGIN:VEVENT/g)).toHaveLength(events);
  });

  test('what they leave out beside others is told', async () => {
    const { code, out, err } = await guide('export-ics mlops-day-2026 drift-webinar-2026 --online');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'left out mlops-day-2026: it does not match. Without --online there would be 1.\n',
    });
    expect(out.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

test('a filter that leaves nothing is named', async () => {
  const { code, out, err } = await guide('export-ics --city london --mode online');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toBe('Nothing to export: no events match. Without --mode there would be 1.\n');
});

test('nothing to export is no failure, and no file is written', async () => {
  const { code, out, err, host } = await guide('export-ics --now 2030-01-01 -o x.ics');
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toMatch(/^Nothing to export/);
  expect(host.files.size).toBe(0);
  expect(await guide('export-ics --now 2030-01-01 --json')).toMatchObject({ code: 0, out: '[]\n' });
});

test.each([
  {
    line: 'export-ics --what events,deadlines',
    code: 2,
    says: '--what: no "events,deadlines".',
    wayOut: 'One of: events',
  },
  { line: 'export-ics --as task', code: 2, says: '--as: no "task".', wayOut: 'One of: vevent, vtodo' },
  {
    line: 'export-ics --as vtodo',
    code: 2,
    says: '--as vtodo is for deadlines',
    wayOut: '--what deadlines --as vtodo',
  },
  { line: 'export-ics --alarm soon', code: 2, says: '--alarm: "soon" is no time before.', wayOut: 'Use 7d' },
  { line: 'export-ics --past ages', code: 2, says: '--past: "ages" is no span.', wayOut: 'Use 30d' },
  {
    line: 'export-ics mlops-day-2025',
    code: 3,
    says: 'no entry "mlops-day-2025". Did you mean "mlops-day-202',
    wayOut: 'mlops-guide search',
  },
  { line: 'export-ics --topic nope', code: 3, says: 'no topic "nope".', wayOut: 'mlops-guide topics' },
])('$line: exit $code', async ({ line, code, says, wayOut }) => {
  const ran = await guide(line);
  expect(ran).toMatchObject({ code, out: '' });
  expectTwoLines(ran.err, says, wayOut);
});

test('--quiet', async () => {
  expect(await guide('export-ics driftwatch mlops-day-2026 --quiet -o x.ics')).toMatchObject({
    code: 0,
    out: '',
    err: '',
  });
});
