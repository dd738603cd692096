import { describe, expect, test } from 'vitest';
import type { Entry, Recurrence } from '../../src/catalogue/schema';
import { anEntry, anEvent, aSeries } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { guide, idsOf } from '../helpers/run';

const recurrence: Recurrence = { rule: 'FREQ=WEEKLY;BYDAY=TH', time: '13:00', timezone: 'America/Los_Angeles' };
const call = aSeries({
  id: 'weekly-call',
  name: 'Weekly call',
  type: 'meetup',
  mode: 'online',
  recurrence,
  status: 'active',
});
const monthly = aSeries({
  id: 'monthly-meetup',
  name: 'Monthly meetup',
  type: 'meetup',
  relevance: 'adjacent',
  place: { city: 'Berlin', country: 'DE' },
  recurrence: { rule: 'FREQ=MONTHLY;BYDAY=1TU', time: '18:30', timezone: 'Europe/Berlin' },
});
const ended = aSeries({ id: 'ended-call', name: 'Ended call', recurrence, status: 'ended' });
const MORE = [call, monthly, ended];

type Options = Parameters<typeof guide>[1];
const with_ = (more: readonly Entry[] = MORE): Options => ({ built: builtFiles(more) });
const edition = (own: object) => anEvent({ id: 'an-edition', series: 'weekly-call', status: 'scheduled', ...own });

interface Row {
  id: string;
  start: string;
}
const expected = async (line: string, options: Options = with_()): Promise<string[]> => {
  const { out } = await guide(`${line} --json`, options);
  return (JSON.parse(out) as Row[]).filter(({ id }) => !id.includes('20')).map(({ id, start }) => `${id} ${start}`);
};
const CALL = 'weekly-call 2026-11-26T13:00';
const MEETUP = 'monthly-meetup 2026-12-01T18:30';

