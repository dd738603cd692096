import { describe, expect, test } from 'vitest';
import { checkAddresses, MANNERS, type CheckOptions } from '../../src/links/check';
import type { Finding } from '../../src/links/probe';
import { aClosedPort, aServer, hastyNetwork } from './server';

const NOW = Date.parse('2026-11-21T09:00:00Z');

async function check(urls: readonly string[], more: Partial<CheckOptions> = {}) {
  const found = new Map<string, Finding>();
  const network = hastyNetwork();
  const left = await checkAddresses(urls, {
    network,
    clock: () => NOW,
    signal: new AbortController().signal,
    manners: MANNERS,
    onFinding: (url, finding) => void found.set(url, finding),
    ...more,
  });
  return { found, left, network };
}

test('one request at a time to a host, several hosts side by side, and no more than allowed', async () => {
  const busy = new Map<string, number>();
  let [mostHosts, mostOfOne] = [0, 0];
  const servers = await Promise.all(
    Array.from({ length: 5 }, () =>
      aServer(({ headers }, response) => {
        const host = headers.host ?? '';
        busy.set(host, (busy.get(host) ?? 0) + 1);
        mostOfOne = Math.max(mostOfOne, busy.get(host) ?? 0);
        mostHosts = Math.max(mostHosts, [...busy.values()].filter((count) => count > 0).length);
        setImmediate(() => {
          busy.set(host, (busy.get(host) ?? 0) - 1);
          response.writeHead(404).end();
        });
      }),
    ),
  );
  const urls = servers.flatMap(({ origin }) => ['/a', '/b', '/c'].map((path) => origin + path));
  const { found, left } = await check(urls, { manners: { ...MANNERS, hosts: 2 } });
  expect([...found.keys()].sort()).toEqual([...urls].sort());
  expect(left).toEqual([]);
  expect(mostOfOne).toBe(1);
  expect(mostHosts).toBeLessThanOrEqual(2);
  for (const server of servers)
    expect(server.lines).toEqual(['HEAD /a', 'GET /a', 'HEAD /b', 'GET /b', 'HEAD /c', 'GET /c']);
});

describe('a host that has had enough', () => {
  test('is asked again after the time that it wants, where that is short', async () => {
    let count = 0;
    const { origin } = await aServer((_, response) => {
      count += 1;
      response.writeHead(count === 1 ? 429 : 200, count === 1 ? { 'retry-after': '20' } : {}).end();
    });
    const { found, left, network } = await check([`${origin}/a`, `${origin}/b`]);
    expect([...found.values()].map(({ state }) => state)).toEqual(['ok', 'ok']);
    expect(left).toEqual([]);
    expect(network.slept).toContain(20_000);
  });

  test.each([
    { header: '3600', why: 'wants to be left alone for 60 min' },
    { header: undefined, why: 'wants to be asked less often' },
  ])('is left for another run: $why', async ({ header, why }) => {
    const server = await aServer(
      (_, response) => void response.writeHead(429, header ? { 'retry-after': header } : {}).end(),
    );
    const { found, left } = await check(['/a', '/b', '/c'].map((path) => server.origin + path));
    expect([...found.values()].map(({ state }) => state)).toEqual(['blocked']);
    expect(left).toEqual([{ host: server.host, urls: [`${server.origin}/b`, `${server.origin}/c`], why }]);
    expect(server.lines).toEqual(['HEAD /a']);
  });
});

test('a host that does not answer twice in a row is left', async () => {
  const origin = `http://127.0.0.1:${await aClosedPort()}`;
  const { found, left } = await check(['/a', '/b', '/c', '/d'].map((path) => origin + path));
  expect([...found.keys()]).toEqual([`${origin}/a`, `${origin}/b`]);
  expect(left).toMatchObject([{ urls: [`${origin}/c`, `${origin}/d`], why: 'nobody answers there' }]);
});

test('stopped in a pause, it waits for its end no more', async () => {
  const stop = new AbortController();
  const server = await aServer((_, response) => void response.end('x'));
  const network = { ...hastyNetwork(), sleep: () => new Promise<void>(() => stop.abort()) };
  await check([`${server.origin}/a`, `${server.origin}/b`], { signal: stop.signal, network });
  expect(server.asked).toEqual([]);
});

test('stopped, it asks nobody more and tells nothing of what was under way', async () => {
  const stop = new AbortController();
  const server = await aServer(({ url }, response) => {
    if (url === '/b') stop.abort();
    response.end('x');
  });
  const { found, left } = await check(
    ['/a', '/b', '/c'].map((path) => server.origin + path),
    { signal: stop.signal },
  );
  // What comes of the request that was broken off comes now.
  for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
  expect([...found.keys()]).toEqual([`${server.origin}/a`]);
  expect(left).toEqual([]);
  expect(server.lines).toEqual(['HEAD /a', 'HEAD /b']);
});
