import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { deadlinesJsonSchema, outputJsonSchema } from '../../src/catalogue/json-schema';
import { ROW_FORMS } from '../../src/commands/output-forms';
import { cells } from '../../src/render/width';
import { anEvent } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { expectTwoLines, guide } from '../helpers/run';

/** Beside Data Days of the fixture: a call until 1 December AoE, extended, and a notification on the 15th. */
const built = builtFiles([
  anEvent({
    id: 'conf-tokyo',
    name: '東京 MLOps 会議',
    url: 'https://tokyo.example/',
    start: '2027-03-01',
    place: { city: 'Tokyo', country: 'JP' },
    milestones: [
      {
        kind: 'abstract',
        label: 'Abstracts',
        at: '2026-12-06T23:59',
        timezone: 'AoE',
        url: 'https://tokyo.example/cfp',
      },
      { kind: 'paper', label: 'Papers', at: '2026-12-13T23:59', timezone: 'AoE' },
      { kind: 'cfp', label: 'Talks', at: '2026-11-01' },
    ],
  }),
  anEvent({
    id: 'conf-west',
    name: 'Westernmost',
    start: '2027-02-01',
    topics: ['feature-stores'],
    relevance: 'adjacent',
    certainty: 'tentative',
    milestones: [
      { kind: 'early-bird', label: 'Early bird', at: '2026-11-22T17:00', timezone: 'America/Los_Angeles' },
      { kind: 'registration', label: 'Registration', at: '2026-11-20' },
      { kind: 'cfp', label: 'Call for papers', at: '2026-11-21' },
    ],
  }),
  anEvent({
    id: 'conf-off',
    name: 'Called off',
    start: '2027-02-01',
    status: 'cancelled',
    milestones: [{ kind: 'cfp', label: 'Call for papers', at: '2026-12-01' }],
  }),
  anEvent({
    id: 'conf-later',
    name: 'Put off',
    start: '2027-12-01',
    status: 'postponed',
    milestones: [{ kind: 'cfp', label: 'Call for papers', at: '2027-11-01' }],
  }),
]);
const ALL = [
  'conf-west registration', // its day is over here, but not everywhere
  'conf-west cfp',
  'conf-west early-bird',
  'data-days-2027 cfp',
  'conf-tokyo abstract',
  'conf-tokyo paper',
  'data-days-2027 notification',
  'conf-later cfp',
];
const due = (line: string, options: Parameters<typeof guide>[1] = {}) => guide(line, { built, ...options });

async function found(line: string, options: Parameters<typeof guide>[1] = {}): Promise<string[]> {
  const { code, out, err } = await due(`${line} --json --quiet`, options);
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return (JSON.parse(out) as { id: string; kind: string }[]).map(({ id, kind }) => `${id} ${kind}`);
}

