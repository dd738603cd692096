import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../helpers/folder';
import { aServer, nobody, type TestServer } from '../helpers/server';
import { BIN, ENV, ROOT } from './program';
import { REPORT_LOADED, type Loaded } from './report-loaded';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Somebody with folders of their own, and the built program. The server of a test answers meanwhile, so nothing here blocks. */
function aPerson() {
  const folder = aFolder();
  const [config, data, cache] = ['config', 'data', 'cache'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const env = { ...ENV, MLOPS_GUIDE_CONFIG_DIR: config, MLOPS_GUIDE_DATA_DIR: data, MLOPS_GUIDE_CACHE_DIR: cache };
  const start = (
    args: readonly string[],
    own: Readonly<Record<string, string>> = {},
    node: readonly string[] = [],
    who: { readonly uid?: number; readonly gid?: number } = {},
  ): ChildProcess =>
    spawn(process.execPath, [...node, BIN, ...args], {
      ...who,
      env: { ...env, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const run = async (
    line: string,
    own: Readonly<Record<string, string>> = {},
    node: readonly string[] = [],
    who: { readonly uid?: number; readonly gid?: number } = {},
  ): Promise<Ran> => {
    const child = start(line.split(' '), own, node, who);
    let [out, err] = ['', ''];
    child.stdout?.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
    const code = await new Promise<number | null>((done) => child.on('close', done));
    return { code, out, err };
  };
  return { folder, config, data, cache, fetched: join(data, 'fetched.json'), start, run };
}
type Person = ReturnType<typeof aPerson>;

const FIXTURES = join(ROOT, 'tests', 'fixtures', 'upstreams');

/** The public lists as far as the fixtures have them, and a person who reads them from here. */
async function withUpstreams(): Promise<{ server: TestServer; person: Person }> {
  const server = await aServer();
  for (const path of readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }))
    if (/\.(json|yml)$/.test(path))
      server.pages.set(`/${path.replaceAll('\\', '/')}`, readFileSync(join(FIXTURES, path)));
  // The lists ask for more files than the fixtures have; these hold nothing.
  for (const path of missing) server.pages.set(path, '[]');
  const person = aPerson();
  for (const name of ['conference-data', 'ccf-deadlines', 'ai-deadlines'])
    expect(await person.run(`sources enable ${name} --mirror ${server.url}/${name}`)).toMatchObject({ code: 0 });
  return { server, person };
}
const missing = [
  ...['AI/aaai', 'AI/iclr', 'AI/icml', 'AI/nips', 'DB/cidr', 'DB/icde', 'DB/sigkdd', 'DB/sigmod', 'DB/vldb', 'DB/wsdm'],
  ...[
    'DS/asplos',
    'DS/atc',
    'DS/eurosys',
    'DS/fast',
    'DS/socc',
    'MX/bigdata',
    'MX/www',
    'NW/nsdi',
    'SE/icse',
    'SE/sosp',
  ],
]
  .map((name) => `/ccf-deadlines/${name}.yml`)
  .concat(['aaai', 'iclr', 'kdd', 'neurips'].map((name) => `/ai-deadlines/${name}.yml`));

const rowsOf = (out: string): (readonly (string | undefined)[])[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);

describe('files of the public lists', () => {
  test('update the catalogue; what is taken, left out and why is right; a second time nothing changes; a changed row shows', async () => {
    const { server, person } = await withUpstreams();
    const first = await person.run('update');
    expect(first.code).toBe(0);
    // Counted by hand in the fixtures: 6 + 7 conferences; 7 + 6 + 6 editions; 2 + 2 editions.
    expect(rowsOf(first.out).map(([name, state, records, taken]) => [name, state, records, taken])).toEqual([
      // Of SRE: AI SRE Summit, IaCConf, both X-Ops. Of data in 2027: three GITEX and Accelerate Tomorrow.
      ['conference-data', 'read', '13', '7'],
      // Ended before 2026: CIKM 2021-2025, OSDI 2022-2025, MLSys 2021-2025; CIKM 2020 is not valid.
      ['ccf-deadlines', 'read', '19', '4'],
      // ICML and COLM 2025 are over.
      ['ai-deadlines', 'read', '4', '2'],
    ]);
    expect(lastLine(first.err)).toMatch(/23 left out \(6 outside the filter, 16 over, 1 not valid\)$/);
    expect(first.err).toContain(
      'left out: CIKM 2020: is the edition of 2020, but its days are 2021-10-19 to 2021-10-23',
    );

    const asked = server.asked.length;
    const second = await person.run('update');
    expect(second).toMatchObject({ code: 0, err: 'nothing new\n' });
    const again = server.asked.slice(asked);
    expect(again.length).toBe(asked);
    const known = again.filter(({ path }) => server.pages.has(path));
    expect(known.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);

    const path = '/ccf-deadlines/SE/osdi.yml';
    const text = String(server.pages.get(path));
    server.pages.set(
      path,
      text.replace('July 7-9, 2027', 'July 14-16, 2027').replace("'2026-12-08 22:59:59'", "'2026-12-15 22:59:59'"),
    );
    const third = await person.run('update', { MLOPS_GUIDE_NOW: '2026-11-24T09:00Z' });
    expect(third.err).toContain(
      "moved: USENIX OSDI '27 dates: 2027-07-07 to 2027-07-09 → 2027-07-14 to 2027-07-16 (ccf-deadlines)",
    );
    expect(lastLine(third.err)).toMatch(/^1 moved, 1 extended, /);
    const { journal } = JSON.parse(readFileSync(person.fetched, 'utf8')) as {
      journal: { day: string; change: string; field?: string; id: string }[];
    };
    expect(
      journal.filter(({ day }) => day === '2026-11-24').map(({ change, field, id }) => [change, field, id]),
    ).toEqual([
      // The gravest last: `changes` begins with what is last in the journal.
      ['extended', 'milestones.paper', 'usenix-osdi-2027'],
      ['moved', 'dates', 'usenix-osdi-2027'],
    ]);
    const shown = await person.run('show usenix-osdi-2027 --json');
    expect(JSON.parse(shown.out)).toMatchObject([{ start: '2027-07-14', end: '2027-07-16' }]);
  });

  test('are read by later runs without the network, YAML or the sources themselves', async () => {
    const { person, server } = await withUpstreams();
    await person.run('update');
    const asked = server.asked.length;
    const report = join(person.folder, 'report.cjs');
    const loadedTo = join(person.folder, 'loaded.json');
    writeFileSync(report, REPORT_LOADED);
    for (const line of ['upcoming', 'list', 'list events', 'search osdi', 'deadlines']) {
      const { code, out } = await person.run(line, { LOADED_TO: loadedTo }, ['-r', report]);
      expect({ line, code, isEmpty: out === '' }).toEqual({ line, code: 0, isEmpty: false });
      const { files, builtIn, usedIntl } = JSON.parse(readFileSync(loadedTo, 'utf8')) as Loaded;
      expect({ line, usedIntl }).toEqual({ line, usedIntl: false });
      expect(files.filter((file) => /(updates|from-files|network|program|disk)\.js$/.test(file))).toEqual([]);
      expect(builtIn.filter((name) => /\b(net|http|https|dns|tls|undici|crypto)\b/.test(name))).toEqual([]);
    }
    expect(server.asked.length).toBe(asked);
  });
});

test('without a network every source says in one line what failed, and every other command works', async () => {
  const person = aPerson();
  const url = await nobody();
  for (const name of ['conference-data', 'ccf-deadlines', 'ai-deadlines'])
    await person.run(`sources enable ${name} --mirror ${url}/${name}`);
  const { code, out, err } = await person.run('update');
  expect({ code, out }).toEqual({ code: 5, out: '' });
  const lines = err.trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  for (const [at, name] of ['conference-data', 'ccf-deadlines', 'ai-deadlines'].entries())
    expect(lines[at]).toMatch(
      new RegExp(`^mlops-guide: ${name}: ${url}/\\S+ nobody answers there \\(and \\d+ more of its files\\)$`),
    );
  expect(lines[3]).toBe('Nothing was changed: the catalogue is as it was.');
  expect(existsSync(person.fetched)).toBe(false);
  for (const line of [
    'list',
    'upcoming',
    'deadlines',
    'search mlflow',
    'show usenix-osdi-2027',
    'topics',
    'calendar',
    'sources',
    'export-ics -o -',
  ])
    expect({ line, ...(await person.run(line)) }).toMatchObject({ line, code: 0, err: '' });
});

/** A list of conferences that says nothing which the catalogue has. */
const list = (word: string, count: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, at) => ({
      name: `${word} MLOps Days ${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}`,
      url: `https://${word.toLowerCase()}-${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}.example/`,
      startDate: '2027-03-01',
    })),
  );