describe('what recurs', () => {
  test('the next time of each series, behind all that is dated', async () => {
    const ids = await idsOf('upcoming', with_());
    expect(ids.slice(-3)).toEqual(['mlops-day-2027', 'weekly-call', 'monthly-meetup']);
  });

  test.each<[line: string, rows: string[]]>([
    ['upcoming', [CALL, MEETUP]],
    ['upcoming --no-recurring', []],
    ['upcoming --within 7d', [CALL]],
    ['upcoming --to 2026-11-25', []],
    // 13:00 in Los Angeles is 21:00 UTC: the next day in Tokyo.
    ['upcoming --to 2026-11-26 --tz Asia/Tokyo', []],
    ['upcoming --to 2026-11-27 --tz Asia/Tokyo', [CALL]],
    ['upcoming --from 2026-11-27 --to 2026-12-10', [MEETUP, 'weekly-call 2026-12-03T13:00']],
    // It goes on for an hour, as far as anybody can tell.
    ['upcoming --now 2026-11-26T21:59:59Z --within 7d', [CALL, MEETUP]],
    ['upcoming --now 2026-11-26T22:00Z --within 7d', [MEETUP, 'weekly-call 2026-12-03T13:00']],
    ['upcoming --year 2026', [CALL, MEETUP]],
    ['upcoming --year 2027', ['monthly-meetup 2027-01-05T18:30', 'weekly-call 2027-01-07T13:00']],
    ['upcoming --year 2028..,2027', ['monthly-meetup 2027-01-05T18:30', 'weekly-call 2027-01-07T13:00']],
    ['upcoming --year 2027 --within 2w', []],
    ['upcoming --year 2027 --from 2027-02-03', ['weekly-call 2027-02-04T13:00', 'monthly-meetup 2027-03-02T18:30']],
    ['upcoming --year 2022', []],
    // Beyond what the build worked out.
    ['upcoming --year 2031', ['weekly-call 2031-01-02T13:00', 'monthly-meetup 2031-01-07T18:30']],
    // Years between which nothing is asked for, of which the later is beyond what the build has worked out.
    ['upcoming --year 2022,2031', ['weekly-call 2031-01-02T13:00', 'monthly-meetup 2031-01-07T18:30']],
    // In Los Angeles it is still that year.
    ['upcoming --year 2026 --now 2026-12-31T12:00Z --tz Asia/Tokyo', ['weekly-call 2026-12-31T13:00']],
    ['upcoming --kind series', [CALL, MEETUP]],
    ['upcoming --kind event', []],
    ['upcoming --certainty confirmed', []],
    ['upcoming --certainty estimated', [CALL, MEETUP]],
    ['upcoming --series weekly-call', [CALL]],
    ['upcoming --city berlin', [MEETUP]],
    ['upcoming --online --within 2w', [CALL]],
    ['upcoming --relevance adjacent --type meetup', [MEETUP]],
    ['upcoming --sort name --reverse', [CALL, MEETUP]],
    // Nobody knows since when a rule holds that states no start: not before it was read.
    ['upcoming --now 2022-05-01', []],
    [
      'upcoming --now 2026-10-01 --within 2mo',
      ['weekly-call 2026-11-05T13:00', 'monthly-meetup 2026-11-03T18:30'].reverse(),
    ],
    // Beyond what the build worked out.
    ['upcoming --now 2032-01-01', ['weekly-call 2032-01-01T13:00', 'monthly-meetup 2032-01-06T18:30']],
    ['upcoming --now 9999-12-30', []],
  ])('%s', async (line, rows) => {
    expect(await expected(line)).toEqual(rows);
  });

  test('is marked for scripts: its series, with what is expected', async () => {
    const { out } = await guide('upcoming --series weekly-call --json', with_());
    expect(JSON.parse(out)).toEqual([
      {
        ...call,
        start: '2026-11-26T13:00',
        timezone: 'America/Los_Angeles',
        certainty: 'estimated',
        state: 'expected',
        allDay: false,
        startsInDays: 5,
        nextDeadline: null,
      },
    ]);
    const line = (await guide('upcoming --series weekly-call', with_())).out.trimEnd().split('\t');
    expect(line.slice(0, 6)).toEqual([
      call.id,
      'expected',
      '2026-11-26T13:00',
      '',
      'America/Los_Angeles',
      'Weekly call',
    ]);
    expect(line.slice(10, 13)).toEqual(['core', 'estimated', 'active']);
  });

  test('is marked for people: no countdown, the words of the rule, the time where they are', async () => {
    const options = { ...with_(), terminal: true, env: { NO_COLOR: '1' } };
    const { out, err } = await guide('upcoming --series weekly-call --tz Europe/Berlin', options);
    expect(out).toContain('26 Nov 22:00 CET?');
    expect(out).toContain('expected');
    expect(out).toContain('Weekly call, weekly, Thu 13:00 Los Angeles');
    expect(out).not.toMatch(/in \d+ days/);
    expect(err).toContain('expected: by the rule its organiser states');
  });

  test.each<[name: string, own: object, rows: string[]]>([
    ['its day', { start: '2026-11-26' }, ['weekly-call 2026-12-03T13:00']],
    ['its day, called off', { start: '2026-11-26', status: 'cancelled' }, ['weekly-call 2026-12-03T13:00']],
    ['another day', { start: '2026-11-25' }, [CALL]],
  ])('gives way to an edition of %s, also when that is filtered out', async (_, own, rows) => {
    const options = with_([call, edition(own)]);
    expect((await expected('upcoming --within 2w --kind series', options)).slice(0, 1)).toEqual(rows);
  });

  test('a rule that has come to an end expects nothing', async () => {
    const rule = 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261119';
    expect(await expected('upcoming', with_([{ ...call, recurrence: { ...recurrence, rule } }]))).toEqual([]);
  });

  test.each<[line: string, rows: string[]]>([
    ['upcoming --within 1y', ['three-times 2026-12-01T13:00', 'every-second-month 2027-01-05T18:30']],
    [
      'upcoming --within 5y --kind series -n 0',
      ['three-times 2026-12-01T13:00', 'every-second-month 2027-01-05T18:30', 'leap-day 2028-02-29T09:00'],
    ],
    ['upcoming --from 2026-12-02 --within 1w', ['three-times 2026-12-03T13:00']],
    ['upcoming --from 2026-12-04 --within 1w', []],
    ['upcoming --series-without-date --now 2026-12-05', ['three-times undefined']],
  ])('of files of the reader: %s', async (line, rows) => {
    expect(await expected(`${line} --catalogue tests/fixtures/recurring.yaml`)).toEqual(rows);
  });
});