test.each([
  ['deadlines', ALL],
  ['due', ALL],
  ['--milestone cfp due', ALL.filter((row) => row.endsWith('cfp'))],
  ['due --milestone abstract,paper', ['conf-tokyo abstract', 'conf-tokyo paper']],
  ['due --milestone notification', ['data-days-2027 notification']],
  // What is open somewhere is not left out because the day is over here.
  ['due --within 0d', ALL.slice(0, 2)],
  ['due --within 1d', ALL.slice(0, 2)],
  ['due --within 2d', ALL.slice(0, 3)], // 17:00 in Los Angeles is 01:00 UTC of the day after
  ['due --within 1d --tz America/Los_Angeles', ALL.slice(0, 3)],
  ['due --within 3mo', ALL.slice(0, 7)],
  ['due --from 2026-12-07', ALL.slice(4)], // 23:59 AoE on the 6th is noon of the 7th, UTC
  ['due --from 2026-12-07 --tz Pacific/Pago_Pago', ALL.slice(4)],
  ['due --from 2026-12-08 --to 2026-12-31', ALL.slice(5, 7)],
  ['due --to 2026-11-21', ALL.slice(0, 2)],
  ['due --topic feature-stores', [...ALL.slice(0, 4), 'data-days-2027 notification']],
  ['due --country JP', ['conf-tokyo abstract', 'conf-tokyo paper']],
  ['due --online', ['data-days-2027 cfp', 'data-days-2027 notification']],
  ['due --relevance core', ['conf-tokyo abstract', 'conf-tokyo paper', 'conf-later cfp']],
  ['due --certainty tentative --milestone cfp', ['conf-west cfp']],
  ['due --lang pt', ['data-days-2027 cfp', 'data-days-2027 notification']],
  // Of what is called off only when it is asked for.
  ['due --status cancelled', ['conf-off cfp']],
  ['due --status postponed', ['conf-later cfp']],
  ['due -n 2', ALL.slice(0, 2)],
  ['due --reverse', [...ALL].reverse()],
  ['due --sort date --reverse -n 1', ['conf-later cfp']],
  ['due --sort date', ALL],
  ['due --sort kind -n 1', ['conf-tokyo abstract']],
  ['due --sort name -n 3', ['data-days-2027 cfp', 'data-days-2027 notification', 'conf-later cfp']],
  ['due --now 2026-12-07T11:59Z -n 1', ['conf-tokyo abstract']],
  ['due --now 2026-12-07T12:00Z -n 1', ['conf-tokyo paper']],
  ['due --now 2030-01-01', []],
])('%s', async (line, rows) => {
  expect(await found(line)).toEqual(rows);
});

describe('what is called off takes nothing any more, wherever its deadlines are shown; what is put off says so', () => {
  test('upcoming', async () => {
    const line = 'upcoming --within 2y --status cancelled,postponed --from 2027-01-01';
    const { out } = await due(`${line} --json --fields id,nextDeadline.kind,nextDeadline.at`);
    expect(JSON.parse(out)).toEqual([
      { id: 'conf-off' },
      { id: 'conf-later', 'nextDeadline.kind': 'cfp', 'nextDeadline.at': '2027-11-01' },
    ]);
    const rows = (await due(line)).out.trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t').slice(12, 14))).toEqual([
      ['cancelled', ''],
      ['postponed', '2027-11-01'],
    ]);
    const table = (await due(`${line} --format table --width 100`)).out;
    expect(table).toMatch(/^1 Feb 2027 +cancelled +\* Called off +closed /m);
    expect(table).toMatch(/^1 Dec 2027 +postponed +\* Put off +345 days /m);
    const axis = await due('upcoming --status cancelled --timeline --format table --width 100');
    expect(axis.out).toMatch(/^x\* Called off/m);
    expect(axis.err).not.toContain('call for papers');
  });

  test('show', async () => {
    expect((await due('show conf-off --width 100')).out).toMatch(/ · event cancelled$/m);
    expect((await due('show conf-off --width 100 --now 2026-12-03')).out).toMatch(/ · closed$/m);
    expect((await due('show conf-later --width 100')).out).toMatch(/ · open, event postponed$/m);
  });

  test.each([
    ['2026-12', 120, /^1 Dec +x! +Call for papers: Called off +cancelled, zone not stated +conf-off$/m],
    ['2026-12', 90, /^1 Dec +x! Call for papers: Called off · cancelled, zone not stated$/m],
    ['2026-12', 90, /│x!CFP Call/],
    ['2026-12', 40, /^x! {2}Call for papers: Called off\n {4}cancelled, zone not stated$/m],
    ['2027-11', 120, /^1 Nov +x! +Call for papers: Put off +postponed, zone not stated +conf-later$/m],
  ])('calendar %s of %i cells', async (month, width, says) => {
    const { out, err } = await due(`calendar ${month} --format table --width ${width}`);
    expect(out).toMatch(says);
    expect(err).toContain('x cancelled or postponed');
  });

  test('in the colour of what does not take place', async () => {
    const { out } = await due('calendar 2026-12 --format table --width 40 --color always');
    expect(out).toContain('\u001B[31mx!  Call for papers: Called off');
    expect(out).toContain('\u001B[33m!   ');
  });
});

