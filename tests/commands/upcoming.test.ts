import { describe, expect, test } from 'vitest';
import { cells } from '../../src/render/width';
import { anEvent } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { expectTwoLines, guide, idsOf } from '../helpers/run';

const THREE_MONTHS = [
  'mlops-day-2026',
  'drift-webinar-2026',
  'feature-meetup-2026',
  'data-days-2027',
  'mlops-day-2027',
];

test('three months ahead, those under way first, then by start', async () => {
  expect(await idsOf('upcoming')).toEqual(THREE_MONTHS);
});

test.each([
  // An all-day event ends with its last day at its place: Zürich, an hour before UTC.
  ['upcoming --now 2026-11-21T22:59Z --within 1d', ['mlops-day-2026']],
  ['upcoming --now 2026-11-21T23:00Z --within 1d', []],
  // A timed one with its last minute: 19:00 in New York is midnight UTC.
  ['upcoming --now 2026-11-24T23:59Z --within 1d', ['drift-webinar-2026']],
  ['upcoming --now 2026-11-25T00:00Z --within 1d', []],
  ['upcoming --now 2022-05-17 --tz UTC', ['mlops-day-2022']],
  ['upcoming --now 2022-05-16 --tz UTC --within 1d', ['mlops-day-2022']],
  ['upcoming --now 2022-02-16 --tz UTC', []], // a day more than three months ahead
  ['upcoming --now 2022-02-17 --tz UTC', ['mlops-day-2022']],
  ['upcoming --within 3d', ['mlops-day-2026', 'drift-webinar-2026']],
  ['upcoming --to 2026-12-03', ['mlops-day-2026', 'drift-webinar-2026', 'feature-meetup-2026']],
  ['upcoming --from 2027-02-01', ['mlops-day-2027']],
  // The reader's own day counts: in Tokyo the webinar is on the 25th.
  ['upcoming --to 2026-11-24 --tz Asia/Tokyo', ['mlops-day-2026']],
  ['upcoming --to 2026-11-25 --tz Asia/Tokyo', ['mlops-day-2026', 'drift-webinar-2026']],
  ['upcoming --topic feature-stores', ['mlops-day-2026', 'feature-meetup-2026', 'data-days-2027']],
  ['upcoming --all-topics feature-stores,monitoring', ['mlops-day-2026']],
  ['upcoming --not-topic feature-stores', ['drift-webinar-2026', 'mlops-day-2027']],
  ['upcoming --online', ['drift-webinar-2026', 'data-days-2027']],
  ['upcoming --mode in-person --country CH', ['mlops-day-2026', 'mlops-day-2027']],
  ['upcoming --city london', ['feature-meetup-2026']],
  ['upcoming --type conference --relevance core', ['mlops-day-2026', 'mlops-day-2027']],
  ['upcoming --series mlops-day', ['mlops-day-2026', 'mlops-day-2027']],
  ['upcoming --certainty confirmed --status scheduled', ['mlops-day-2026', 'drift-webinar-2026', 'data-days-2027']],
  // To the end of the year, not for three months alone.
  ['upcoming --year 2027', ['data-days-2027', 'mlops-day-2027']],
  ['upcoming --year 2027 --now 2026-01-01', ['data-days-2027', 'mlops-day-2027']],
  ['upcoming --year 2027 --within 3mo --now 2026-01-01', []],
  ['upcoming --lang pt', ['data-days-2027']],
  [
    'upcoming --sort name',
    ['data-days-2027', 'drift-webinar-2026', 'feature-meetup-2026', 'mlops-day-2026', 'mlops-day-2027'],
  ],
  ['upcoming --reverse', [...THREE_MONTHS].reverse()],
  ['upcoming -n 1', ['mlops-day-2026']],
])('%s', async (line, ids) => {
  expect(await idsOf(line)).toEqual(ids);
});