test('a time axis goes on where the build has worked out no more', async () => {
  const { out } = await guide(
    'upcoming --series monthly-meetup --timeline --year 2029..2031 --width 200 --format table',
    {
      ...with_(),
    },
  );
  // Three years of months, of which some share a cell.
  expect(out.split('\n')[1]?.match(/~/g)?.length).toBeGreaterThan(30);
});

describe('a first page', () => {
  const event = (n: number) => anEntry({ kind: 'event', id: `e-${n}`, start: '2026-12-08' });
  const page = async (events: number, calls: number): Promise<string[]> => {
    const more = [
      ...Array.from({ length: events }, (_, n) => event(n)),
      ...Array.from({ length: calls }, (_, n) => ({ ...call, id: `call-${n}` })),
    ];
    const { out } = await guide('upcoming --type conference,meetup --certainty confirmed,estimated --fields id', {
      ...with_(more),
      terminal: true,
      env: { NO_COLOR: '1' },
    });
    return out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  };

  test.each([
    [30, 10, 15, 5],
    [30, 3, 17, 3],
    [30, 0, 20, 0],
    [10, 30, 13, 7],
    [3, 4, 6, 4],
  ])('of %i more events and %i series', async (events, calls, shownDated, shownCalls) => {
    const ids = await page(events, calls);
    const isCall = (id: string): boolean => id.startsWith('call-');
    expect([ids.filter((id) => !isCall(id)).length, ids.filter(isCall).length]).toEqual([shownDated, shownCalls]);
  });
});

