import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createDisk } from '../../src/disk';
import { anEntry } from '../helpers/entries';
import { aFolder } from '../helpers/folder';
import { builtFiles, type FakeHostOptions } from '../helpers/host';
import { testNetwork } from '../helpers/network';
import { expectTwoLines, guide } from '../helpers/run';
import { aServer, nobody, type TestServer } from '../helpers/server';

const rss = (items: string): string =>
  `<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>T</title>${items}</channel></rss>`;
const POD = rss(`
  <item><title>Drift, explained</title><guid>1</guid><link>https://pod.example/1</link>
    <pubDate>Thu, 19 Nov 2026 23:30:00 -0500</pubDate><itunes:duration>1:02:05</itunes:duration></item>
  <item><title>No day</title><guid>2</guid><link>https://pod.example/2</link></item>
  <item><title>Old \u001b[31mstore</title><guid>3</guid><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate><itunes:duration>900</itunes:duration></item>`);
const LETTER = `<feed xmlns="http://www.w3.org/2005/Atom"><title>L</title>
  <entry><title>Feature stores</title><id>a</id><link href="https://letter.example/a"/><updated>2026-11-18T08:00:00+01:00</updated></entry></feed>`;
const SITE = rss('<item><title>A post</title><guid>p</guid><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate></item>');

let server: TestServer;
let built: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  server = await aServer({ '/pod': POD, '/letter': LETTER, '/site': SITE });
  built = builtFiles([
    anEntry({ kind: 'podcast', id: 'pod', name: 'Pod', feed: `${server.url}/pod`, topics: ['monitoring'] }),
    anEntry({
      kind: 'newsletter',
      id: 'letter',
      name: 'Letter',
      feed: `${server.url}/letter`,
      topics: ['feature-stores'],
    }),
    anEntry({ kind: 'site', id: 'site', name: 'Site', feed: `${server.url}/site` }),
  ]);
});

function reader(own: FakeHostOptions = {}) {
  const data = aFolder();
  const env = { MLOPS_GUIDE_DATA_DIR: data, MLOPS_GUIDE_CONFIG_DIR: data, MLOPS_GUIDE_CACHE_DIR: data };
  const network = testNetwork();
  const disk = createDisk(() => Date.parse('2026-11-21T09:00Z'));
  const run = (line: string, more: FakeHostOptions = {}) => guide(line, { built, env, network, disk, ...own, ...more });
  return { data, run };
}
/** The fixture has a podcast of its own, whose feed is nowhere. */
const IDS = 'pod letter site';
const titles = (out: string): string[] => out.split('\n').filter(Boolean).map((line) => line.split('\t')[4] ?? ''); // prettier-ignore

describe('update --feeds', () => {
  test('reads the feeds that are named, and says what is new', async () => {
    const { run } = reader();
    const { code, out, err } = await run(`update --feeds ${IDS} --header`);
    expect(code).toBe(0);
    expect(out).toBe(
      `id\tstate\tentries\tadded\turl\twhy\npod\tread\t3\t3\t${server.url}/pod\t\nletter\tread\t1\t1\t${server.url}/letter\t\nsite\tread\t1\t1\t${server.url}/site\t\n`,
    );
    expect(err).toBe('3 of 3 feeds read, 5 new items. See: mlops-guide latest\n');
    expect((await reader().run('update --feeds letter')).err).toMatch(/^1 of 1 feed read, 1 new item\. /);
    const again = await run(`update --feeds ${IDS}`);
    expect(again.out).toMatch(/^pod\tunchanged\t3\t0\t/);
    expect(again.err).toBe('3 of 3 feeds read, 0 new items. See: mlops-guide latest\n');
  });

  test('all feeds of the catalogue without a name; one that fails is told in one line', async () => {
    const network = testNetwork({}, { 'https://podcasts.example': await nobody() });
    const { code, err } = await reader({ network }).run('update --feeds', { terminal: true });
    expect(code).toBe(0);
    expect(err).toContain(
      'mlops-guide: drift-talk: https://podcasts.example/drift-talk/feed.xml nobody answers there\n',
    );
    expect(err).toContain('3 of 4 feeds read, 5 new items.');
    expect(err).toContain('\r\u001b[Kreading feeds ');
  });

  test('exit 5 when none worked, and what was read before stays', async () => {
    const { run } = reader();
    await run('update --feeds letter');
    const broken = { network: testNetwork({}, { [server.url]: await nobody() }) };
    const { code, err } = await run('update --feeds letter', broken);
    expect(code).toBe(5);
    expect(err).toContain('No feed could be read; what was read before is kept.');
    expect(titles((await run('latest')).out)).toEqual(['Feature stores']);
  });

  test('wrong usage', async () => {
    const { run, data } = reader();
    const none = await run('update --feeds driftwatch');
    expect(none.code).toBe(2);
    expectTwoLines(none.err, 'no feed of driftwatch is known', 'mlops-guide show driftwatch');
    expect((await run('update --feeds --rollback')).code).toBe(2);
    expect((await run('update --feeds nonsense')).code).toBe(3);
    expect(existsSync(join(data, 'feeds.json'))).toBe(false);
  });
});

