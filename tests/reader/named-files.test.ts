import {
  appendFileSync,
  copyFileSync,
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
import { compiledCatalogue } from '../../src/catalogue/compiled';
import { createDisk } from '../../src/disk';
import { loadNamed } from '../../src/reader/load-named';
import { namedFiles, slownessNote } from '../../src/reader/named-files';
import { aFolder } from '../helpers/folder';
import { builtFiles, fakeHost, zones, type FakeHostOptions } from '../helpers/host';
import { guide } from '../helpers/run';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const DAY = 24 * 3_600_000;

const ENTRY = `
- id: our-meetup-2026
  kind: event
  name: Our meetup
  summary: We meet.
  topics: [monitoring]
  type: meetup
  start: '2026-12-01T18:00'
  timezone: Europe/Berlin
  certainty: confirmed
  status: scheduled
  relevance: core
  sources: [{ ref: us, verified: '2026-11-01' }]
  added: '2026-11-01'
- id: our-book
  kind: book
  name: 我们的书
  summary: How we watch our models.
  topics: [monitoring]
  year: 2025
  sources: [{ ref: us, verified: '2026-11' }]
  added: '2026-11-01'
`;

function aReader(text = ENTRY) {
  const folder = aFolder();
  const cache = join(folder, 'cache');
  const file = join(folder, 'mine.yaml');
  writeFileSync(file, text);
  const options: FakeHostOptions = { disk: createDisk(() => NOW), env: { MLOPS_GUIDE_CACHE_DIR: cache } };
  const packs = (): string[] => (existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : []);
  const run = (line: string, more: FakeHostOptions = {}) =>
    guide(`${line} --catalogue ${file}`, { ...options, ...more });
  return { folder, cache, file, options, packs, run };
}

/** Loading named files once more would not be seen from outside: a file that is read goes away in between. */
function onlyKept({ file, options }: ReturnType<typeof aReader>): FakeHostOptions {
  const disk = createDisk(() => NOW);
  const refuse = (): never => {
    throw new Error(`${file} was compiled again`);
  };
  return { ...options, disk: { ...disk, write: refuse } };
}

const LINES = [
  'list --json',
  'list --format tsv',
  'list events --format csv',
  'search meetup --json',
  'search 我们 --json',
  'search montoring',
  'upcoming --json',
  'deadlines --json',
  'show our-book',
  'topics monitoring',
  'list --author nobody',
  'list --topic montoring',
];

describe('named files', () => {
  test.each(LINES)('answer `%s` from what was kept as they do without a cache', async (line) => {
    const reader = aReader();
    const plain = await guide(`${line} --catalogue ${reader.file}`);
    const first = await reader.run(line);
    expect(reader.packs()).toHaveLength(1);
    const kept = await guide(`${line} --catalogue ${reader.file}`, onlyKept(reader));
    for (const { code, out, err } of [first, kept]) {
      expect({ code, out, err }).toEqual({ code: plain.code, out: plain.out, err: plain.err });
    }
  });

  test('are read again when a byte of them changes, and known again when it changes back', async () => {
    const { run, file, packs } = aReader();
    await run('list');
    writeFileSync(file, ENTRY.replace('Our meetup', 'Our meeting'));
    expect((await run('list')).out).toContain('Our meeting');
    expect(packs()).toHaveLength(2);
    writeFileSync(file, ENTRY);
    expect((await run('list')).out).toContain('Our meetup');
    expect(packs()).toHaveLength(2);
  });

  test('are known by their content, whenever they were written', async () => {
    const reader = aReader();
    await reader.run('list');
    utimesSync(reader.file, 1, 1);
    expect((await guide(`list --catalogue ${reader.file}`, onlyKept(reader))).code).toBe(0);
  });

  test('say where they are: the same content under another name is another catalogue', async () => {
    const { run, folder, file, options } = aReader();
    await run('list');
    const copy = join(folder, 'copy.yaml');
    copyFileSync(file, copy);
    const { out } = await guide(`list --json --catalogue ${copy}`, options);
    expect(JSON.parse(out)).toMatchObject([{ origin: `file:${copy}` }, { origin: `file:${copy}` }]);
  });

  test('in a folder count together, and one more is another catalogue', async () => {
    const { folder, options } = aReader();
    const own = join(folder, 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'a.yaml'), ENTRY);
    const ids = async (): Promise<string> => (await guide(`list --fields id --catalogue ${own}`, options)).out;
    expect(await ids()).toBe('our-meetup-2026\nour-book\n');
    writeFileSync(join(own, 'b.yaml'), ENTRY.replaceAll('our-', 'their-').replace('我们的书', '他们的书'));
    expect((await ids()).split('\n').filter(Boolean).sort()).toEqual(
      ['our-book', 'our-meetup-2026', 'their-book', 'their-meetup-2026'].sort(),
    );
  });

  test.each([
    ['a broken file', ENTRY.replace('name: Our meetup', 'name: "Our meetup'), 'Missing closing "quote'],
    ['a broken entry', ENTRY.replace('kind: book', 'kind: bok'), 'must be one of'],
    ['an unknown topic', ENTRY.replace('[monitoring]', '[montoring]'), 'montoring'],
  ])('with %s are refused each time and never kept', async (_, text, says) => {
    const { run, packs } = aReader(text);
    for (let time = 0; time < 2; time += 1) {
      const { code, out, err } = await run('list');
      expect([code, out]).toEqual([4, '']);
      expect(err).toContain(says);
    }
    expect(packs()).toEqual([]);
  });

  test('that correct a bundled date have a higher sequence than that', async () => {
    const [event] = compiledCatalogue((name) => builtFiles().get(`catalogue/${name}`) ?? Buffer.alloc(0), 'b').entries([
      'event',
    ]);
    if (event?.kind !== 'event') throw new Error('no event is bundled');
    const sequence = event.sequence ?? 0;
    for (const [change, number] of [
      [{ summary: 'In words of our own.' }, sequence],
      [{ start: '2021-02-03' }, sequence + 1],
    ] as const) {
      const { run } = aReader(JSON.stringify([{ ...event, ...change, origin: undefined }]));
      const [shown] = JSON.parse((await run(`show ${event.id} --json`)).out) as [{ sequence?: number }];
      expect(shown.sequence ?? 0).toBe(number);
    }
  });

  test('that change while they are read are not kept', async () => {
    const { file, options, packs } = aReader();
    const host = fakeHost(options);
    const files = namedFiles(host, [file]);
    appendFileSync(file, '# later\n');
    const bundled = compiledCatalogue((name) => builtFiles().get(`catalogue/${name}`) ?? Buffer.alloc(0), 'bundled');
    const catalogue = await loadNamed(host, bundled, zones, files);
    expect(catalogue.outlines()).toHaveLength(2);
    expect(packs()).toEqual([]);
  });

  test.each([
    ['nothing is known of a home', (): FakeHostOptions => ({ env: {} })],
    [
      'a file stands where the folder should be',
      (): FakeHostOptions => {
        const cache = join(aFolder(), 'cache');
        writeFileSync(cache, '');
        return { env: { MLOPS_GUIDE_CACHE_DIR: cache } };
      },
    ],
    ['the folder cannot be made', (): FakeHostOptions => ({ env: { MLOPS_GUIDE_CACHE_DIR: '/dev/null/cache' } })],
  ])('answer every time where %s', async (_, more) => {
    const { run } = aReader();
    for (let time = 0; time < 2; time += 1) {
      const { code, out, err } = await run('list --fields id', more());
      expect({ code, out, err }).toEqual({ code: 0, out: 'our-meetup-2026\nour-book\n', err: '' });
    }
  });
});