describe('two updates at once', () => {
  test('lose nothing of what the other read', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const server = await aServer(Object.fromEntries(names.map((name) => [`/${name}.json`, list(name, 20)])));
    const person = aPerson();
    for (const name of names) await person.run(`sources add ${server.url}/${name}.json --name ${name}`);
    const ran = await Promise.all(names.map((name) => person.run(`update ${name}`)));
    expect(ran.map(({ code, err }) => [code, err])).toEqual(names.map(() => [0, '20 added\n']));
    const { out } = await person.run('list events --fields origin --format tsv');
    for (const name of names) expect(out.split('\n').filter((line) => line === `source:${name}`)).toHaveLength(20);
    expect(readdirSync(person.data).sort()).toEqual(['fetched.json']);
  });
});

/** Preloaded: the disk takes half of a large file and is full then. */
const FULL_DISK = `
const fs = require('node:fs');
const { writevSync } = fs;
let written = 0;
fs.writevSync = (file, parts, ...rest) => {
  const [part] = parts;
  if (part.length < 20000 && written === 0) return writevSync(file, parts, ...rest);
  if (written > 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  written = writevSync(file, [part.subarray(0, part.length >> 1)], ...rest);
  return written;
};
`;

describe('where nothing can be written', () => {
  test('a full disk says so, and keeps what was there', async () => {
    const server = await aServer({ '/a.json': list('Small', 3) });
    const person = aPerson();
    await person.run(`sources add ${server.url}/a.json --name one`);
    expect((await person.run('update')).code).toBe(0);
    const before = readFileSync(person.fetched);
    server.pages.set('/a.json', list('Large', 300));
    const preload = join(person.folder, 'full-disk.cjs');
    writeFileSync(preload, FULL_DISK);
    const { code, out, err } = await person.run('update', {}, ['-r', preload]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/cannot write .*fetched\.json: the disk is full\. What was there is kept\./);
    expect(readFileSync(person.fetched)).toEqual(before);
    expect(readdirSync(person.data)).toEqual(['fetched.json']);
    expect((await person.run('search small mlops days')).out).toContain('small-mlops-days-aa-2027');
    expect(lastLine((await person.run('update')).err)).toContain('300 added');
  });

  test.skipIf(process.platform === 'win32')('a home that is read-only says so, and everything else works', async () => {
    const server = await aServer({ '/a.json': list('Small', 3) });
    const person = aPerson();
    await person.run(`sources add ${server.url}/a.json --name one`);
    for (const folder of [person.config, person.folder]) chmodSync(folder, 0o555);
    // Root may write everywhere.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { code, out, err } = await person.run('update', {}, [], nobody);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/cannot write .*: permission denied\. What was there is kept\./);
    for (const line of ['list', 'upcoming', 'search mlflow', 'sources'])
      expect({ line, ...(await person.run(line, {}, [], nobody)) }).toMatchObject({ line, code: 0, err: '' });
    chmodSync(person.folder, 0o755);
  });
});

