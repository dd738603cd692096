import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testNetwork } from '../helpers/network';
import { aReader, type Reader } from '../helpers/reader';
import { aServer, nobody, type TestServer } from '../helpers/server';

interface Conference {
  readonly name: string;
  readonly startDate: string;
  readonly [key: string]: unknown;
}
const conference = (name: string, startDate: string, own: object = {}): Conference => ({
  name,
  startDate,
  url: `https://${name.toLowerCase().replace(/\W+/g, '-')}.example/`,
  city: 'Berlin',
  country: 'Germany',
  ...own,
});
const ONE = conference('Pipeline Days', '2027-03-01', { endDate: '2027-03-02', cfpEndDate: '2026-12-24' });
const TWO = conference('Model Forum', '2027-04-10');

/** A reader with one source on a server; `serve` changes what it serves. */
async function setUp(first: readonly unknown[] = [ONE, TWO]) {
  const server = await aServer();
  const serve = (records: readonly unknown[], path = '/data.json') => server.pages.set(path, JSON.stringify(records));
  serve(first);
  const reader = aReader();
  await add(reader, `${server.url}/data.json`, 'a-list');
  return { server, serve, reader, run: reader.run };
}

async function add(reader: Reader, location: string, name: string): Promise<void> {
  const { code, err } = await reader.run(['sources', 'add', location, '--name', name, '--topic', 'monitoring']);
  expect({ code, err }).toMatchObject({ code: 0 });
}

/** An entry as scripts get it. */
const shown = async ({ run }: Pick<Reader, 'run'>, id: string): Promise<Readonly<Record<string, unknown>>> =>
  (JSON.parse((await run(`show ${id} --json`)).out) as Record<string, unknown>[])[0] ?? {};
const last = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
const ids = async (reader: Reader): Promise<string[]> =>
  (await reader.run('list events --format jsonl --fields id,origin')).out
    .split('\n')
    .filter((line) => line.includes('source:'))
    .map((line) => (JSON.parse(line) as { id: string }).id)
    .sort();

