import { describe, expect, test } from 'vitest';
import { expectTwoLines, guide } from '../helpers/run';

const rows = async (line: string): Promise<string[]> =>
  (await guide(`${line} --format tsv`)).out
    .split('\n')
    .filter(Boolean)
    .map((text) => text.split('\t').slice(0, 4).join(' '));

const NOVEMBER = ['2026-11-20 2026-11-21 event mlops-day-2026', '2026-11-24 2026-11-24 event drift-webinar-2026'];
const CFP = '2026-12-02 2026-12-02 deadline data-days-2027';
const NOTIFICATION = '2026-12-15 2026-12-15 deadline data-days-2027';
const MEETUP = '2026-12-03 2026-12-03 event feature-meetup-2026';
const DATA_DAYS = '2027-01-20 2027-01-22 event data-days-2027';
const NEXT = '2027-02-05 2027-02-05 event mlops-day-2027';

test.each<[line: string, expected: string[]]>([
  ['calendar', NOVEMBER],
  ['calendar 2026-11', NOVEMBER],
  ['calendar 2026-12', [CFP, MEETUP, NOTIFICATION]],
  ['calendar --months 3', [...NOVEMBER, CFP, MEETUP, NOTIFICATION, DATA_DAYS]],
  ['calendar 2026-12 --what events', [MEETUP]],
  ['calendar 2026-12 --what deadlines', [CFP, NOTIFICATION]],
  ['calendar 2022-05', ['2022-05-17 2022-05-18 event mlops-day-2022']],
  // The reader's own day: 1 December AoE ends on the 2nd nearly everywhere, 18:00 in New York is the 25th in Tokyo.
  ['calendar 2026-11 --tz Asia/Tokyo', [NOVEMBER[0]!, '2026-11-25 2026-11-25 event drift-webinar-2026']],
  ['calendar 2026-12 --tz Pacific/Pago_Pago', [CFP, MEETUP, NOTIFICATION]],
  ['calendar --now 2026-11-30T23:30Z --tz Europe/Berlin --what events', [MEETUP]],
  // Filters: what is asked of an event goes for its deadlines too.
  ['calendar 2026-12 --online', [CFP, NOTIFICATION]],
  ['calendar --months 4 --series mlops-day', [NOVEMBER[0]!, NEXT]],
  ['calendar --months 4 --relevance core --status scheduled', [...NOVEMBER, NEXT]],
  ['calendar 2026-12 --from 2026-12-03', [MEETUP, NOTIFICATION]],
  ['calendar 2026-12 --to 2026-12-03', [CFP, MEETUP]],
  ['calendar 2026-11 --to 2026-12-31', NOVEMBER],
  // Days choose the months where none is named.
  ['calendar --from 2026-12-03', [MEETUP, NOTIFICATION]],
  ['calendar --from 2026-12-03 --to 2027-02-04', [MEETUP, NOTIFICATION, DATA_DAYS]],
  ['calendar --within 2w', [...NOVEMBER, CFP, MEETUP]],
  ['calendar --to 2026-11-23', [NOVEMBER[0]!]],
  ['calendar --to 2020-01-01', []],
  ['calendar --months 3 --sort name -n 2', [CFP, NOTIFICATION]],
  ['calendar --months 3 --reverse -n 1', [DATA_DAYS]],
])('%s', async (line, expected) => expect(await rows(line)).toEqual(expected));

describe('a series with a rule', () => {
  const WEEKLY = '--catalogue tests/fixtures/weekly --tz Europe/Berlin';

  test.each<[line: string, days: string[]]>([
    // Its clock stays: California puts it forward on 14 March, Berlin on the 28th. An edition stands above the pattern.
    ['calendar 2027-03', ['04 occurrence 21:00', '11 event 20:00', '18 occurrence 20:00', '25 occurrence 20:00']],
    ['calendar 2027-03 --no-recurring', ['11 event 20:00']],
    ['calendar 2027-03 --kind series', ['04 occurrence 21:00', '18 occurrence 20:00', '25 occurrence 20:00']],
    ['calendar 2027-03 --kind event', ['11 event 20:00']],
    ['calendar 2027-03 --what deadlines', []],
    ['calendar 2027-03 --what events --to 2027-03-10', ['04 occurrence 21:00']],
  ])('%s', async (line, days) => {
    const { out } = await guide(`${line} ${WEEKLY} --json`);
    const found = JSON.parse(out) as { firstDay: string; kind: string; startsAt: string }[];
    expect(
      found.map(({ firstDay, kind, startsAt }) => `${firstDay.slice(8)} ${kind} ${startsAt.slice(11, 16)}`),
    ).toEqual(days);
  });

  test('it has a start and no end, and stands on the day of the reader', async () => {
    const { out } = await guide(`calendar 2027-04 ${WEEKLY} --tz Asia/Tokyo --json -n 1`);
    expect(JSON.parse(out)).toMatchObject([
      {
        kind: 'occurrence',
        id: 'weekly-call',
        firstDay: '2027-04-02',
        lastDay: '2027-04-02',
        start: '2027-04-01T13:00',
        end: null,
        timezone: 'America/Los_Angeles',
        startsAt: '2027-04-01T20:00:00.000Z',
        endsAt: null,
        certainty: null,
        status: 'active',
      },
    ]);
  });

  test('marked as a pattern, one row in the list for all of the same hour', async () => {
    const { out, err } = await guide(`calendar 2027-03 ${WEEKLY} --format table --width 80`);
    expect(out).toMatch(/│~22:00 We…│/);
    expect(out.split('\n').filter((line) => line.includes('Weekly Call'))).toEqual([
      '4 Mar 22:00 CET           ~ Weekly Call · online',
      '11 Mar 21:00 – 23:00 CET  * Weekly Call, two hours · online',
      '18 Mar 21:00 CET          ~ Weekly Call · online, also 25',
    ]);
    expect(err).toContain('~ expected by its stated rule, not confirmed');
  });
});