describe('--json', () => {
  test('adds to each entry what holds at this moment', async () => {
    const { out, err } = await guide('upcoming --json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject([
      {
        id: 'mlops-day-2026',
        state: 'ongoing',
        allDay: true,
        startsInDays: -1,
        nextDeadline: null,
        sources: expect.any(Array) as unknown,
      },
      { id: 'drift-webinar-2026', state: 'upcoming', allDay: false, startsInDays: 3, start: '2026-11-24T18:00' },
      { id: 'feature-meetup-2026', status: 'cancelled' },
      {
        id: 'data-days-2027',
        startsInDays: 60,
        nextDeadline: {
          kind: 'cfp',
          at: '2026-12-01',
          timezone: 'AoE',
          closesAt: expect.stringMatching(/^2026-12-02T1[12]:/) as unknown,
          daysLeft: 11,
        },
      },
      { id: 'mlops-day-2027', certainty: 'tentative' },
    ]);
  });

  test('days are counted where the reader is', async () => {
    const [, webinar] = JSON.parse((await guide('upcoming --json --tz Pacific/Kiritimati')).out) as unknown[];
    expect(webinar).toMatchObject({ id: 'drift-webinar-2026', startsInDays: 4 });
  });

  test('when the call has closed, nothing closes with the notification', async () => {
    const { out } = await guide('upcoming --json --lang pt --now 2026-12-03');
    expect(JSON.parse(out)).toMatchObject([{ id: 'data-days-2027', nextDeadline: null }]);
  });
});

test('the next deadline is the same in every form, and no notification', async () => {
  const built = builtFiles([
    anEvent({
      id: 'conf',
      name: 'Conf',
      start: '2027-06-01',
      language: 'nl',
      milestones: [
        { kind: 'notification', label: 'Answers', at: '2026-11-25', timezone: 'AoE' },
        { kind: 'paper', label: 'Papers', at: '2026-12-01', timezone: 'AoE' },
        { kind: 'cfp', label: 'Talks', at: '2027-01-10', timezone: 'AoE' },
      ],
    }),
  ]);
  const ask = async (form: string): Promise<string> =>
    (await guide(`upcoming --within 2y --lang nl ${form}`, { built })).out;
  expect(JSON.parse(await ask('--json'))).toMatchObject([{ nextDeadline: { kind: 'paper', daysLeft: 11 } }]);
  expect((await ask('')).split('\t')[13]).toBe('2026-12-02T11:59:59.000Z');
  expect(await ask('--format table --width 100')).toMatch(/^1 Jun 2027 +in 192 days +\* Conf +11 days /m);
});

test('a pipe gets its fixed columns', async () => {
  const { out } = await guide('upcoming --lang pt --header');
  expect(out.split('\n')[0]).toBe(
    'id\tstate\tstart\tend\ttimezone\tname\ttype\tmode\tcity\tcountry\trelevance\tcertainty\tstatus\tdeadline\turl',
  );
  expect(out.split('\n')[1]).toMatch(
    /^data-days-2027\tupcoming\t2027-01-20\t2027-01-22\tAmerica\/Sao_Paulo\tData Days 2027\t.*\thttps:\/\/data-days\.example\/$/,
  );
});

test('a terminal gets a table: state, days left, place, call for papers, marks explained below', async () => {
  const { out, err } = await guide('upcoming', { terminal: true, env: { NO_COLOR: '1' }, columns: 160 });
  for (const words of ['on now', 'in 3 days', 'online', 'Zürich, CH', '11 days', 'cancelled'])
    expect(out).toContain(words);
  expect(err).toContain('5 events');
  expect(err).toContain('about MLOps');
  expect(err).toContain('not confirmed');
});