describe('update', () => {
  test('brings in what a source tells, which every command then has', async () => {
    const { reader, run } = await setUp();
    const { code, out, err } = await run('update');
    expect({ code, out }).toEqual({ code: 0, out: 'a-list\tread\t2\t2\t2\t0\t0\t0\t0\t0\t\n' });
    expect(err).toBe('2 added\n');
    expect(await ids(reader)).toEqual(['model-forum-2027', 'pipeline-days-2027']);
    expect((await run('search model forum')).out).toContain('model-forum-2027');
    expect((await run('upcoming --within 6mo')).out).toContain('pipeline-days-2027');
    expect((await run('deadlines')).out).toContain('pipeline-days-2027');
    expect(await shown(reader, 'pipeline-days-2027')).toMatchObject({
      place: { city: 'Berlin', country: 'DE' },
      milestones: [{ kind: 'cfp', at: '2026-12-24' }],
      certainty: 'tentative',
      origin: 'source:a-list',
      sources: [{ verified: '2026-11-21' }],
    });
  });

  test('a second time asks whether anything has changed, and changes nothing', async () => {
    const { server, run, reader } = await setUp();
    await run('update');
    const before = JSON.parse(readFileSync(reader.fetched, 'utf8')) as { now: object };
    const { code, out, err } = await run('update');
    expect({ code, err }).toEqual({ code: 0, err: 'nothing new\n' });
    expect(out).toContain('a-list\tunchanged');
    expect(server.asked[0]?.headers['if-none-match']).toBeUndefined();
    expect(server.asked[1]?.headers['if-none-match']).toMatch(/^"/);
    const after = JSON.parse(readFileSync(reader.fetched, 'utf8')) as { now: object };
    expect(after).toEqual({ ...before, now: { ...before.now, updated: expect.any(String) as string } });
  });

  test('tells what was moved, extended, cancelled and added, old and new, and keeps it in the journal', async () => {
    const { run, serve, reader } = await setUp([ONE, TWO, conference('Off Days', '2027-05-05')]);
    await run('update');
    serve([
      { ...ONE, cfpEndDate: '2027-01-10' },
      { ...TWO, startDate: '2027-04-17' },
      conference('CANCELLED: Off Days', '2027-05-05', { url: 'https://off-days.example/' }),
      conference('New Days', '2027-06-01'),
    ]);
    const { out, err } = await run('update', { now: '2026-11-25T09:00:00Z' });
    expect(out).toBe('a-list\tread\t4\t4\t1\t1\t1\t1\t0\t0\t\n');
    expect(err.split('\n').slice(0, 3).sort()).toEqual([
      'cancelled: Off Days 2027 status: scheduled → cancelled (a-list)',
      'extended: Pipeline Days 2027 milestones.cfp: 2026-12-24 → 2027-01-10 (a-list)',
      'moved: Model Forum 2027 dates: 2027-04-10 → 2027-04-17 (a-list)',
    ]);
    expect(last(err)).toBe('1 added, 1 moved, 1 extended, 1 cancelled');
    const { journal } = JSON.parse(readFileSync(reader.fetched, 'utf8')) as { journal: readonly object[] };
    expect(journal).toHaveLength(3 + 4);
    expect(journal).toContainEqual({
      day: '2026-11-25',
      change: 'moved',
      id: 'model-forum-2027',
      kind: 'event',
      name: 'Model Forum 2027',
      field: 'dates',
      old: '2027-04-10',
      new: '2027-04-17',
      source: 'a-list',
      ref: expect.stringContaining('/data.json') as string,
    });
    expect(await shown(reader, 'model-forum-2027')).toMatchObject({ sequence: 1 });
    const extended = await shown(reader, 'pipeline-days-2027');
    expect(extended).toMatchObject({ milestones: [{ at: '2027-01-10', was: '2026-12-24' }] });
  });

  test('what is dropped from a list is not cancelled', async () => {
    const { run, serve } = await setUp();
    await run('update');
    serve([ONE]);
    const { err } = await run('update', { now: '2026-11-25T09:00:00Z' });
    expect(last(err)).toBe('1 retired');
    expect(await shown({ run }, 'model-forum-2027')).toMatchObject({
      status: 'scheduled',
      certainty: 'tentative',
      note: 'Not in a-list any more since 2026-11-25: check whether it takes place.',
    });
    serve([ONE, TWO]);
    await run('update', { now: '2026-11-26T09:00:00Z' });
    expect(await shown({ run }, 'model-forum-2027')).not.toHaveProperty('note');
  });

  test('leaves out bad records one by one, and says why', async () => {
    const { run } = await setUp([
      ONE,
      { name: 'No date', url: 'https://x.example/' },
      { ...TWO, endDate: '2027-01-01' },
      conference('Long ago', '2024-01-01'),
      'nonsense',
    ]);
    const { code, out, err } = await run('update');
    expect(code).toBe(0);
    expect(out).toBe('a-list\tread\t5\t1\t1\t0\t0\t0\t0\t4\t\n');
    expect(err).toContain('left out: No date: startDate is no day: missing\n');
    expect(err).toContain('left out: Model Forum, 2027-04-10: end');
    expect(err).toContain('left out: record 5: is no mapping\n');
    expect(last(err)).toBe('1 added, 4 left out (1 over, 3 not valid)');
    const page = (await run('sources show a-list', { terminal: true })).out;
    expect(page).toContain('5, 1 taken, 4 left out');
    expect(page).toContain('Long ago, 2024-01-01');
    expect(page).toContain('record 5: is no mapping');
  });

  test('conflicts are kept and shown', async () => {
    const { run, server, serve, reader } = await setUp([ONE]);
    serve([{ ...ONE, startDate: '2027-03-03', endDate: '2027-03-04' }], '/other.json');
    await add(reader, `${server.url}/other.json`, 'b-list');
    const { err } = await run('update');
    expect(last(err)).toContain('1 added');
    const { out } = await run('show pipeline-days-2027 --color never', { terminal: true, columns: 120 });
    expect(out).toMatch(/certainty +tentative/);
    expect(out).toMatch(/disputed +dates: 2027-03-0\d to 2027-03-0\d, says http/);
  });

  test('a result on a terminal is a table, with progress on stderr; in a pipe there is none', async () => {
    const { run } = await setUp();
    const { out, err } = await run('update', { terminal: true });
    expect(err).toContain('reading sources: 1 of 1 file\r');
    expect(out).toMatch(/SOURCE/i);
    const piped = await run('update');
    expect(piped.err).toBe('nothing new\n');
    expect((await run('update --quiet', { terminal: true })).err).not.toContain('reading');
  });

  test('as JSON it is a list with what was left out', async () => {
    const { run } = await setUp([ONE, 'nonsense']);
    const { out } = await run('update --json');
    expect(JSON.parse(out)).toMatchObject([
      { name: 'a-list', state: 'read', records: 2, taken: 1, added: 1, leftOut: [{ why: 'not valid' }], failures: [] },
    ]);
  });

  test('a file on the disk is a source', async () => {
    const reader = aReader();
    const path = join(reader.folder, 'list.json');
    writeFileSync(path, JSON.stringify([ONE]));
    await add(reader, path, 'a-file');
    await reader.run('update');
    expect(await ids(reader)).toEqual(['pipeline-days-2027']);
    rmSync(path);
    const { code, err } = await reader.run('update');
    expect(code).toBe(5);
    expect(err).toContain('is not there any more; what it said is kept');
    expect(await ids(reader)).toEqual(['pipeline-days-2027']);
  });
});

describe('one failing source', () => {
  const failing: readonly { name: string; page: (server: TestServer) => void; says: string }[] = [
    {
      name: 'that is not there',
      page: ({ pages }) => void pages.delete('/data.json'),
      says: 'is not there any more; what it said is kept',
    },
    {
      name: 'that is broken',
      page: ({ pages }) => void pages.set('/data.json', (_, r) => r.writeHead(500).end()),
      says: 'the server answers 500',
    },
    {
      name: 'that is a web page now',
      page: ({ pages }) => void pages.set('/data.json', '<!doctype html><html>Sign in</html>'),
      says: 'is a web page, not data',
    },
    {
      name: 'that is something else now',
      page: ({ pages }) => void pages.set('/data.json', '{"message":"limit"}'),
      says: 'is data of no form that is known',
    },
  ];

  test.each(failing)('$name does not stop the others, and keeps its last good state', async ({ page, says }) => {
    const { run, server, serve, reader } = await setUp([ONE]);
    serve([TWO], '/other.json');
    await add(reader, `${server.url}/other.json`, 'b-list');
    await run('update');
    page(server);
    serve([TWO, conference('New Days', '2027-06-01')], '/other.json');
    const { code, out, err } = await run('update', { now: '2026-11-25T09:00:00Z' });
    expect(code).toBe(0);
    expect(out).toMatch(/^a-list\tfailed\t.*\nb-list\tread\t/);
    expect(err.split('\n').filter((line) => line.startsWith('mlops-guide:'))).toEqual([
      `mlops-guide: a-list: ${server.url}/data.json ${says}`,
    ]);
    expect(last(err)).toBe('1 added');
    expect(await ids(reader)).toEqual(['pipeline-days-2027', 'model-forum-2027', 'new-days-2027'].sort());
  });

  test('that is the only one ends with exit code 5, one line, and everything as it was', async () => {
    const { run, server, reader } = await setUp([ONE]);
    await run('update');
    const before = readFileSync(reader.fetched);
    server.pages.clear();
    const { code, out, err } = await run('update');
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([
      `mlops-guide: a-list: ${server.url}/data.json is not there any more; what it said is kept`,
      'Nothing was changed: the catalogue is as it was.',
    ]);
    expect(readFileSync(reader.fetched)).toEqual(before);
  });

  test('without a network each says so in one line, and everything else works', async () => {
    const reader = aReader();
    const url = await nobody();
    await add(reader, `${url}/a.json`, 'one');
    await add(reader, `${url}/b.json`, 'two');
    const { code, err } = await reader.run('update');
    expect(code).toBe(5);
    expect(err).toBe(
      `mlops-guide: one: ${url}/a.json nobody answers there\nmlops-guide: two: ${url}/b.json nobody answers there\nNothing was changed: the catalogue is as it was.\n`,
    );
    for (const line of [
      'list',
      'upcoming',
      'deadlines',
      'search drift',
      'topics',
      'sources',
      'show mlops-day-2026',
      'calendar',
    ])
      expect({ line, code: (await reader.run(line)).code }).toEqual({ line, code: 0 });
  });

  test('with --quiet failures are still told, and nothing else', async () => {
    const reader = aReader();
    const url = await nobody();
    await add(reader, `${url}/a.json`, 'one');
    expect((await reader.run('update --quiet')).err).toBe(`mlops-guide: one: ${url}/a.json nobody answers there\n`);
  });

  test('of whose files none is there, though each may be missing, has failed', async () => {
    const { url } = await aServer();
    const reader = aReader();
    await reader.run(['sources', 'enable', 'conference-data', '--mirror', url]);
    const { code, err } = await reader.run('update');
    expect(code).toBe(5);
    expect(err).toContain(`mlops-guide: conference-data: ${url}/ has none of its files\n`);
  });
});

describe('which sources', () => {
  test('without any that is on, it says where they are', async () => {
    const { code, err } = await aReader().run('update');
    expect(code).toBe(2);
    expect(err).toBe('mlops-guide: no source is enabled.\n  See: mlops-guide sources\n');
  });

  test.each([
    { names: 'b-list', out: /^b-list\t.*\n$/, code: 0 },
    { names: 'c-list', out: /^$/, code: 3 },
    { names: 'ccf-deadlines', out: /^$/, code: 2 },
  ])('update $names', async ({ names, out, code }) => {
    const { server, serve, reader } = await setUp();
    serve([TWO], '/other.json');
    await add(reader, `${server.url}/other.json`, 'b-list');
    const ran = await reader.run(`update ${names}`);
    expect(ran.code).toBe(code);
    expect(ran.out).toMatch(out);
  });

  test('one that is switched off goes with what it brought, also when it was the last', async () => {
    const { run, reader } = await setUp();
    await run('update');
    await run('sources disable a-list');
    const { code, err } = await run('update');
    expect({ code, err }).toEqual({ code: 0, err: '2 gone with their source\n' });
    expect(await ids(reader)).toEqual([]);
    expect((await run('update')).code).toBe(2);
  });

  test('one that is added again with another filter is read anew', async () => {
    const { run, reader, server } = await setUp([ONE, conference('Kubernetes Days', '2027-05-05')]);
    await run('update');
    await run('sources remove a-list');
    await run([
      'sources',
      'add',
      `${server.url}/data.json`,
      ...'--name a-list --filter mlops --topic monitoring'.split(' '),
    ]);
    const { err } = await run('update');
    expect(err).toContain('1 left out (1 outside the filter)');
    expect(await ids(reader)).toContain('kubernetes-days-2027');
  });
});

describe('looking first, and going back', () => {
  test.each(['--dry-run', '--check'])('%s keeps nothing', async (option) => {
    const { run, reader } = await setUp();
    const { code, out, err } = await run(`update ${option}`);
    expect(code).toBe(0);
    expect(out).toBe('a-list\tread\t2\t2\t2\t0\t0\t0\t0\t0\t\n');
    expect(err).toBe(option === '--check' ? '' : 'It would be: 2 added\n');
    expect(existsSync(reader.data)).toBe(false);
    expect(await ids(reader)).toEqual([]);
  });

  test('--rollback goes back by one update, and a second time forth again', async () => {
    const { run, serve, reader } = await setUp([ONE]);
    await run('update');
    serve([{ ...ONE, startDate: '2027-03-08', endDate: '2027-03-09' }, TWO]);
    await run('update', { now: '2026-11-25T09:00:00Z' });
    const start = async (): Promise<unknown> => (await shown(reader, 'pipeline-days-2027')).start;
    expect(await start()).toBe('2027-03-08');
    const { code, err } = await run('update --rollback', { now: '2026-11-26T09:00:00Z' });
    expect(code).toBe(0);
    expect(err).toContain('The state before the last update is back: 1 moved');
    expect(await start()).toBe('2027-03-01');
    expect(await ids(reader)).toEqual(['pipeline-days-2027']);
    await run('update --rollback', { now: '2026-11-26T10:00:00Z' });
    expect(await start()).toBe('2027-03-08');
    expect(await ids(reader)).toEqual(['model-forum-2027', 'pipeline-days-2027']);
  });

  test('changes tells what happened last first, on one day, too', async () => {
    const { run, serve } = await setUp([ONE, TWO]);
    await run('update');
    serve([
      { ...ONE, startDate: '2027-03-08', endDate: '2027-03-09' },
      conference('CANCELLED: Model Forum', '2027-04-10'),
      conference('New Days', '2027-06-01'),
    ]);
    const told = async (): Promise<string[]> =>
      (await run('changes --change moved,cancelled,added --now 2026-11-25T12:00Z')).out
        .split('\n')
        .filter((line) => line.startsWith('2026-11-25'))
        .map((line) => line.split('\t').filter((_, at) => [1, 3, 7].includes(at)).join(' ')); // prettier-ignore
    await run('update', { now: '2026-11-25T09:00:00Z' });
    const forth = ['cancelled model-forum-2027 cancelled', 'moved pipeline-days-2027 2027-03-08 to 2027-03-09'];
    expect(await told()).toEqual([...forth, 'added new-days-2027 ']);
    await run('update --rollback', { now: '2026-11-25T10:00:00Z' });
    const back = ['moved model-forum-2027 scheduled', 'moved pipeline-days-2027 2027-03-01 to 2027-03-02'];
    expect(await told()).toEqual([...back, ...forth, 'added new-days-2027 ']);
    await run('update --rollback', { now: '2026-11-25T11:00:00Z' });
    expect(await told()).toEqual([...forth, ...back, ...forth, 'added new-days-2027 ']);
  });

  test('a calendar that has seen the newer version is never given an older one', async () => {
    const { run, serve } = await setUp([ONE]);
    await run('update');
    serve([{ ...ONE, startDate: '2027-03-08', endDate: '2027-03-09' }]);
    await run('update');
    await run('update --rollback');
    expect(await shown({ run }, 'pipeline-days-2027')).toMatchObject({ sequence: 2 });
    await run('update --rollback');
    expect(await shown({ run }, 'pipeline-days-2027')).toMatchObject({ sequence: 3 });
  });

  test('what comes in again after that is the same as before', async () => {
    const { run, serve, reader } = await setUp([TWO]);
    await run('update');
    serve([TWO, ONE]);
    await run('update', { now: '2026-11-25T09:00:00Z' });
    await run('update --rollback', { now: '2026-11-26T09:00:00Z' });
    expect(await ids(reader)).toEqual(['model-forum-2027']);
    await run('update', { now: '2026-11-27T09:00:00Z' });
    expect(await shown(reader, 'pipeline-days-2027')).toMatchObject({ added: '2026-11-25' });
  });

  test('an update after one that changed nothing does not take the way back', async () => {
    const { run, reader } = await setUp([ONE]);
    await run('update');
    await run('update');
    await run('update');
    await run('update --rollback');
    expect(await ids(reader)).toEqual([]);
  });

  test('there is nothing to go back to at first', async () => {
    const { code, err } = await aReader().run('update --rollback');
    expect(code).toBe(1);
    expect(err).toContain('there is no earlier state to go back to');
  });

  test('two of them together are refused', async () => {
    const { code, err } = await aReader().run('update --check --rollback');
    expect(code).toBe(2);
    expect(err).toContain('--check and --rollback exclude each other');
  });
});

describe('files are asked for side by side', () => {
  test('all sources at once, of one source four files', async () => {
    let [now, most] = [0, 0];
    const waiting: (() => void)[] = [];
    const network = testNetwork();
    const counted = {
      ...network,
      fetch: async (url: string, init: RequestInit) => {
        now += 1;
        most = Math.max(most, now);
        // Answers come when no more are asked for.
        await new Promise<void>((done) => {
          waiting.push(done);
          setImmediate(() => setImmediate(() => waiting.splice(0).forEach((go) => go())));
        });
        now -= 1;
        return network.fetch(url, init);
      },
    };
    const { url } = await aServer();
    const reader = aReader(counted);
    for (const name of ['conference-data', 'ccf-deadlines'])
      await reader.run(['sources', 'enable', name, '--mirror', `${url}/${name}`]);
    await reader.run('update');
    expect(most).toBe(8);
  });
});

describe('a reader of data that have aged', () => {
  const AFTER_A_MONTH = '2026-12-20T09:00:00Z';
  const STALE = /^The data are \d+ days old\. Newer ones: mlops-guide update$/m;
  const terminal = { terminal: true, now: AFTER_A_MONTH };

  test.each(['list', 'upcoming --within 1y', 'search drift', 'calendar 2026-12'])(
    '%s says how old they are, and suggests an update once, on stderr',
    async (line) => {
      const { out, err } = await aReader().run(line, terminal);
      expect(out).not.toMatch(STALE);
      expect(err.match(new RegExp(STALE, 'gm'))).toHaveLength(1);
      expect(err).toMatch(/catalogue of 2026-11-\d\d, \d+ days old/);
    },
  );

  test('also where nothing is found', async () => {
    const { err } = await aReader().run('upcoming --within 3d', terminal);
    expect(err.match(new RegExp(STALE, 'gm'))).toHaveLength(1);
  });

  test.each([
    { name: 'in a pipe', line: 'list', options: { now: AFTER_A_MONTH } },
    { name: 'in a pipe that asks for a table', line: 'list --format table', options: { now: AFTER_A_MONTH } },
    { name: 'with --json', line: 'list --json', options: terminal },
    { name: 'with --quiet', line: 'list --quiet', options: terminal },
    { name: 'of younger data', line: 'list', options: { terminal: true, now: '2026-12-01T09:00:00Z' } },
    { name: 'of files that are named', line: 'list --catalogue tests/fixtures/small', options: terminal },
  ])('$name nothing is suggested', async ({ line, options }) => {
    expect((await aReader().run(line, options)).err).not.toMatch(STALE);
  });

  test('an update makes them young again, also one that changed nothing', async () => {
    const { run } = await setUp();
    await run('update');
    expect((await run('list', terminal)).err).not.toMatch(STALE);
    const later = '2027-01-20T09:00:00Z';
    expect((await run('list', { terminal: true, now: later })).err).toMatch(STALE);
    expect((await run('update', { now: later })).err).toBe('nothing new\n');
    const { err } = await run('list', { terminal: true, now: later });
    expect(err).not.toMatch(STALE);
    expect(err).toContain('catalogue of 2027-01-20');
  });
});

describe('calendars', () => {
  test('know a moved deadline by its number, each time that it moves', async () => {
    const { run, serve } = await setUp([{ ...ONE, cfpEndDate: '2026-12-01' }]);
    await run('update');
    const milestone = async (): Promise<unknown> =>
      ((await shown({ run }, 'pipeline-days-2027')).milestones as readonly unknown[])[0];
    const steps = [
      { at: '2026-12-10', is: { at: '2026-12-10', was: '2026-12-01' } },
      { at: '2026-12-20', is: { at: '2026-12-20', was: '2026-12-10', sequence: 2 } },
      { at: '2026-12-15', is: { at: '2026-12-15', was: '2026-12-10', sequence: 3 } },
    ];
    for (const { at, is } of steps) {
      serve([{ ...ONE, cfpEndDate: at }]);
      await run('update');
      expect(await milestone()).toEqual({ kind: 'cfp', label: 'Call for papers', ...is });
    }
    await run('update');
    expect(await milestone()).toMatchObject({ sequence: 3 });
  });

  test('know an event in another city by its number', async () => {
    const { run, serve } = await setUp();
    await run('update');
    serve([{ ...ONE, city: 'Hamburg' }, TWO]);
    expect((await run('update')).err).toContain('moved: Pipeline Days 2027 place: Berlin, DE → Hamburg, DE (a-list)');
    expect(await shown({ run }, 'pipeline-days-2027')).toMatchObject({ sequence: 1, place: { city: 'Hamburg' } });
    expect(await shown({ run }, 'model-forum-2027')).not.toHaveProperty('sequence');
  });
});
