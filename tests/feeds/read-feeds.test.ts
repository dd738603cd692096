import { describe, expect, test } from 'vitest';
import { feedsFormat, withFeeds, type StoredFeed } from '../../src/feeds/feeds-file';
import { readFeeds } from '../../src/feeds/read-feeds';
import { testNetwork } from '../helpers/network';
import { aServer, nobody } from '../helpers/server';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const rss = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`;
const item = (title: string, date = 'Thu, 19 Nov 2026 08:00:00 GMT'): string =>
  `<item><title>${title}</title><guid>${title}</guid><pubDate>${date}</pubDate></item>`;

function read(
  feeds: readonly { id: string; url: string }[],
  before: readonly StoredFeed[] = [],
  network = testNetwork(),
) {
  return readFeeds(feeds, {
    before,
    network,
    clock: () => NOW,
    instant: new Date(NOW).toISOString(),
    onFeed: () => undefined,
  });
}

test('what is new since, newest first; nothing is read twice that has not changed', async () => {
  const server = await aServer({ '/a': rss(item('one', 'Wed, 18 Nov 2026 08:00:00 GMT'), item('two')) });
  const feeds = [{ id: 'a', url: `${server.url}/a` }];
  const [first] = await read(feeds);
  expect(first).toMatchObject({ state: 'read', fresh: 2, stored: { id: 'a', checked: '2026-11-21T09:00:00.000Z' } });
  expect(first?.stored?.items.map(({ title }) => title)).toEqual(['two', 'one']);
  const [second] = await read(feeds, [first!.stored!]);
  expect(second).toMatchObject({ state: 'unchanged', fresh: 0, stored: { items: first?.stored?.items } });
  server.pages.set('/a', rss(item('three'), item('two')));
  const [third] = await read(feeds, [first!.stored!]);
  expect(third).toMatchObject({ state: 'read', fresh: 1 });
});

test('a feed at a new address is read anew', async () => {
  const server = await aServer({ '/a': rss(item('one')), '/b': rss(item('one')) });
  const [first] = await read([{ id: 'a', url: `${server.url}/a` }]);
  expect((await read([{ id: 'a', url: `${server.url}/b` }], [first!.stored!]))[0]).toMatchObject({ state: 'read' });
});

describe('one that fails keeps what it had and stops no other', () => {
  test.each<{ name: string; why: string; page?: string }>([
    { name: 'not there', why: 'is not there' },
    { name: 'a web page', why: 'is neither RSS nor Atom', page: '<!doctype html><html><p>hello</html>' },
    { name: 'too large', why: 'is larger than 24 MB', page: `<rss>${'x'.repeat(25 * 1024 * 1024)}` },
  ])('$name', async ({ why, page }) => {
    const server = await aServer({ '/good': rss(item('one')), ...(page === undefined ? {} : { '/bad': page }) });
    const feeds = [
      { id: 'bad', url: `${server.url}/bad` },
      { id: 'good', url: `${server.url}/good` },
    ];
    const before: StoredFeed = {
      id: 'bad',
      url: `${server.url}/bad`,
      checked: '2026-11-01T00:00:00.000Z',
      items: [{ key: 'k', title: 'kept' }],
    };
    const [bad, good] = await read(feeds, [before]);
    expect(bad).toEqual({ feed: feeds[0], state: 'failed', stored: before, fresh: 0, why });
    expect(good).toMatchObject({ state: 'read', fresh: 1 });
  });

  test('nobody there', async () => {
    const [outcome] = await read([{ id: 'a', url: `${await nobody()}/` }]);
    expect(outcome).toMatchObject({ state: 'failed', stored: undefined, why: 'nobody answers there' });
  });
});

test('of one host one feed after the other, with a pause', async () => {
  let [busy, most] = [0, 0];
  const server = await aServer();
  for (const path of ['/a', '/b', '/c']) {
    server.pages.set(path, (_, response) => {
      most = Math.max(most, (busy += 1));
      setImmediate(() => {
        busy -= 1;
        response.end(rss(item(path)));
      });
    });
  }
  const network = testNetwork();
  await read(
    ['a', 'b', 'c'].map((id) => ({ id, url: `${server.url}/${id}` })),
    [],
    network,
  );
  expect(most).toBe(1);
  expect(network.slept).toEqual([500, 500]);
});

test('no more is kept of one feed than anybody asks for, and nothing twice', async () => {
  const many = Array.from({ length: 400 }, (_, n) => item(`n${n}`, new Date(NOW - n * 3_600_000).toUTCString()));
  const server = await aServer({ '/a': rss(...many, item('n0')) });
  const [outcome] = await read([{ id: 'a', url: `${server.url}/a` }]);
  const titles = outcome?.stored?.items.map(({ title }) => title) ?? [];
  expect(titles).toHaveLength(300);
  expect(new Set(titles).size).toBe(300);
});

test('what is stored can be read again, and the later state of a feed counts', () => {
  const feed = (id: string, checked: string, title: string): StoredFeed => ({
    id,
    url: 'https://a.example/',
    checked,
    items: [{ key: 'k', title }],
  });
  const [old, young] = [feed('a', '2026-11-01T00:00:00.000Z', 'old'), feed('a', '2026-11-02T00:00:00.000Z', 'young')];
  const other = feed('b', '2026-11-01T00:00:00.000Z', 'other');
  const stored = withFeeds(withFeeds(undefined, [other, young]), [old]);
  expect(stored.feeds).toEqual([young, other]);
  expect(feedsFormat.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  for (const raw of [null, { version: 1 }, { version: 1, feeds: [{ id: 'a' }] }])
    expect(feedsFormat.parse(raw)).toBeUndefined();
});
