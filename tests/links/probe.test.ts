import { describe, expect, test } from 'vitest';
import { createProber, FRONT_PAGE, USER_AGENT, type Finding } from '../../src/links/probe';
import { createTurns } from '../../src/links/turns';
import type { Network } from '../../src/sources/network';
import { VERSION } from '../../src/version';
import { aClosedPort, aServer, hastyNetwork, type Server } from './server';

const NOW = Date.parse('2026-11-21T09:00:00Z');

function probe(url: string, network: Network = hastyNetwork(), milliseconds = 10_000): Promise<Finding> {
  const clock = () => NOW;
  const turns = createTurns({ pause: 1000, clock, sleep: network.sleep });
  return createProber({ network, turns, clock, signal: new AbortController().signal, milliseconds }).probe(url);
}

/** Answers `/200` with 200, `/301/to/200` with a redirect to `/to/200`; `/head/404/get/200` differs by method. */
const answers = () =>
  aServer((request, response) => {
    const { method, url = '' } = request;
    const [, head, get] = /^\/head\/(\d+)\/get\/(\d+)/.exec(url) ?? [];
    if (head !== undefined) return void response.writeHead(Number(method === 'HEAD' ? head : get)).end('x');
    const [, code = '500', rest = ''] = /^\/(\d+)(?:\/to(\/.*))?$/.exec(url) ?? [];
    response.writeHead(Number(code), rest === '' ? {} : { location: rest }).end('body');
  });

describe('what an answer means', () => {
  test.each<{ path: string; finding: Partial<Finding>; lines: string[] }>([
    { path: '/200', finding: { state: 'ok', status: 200 }, lines: ['HEAD /200'] },
    { path: '/204', finding: { state: 'ok' }, lines: ['HEAD /204'] },
    { path: '/404', finding: { state: 'gone', status: 404, why: 'answers 404' }, lines: ['HEAD /404', 'GET /404'] },
    { path: '/410', finding: { state: 'gone', status: 410 }, lines: ['HEAD /410', 'GET /410'] },
    { path: '/403', finding: { state: 'blocked', status: 403 }, lines: ['HEAD /403', 'GET /403'] },
    { path: '/451', finding: { state: 'blocked' }, lines: ['HEAD /451', 'GET /451'] },
    { path: '/999', finding: { state: 'blocked' }, lines: ['HEAD /999', 'GET /999'] },
    {
      path: '/401',
      finding: { state: 'blocked', why: 'answers 401: it wants a login' },
      lines: ['HEAD /401', 'GET /401'],
    },
    // Asked no second time: it has had enough.
    { path: '/429', finding: { state: 'blocked', status: 429, rest: Infinity }, lines: ['HEAD /429'] },
    { path: '/500', finding: { state: 'unknown', status: 500 }, lines: ['HEAD /500', 'GET /500'] },
    { path: '/503', finding: { state: 'unknown', status: 503 }, lines: ['HEAD /503', 'GET /503'] },
    { path: '/400', finding: { state: 'unknown', status: 400 }, lines: ['HEAD /400', 'GET /400'] },
    { path: '/head/405/get/200', finding: { state: 'ok' }, lines: ['HEAD /head/405/get/200', 'GET /head/405/get/200'] },
    { path: '/head/404/get/200', finding: { state: 'ok' }, lines: ['HEAD /head/404/get/200', 'GET /head/404/get/200'] },
    {
      path: '/head/403/get/404',
      finding: { state: 'gone' },
      lines: ['HEAD /head/403/get/404', 'GET /head/403/get/404'],
    },
  ])('$path', async ({ path, finding, lines }) => {
    const server = await answers();
    expect(await probe(server.origin + path)).toMatchObject({ isAnswered: true, ...finding });
    expect(server.lines).toEqual(lines);
  });

  test('a host that has had enough says for how long, as seconds or as a day', async () => {
    const server = await aServer(({ url }, response) => {
      response.writeHead(429, { 'retry-after': url === '/s' ? '30' : 'Sat, 21 Nov 2026 09:05:00 GMT' }).end();
    });
    expect(await probe(`${server.origin}/s`)).toMatchObject({ state: 'blocked', rest: 30_000 });
    expect(await probe(`${server.origin}/d`)).toMatchObject({ state: 'blocked', rest: 300_000 });
  });
});