describe('--json', () => {
  test('one object a milestone, with the keys of the contract in their order', async () => {
    const { out, err } = await due('deadlines --json --from 2026-12-01');
    expect(err).toBe('');
    const rows = JSON.parse(out) as object[];
    expect(rows.slice(0, 2)).toEqual([
      {
        id: 'data-days-2027',
        name: 'Data Days 2027',
        kind: 'cfp',
        label: 'Call for papers',
        at: '2026-12-01',
        was: '2026-11-15',
        timezone: 'AoE',
        closesAt: '2026-12-02T11:59:59.000Z',
        daysLeft: 11,
        url: 'https://data-days.example/cfp',
      },
      {
        id: 'conf-tokyo',
        name: '東京 MLOps 会議',
        kind: 'abstract',
        label: 'Abstracts',
        at: '2026-12-06T23:59',
        timezone: 'AoE',
        closesAt: '2026-12-07T11:59:00.000Z',
        daysLeft: 16,
        url: 'https://tokyo.example/cfp',
      },
    ]);
    expect(Object.keys(rows[0] ?? {}).join()).toBe('id,name,kind,label,at,was,timezone,closesAt,daysLeft,url');
    expect(Object.keys(rows[1] ?? {}).join()).toBe('id,name,kind,label,at,timezone,closesAt,daysLeft,url');
    // Without an address of its own a milestone has its event's, if any.
    expect(rows).toMatchObject([
      {},
      {},
      { url: 'https://tokyo.example/' },
      { closesAt: null, timezone: null },
      { url: null },
    ]);
  });

  test.each([
    ['deadlines', deadlinesJsonSchema()],
    ['output', outputJsonSchema(Object.values(ROW_FORMS))],
  ])('fits the schema called %s, which takes nothing else', async (_, schema) => {
    type Json = z.core.JSONSchema.JSONSchema;
    const fits = (value: unknown): boolean => z.fromJSONSchema(schema as Json).safeParse(value).success;
    const rows = JSON.parse((await due('due --json')).out) as object[];
    expect(fits(rows)).toBe(true);
    for (const own of [{ kind: 'deadline' }, { daysLeft: -1 }, { daysLeft: 1.5 }, { closesAt: 'soon' }, { at: null }])
      expect({ own, fits: fits([{ ...rows[0], ...own }]) }).toEqual({ own, fits: false });
    expect(fits([{ ...rows[0], colour: 'blue' }])).toBe(true);
  });

  test('mlops-guide schema deadlines prints it', async () => {
    expect(JSON.parse((await due('schema deadlines')).out)).toEqual(deadlinesJsonSchema());
  });
});

describe('other forms', () => {
  test('a pipe gets its fixed columns', async () => {
    const { out } = await due('due --header --milestone cfp --topic feature-stores');
    expect(out).toBe(
      [
        'id\tname\tkind\tlabel\tat\twas\ttimezone\tclosesAt\tdaysLeft\turl',
        'conf-west\tWesternmost\tcfp\tCall for papers\t2026-11-21\t\t\t\t0\t',
        'data-days-2027\tData Days 2027\tcfp\tCall for papers\t2026-12-01\t2026-11-15\tAoE\t2026-12-02T11:59:59.000Z\t11\thttps://data-days.example/cfp',
        '',
      ].join('\n'),
    );
  });

  test('csv, md, jsonl and yaml', async () => {
    const line = 'due --milestone cfp --lang pt --format';
    expect((await due(`${line} csv`)).out).toMatch(/^id,name,kind,.*\ndata-days-2027,Data Days 2027,cfp,/);
    expect((await due(`${line} md`)).out).toContain('[Data Days 2027](<https://data-days.example/cfp>)');
    const [row] = JSON.parse((await due('due --milestone cfp --lang pt --json')).out) as unknown[];
    expect(JSON.parse((await due(`${line} jsonl`)).out)).toEqual(row);
    expect(parse((await due(`${line} yaml`)).out)).toEqual([row]);
  });

  test('--fields', async () => {
    expect((await due('due --lang pt --fields daysLeft,kind,was')).out).toBe(
      '11\tcfp\t2026-11-15\n24\tnotification\t\n',
    );
  });
});