/** Keeps what the file system says of its last change: what a careless copy or a failing disk does. */
function secretly(pack: string, change: (bytes: Buffer) => Buffer): void {
  const { mtime } = statSync(pack);
  writeFileSync(pack, change(readFileSync(pack)));
  utimesSync(pack, mtime, mtime);
}

describe('a kept catalogue', () => {
  test.each([
    ['cut off', (pack: string) => secretly(pack, (bytes) => bytes.subarray(0, -100))],
    ['cut off in its head', (pack: string) => secretly(pack, (bytes) => bytes.subarray(0, 40))],
    ['empty', (pack: string) => writeFileSync(pack, '')],
    ['longer', (pack: string) => secretly(pack, (bytes) => Buffer.concat([bytes, Buffer.from('x')]))],
    ['garbage', (pack: string) => writeFileSync(pack, Buffer.alloc(9000, 7))],
    ['altered', (pack: string) => writeFileSync(pack, readFileSync(pack).fill(7, 1000, 1500))],
    [
      'of another version of the program',
      (pack: string) =>
        secretly(pack, (bytes) => Buffer.from(bytes.toString('latin1').replace(/\d+\.\d+\.\d+/, '9.9.9'), 'latin1')),
    ],
  ])('that is %s is made anew', async (_, damage) => {
    const { run, packs } = aReader();
    const sound = await run('list --json');
    const [pack = ''] = packs();
    const bytes = readFileSync(pack);
    damage(pack);
    const { code, out, err } = await run('list --json');
    expect({ code, out, err }).toEqual({ code: 0, out: sound.out, err: '' });
    expect(readFileSync(pack).equals(bytes)).toBe(true);
    expect(packs()).toEqual([pack]);
  });

  test('of another build is made anew', async () => {
    const { run, packs } = aReader();
    await run('list');
    const [pack = ''] = packs();
    const before = readFileSync(pack, 'latin1');
    const built = new Map([...builtFiles(), ['catalogue/stamp.txt', Buffer.from('another')]]);
    expect((await run('list', { built })).code).toBe(0);
    expect(before).not.toContain('another');
    expect(readFileSync(pack, 'latin1')).toContain('another');
  });
});