describe('a damaged state', () => {
  test.each([
    { name: 'cut off', damage: (text: string) => text.slice(0, text.length / 2) },
    { name: 'empty', damage: () => '' },
    { name: 'of another form', damage: () => '{"version":1,"now":{"sources":[{"name":"../../x"}]},"journal":7}' },
    { name: 'no text', damage: () => Buffer.alloc(5000, 0xff).toString('latin1') },
  ])('$name stops nothing, is named and set aside', async ({ damage }) => {
    const server = await aServer({ '/a.json': list('Small', 3) });
    const person = aPerson();
    await person.run(`sources add ${server.url}/a.json --name one`);
    await person.run('update');
    const whole = readFileSync(person.fetched, 'utf8');
    writeFileSync(person.fetched, damage(whole));
    for (const line of ['list', 'upcoming', 'search mlflow']) {
      const ran = await person.run(line);
      expect({ line, code: ran.code }).toEqual({ line, code: 0 });
      expect(ran.err).toContain('fetched.json is damaged and is not read. The catalogue is the bundled one.');
    }
    const { code, err } = await person.run('update');
    expect(code).toBe(0);
    expect(err).toMatch(/fetched\.json was damaged\. It is kept as .*fetched\.json\.damaged-/);
    expect(err).toContain('3 added');
    expect(readdirSync(person.data).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
    expect((await person.run('search small mlops days')).out).toContain('small-mlops-days-aa-2027');
  });
});

describe('killed at any moment', () => {
  test('an update leaves the state of before or the new one, whole, and the next one goes on', async () => {
    const texts = [list('Even', 30), list('Odd', 30)];
    const server = await aServer({ '/a.json': texts[0] ?? '' });
    const person = aPerson();
    await person.run(`sources add ${server.url}/a.json --name one`);
    expect((await person.run('update')).code).toBe(0);
    const before = readFileSync(person.fetched);
    // Held back until it is killed: that one has nothing to write.
    server.pages.set('/a.json', () => asked());
    let asked: () => void = () => undefined;
    const waiting = person.start(['update']);
    await new Promise<void>((done) => (asked = done));
    await killed(waiting);
    expect(readFileSync(person.fetched)).toEqual(before);
    for (let round = 0; round < 20; round += 1) {
      server.pages.set('/a.json', texts[(round + 1) % 2] ?? '');
      // The lock, the draft, its new name, the journal: at each of them in turn.
      await killedAfter(round % 8, person.data, person.start(['update']));
      const { now, journal } = JSON.parse(readFileSync(person.fetched, 'utf8')) as {
        now: { sources: { files: { readings: { name: string }[] }[] }[] };
        journal: unknown[];
      };
      const names = now.sources[0]?.files[0]?.readings.map(({ name }) => name.split(' ')[0]);
      expect(names).toHaveLength(30);
      expect(new Set(names).size).toBe(1);
      expect(journal.length).toBeGreaterThanOrEqual(30);
    }
    expect((await person.run('update')).code).toBe(0);
    const { code, out, err } = await person.run('list events --fields origin --format tsv');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n').filter((line) => line === 'source:one').length).toBeGreaterThanOrEqual(30);
  });
});

/** Ends a process where it stands, and waits until it is gone. */
async function killed(child: ChildProcess): Promise<void> {
  const end = new Promise((done) => child.on('close', done));
  child.kill('SIGKILL');
  await end;
}

/** Kills it when so many things have happened in a folder, or lets it come to its end where fewer do. */
async function killedAfter(events: number, folder: string, child: ChildProcess): Promise<void> {
  let seen = 0;
  const watcher = watch(folder, () => {
    if ((seen += 1) > events) child.kill('SIGKILL');
  });
  await new Promise((done) => child.on('close', done));
  watcher.close();
}

/** Counts in a file as the program's own files are written, and says so each time, until it is killed. */
const COUNT = `
const { createDisk } = require(process.argv[1]);
const path = process.argv[2];
const disk = createDisk(Date.now);
for (;;) {
  disk.locked(path, () => {
    const { count } = JSON.parse(disk.read(path).toString());
    disk.write(path, JSON.stringify({ count: count + 1, text: 'x'.repeat(50000), isWhole: true }));
  });
  process.stdout.write('.');
}
`;

test('three who write the same file, killed a hundred times, leave it whole and forget nothing', async () => {
  const path = join(aFolder(), 'count.json');
  writeFileSync(path, JSON.stringify({ count: 0, isWhole: true }));
  let [kills, said, count] = [0, 0, 0];
  const check = (): void => {
    const told = said;
    const found = JSON.parse(readFileSync(path, 'utf8')) as { count: number; isWhole: boolean };
    expect(found.isWhole).toBe(true);
    expect(found.count).toBeGreaterThanOrEqual(Math.max(count, told));
    count = found.count;
  };
  const one = async (): Promise<void> => {
    while (kills < 100) {
      kills += 1;
      const enough = 1 + (kills % 3);
      const child = spawn(process.execPath, ['-e', COUNT, join(ROOT, 'dist', 'disk.js'), path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let steps = 0;
      // It goes on meanwhile, so the end comes anywhere in a step.
      child.stdout.on('data', (text: Buffer) => {
        said += text.length;
        if ((steps += text.length) >= enough) child.kill('SIGKILL');
      });
      await new Promise((done) => child.on('close', done));
      check();
    }
  };
  await Promise.all([one(), one(), one()]);
});