describe('a table', () => {
  const table = (line: string, columns = 160) =>
    due(line, { terminal: true, env: { NO_COLOR: '1', TZ: 'Europe/Berlin' }, columns });

  test('what is due, in the zone of the reader and as stated, with what is unsure marked', async () => {
    const { out, err } = await table('due --now 2026-11-21T11:30Z');
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^DUE +DATE +EVENT +WHAT$/);
    for (const words of [
      /^may be closed +Fri 20 Nov, zone not stated +Westernmost +Registration\?$/m,
      /^closes today +Sat 21 Nov, zone not stated +Westernmost/m,
      /^ends in 37 h 30 min +Sun 22 Nov 17:00 PST = Mon 23 Nov 02:00 CET +Westernmost +Early bird\?$/m,
      /^closes in 11 days +Tue 1 Dec AoE = Wed 2 Dec 12:59 CET \(was Sun 15 Nov\) +Data Days 2027/m,
      /^due in 16 days +Sun 6 Dec 23:59 AoE = Mon 7 Dec 12:59 CET +\* 東京 MLOps 会議 +Abstracts$/m,
      /^comes in 24 days +Tue 15 Dec, zone not stated +Data Days 2027 +Notification$/m,
      // Of a day so far away the year is said.
      /^closes in 345 days +Mon 1 Nov 2027, zone not stated +\* Put off +Call for papers, event postponed$/m,
    ])
      expect(out).toMatch(words);
    expect(err).toContain('8 deadlines · * about MLOps itself · ? event not confirmed · catalogue of');
  });

  test('one clock is enough where both show the same', async () => {
    const inLosAngeles = await due('due --tz America/Los_Angeles --milestone early-bird --format table --width 120');
    expect(inLosAngeles.out).toContain('Sun 22 Nov 17:00 PST  ');
    expect(inLosAngeles.out).not.toContain('=');
    // A day that ends where the reader is.
    const milestones = [{ kind: 'cfp', label: 'C', at: '2026-12-01', timezone: 'Europe/Berlin' }] as const;
    const own = builtFiles([anEvent({ id: 'here', start: '2027-03-01', milestones: [...milestones] })]);
    const inBerlin = await guide('due --tz Europe/Berlin --relevance core --format table --width 120', { built: own });
    expect(inBerlin.out).toMatch(/closes in 10 days {2}Tue 1 Dec 23:59 CET +\* A name/);
    // The date is said once where only the clock differs.
    const { out } = await due('due --tz Pacific/Pago_Pago --milestone abstract --format table --width 120');
    expect(out).toContain('Sun 6 Dec 23:59 AoE = Mon 7 Dec 00:59 SST');
    const inHonolulu = await due('due --tz America/Denver --milestone early-bird --format table --width 120');
    expect(inHonolulu.out).toContain('Sun 22 Nov 17:00 PST = 18:00 MST');
  });

  test.each([120, 100, 80, 60, 40, 20])('fits %i columns, and loses nothing that matters', async (columns) => {
    const { out } = await table('due', columns);
    for (const line of out.split('\n')) expect(cells(line)).toBeLessThanOrEqual(columns);
    const flat = out.replace(/\s+/g, ' ');
    expect(flat).not.toContain('…');
    if (columns >= 40)
      for (const words of ['may be closed', 'closes today', '東京', '= Mon 7 Dec 12:59 CET', '(was Sun 15 Nov)'])
        expect(flat).toContain(words);
  });

  test('a word stands beside every colour', async () => {
    const { out } = await due('due --format table --color always --width 160');
    const plain = out.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '');
    expect(out).toContain('\u001b[31mcloses today\u001b[39m');
    expect(out).toContain('\u001b[32mdue in 16 days\u001b[39m');
    expect(out).not.toMatch(/\u001b\[3\dmcomes/);
    expect(plain).toBe((await due('due --format table --width 160')).out);
    const week = await due('due --format table --color always --width 160 --now 2026-12-01');
    expect(week.out).toContain('\u001b[33mdue in 6 days\u001b[39m');
  });
});