describe('--json', () => {
  test('one form for events and deadlines', async () => {
    const { out, err } = await guide('calendar 2026-12 --json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject([
      {
        kind: 'deadline',
        id: 'data-days-2027',
        milestone: 'cfp',
        label: 'Call for papers',
        firstDay: '2026-12-02',
        lastDay: '2026-12-02',
        start: '2026-12-01',
        end: null,
        timezone: 'AoE',
        allDay: false,
        startsAt: '2026-12-02T11:59:59.000Z',
        endsAt: '2026-12-02T11:59:59.000Z',
        url: 'https://data-days.example/cfp',
      },
      {
        kind: 'event',
        id: 'feature-meetup-2026',
        start: '2026-12-03T18:30',
        end: null,
        timezone: 'Europe/London',
        startsAt: '2026-12-03T18:30:00.000Z',
        status: 'cancelled',
      },
      { kind: 'deadline', milestone: 'notification', timezone: null, allDay: true, startsAt: null },
    ]);
  });

  test('fields', async () => {
    const { out } = await guide('calendar 2026-12 --fields kind,firstDay,label --format jsonl -n 1');
    expect(JSON.parse(out)).toEqual({ kind: 'deadline', firstDay: '2026-12-02', label: 'Call for papers' });
  });

  test('nothing there: an empty array, and why', async () => {
    const { code, out, err } = await guide('calendar 2026-12 --json --city London --online');
    expect({ code, out }).toEqual({ code: 0, out: '[]\n' });
    expect(err).toBe('Nothing in December 2026. Without --city there would be 2.\n');
  });
});

describe('on a terminal', () => {
  const inMonth = (line: string, columns: number, env: Record<string, string> = {}) =>
    guide(line, { terminal: true, columns, env: { NO_COLOR: '1', ...env } });

  test('a grid, what is in it below, and the zone', async () => {
    const { out, err } = await inMonth('calendar --tz Europe/Berlin', 80);
    expect(out).toContain('November 2026 · Europe/Berlin (CET)\n Monday     Tuesday ');
    expect(out).toContain('│┣*MLOps Day 2026 ━━━┫│          │\n');
    expect(out).toContain('│21 today  │');
    expect(out).toContain('│*00:00 Dr…│'); // 18:00 in New York
    expect(out).toContain(
      '\n20–21 Nov                 * MLOps Day 2026 · Zürich, CH\n25 Nov 00:00 – 01:00 CET  * Drift, live: a webinar · online\n',
    );
    expect(err).toContain('2 entries · * about MLOps itself · catalogue');
  });

  test('a table with ids where there is room', async () => {
    const { out } = await inMonth('calendar 2026-12', 120);
    expect(out).toMatch(/^WHEN +WHAT +WHERE +ID$/m);
    expect(out).toMatch(
      /^2 Dec 11:59 UTC +! +Call for papers: Data Days 2027 +1 Dec AoE, was 15 Nov +data-days-2027$/m,
    );
    expect(out).toMatch(
      /^3 Dec 18:30 UTC +x\* +Feature Store Meetup December +cancelled, London, GB +feature-meetup-2026$/m,
    );
  });

  test('a list by day where there is none', async () => {
    const { out } = await inMonth('calendar --months 3', 40);
    expect(out).not.toMatch(/[│┌]/);
    expect(out).toContain('Fri 20 Nov\n*   MLOps Day 2026\n    20–21 Nov · Zürich, CH\n    mlops-day-2026');
    expect(out).toContain('December 2026 · UTC\n\nWed 2 Dec\n');
  });

  test('in plain ASCII where the locale has nothing else', async () => {
    const { out } = await inMonth('calendar --months 3', 80, { LC_ALL: 'C' });
    expect(out.replace(/[ãü]/g, '')).toMatch(/^[\n -~]+$/);
  });

  test('only months with something in them, and each clock of a month in which it changes', async () => {
    const { out } = await inMonth('calendar 2026-10 --months 12 --relevance adjacent', 80);
    expect(out.match(/^[A-Z]\w+ 20\d\d/gm)).toEqual(['December 2026', 'January 2027']);
    const { out: may } = await inMonth('calendar 2022-05 --tz Africa/Casablanca', 80);
    expect(may).toContain('May 2022 · Africa/Casablanca (UTC+0, then UTC+1)\n');
  });

  test('an empty month prints nothing, and says so', async () => {
    const { code, out, err } = await inMonth('calendar 2030-01 --months 2', 80);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'Nothing in January 2030 to February 2030.\n' });
  });

  test('a limit is said', async () => {
    expect((await inMonth('calendar -n 1', 80)).err).toContain('1 of 2 entries, -n 0 shows all');
  });
});

test.each([
  ['calendar 2026-13', '"2026-13" is no month.', 'YYYY-MM'],
  ['calendar december', '"december" is no month.', 'YYYY-MM'],
  ['calendar --months 0', '--months takes 1 to 36, not 0.', '--help'],
  ['calendar --months 37', '--months takes 1 to 36, not 37.', '--help'],
  ['calendar --week-start sonnday', '--week-start: no "sonnday".', 'sunday'],
  ['calendar --what all-of-it', '--what: no "all-of-it".', 'deadlines'],
])('%s', async (line, says, wayOut) => {
  const { code, out, err } = await guide(line);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expectTwoLines(err, says, wayOut);
});