describe('old packs', () => {
  const name = (number: number): string => `files-${number.toString(16).padStart(16, '0')}.pack`;
  const put = (cache: string, file: string, age: number): void => {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, file), 'x');
    utimesSync(join(cache, file), (NOW - age) / 1000, (NOW - age) / 1000);
  };

  test('go, but for the newest eight', async () => {
    const { run, cache } = aReader();
    for (let number = 0; number < 12; number += 1) put(cache, name(number), (number + 2) * DAY);
    put(cache, 'catalogue.pack', 90 * DAY);
    put(cache, 'files-mine.pack', 90 * DAY);
    await run('list');
    const left = readdirSync(cache);
    expect(left).toHaveLength(8 + 2);
    expect(left).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 5, 6].map(name)));
    expect(left).toEqual(expect.arrayContaining(['catalogue.pack', 'files-mine.pack']));
  });

  test('of today stay, however many there are: somebody may be reading them', async () => {
    const { run, cache } = aReader();
    for (let number = 0; number < 12; number += 1) put(cache, name(number), 1000 * number);
    await run('list');
    expect(readdirSync(cache)).toHaveLength(13);
  });
});

test.each([
  { terminal: true, bytes: 64 * 1024 * 1024, note: 'Reading and indexing a catalogue of 64 MB, this once …' },
  { terminal: true, bytes: 1024, note: undefined },
  { terminal: false, bytes: 64 * 1024 * 1024, note: undefined },
])('a person who waits is told why: $bytes bytes, terminal $terminal', ({ terminal, bytes, note }) => {
  const host = fakeHost({ terminal });
  expect(slownessNote(host, { paths: ['big.yaml'], bytes, place: { pack: 'p', stamp: 's' } })).toBe(note);
  expect(slownessNote(host, { paths: ['big.yaml'], bytes, place: undefined })).toBe(note?.replace(', this once', ''));
});