describe('--one-line', () => {
  test.each([
    ['due --one-line', 'registration may be closed: Westernmost'],
    ['due --one-line --milestone cfp', 'CFP closes today: Westernmost'],
    ['due --one-line --milestone early-bird', 'early bird ends in 39 h 59 min: Westernmost'],
    ['due --one-line --milestone notification', 'notification comes in 24 days: Data Days 2027'],
    ['due --one-line --country JP', 'abstracts due in 16 days: 東京 MLOps 会議'],
    ['due --one-line --country JP --width 41', 'abstracts due in 16 days: 東京 MLOps 会議'],
    ['due --one-line --country JP --width 40', 'abstracts due in 16 days: 東京 MLOps 会…'],
    ['due --one-line --country JP --width 34', 'abstracts due in 16 days: 東京 ML…'],
    ['due --one-line --country JP --width 29', 'abstracts due in 16 days: 東…'],
    ['due --one-line --width 20 --milestone cfp', 'CFP closes today: W…'],
  ])('%s', async (line, words) => {
    // A minute past the hour, so that minutes count.
    expect(await due(line, { now: '2026-11-21T09:00:01Z' })).toMatchObject({ code: 0, out: `${words}\n`, err: '' });
  });

  test('not a word on stderr, whatever the exit code', async () => {
    expect(await due('due --one-line --fail-within 3d')).toMatchObject({ code: 10, err: '' });
  });

  test('nothing at all where there is nothing', async () => {
    expect(await due('due --one-line --now 2030-01-01')).toMatchObject({ code: 0, out: '', err: '' });
  });

  test('at most sixty cells when nobody says how many', async () => {
    const name = 'An international symposium on nearly everything that can be learnt by machines';
    const event = anEvent({
      id: 'long',
      name,
      start: '2027-03-01',
      milestones: [{ kind: 'cfp', label: 'C', at: '2026-11-21' }],
    });
    const { out } = await guide('due --one-line --relevance core', { built: builtFiles([event]) });
    expect(out).toBe('CFP closes today: An international symposium on nearly ever…\n');
    expect(cells(out.trimEnd())).toBe(60);
  });

  test.each(['--json', '--format table', '--fields id'])('takes no %s', async (option) => {
    const ran = await due(`due --one-line ${option}`);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectTwoLines(ran.err, '--one-line is text', '--limit 1');
  });
});

describe('--fail-within', () => {
  test.each<[line: string, code: number]>([
    ['due --fail-within 3d', 10],
    ['due --fail-within 3d --one-line', 10],
    ['due --fail-within 3d --json', 10],
    ['due --fail-within 3d --milestone abstract', 0],
    ['due --fail-within 15d --milestone abstract', 0],
    ['due --fail-within 16d --milestone abstract', 10],
    ['due --fail-within 2w --milestone abstract --now 2026-11-23', 10],
    // By calendar days, as --within: the same rows, the same answer, until the last second.
    ['due --within 1d --milestone early-bird --fail-within 1d', 0],
    ['due --within 2d --milestone early-bird --fail-within 2d', 10],
    ['due --fail-within 0d --now 2026-12-07T11:59Z --country JP', 10],
    ['due --fail-within 0d --now 2026-12-07T12:01Z --country JP', 0],
    // What is cut by a limit closes all the same; a notification closes nothing, unless it is asked for.
    ['due --fail-within 16d --country JP -n 1 --sort name', 10],
    ['due --fail-within 30d --lang pt --now 2026-12-10', 0],
    ['due --fail-within 30d --lang pt --now 2026-12-10 --milestone notification', 10],
    ['due --fail-within 30d --now 2030-01-01', 0],
  ])('%s: exit %i', async (line, code) => {
    expect((await due(line)).code).toBe(code);
  });

  test('says why, on stderr', async () => {
    const { err, out } = await due('due --fail-within 2d --milestone early-bird,cfp --within 2d');
    expect(out.split('\n')).toHaveLength(3);
    expect(err).toBe('2 due by 2026-11-23: exit code 10\n');
  });
});