describe('latest', () => {
  const { run } = reader();
  beforeAll(async () => {
    await run(`update --feeds ${IDS}`);
  });

  test.each([
    { line: '', found: ['Drift, explained', 'Feature stores', 'Old store', 'No day'] },
    { line: '--kind podcast', found: ['Drift, explained', 'Old store', 'No day'] },
    { line: '--kind podcast --since 14d', found: ['Drift, explained'] },
    { line: '--kind site,newsletter', found: ['A post', 'Feature stores'] },
    { line: '--topic feature-stores', found: ['Feature stores'] },
    { line: 'store', found: ['Feature stores', 'Old store'] },
    { line: 'store pod', found: ['Old store'] },
    { line: '-n 1', found: ['Drift, explained'] },
    // 04:30 UTC on the 20th: the 19th in New York, the 20th in Tokyo.
    { line: '--since 2026-11-20 --tz America/New_York', found: [] },
    { line: '--since 2026-11-20 --tz Asia/Tokyo', found: ['Drift, explained'] },
  ])('$line', async ({ line, found }) => {
    const { code, out } = await run(`latest ${line}`);
    expect({ code, found: titles(out) }).toEqual({ code: 0, found });
  });

  test('in a pipe, and as JSON', async () => {
    expect((await run('latest --header -n 1')).out).toBe(
      'published\tkind\tid\tname\ttitle\tduration\turl\n2026-11-20T04:30:00.000Z\tpodcast\tpod\tPod\tDrift, explained\t3725\thttps://pod.example/1\n',
    );
    expect(JSON.parse((await run('latest --json -n 1')).out)).toEqual([
      {
        id: 'pod',
        kind: 'podcast',
        name: 'Pod',
        title: 'Drift, explained',
        url: 'https://pod.example/1',
        published: '2026-11-20T04:30:00.000Z',
        duration: 3725,
        topics: ['monitoring'],
      },
    ]);
    expect((await run('latest --fields title,duration -n 1')).out).toBe('Drift, explained\t3725\n');
  });

  test('on a terminal: days of the reader’s zone, lengths, and what has no date apart', async () => {
    const { out, err } = await run('latest --tz America/New_York', { terminal: true, columns: 100 });
    const lines = out.replace(/\u001b\[\d+m/g, '').split('\n').map((line) => line.trim().split(/ {2,}/)); // prettier-ignore
    expect(lines.slice(0, 5)).toEqual([
      ['DAY', 'TITLE', 'LENGTH', 'FROM'],
      ['Thu 19 Nov 2026', 'Drift, explained', '1 h 2 min', 'Pod'],
      ['Wed 18 Nov 2026', 'Feature stores', 'Letter'],
      ['Mon 2 Feb 2026', 'Old store', '15 min', 'Pod'],
      ['no date', 'No day', 'Pod'],
    ]);
    expect(err).toContain('4 items · days in America/New_York · feeds read today');
    expect(err).toContain('1 without a date, or with one still ahead, stand at the end.');
    const later = await run('latest --since 1y --now 2026-12-01', { terminal: true });
    expect(later.err).toContain('feeds read 10 days ago: mlops-guide update --feeds');
    expect(later.err).toContain('are left out.');
  });

  test('feeds that the reader added, but not where a kind is asked for', async () => {
    const own = reader();
    const file = {
      location: 'https://own.example/feed',
      type: 'feed',
      digest: 'x',
      read: '2026-11-20',
      checked: '2026-11-20',
      records: 1,
      readings: [],
      gone: [],
      items: [{ key: '1', title: 'Own', published: '2026-11-20T00:00:00.000Z' }],
      entries: [],
      leftOut: [],
    };
    const now = {
      updated: '',
      by: '',
      sources: [{ name: 'my-feed', topics: ['monitoring'], files: [file] }],
      remembered: [],
    };
    writeFileSync(join(own.data, 'fetched.json'), JSON.stringify({ version: 1, now, journal: [] }));
    expect((await own.run('latest')).out).toBe('2026-11-20T00:00:00.000Z\tfeed\tmy-feed\tmy-feed\tOwn\t\t\n');
    expect(titles((await own.run('latest --topic monitoring')).out)).toEqual(['Own']);
    expect((await own.run('latest --topic feature-stores')).out).toBe('');
    expect((await own.run('latest --kind podcast')).out).toBe('');
  });

  test('a file that somebody else wrote does nothing on a terminal', async () => {
    const own = reader();
    const item = {
      key: '1',
      title: 'A\u001b[2J\u0007title',
      published: '2026-11-20T00:00:00.000Z',
      url: 'javascript:alert(1)',
    };
    const other = { key: '2', title: 'B', published: '\u001b[2J', url: 'https://b.example/\u001b[2J' };
    const feed = { id: 'pod', url: 'https://a.example/', checked: '2026-11-20T00:00:00.000Z', items: [item, other] };
    writeFileSync(join(own.data, 'feeds.json'), JSON.stringify({ version: 1, feeds: [feed] }));
    const { out } = await own.run('latest', { terminal: true });
    expect(out).toContain('Atitle');

    expect(out.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    const piped = await own.run('latest');
    expect(titles(piped.out)).toEqual(['Atitle', 'B']);
    expect(piped.out).not.toMatch(/\u001b|javascript/);
    expect(JSON.parse((await own.run('latest --json')).out)).toMatchObject([{ title: 'Atitle' }, { title: 'B' }]);
  });

  test('nothing read, nothing found, no home, a damaged file', async () => {
    const none = { code: 0, out: '', err: 'No feeds were read so far. Read them: mlops-guide update --feeds\n' };
    expect(await reader().run('latest')).toMatchObject(none);
    expect(await guide('latest', { built })).toMatchObject(none);
    expect(await run('latest zebra')).toMatchObject({ code: 0, out: '', err: 'Nothing matches.\n' });
    expect(await run('latest --kind paper')).toMatchObject({ code: 0, out: '', err: 'Nothing matches.\n' });
    const damaged = reader();
    writeFileSync(join(damaged.data, 'feeds.json'), '{"version":1,');
    expect((await damaged.run('latest')).err).toContain('is damaged and is not read.');
    expect((await run('latest --since soon')).code).toBe(2);
  });
});