describe('redirects', () => {
  test.each<{ path: string; state: Finding['state']; to?: string; why?: string }>([
    { path: '/301/to/200', state: 'moved', to: '/200' },
    { path: '/308/to/200', state: 'moved', to: '/200' },
    { path: '/302/to/200', state: 'ok' },
    { path: '/303/to/200', state: 'ok' },
    { path: '/307/to/200', state: 'ok' },
    { path: '/301/to/308/to/200', state: 'moved', to: '/200' },
    // For good only as far as no other redirect stands before it.
    { path: '/301/to/302/to/200', state: 'moved', to: '/302/to/200' },
    { path: '/302/to/301/to/200', state: 'ok' },
    { path: '/301/to/404', state: 'gone' },
    { path: '/301/to/403', state: 'blocked' },
    { path: '/301/to/500', state: 'unknown' },
    { path: '/301', state: 'unknown', why: 'answers 301' },
  ])('$path', async ({ path, state, to, why }) => {
    const { origin } = await answers();
    const finding = await probe(origin + path);
    expect({ state: finding.state, to: finding.to }).toEqual({ state, to: to === undefined ? undefined : origin + to });
    if (why !== undefined) expect(finding.why).toBe(why);
  });

  const leading = (location: string, code = 301): Promise<Server> =>
    aServer(({ url }, response) => {
      if (url === '/old') response.writeHead(code, { location }).end();
      else response.end('here');
    });

  test.each([
    { name: 'in a circle', location: '/old', why: 'redirects more than 10 times' },
    { name: 'to a file', location: 'file:///etc/passwd', why: 'redirects to file:' },
    { name: 'to a script', location: 'javascript:alert(1)', why: 'redirects to javascript:' },
    {
      name: 'with a password',
      location: 'http://me:secret@127.0.0.1/',
      why: 'redirects to an address with a password',
    },
    { name: 'to nothing', location: 'http://[', why: 'redirects to no address' },
  ])('$name: not followed', async ({ location, why }) => {
    const { origin } = await leading(location);
    expect(await probe(`${origin}/old`)).toEqual({ state: 'unknown', status: 301, why, isAnswered: true });
  });

  test('from the Internet into a private network: not followed', async () => {
    const inside = await aServer((_, response) => void response.end('secret'));
    const network = hastyNetwork();
    const outside = {
      ...network,
      addressesOf: (host: string) => Promise.resolve([host === 'public.test' ? '93.184.216.34' : '127.0.0.1']),
      fetch: (url: string, init: RequestInit) =>
        url.startsWith('http://public.test/')
          ? Promise.resolve(new Response(null, { status: 301, headers: { location: `${inside.origin}/x` } }))
          : network.fetch(url, init),
    };
    const finding = await probe('http://public.test/page', outside);
    expect(finding).toMatchObject({ state: 'unknown', why: 'redirects to 127.0.0.1, which is in no public network' });
    expect(inside.asked).toEqual([]);
  });

  test('what the catalogue cannot take in an address is spelt in another way', async () => {
    const { origin } = await leading('/a|b^c');
    expect(await probe(`${origin}/old`)).toMatchObject({ state: 'moved', to: `${origin}/a%7Cb%5Ec` });
  });

  test('to the front page: moved, with a doubt; a closing slash more is no move', async () => {
    const front = await leading('/');
    expect(await probe(`${front.origin}/old`)).toMatchObject({
      state: 'moved',
      to: `${front.origin}/`,
      why: FRONT_PAGE,
    });
    const slash = await leading('/old/');
    expect(await probe(`${slash.origin}/old`)).toEqual({ state: 'ok', status: 200, isAnswered: true });
  });
});

describe('no answer', () => {
  test('nobody there', async () => {
    const port = await aClosedPort();
    expect(await probe(`http://127.0.0.1:${port}/`)).toEqual({
      state: 'unknown',
      why: 'nobody answers there',
      isAnswered: false,
    });
  });

  test('no such host', async () => {
    const network = hastyNetwork();
    const fails = () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }));
    expect(await probe('http://gone.invalid/', { ...network, fetch: fails })).toMatchObject({
      state: 'unknown',
      why: 'no such host, or no network',
    });
  });

  test('a server that says nothing is not waited for', async () => {
    const server = await aServer(() => undefined);
    expect(await probe(`${server.origin}/`, hastyNetwork(), 400)).toEqual({
      state: 'unknown',
      why: 'no answer within 0.4 s',
      isAnswered: false,
    });
    expect(server.lines).toEqual(['HEAD /', 'GET /']);
  });

  test('an endless body is not read', async () => {
    const server = await aServer(({ method }, response) => {
      if (method === 'HEAD') return void response.writeHead(405).end();
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    expect(await probe(`${server.origin}/`)).toMatchObject({ state: 'ok' });
  });
});

describe('manners', () => {
  test('says who it is and where to learn more', async () => {
    const server = await answers();
    await probe(`${server.origin}/200`);
    expect(server.asked[0]?.headers['user-agent']).toBe(USER_AGENT);
    expect(USER_AGENT).toMatch(
      new RegExp(`^mlops-guide/${VERSION} \\(link check; heeds robots.txt as mlops-guide\\)$`),
    );
    expect(server.asked[0]?.headers).not.toHaveProperty('cookie');
  });

  test('stays away where robots.txt asks it to, also behind a redirect', async () => {
    const shut = await aServer((_, response) => void response.end('x'), 'User-agent: *\nDisallow: /private');
    const open = await aServer(
      (_, response) => void response.writeHead(301, { location: `${shut.origin}/private` }).end(),
    );
    const blocked = { state: 'blocked', why: 'its robots.txt asks programs to stay away' };
    expect(await probe(`${shut.origin}/private/x`)).toMatchObject(blocked);
    expect(await probe(`${open.origin}/`)).toMatchObject(blocked);
    expect(shut.asked).toEqual([]);
    expect(await probe(`${shut.origin}/public`)).toMatchObject({ state: 'ok' });
  });

  test('pauses between all requests to a host, and as long as its robots.txt asks for', async () => {
    const network = hastyNetwork();
    const usual = await answers();
    await probe(`${usual.origin}/404`, network);
    expect(network.slept).toEqual([1000, 1000]);
    const slow = await aServer((_, response) => void response.end('x'), 'User-agent: *\nCrawl-delay: 4');
    const other = hastyNetwork();
    const clock = () => NOW;
    const turns = createTurns({ pause: 1000, clock, sleep: other.sleep });
    const prober = createProber({
      network: other,
      turns,
      clock,
      signal: new AbortController().signal,
      milliseconds: 1500,
    });
    await prober.probe(`${slow.origin}/a`);
    await prober.probe(`${slow.origin}/b`);
    expect(other.slept).toEqual([1000, 4000]);
  });
});
