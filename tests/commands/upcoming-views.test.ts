import { describe, expect, test } from 'vitest';
import { cells } from '../../src/render/width';
import { anEvent } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { expectTwoLines, guide, idsOf } from '../helpers/run';

const CLASHING = '--catalogue tests/fixtures/clashing --tz Europe/Berlin';
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (title: string, ...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${title}`,
  `SUMMARY:${title}`,
  ...lines,
  'END:VEVENT',
];
const MY = calendar(
  ...event('Day off', 'DTSTART;VALUE=DATE:20261121'),
  ...event('Dinner', 'DTSTART:20261124T233000Z', 'DURATION:PT2H'),
  ...event('Concert', 'DTSTART:20261124T230000Z', 'DURATION:PT3H'),
);
const files = { 'my.ics': MY };

describe('--clashes', () => {
  test('groups of what is on at once; half-open, and what is cancelled does not take place', async () => {
    const { out } = await guide(`upcoming --clashes ${CLASHING} --header`);
    expect(out).toBe(
      [
        'startsAt\tendsAt\tfirstDay\tlastDay\tids',
        '2026-12-02T23:00:00.000Z\t2026-12-03T23:00:00.000Z\t2026-12-03\t2026-12-03\ta-days,b-days',
        '2026-12-05T22:30:00.000Z\t2026-12-05T23:00:00.000Z\t2026-12-05\t2026-12-05\tb-days,c-talk',
        '2026-12-10T15:00:00.000Z\t2026-12-11T05:00:00.000Z\t2026-12-10\t2026-12-11\tnew-york,tokyo',
        '',
      ].join('\n'),
    );
  });

  test('the same wherever the reader is', async () => {
    const { out } = await guide(`upcoming --clashes ${CLASHING} --tz Asia/Tokyo --format jsonl`);
    const clashes = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { ids: string[] });
    expect(clashes.map(({ ids }) => ids)).toEqual([
      ['a-days', 'b-days'],
      ['b-days', 'c-talk'],
      ['new-york', 'tokyo'],
    ]);
  });

  test('--json has the events as upcoming has them', async () => {
    const { out } = await guide(`upcoming --clashes ${CLASHING} --json -n 1`);
    expect(JSON.parse(out)).toMatchObject([
      { ids: ['a-days', 'b-days'], events: [{ id: 'a-days', state: 'upcoming', startsInDays: 10 }, { id: 'b-days' }] },
    ]);
  });

  test('for people: the days that they share, and each with its own', async () => {
    const { out, err } = await guide(`upcoming --clashes ${CLASHING} --width 60 --format table`);
    expect(out).toContain('3 Dec: 2 at once\n  1–3 Dec  * A Days · online\n  3–5 Dec    B Days · online\n');
    expect(err).toContain('clashes · * about MLOps itself');
  });

  test('one is a clash', async () => {
    const { err } = await guide(`upcoming --clashes ${CLASHING} --to 2026-12-04 --format table`);
    expect(err).toMatch(/^\n1 clash · /);
  });

  test('of 40 columns has the days below the names, and breaks no word', async () => {
    const { out } = await guide(`upcoming --clashes ${CLASHING}`, {
      terminal: true,
      columns: 40,
      env: { NO_COLOR: '1' },
    });
    for (const line of out.split('\n')) expect(cells(line)).toBeLessThanOrEqual(40);
    expect(out).toMatch(/^ {2}\* C Talk\n {4}5 Dec 23:30 – 6 Dec 00:30 CET ·\n {4}online$/m);
  });

  test('filters first; nothing left is said', async () => {
    const { code, out, err } = await guide(`upcoming --clashes ${CLASHING} --to 2026-12-06 --relevance core --json`);
    expect({ code, out, err }).toEqual({ code: 0, out: '[]\n', err: 'No two of these 2 events overlap.\n' });
  });
});

describe('--timeline', () => {
  test('is a picture on a terminal, and what upcoming is in a pipe', async () => {
    const { out, err } = await guide('upcoming --timeline', { terminal: true, columns: 80, env: { NO_COLOR: '1' } });
    expect(out).toMatch(/^\* {2}MLOps Day 2026 +━━ 20–21 Nov +┊/m);
    expect(out).toMatch(/└ today, 21 Nov 2026$/m);
    expect(err.replaceAll('\n', ' ')).toContain('5 events · * about MLOps itself · ? date not confirmed · x cancelled');
    expect((await guide('upcoming --timeline')).out).toBe((await guide('upcoming')).out);
    expect((await guide('upcoming --timeline --json')).out).toBe((await guide('upcoming --json')).out);
  });

  test('in ASCII, narrow, with a limit', async () => {
    const { out, err } = await guide('upcoming --timeline -n 2', {
      terminal: true,
      columns: 40,
      env: { NO_COLOR: '1', LC_ALL: 'POSIX' },
    });
    expect(out).toMatch(/^[\n -~]+$/);
    expect(err).toContain('2 of 5 events, -n 0 shows all');
  });

  test('explains a call only where one is drawn, and counts those before the axis', async () => {
    const milestones = [{ kind: 'cfp', label: 'Call for papers', at: '2026-12-01', timezone: 'AoE' }] as const;
    const built = builtFiles(
      ['one', 'two'].map((id) =>
        anEvent({ id: `far-${id}`, name: `Far ${id}`, start: '2027-08-10', milestones: [...milestones] }),
      ),
    );
    const legend = async (line: string) =>
      (await guide(`upcoming --timeline --from 2027-07-01 --within 2mo --format table ${line}`, { built })).err;
    expect(await legend('')).toMatch(
      /^\n2 events · \* about MLOps itself · 2 calls for papers close before the axis begins · /,
    );
    expect(await legend('-n 1')).toMatch(/ · \* about MLOps itself · ! call for papers closes · /);
  });

  test('nothing there', async () => {
    const { out, err } = await guide('upcoming --timeline --to 2026-11-19 --format table');
    expect(out).toBe('');
    expect(err).toContain('No events by 2026-11-19.');
  });
});

describe('--avoid', () => {
  test('says what each collides with, in every form', async () => {
    const json = JSON.parse((await guide('upcoming --avoid my.ics --json', { files })).out) as {
      id: string;
      clashesWith: unknown;
    }[];
    expect(json.map(({ id, clashesWith }) => [id, clashesWith]).slice(0, 3)).toEqual([
      ['mlops-day-2026', [{ title: 'Day off', start: '2026-11-21', end: '2026-11-21' }]],
      [
        'drift-webinar-2026',
        [
          { title: 'Concert', start: '2026-11-24T23:00:00.000Z', end: '2026-11-25T02:00:00.000Z' },
          { title: 'Dinner', start: '2026-11-24T23:30:00.000Z', end: '2026-11-25T01:30:00.000Z' },
        ],
      ],
      ['feature-meetup-2026', []],
    ]);
    const { out: tsv } = await guide('upcoming --avoid my.ics --header', { files });
    const [head, ...rows] = tsv.split('\n').map((line) => line.split('\t').at(-1));
    expect([head, ...rows.slice(0, 3)]).toEqual(['clashesWith', 'Day off', 'Concert; Dinner', '']);
    const { out: table } = await guide('upcoming --avoid my.ics --format table --width 140', { files });
    expect(table).toMatch(/^WHEN +STARTS +EVENT +COLLIDES WITH +WHERE/);
    expect(table).toMatch(
      /\* Drift, live: a webinar .* {2}Concert, +online.*\n25 Nov 00:00 UTC +.*New York\) +Dinner$/m,
    );
    const { out: narrow } = await guide('upcoming --avoid my.ics --format table --width 40', { files });
    expect(narrow).toMatch(/collides with Day\s+off/);
    const { out: picture, err } = await guide('upcoming --avoid my.ics --timeline --format table --width 80', {
      files,
    });
    expect(picture).toMatch(/^#\* MLOps Day 2026 +━━/m);
    expect(err).toContain('# collides with your calendar');
    const { out: fields } = await guide('upcoming --avoid my.ics --fields id,clashesWith --format jsonl -n 1', {
      files,
    });
    expect(JSON.parse(fields)).toMatchObject({ clashesWith: [{ title: 'Day off' }] });
  });

  test('a day off is that day at the other end of the world, too, and in the last year', async () => {
    const place = { city: 'London', country: 'KI' };
    const built = builtFiles([
      anEvent({ id: 'far-east', start: '2026-11-24', end: '2026-11-24', timezone: 'Pacific/Kiritimati', place }),
      anEvent({ id: 'far-off', start: '9999-12-30', end: '9999-12-30', place }),
    ]);
    const off = calendar(
      ...event('Off', 'DTSTART;VALUE=DATE:20261124'),
      ...event('Thursday', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY;BYDAY=TH'),
    );
    const line = 'upcoming --avoid my.ics --tz Etc/GMT+12 --country KI --fields id,clashesWith --format jsonl';
    const clashes = (title: string, day: string) => ({ clashesWith: [{ title, start: day, end: day }] });
    const { out: near } = await guide(line, { built, files: { 'my.ics': off } });
    expect(JSON.parse(near)).toEqual({ id: 'far-east', ...clashes('Off', '2026-11-24') });
    const { out: far, err } = await guide(`${line} --from 9999-12-01`, { built, files: { 'my.ics': off } });
    expect(JSON.parse(far)).toEqual({ id: 'far-off', ...clashes('Thursday', '9999-12-30') });
    expect(err).toBe('');
  });

  test('what repeats is named once, and of many the first few', async () => {
    const many = calendar(
      ...event('Stand-up', 'DTSTART:20261120T090000Z', 'RRULE:FREQ=DAILY;COUNT=9'),
      ...['A', 'B', 'C', 'D'].flatMap((title) => event(title, 'DTSTART;VALUE=DATE:20261121')),
    );
    const { out: tsv } = await guide('upcoming --avoid my.ics -n 1', {
      files: { 'my.ics': many },
    });
    expect(tsv).toMatch(/\tStand-up; A; B; C; D\n$/);
    const { out } = await guide('upcoming --avoid my.ics --format table --width 200', { files: { 'my.ics': many } });
    expect(out.replace(/\s+/g, ' ')).toContain('MLOps Day 2026 Stand-up ×2, A, B, 2 more Zürich');
  });

  test('--hide-clashes leaves them out, and says how many', async () => {
    const { out, err } = await guide('upcoming --avoid my.ics --hide-clashes --fields id', { files });
    expect(out.split('\n').filter(Boolean)).toEqual(['feature-meetup-2026', 'data-days-2027', 'mlops-day-2027']);
    expect(err).toBe('2 of 5 events collide with your calendar: left out.\n');
    expect(await idsOf('upcoming --avoid my.ics --hide-clashes -n 1', { files })).toEqual(['feature-meetup-2026']);
  });

  test('several files, also with a comma in the name', async () => {
    const more = { ...files, 'a,b.ics': calendar(...event('Trip', 'DTSTART;VALUE=DATE:20270120', 'DURATION:P1W')) };
    const line = ['upcoming', '--avoid', 'my.ics', '--avoid', 'a,b.ics', '--hide-clashes'];
    expect(await idsOf(line, { files: more })).toEqual(['feature-meetup-2026', 'mlops-day-2027']);
  });

  test('an event that was exported into it before does not collide with itself', async () => {
    const { out } = await guide('export-ics drift-webinar-2026 -o -');
    expect(out).toContain('BEGIN:VEVENT');
    expect(await idsOf('upcoming --avoid x.ics --hide-clashes', { files: { 'x.ics': out } })).toContain(
      'drift-webinar-2026',
    );
  });

  test('floating times and days are the reader’s', async () => {
    const mine = { 'my.ics': calendar(...event('Breakfast', 'DTSTART:20261125T083000', 'DURATION:PT15M')) };
    // 18:00 in New York is 08:00 in Tokyo.
    expect(await idsOf('upcoming --avoid my.ics --hide-clashes --tz Asia/Tokyo', { files: mine })).not.toContain(
      'drift-webinar-2026',
    );
    expect(await idsOf('upcoming --avoid my.ics --hide-clashes --tz UTC', { files: mine })).toContain(
      'drift-webinar-2026',
    );
  });

  test('what is doubtful in it is said, but not at any length', async () => {
    const bad = Array.from({ length: 9 }, (_, at) => event(`E${at}`, 'X-NO:start')).flat();
    const { err } = await guide('upcoming --avoid my.ics --json', { files: { 'my.ics': calendar(...bad) } });
    expect(err.split('\n')).toEqual([
      ...[0, 1, 2, 3, 4].map((at) => `my.ics: "E${at}" is left out: it has no start`),
      'my.ics: 4 more like these',
      '',
    ]);
  });

  test('titles cannot command a terminal', async () => {
    const mine = { 'my.ics': calendar(...event('A\u001b[31m\u0007b\\nc', 'DTSTART;VALUE=DATE:20261121')) };
    const { out } = await guide('upcoming --avoid my.ics', { files: mine });
    expect(out.split('\n')[0]?.split('\t').at(-1)).toBe('Ab c');
  });

  test('files that cannot be used', async () => {
    // The words of --merge for the same file, and never the library's.
    for (const [text, says] of [
      ['BEGIN:VCALENDAR\nBEGIN:VEVENT\n', 'my.ics is not whole: END:VCALENDAR is missing.'],
      ['', 'my.ics is no calendar.'],
      ['hi', 'my.ics is no calendar.'],
      ['{"a": 1}', 'my.ics is no calendar.'],
      ['BEGIN:VCALENDAR\nhi\nEND:VCALENDAR\n', 'my.ics is damaged: "hi" is no line of a calendar.'],
    ] as const) {
      const broken = await guide('upcoming --avoid my.ics', { files: { 'my.ics': text } });
      expect({ code: broken.code, out: broken.out }).toEqual({ code: 4, out: '' });
      expectTwoLines(broken.err, says, 'iCalendar');
    }
    const missing = await guide('upcoming --avoid none.ics');
    expect(missing).toMatchObject({ code: 1, out: '' });
    expectTwoLines(missing.err, 'no such file: none.ics', '--avoid my.ics');
  });
});

test.each([
  ['upcoming --hide-clashes', '--hide-clashes needs --avoid.', '--avoid my.ics'],
  ['upcoming --timeline --clashes', '--timeline and --clashes exclude each other.', '--help'],
])('%s', async (line, says, wayOut) => {
  const { code, out, err } = await guide(line);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expectTwoLines(err, says, wayOut);
});