describe('what has no date', () => {
  const undated = aSeries({ id: 'undated', name: 'Undated', cadence: 'yearly in June', mode: 'hybrid' });
  const unknown = aSeries({ id: 'unknown', name: 'Unknown' });
  const past = (own: object) => anEvent({ id: 'undated-1', name: 'Undated 1', series: 'undated', ...own });
  const ids = (more: readonly Entry[], line = 'upcoming --series-without-date') => idsOf(line, with_(more));

  test.each<[name: string, more: Entry[], isListed: boolean]>([
    ['no edition at all', [undated], true],
    ['a past one', [undated, past({ start: '2026-06-10' })], true],
    ['one under way', [undated, past({ start: '2026-11-20', end: '2026-11-22' })], false],
    ['one that was over yesterday', [undated, past({ start: '2026-11-18', end: '2026-11-20' })], true],
    ['one today', [undated, past({ start: '2026-11-21' })], false],
    [
      'one that is on where it is still yesterday',
      [undated, past({ start: '2026-11-20', timezone: 'Pacific/Pago_Pago' })],
      false,
    ],
    [
      'one that is over where it is tomorrow',
      [undated, past({ start: '2026-11-20', timezone: 'Pacific/Kiritimati' })],
      true,
    ],
    [
      'one that was over an hour ago',
      [undated, past({ start: '2026-11-21T07:00', end: '2026-11-21T08:00', timezone: 'UTC' })],
      true,
    ],
    ['one that begins within hours', [undated, past({ start: '2026-11-21T12:00', timezone: 'UTC' })], false],
    [
      'one called off on its day',
      [
        undated,
        past({ start: '2026-11-21', status: 'cancelled' }),
        { ...past({ start: '2026-11-20' }), id: 'undated-0' },
      ],
      true,
    ],
    ['one ahead', [undated, past({ start: '2027-06-10' })], false],
    ['one ahead that is not confirmed', [undated, past({ start: '2027-06-10', certainty: 'tentative' })], false],
    ['one ahead that was called off', [undated, past({ start: '2027-06-10', status: 'cancelled' })], true],
    ['one ahead that was put off', [undated, past({ start: '2027-06-10', status: 'postponed' })], true],
    ['a rule', [{ ...undated, recurrence }], false],
    ['a rule that is over', [{ ...undated, recurrence: { ...recurrence, rule: 'FREQ=DAILY;UNTIL=20261101' } }], true],
    ['ended', [{ ...undated, status: 'ended' }], false],
  ])('a series with %s', async (_, more, isListed) => {
    expect((await ids(more)).includes('undated')).toBe(isListed);
  });

  const both = [unknown, undated, past({ start: '2026-06-10', end: '2026-06-12' })];

  test('the one that was on last at the head; with its last edition, in every form', async () => {
    expect(await ids(both)).toEqual(['undated', 'unknown']);
    const json = JSON.parse((await guide('upcoming --series-without-date --json', with_(both))).out) as unknown;
    expect(json).toMatchObject([
      { ...undated, lastEdition: { id: 'undated-1', name: 'Undated 1', start: '2026-06-10', end: '2026-06-12' } },
      { id: 'unknown', lastEdition: null },
    ]);
    const tsv = (await guide('upcoming --series-without-date', with_(both))).out.split('\n')[0];
    expect(tsv).toBe('undated\tUndated\tconference\thybrid\tyearly in June\tundated-1\t2026-06-10\t2026-06-12\tcore\t');
    const { out, err } = await guide('upcoming --series-without-date', {
      ...with_(both),
      terminal: true,
      env: { NO_COLOR: '1' },
    });
    expect(out).toContain('10–12 Jun 2026');
    expect(out).toContain('none known');
    expect(err).toContain('no date announced');
  });

  test('one series and several are called the same, but for the verb', async () => {
    const footers = [[undated], both].map(async (more) => [
      (await guide('upcoming --series-without-date --format table', with_(more))).err.split(' · ')[0],
      (await guide('upcoming --format table', with_(more))).err.trimEnd().split('\n').at(-1),
    ]);
    expect(await Promise.all(footers)).toEqual([
      ['\n1 series', '1 series has no date announced: mlops-guide upcoming --series-without-date'],
      ['\n2 series', '2 series have no date announced: mlops-guide upcoming --series-without-date'],
    ]);
  });

  test('on a narrow terminal every row says so', async () => {
    const { out } = await guide('upcoming --series-without-date', {
      ...with_(both),
      terminal: true,
      env: { NO_COLOR: '1' },
      columns: 40,
    });
    expect(out.replace(/\s+/g, ' ')).toContain('no date announced; last edition 10–12 Jun 2026');
  });

  test('filters and order are those of other lists', async () => {
    expect(await ids(both, 'upcoming --series-without-date --mode hybrid')).toEqual(['undated']);
    expect(await ids(both, 'upcoming --series-without-date --sort name --reverse')).toEqual(['unknown', 'undated']);
    const { out, err } = await guide('upcoming --series-without-date --mode online --json', with_(both));
    expect({ out, err }).toEqual({ out: '[]\n', err: 'No series without a date. Without --mode there would be 2.\n' });
  });

  test('a plain list on a terminal says how many there are', async () => {
    const terminal = { ...with_(both), terminal: true };
    const says = '2 series have no date announced: mlops-guide upcoming --series-without-date';
    expect((await guide('upcoming', terminal)).err).toContain(says);
    expect((await guide('upcoming --online', terminal)).err).not.toContain(says);
    expect((await guide('upcoming', with_(both))).err).toBe('');
  });
});