describe('a table of fewer columns', () => {
  const built = builtFiles([
    anEvent({
      id: 'long',
      name: 'Fourth International Workshop on Machine Learning in Production and Elsewhere',
      start: '2026-12-28',
      end: '2027-01-04',
      mode: 'hybrid',
      place: { city: 'Rio de Janeiro', country: 'BR' },
      milestones: [{ kind: 'cfp', label: 'CFP', at: '2026-12-01' }],
    }),
    anEvent({ id: 'old', name: 'A long one', start: '2025-12-31', end: '2026-12-31' }),
    anEvent({ id: 'talk', name: 'A talk', start: '2027-01-12T18:00', end: '2027-01-12T19:00', timezone: 'UTC' }),
    anEvent({ id: 'far', name: 'Far ahead', start: '2027-12-28', end: '2028-01-04' }),
  ]);
  const table = async (columns: number): Promise<string> =>
    (await guide('upcoming --within 24mo', { terminal: true, env: { NO_COLOR: '1' }, columns, built })).out;

  test.each([160, 120, 100, 80, 60, 40])('of %i loses nothing that matters', async (columns) => {
    const out = await table(columns);
    for (const line of out.split('\n')) expect(cells(line)).toBeLessThanOrEqual(columns);
    expect(out).not.toContain('…');
    const words = out.split(/\s+/);
    const wanted =
      'Fourth Workshop Machine Elsewhere Janeiro, BR + online 10 days cancelled 11 5 20–22 Jan 2028 UTC * now';
    for (const word of wanted.split(' ')) expect(words).toContain(word);
  });

  test('shortens what can be said shorter, and lets names and places go on below', async () => {
    expect((await table(80)).trimEnd().split('\n')).toEqual([
      'WHEN              STARTS     EVENT                    WHERE             CFP ENDS',
      '31 Dec 2025 –     on now     * A long one',
      '31 Dec 2026',
      '20–21 Nov         on now     * MLOps Day 2026         Zürich, CH',
      '24 Nov 23:00 –    3 days     * Drift, live: a         online',
      '25 Nov 00:00 UTC               webinar (24 Nov 18:00',
      '                               New York)',
      '3 Dec 18:30 UTC   cancelled  * Feature Store Meetup   London, GB',
      '                               December',
      '28 Dec –          37 days    * Fourth International   Rio de Janeiro,   10 days',
      '4 Jan 2027                     Workshop on Machine    BR',
      '                               Learning in            + online',
      '                               Production and',
      '                               Elsewhere',
      '12 Jan 18:00 –    52 days    * A talk',
      '19:00 UTC',
      '20–22 Jan         60 days      Data Days 2027         São Paulo, BR     11 days',
      '                                                      + online',
      '5 Feb?            tentative  * MLOps Day 2027         Zürich, CH',
      '28 Dec 2027 –     402 days   * Far ahead',
      '4 Jan 2028',
    ]);
  });
});

describe('now and the zone', () => {
  const first = async (line: string, options = {}): Promise<string | undefined> => (await idsOf(line, options))[0];

  test.each([
    ['the clock', 'upcoming', { now: '2026-11-22T09:00Z' }, 'drift-webinar-2026'],
    ['MLOPS_GUIDE_NOW', 'upcoming', { env: { MLOPS_GUIDE_NOW: '2026-12-01' } }, 'feature-meetup-2026'],
    [
      '--now over MLOPS_GUIDE_NOW',
      'upcoming --now 2027-02-01',
      { env: { MLOPS_GUIDE_NOW: '2026-12-01' } },
      'mlops-day-2027',
    ],
    ['an empty MLOPS_GUIDE_NOW, which is none', 'upcoming', { env: { MLOPS_GUIDE_NOW: '' } }, 'mlops-day-2026'],
    // Midnight in Kiritimati is ten in the morning of the day before, UTC.
    ['--now as a day of the reader', 'upcoming --now 2026-11-22 --tz Pacific/Kiritimati', {}, 'mlops-day-2026'],
    ['--now as a day of the reader', 'upcoming --now 2026-11-22 --tz Europe/Zurich', {}, 'drift-webinar-2026'],
    ['the zone of TZ', 'upcoming --now 2026-11-22', { env: { TZ: 'Pacific/Kiritimati' } }, 'mlops-day-2026'],
    [
      'MLOPS_GUIDE_TZ over TZ',
      'upcoming --now 2026-11-22',
      { env: { MLOPS_GUIDE_TZ: 'Pacific/Kiritimati' } },
      'mlops-day-2026',
    ],
    [
      '--tz over all',
      'upcoming --now 2026-11-22 --tz Europe/Zurich',
      { env: { TZ: 'Pacific/Kiritimati' } },
      'drift-webinar-2026',
    ],
    ['an instant with an offset', 'upcoming --now 2026-11-22T13:00+14:00', {}, 'drift-webinar-2026'],
  ])('%s: %s', async (_, line, options, id) => {
    expect(await first(line, options)).toBe(id);
  });

  test.each([
    ['upcoming --tz Mars/Olympus', 'no time zone "Mars/Olympus".'],
    ['upcoming --tz PST', 'no time zone "PST".'],
    ['upcoming --tz berlin', 'no time zone "berlin". Did you mean "Europe/Berlin"?'],
    ['upcoming --tz Europe/Belrin', 'no time zone "Europe/Belrin". Did you mean "Europe/Berlin"'],
    ['upcoming --tz AoE', 'no time zone "AoE".'],
    ['upcoming --tz=', 'no time zone "".'],
    ['upcoming --now tomorrow', '"tomorrow" is no day or time.'],
    ['upcoming --now 2026-02-30', '"2026-02-30" is no day or time.'],
    ['upcoming --now 2026-11-21T25:00', 'is no day or time.'],
    ['upcoming --now=', '"" is no day or time.'],
  ])('%s: exit 2', async (line, says) => {
    const ran = await guide(line);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectTwoLines(ran.err, says, 'Use ');
  });

  test('zones in any case', async () => {
    const inZone = async (line: string, env = {}) => (await guide(`due --format table ${line}`, { env })).out;
    const tokyo = await inZone('--tz Asia/Tokyo');
    expect(tokyo).not.toBe(await inZone('--tz America/Lima'));
    expect(await inZone('--tz asia/TOKYO')).toBe(tokyo);
    expect(await inZone('', { MLOPS_GUIDE_TZ: 'asia/tokyo' })).toBe(tokyo);
    expect(await inZone('--tz utc')).toBe(await inZone('--tz UTC'));
  });

  test('a TZ that is no zone is said once, unless notes are not wanted', async () => {
    const note = 'TZ is "Nowhere/Else", which is no known time zone: times are in UTC. Set MLOPS_GUIDE_TZ or --tz.\n';
    const env = { TZ: 'Nowhere/Else' };
    expect((await guide('upcoming', { env })).err).toBe(note);
    expect((await guide('upcoming --quiet', { env })).err).toBe('');
    expect((await guide('upcoming --tz Asia/Tokyo', { env })).err).toBe('');
    expect((await guide('upcoming', { env: { TZ: '\u001b[31mX' } })).err).not.toContain('\u001b');
  });

  test('a machine without a zone that we know reads UTC', async () => {
    expect(await first('upcoming --now 2026-11-21T23:00', { env: { TZ: 'Nowhere/Else' } })).toBe('drift-webinar-2026');
  });
});