describe('nothing found is no failure', () => {
  test.each([
    ['due --within 15d --country JP', 'No open deadlines match. Without --country there would be 4.'],
    ['due --to 2026-11-30 --milestone paper', 'No open deadlines match. Without --to there would be 1.'],
    ['due --within 1d --milestone paper', 'No open deadlines match. Without --within there would be 1.'],
    ['due --city zürich', 'No open deadlines match. Without --city there would be 8.'],
    ['due --milestone notification --country JP', 'No open deadlines match. Without --country there would be 1.'],
    ['due --milestone cfp --country JP --relevance core', 'Without --country there would be 1.'],
    ['due --milestone registration --country JP --topic monitoring', 'Without --milestone there would be 2.'],
    ['due --now 2030-01-01', 'No open deadlines match.\n'],
  ])('%s', async (line, says) => {
    const { code, out, err } = await due(line);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain(says);
  });

  test('as JSON: []', async () => {
    expect(await due('due --now 2030-01-01 --json')).toMatchObject({ code: 0, out: '[]\n' });
  });
});

test.each([
  ['due --milestone cpf', 'no "cpf". Did you mean "cfp"?', 'One of: cfp, abstract'],
  ['due --fail-within soon', '--fail-within: "soon" is no span.', '30d'],
  ['due --within 3m', 'is no span', '30d'],
  ['due --sort when', 'no "when"', 'One of: name, date'],
])('%s: exit 2', async (line, says, wayOut) => {
  const ran = await due(line);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expectTwoLines(ran.err, says, wayOut);
});

describe('what is said to be equal is', () => {
  const call = (at: string, timezone: string) => ({ kind: 'cfp', label: 'Call', at, timezone }) as const;
  const conf = (id: string, at: string, timezone: string) =>
    anEvent({ id, name: id, start: '2027-06-01', milestones: [call(at, timezone)] });
  const built = builtFiles([
    conf('conf-skipped', '2027-03-14T02:30', 'America/New_York'),
    conf('conf-utc', '2027-03-15T22:59', 'UTC'),
    conf('conf-day', '2027-03-16', 'UTC'),
  ]);
  const asked = async (line: string): Promise<string> => {
    const { out } = await guide(line, { terminal: true, columns: 100, built, env: { NO_COLOR: '1' } });
    return out.replace(/\s+/g, ' ');
  };

  test('a time that clocks skip is the one that comes in its place', async () => {
    expect(await asked('due --from 2027-03-01 --tz UTC')).toContain('Sun 14 Mar 03:30 EDT = 07:30 UTC * conf-skipped');
    const page = await asked('show conf-skipped --tz UTC');
    expect(page).toContain('Sun 14 Mar 2027 03:30 EDT (America/New_York) = 14 Mar 2027 07:30 UTC where you are');
    expect(page).toContain('stated as Sun 14 Mar 2027 02:30, a time that clocks skip there');
    expect(await asked('calendar 2027-03 --tz UTC')).toContain(
      '14 Mar 07:30 UTC ! Call: conf-skipped 14 Mar 03:30 EDT',
    );
  });

  test.each(['UTC', 'Etc/UTC'])('no time equals itself in %s', async (zone) => {
    expect(await asked(`due --from 2027-03-01 --tz ${zone}`)).toMatch(
      / Mon 15 Mar 22:59 UTC \* conf-utc .* Tue 16 Mar 23:59 UTC \* conf-day /,
    );
    expect(await asked(`show conf-utc --tz ${zone}`)).toContain('Call: Mon 15 Mar 2027 22:59 UTC · open');
  });
});
