import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDisk } from '../../src/disk';
import { aFolder } from '../helpers/folder';
import { guide } from '../helpers/run';
import type { FakeHostOptions } from '../helpers/host';

const NOW = Date.parse('2026-11-21T09:00:00Z');

const OWN = `
- id: our-meetup-2026
  kind: event
  name: Our meetup
  summary: We meet.
  topics: [monitoring]
  type: meetup
  start: '2026-12-01'
  certainty: confirmed
  status: scheduled
  relevance: core
  sources: [{ ref: us, verified: '2026-12-31' }]
  added: '2026-11-01'
`;
/** The bundled MLOps Day, corrected: another name. */
const CORRECTION = OWN.replace('our-meetup-2026', 'mlops-day-2026').replace('Our meetup', 'MLOps Day, moved');

function reader(files: Readonly<Record<string, string | undefined>>) {
  const folder = aFolder();
  const data = join(folder, 'data');
  const cache = join(folder, 'cache');
  mkdirSync(join(data, 'catalogue'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    if (text !== undefined) writeFileSync(join(data, 'catalogue', name), text);
  }
  const options: FakeHostOptions = {
    disk: createDisk(() => NOW),
    env: { MLOPS_GUIDE_DATA_DIR: data, MLOPS_GUIDE_CACHE_DIR: cache },
  };
  return { data, cache, pack: join(cache, 'catalogue.pack'), options, run: (line: string) => guide(line, options) };
}

const bundledIds = async (): Promise<string[]> => idsIn((await guide('list --json')).out);
const idsIn = (json: string): string[] => (JSON.parse(json) as { id: string }[]).map(({ id }) => id);

describe('own entries', () => {
  test('stand beside the bundled ones, with their origin, in every command', async () => {
    const { run } = reader({ 'mine.yaml': OWN });
    const { out, err } = await run('list --json');
    expect(err).toBe('');
    expect(idsIn(out).sort()).toEqual([...(await bundledIds()), 'our-meetup-2026'].sort());
    const entries = JSON.parse(out) as { id: string; origin?: string }[];
    expect(entries.filter(({ origin }) => origin !== undefined)).toMatchObject([
      { id: 'our-meetup-2026', origin: 'own:mine.yaml' },
    ]);
    expect((await run('upcoming')).out).toContain('our-meetup-2026');
    expect((await run('search our meetup')).out.split('\n')[0]).toContain('our-meetup-2026');
    expect((await run('show our-meetup-2026')).out).toContain('your own file mine.yaml');
    expect((await run('list --fields id,origin --kind event')).out).toContain('our-meetup-2026\town:mine.yaml');
  });

  test('correct a bundled entry by its id, as a whole', async () => {
    const { run } = reader({ 'mine.yml': CORRECTION });
    const { out } = await run('list events --json');
    const [entry] = (JSON.parse(out) as { id: string; name: string; url?: string }[]).filter(
      ({ id }) => id === 'mlops-day-2026',
    );
    expect(entry).toMatchObject({ name: 'MLOps Day, moved', origin: 'own:mine.yml' });
    expect(entry).not.toHaveProperty('url');
    expect(idsIn(out).sort()).toEqual(idsIn((await guide('list events --json')).out).sort());
    expect((await run('show mlops-day-2026')).out).toContain('your own file mine.yml, in place of the bundled entry');
  });

  test('a file that the reader named replaces all of it', async () => {
    const { run, data } = reader({ 'mine.yaml': OWN });
    writeFileSync(join(data, 'other.yaml'), OWN.replace('our-meetup', 'their-meetup'));
    const { out } = await run(`list --json --catalogue ${join(data, 'other.yaml')}`);
    expect(JSON.parse(out)).toMatchObject([{ id: 'their-meetup-2026', origin: `file:${join(data, 'other.yaml')}` }]);
    expect(idsIn(out)).toEqual(['their-meetup-2026']);
  });

  test('are no newer catalogue', async () => {
    const { run } = reader({ 'mine.yaml': OWN });
    const age = (err: string): string => /catalogue of .*/.exec(err)?.[0] ?? '';
    const { err } = await run('list --format table');
    expect(age(err)).toBe(age((await guide('list --format table')).err));
    expect(age(err)).not.toBe('');
  });

  test.each([
    { name: 'a broken file', files: { 'a.yaml': OWN, 'b.yaml': '- id: [' }, problem: /b\.yaml:1/ },
    {
      name: 'a broken entry',
      files: { 'a.yaml': `${OWN}\n- id: bad-one\n  kind: book\n` },
      problem: /a\.yaml.*bad-one/,
    },
    {
      name: 'a file that is no UTF-8',
      files: { 'a.yaml': OWN, 'b.yaml': Buffer.from([0xff, 0xfe, 0]).toString('latin1') },
      problem: /b\.yaml/,
    },
    {
      name: 'an unknown topic',
      files: { 'a.yaml': OWN + OWN.replace('our-', 'no-').replace('[monitoring]', '[montoring]') },
      problem: /no topic "montoring"/,
    },
    {
      name: 'an id twice',
      files: { 'a.yaml': OWN, 'b.yaml': OWN.replace('Our', 'Their') },
      problem: /is used by an earlier entry/,
    },
    {
      name: 'the id of another kind',
      files: { 'a.yaml': OWN + OWN.replace('our-meetup-2026', 'monitoring') },
      problem: /is the id of a topic already/,
    },
    {
      name: 'a series that is broken itself',
      files: { 'a.yaml': `${OWN}${OWN.replace('our-', 'its-')}  series: broken\n- { id: broken, kind: series }\n` },
      problem: /broken/,
    },
  ])('$name leaves out what is wrong, says so, and stops nothing', async ({ files, problem }) => {
    const { run } = reader(files);
    for (const time of ['first run', 'from the pack']) {
      const { code, out, err } = await run('list --json');
      expect({ time, code }).toEqual({ time, code: 0 });
      const own = (JSON.parse(out) as { id: string; origin?: string }[]).filter(({ origin }) => origin !== undefined);
      expect(own.map(({ id }) => id)).toEqual(['our-meetup-2026']);
      expect(err).toMatch(/^Your own entries have (1 problem|\d+ problems), and what is wrong is left out/);
      expect(err).toMatch(problem);
    }
    expect((await run('list --json --quiet')).err).toBe('');
    const { code, out } = await run('validate');
    expect(code).toBe(4);
    expect(out).toMatch(problem);
  });

  test('without folders nothing is looked at but one folder that is not there', async () => {
    const looked: string[] = [];
    const disk = createDisk(() => NOW);
    const facts = (path: string) => {
      looked.push(path);
      return disk.facts(path);
    };
    const { code } = await guide('list', {
      disk: { ...disk, facts, names: () => [], read: () => undefined },
      env: { HOME: '/nowhere' },
    });
    expect({ code, looked }).toEqual({ code: 0, looked: ['/nowhere/.local/share/mlops-guide'] });
    looked.length = 0;
    await guide('list', { disk: { ...disk, facts } });
    expect(looked).toEqual([]);
  });
});

describe('the pack', () => {
  test('answers later runs without a look into the files', async () => {
    const { run, pack, options } = reader({ 'mine.yaml': OWN });
    const first = await run('list --json');
    expect(existsSync(pack)).toBe(true);
    const read: string[] = [];
    const disk = createDisk(() => NOW);
    const watching = {
      ...disk,
      read: (path: string, ...part: [number?, number?]) => (read.push(path), disk.read(path, ...part)),
    };
    const second = await guide('list --json', { ...options, disk: watching });
    expect(second.out).toBe(first.out);
    expect(new Set(read)).toEqual(new Set([pack]));
  });

  test.each([
    {
      name: 'a changed file',
      change: (data: string) => writeFileSync(join(data, 'catalogue', 'mine.yaml'), OWN.replace('our-', 'new-')),
      id: 'new-meetup-2026',
    },
    {
      name: 'one more file',
      change: (data: string) => writeFileSync(join(data, 'catalogue', 'more.yaml'), OWN.replace('our-', 'more-')),
      id: 'more-meetup-2026',
    },
  ])('is made anew after $name', async ({ change, id }) => {
    const { run, data } = reader({ 'mine.yaml': OWN });
    await run('list');
    change(data);
    expect(idsIn((await run('list --json')).out)).toContain(id);
  });

  test.each([
    { name: 'cut off', damage: (pack: string) => writeFileSync(pack, readFileSync(pack).subarray(0, 5000)) },
    { name: 'empty', damage: (pack: string) => writeFileSync(pack, '') },
    { name: 'longer', damage: (pack: string) => appendFileSync(pack, 'x') },
    { name: 'garbage', damage: (pack: string) => writeFileSync(pack, Buffer.alloc(9000, 7)) },
    {
      name: 'cut off, its time kept',
      damage: (pack: string) => {
        const { mtime } = statSync(pack);
        writeFileSync(pack, readFileSync(pack).subarray(0, -100));
        utimesSync(pack, mtime, mtime);
      },
    },
    {
      name: 'altered inside',
      damage: (pack: string) => {
        const bytes = readFileSync(pack);
        bytes.fill(7, bytes.length - 2000);
        bytes.fill(7, 3000, 3100);
        writeFileSync(pack, bytes);
      },
    },
    { name: 'of another head', damage: (pack: string) => writeFileSync(pack, '{}\n') },
    {
      name: 'altered in its catalogue head, its time kept',
      damage: (pack: string) => {
        const { mtime } = statSync(pack);
        const bytes = readFileSync(pack);
        bytes.fill(7, bytes.indexOf('\n') + 1, bytes.indexOf('\n') + 50);
        writeFileSync(pack, bytes);
        utimesSync(pack, mtime, mtime);
      },
    },
  ])('that is $name is made anew', async ({ damage }) => {
    const { run, pack } = reader({ 'mine.yaml': OWN });
    const sound = await run('list --json');
    const bytes = readFileSync(pack);
    damage(pack);
    const after = await run('list --json');
    expect({ code: after.code, same: after.out === sound.out, err: after.err }).toEqual({
      code: 0,
      same: true,
      err: '',
    });
    expect(readFileSync(pack).equals(bytes)).toBe(true);
  });

  test('where it cannot be kept, every run still answers', async () => {
    const { run, cache } = reader({ 'mine.yaml': OWN });
    writeFileSync(cache, 'a file stands where the folder should be');
    chmodSync(cache, 0o444);
    for (let time = 0; time < 2; time += 1) {
      const { code, out, err } = await run('list --json');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(idsIn(out)).toContain('our-meetup-2026');
    }
    expect(readdirSync(join(cache, '..')).sort()).toEqual(['cache', 'data']);
  });
});