describe('nothing found is no failure', () => {
  test('what comes later is said', async () => {
    const { code, out, err } = await guide('upcoming --now 2026-12-04 --within 1w');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^No events by 2026-12-11\./);
    // The filter in the way is named where one is, a wider look where there is none.
    expect(err).toMatch(/--within|later/);
  });

  test.each([
    { now: '2026-02-01', says: 'No events by 2026-05-01. 5 later: try --within 12mo.\n' },
    { now: '2022-06-01', says: 'No events by 2022-09-01. 5 later: try --to 2026-11-20.\n' },
  ])('of $now, the way to what comes later leads there', async ({ now, says }) => {
    const { out, err } = await guide(`upcoming --now ${now} --tz UTC`);
    expect({ out, err }).toEqual({ out: '', err: says });
    const way = says.split(' try ')[1]?.slice(0, -2) ?? '';
    expect((await idsOf(`upcoming --now ${now} --tz UTC ${way}`))[0]).toBe('mlops-day-2026');
  });

  test('of days that are over it is said where they are', async () => {
    const { code, out, err } = await guide('upcoming --from 2026-01-01 --to 2026-11-19');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const listed = 'mlops-guide list events --from 2026-01-01 --to 2026-11-19';
    expect(err).toBe(`No events by 2026-11-19. These days are over; what was on: ${listed}\n`);
    expect((await guide('upcoming --year 2020..2023,2025')).err).toBe(
      'No events by 2025-12-31. These days are over; what was on: mlops-guide list events --year 2020..2023,2025\n',
    );
    expect((await guide('upcoming --year 2090..')).err).toMatch(/^No events of these years\./);
    expect((await guide(listed.replace('mlops-guide ', ''))).code).toBe(0);
    expect((await guide('upcoming --to 2026-11-19')).err).toContain('mlops-guide list events --to 2026-11-19\n');
    expect((await guide('upcoming --city london --to 2026-11-21')).err).not.toContain('over');
  });

  test('the filter in the way is named', async () => {
    expect((await guide('upcoming --city london --online')).err).toMatch(
      /Without --(online|city|mode) there would be \d/,
    );
  });

  test('as JSON: []', async () => {
    expect(await guide('upcoming --now 2030-01-01 --json')).toMatchObject({ code: 0, out: '[]\n' });
  });

  test('--quiet', async () => {
    expect(await guide('upcoming --now 2030-01-01 --quiet')).toMatchObject({ code: 0, out: '', err: '' });
  });
});
