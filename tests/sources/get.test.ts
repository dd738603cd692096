import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { get, retryAfter, type Asked, type Got } from '../../src/sources/get';
import { testNetwork, type TestNetwork } from '../helpers/network';
import { aServer, nobody, type Page } from '../helpers/server';

const NOW = Date.parse('2026-11-21T09:00:00Z');

async function ask(
  page: Page | undefined,
  asked: Partial<Asked> = {},
  network: TestNetwork = testNetwork(),
): Promise<{ readonly got: Got | string; readonly requests: number; readonly slept: readonly number[] }> {
  const server = await aServer(page === undefined ? {} : { '/data': page });
  const got = await get(`${server.url}/data`, network, { clock: () => NOW, ...asked }).catch((error: unknown) =>
    error instanceof Error ? error.message : 'no error',
  );
  return { got, requests: server.asked.length, slept: network.slept };
}

describe('an answer', () => {
  test('is its text, with what it can be asked for again', async () => {
    const { got } = await ask((_, response) =>
      response.writeHead(200, { etag: 'W/"a"', 'last-modified': 'Fri, 20 Nov 2026 00:00:00 GMT' }).end('Zürich'),
    );
    expect(got).toEqual({
      state: 'read',
      text: 'Zürich',
      etag: 'W/"a"',
      lastModified: 'Fri, 20 Nov 2026 00:00:00 GMT',
    });
  });

  test('is asked for with what was got the last time, and may be that nothing has changed', async () => {
    const headers: unknown[] = [];
    const { got } = await ask(
      (request, response) => {
        headers.push(request.headers['if-none-match'], request.headers['if-modified-since']);
        response.writeHead(304).end();
      },
      { etag: '"a"', lastModified: 'Fri, 20 Nov 2026 00:00:00 GMT' },
    );
    expect(headers).toEqual(['"a"', 'Fri, 20 Nov 2026 00:00:00 GMT']);
    expect(got).toEqual({ state: 'unchanged' });
  });

  test('says who asks, and sends no cookies or names', async () => {
    const server = await aServer({ '/data': 'x' });
    await get(`${server.url}/data`, testNetwork(), { clock: () => NOW });
    const headers = server.asked[0]?.headers ?? {};
    expect(headers['user-agent']).toMatch(/^mlops-guide\/\d/);
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('if-none-match');
  });

  test.each([
    { name: 'that it is not there', status: 404, got: { state: 'missing' } },
    { name: 'that it is not there any more', status: 410, got: { state: 'missing' } },
    { name: 'that it may not be had', status: 403, got: 'the server answers 403' },
    { name: 'no content', status: 204, got: 'the server answers 204' },
  ])('may be $name, which is asked once', async ({ status, got }) => {
    const asked = await ask((_, response) => response.writeHead(status).end());
    expect(asked).toEqual({ got, requests: 1, slept: [] });
  });

  test.each([
    { name: 'named in the header', head: 'text/xml; charset=ISO-8859-1', text: '<rss>Köln</rss>' },
    {
      name: 'named in the first line',
      head: 'text/xml',
      text: '<?xml version="1.0" encoding="ISO-8859-1"?><rss>Köln</rss>',
    },
  ])('in an old encoding is read as it is $name', async ({ head, text }) => {
    const { got } = await ask((_, response) =>
      response.writeHead(200, { 'content-type': head }).end(Buffer.from(text, 'latin1')),
    );
    expect(got).toEqual({ state: 'read', text });
  });

  test('in no encoding at all is no text', async () => {
    expect((await ask(Buffer.from([0xff, 0xfe, 0xfd, 0x00]))).got).toBe('is not UTF-8 text');
  });
});

describe('another try', () => {
  /** Answers each status in turn, then the last one for ever. */
  const inTurn = (...answers: readonly (readonly [status: number, retryAfter?: string])[]): Page => {
    let at = 0;
    return (_, response) => {
      const [status, wait] = answers[Math.min(at++, answers.length - 1)] ?? [200];
      response.writeHead(status, wait === undefined ? {} : { 'retry-after': wait }).end(status === 200 ? 'x' : '');
    };
  };
  const read = { state: 'read', text: 'x' };

  test.each([
    { name: 'after a server that is overloaded', page: inTurn([503], [200]), got: read, requests: 2, slept: [1000] },
    {
      name: 'waits twice as long each time, and has an end',
      page: inTurn([500]),
      got: 'the server answers 500',
      requests: 3,
      slept: [1000, 2000],
    },
    {
      name: 'waits the seconds that the server asks for',
      page: inTurn([429, '7'], [200]),
      got: read,
      requests: 2,
      slept: [7000],
    },
    {
      name: 'waits until the time that the server names',
      page: inTurn([503, 'Sat, 21 Nov 2026 09:00:30 GMT'], [200]),
      got: read,
      requests: 2,
      slept: [30_000],
    },
    {
      name: 'is not made where the server asks for an hour',
      page: inTurn([429, '3600'], [200]),
      got: 'the server answers 429; asks to come back in 60 min',
      requests: 1,
      slept: [],
    },
    {
      name: 'waits as usual where the server asks for nonsense',
      page: inTurn([502, 'soon'], [200]),
      got: read,
      requests: 2,
      slept: [1000],
    },
  ])('$name', async ({ page, got, requests, slept }) => {
    expect(await ask(page)).toEqual({ got, requests, slept });
  });

  test('after a connection that broke off', async () => {
    let count = 0;
    const { got, slept } = await ask((_, response) => {
      count += 1;
      if (count === 1) response.destroy();
      else response.end('x');
    });
    expect({ got, slept }).toEqual({ got: read, slept: [1000] });
  });

  test.each([
    { header: null, wait: undefined },
    { header: '0', wait: 0 },
    { header: 'Sat, 21 Nov 2026 08:00:00 GMT', wait: 0 },
    { header: '-5', wait: undefined },
    { header: 'nonsense', wait: undefined },
  ])('Retry-After: $header', ({ header, wait }) => {
    expect(retryAfter(header, NOW)).toBe(wait);
  });
});

describe('what takes too long or is too large', () => {
  const limits = { attempts: 1, milliseconds: 5000, silence: 5000, bytes: 100_000 };

  test('a server that never answers', async () => {
    const { got } = await ask(() => undefined, { limits: { ...limits, milliseconds: 100 } });
    expect(got).toBe('no whole answer within 0.1 s');
  });

  test('a server that falls silent in the middle', async () => {
    const { got } = await ask((_, response) => response.writeHead(200).write('x'), {
      limits: { ...limits, silence: 100 },
    });
    expect(got).toBe('sends nothing for 0.1 s');
  });

  test('a server that sends a byte now and then, for ever', async () => {
    const { got } = await ask(
      (_, response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
      { limits: { ...limits, silence: 2000, milliseconds: 300 } },
    );
    expect(got).toBe('no whole answer within 0.3 s');
  });

  test('a body that says that it is too large is not even begun', async () => {
    const { got } = await ask((_, response) => response.writeHead(200, { 'content-length': '900000000' }).write('x'), {
      limits,
    });
    expect(got).toBe('is larger than 97 kB');
  });

  test('an endless stream is cut where it is too large', async () => {
    let sent = 0;
    const { got } = await ask(
      (_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(10_000))) sent += 10_000;
        };
        response.on('drain', more);
        more();
      },
      { limits },
    );
    expect(got).toBe('is larger than 97 kB');
    // What lies in buffers of the system is sent too, and no more.
    expect(sent).toBeLessThan(50_000_000);
  });

  test('a small body that unpacks to a large one', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(limits.bytes);
    const before = process.memoryUsage().arrayBuffers;
    const { got } = await ask((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb), {
      limits,
    });
    expect(got).toBe('is larger than 97 kB');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test('a body packed many times over', async () => {
    let body = gzipSync(Buffer.alloc(50_000_000));
    for (let times = 1; times < 4; times += 1) body = gzipSync(body);
    const { got } = await ask(
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip, gzip' }).end(body),
      { limits },
    );
    expect(got).toBe('is larger than 97 kB');
  });

  test('a body that is packed wrongly', async () => {
    const { got } = await ask((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'), {
      limits,
    });
    expect(got).toBe('its compressed answer is damaged');
  });

  test('a packed body of the right size is read', async () => {
    const { got } = await ask(
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(90_000))),
      { limits },
    );
    expect(got).toMatchObject({ state: 'read', text: 'x'.repeat(90_000) });
  });
});

describe('a redirect', () => {
  const to =
    (location: string, status = 302): Page =>
    (_, response) =>
      response.writeHead(status, { location }).end();
  const hosts = {
    'public.example': ['93.184.216.34'],
    'inside.example': ['10.0.0.7'],
    'both.example': ['93.184.216.34', '::1'],
  };

  /** Asks http://public.example, which is a server on loopback and redirects. */
  async function redirected(location: string, first = 'http://public.example'): Promise<Got | string> {
    const server = await aServer({ '/data': to(location), '/new': 'new' });
    const network = testNetwork(hosts, {
      'http://public.example': server.url,
      'https://public.example': server.url,
      'https://inside.example': server.url,
      'https://both.example': server.url,
      'https://localhost': server.url,
      'https://127.0.0.1': server.url,
    });
    return get(`${first}/data`, network, { clock: () => NOW }).catch((error: unknown) => String(error));
  }

  test.each([
    { name: 'to https', location: 'https://public.example/new' },
    { name: 'to a path of the same https host', location: '/new', first: 'https://public.example' },
    {
      name: 'from a host inside to one inside',
      location: 'https://inside.example/new',
      first: 'https://inside.example',
    },
  ])('$name is followed', async ({ location, first }) => {
    expect(await redirected(location, first)).toMatchObject({ state: 'read', text: 'new' });
  });

  test.each([
    { location: 'file:///etc/passwd', says: 'redirects to file, and only https is followed' },
    { location: 'http://public.example/new', says: 'redirects to http, and only https is followed' },
    { location: 'data:text/plain,x', says: 'redirects to data, and only https is followed' },
    { location: 'javascript:alert(1)', says: 'redirects to javascript, and only https is followed' },
    { location: 'https://localhost/new', says: 'redirects from a public host to localhost, which is not one' },
    { location: 'https://127.0.0.1/new', says: 'redirects from a public host to 127.0.0.1, which is not one' },
    { location: 'https://2130706433/new', says: 'redirects from a public host to 127.0.0.1, which is not one' },
    { location: 'https://[::1]/new', says: 'redirects from a public host to [::1], which is not one' },
    { location: 'https://[::ffff:127.0.0.1]/new', says: 'which is not one' },
    { location: 'https://169.254.169.254/latest', says: 'which is not one' },
    {
      location: 'https://inside.example/new',
      says: 'redirects from a public host to inside.example, which is not one',
    },
    { location: 'https://both.example/new', says: 'redirects from a public host to both.example, which is not one' },
    { location: 'https://me:secret@public.example/new', says: 'redirects to an address with a password in it' },
    { location: 'https://', says: 'redirects to no address' },
  ])('to $location is not followed', async ({ location, says }) => {
    expect(await redirected(location)).toContain(says);
  });

  test('without end is followed five times', async () => {
    const server = await aServer({ '/data': to('https://public.example/data') });
    const network = testNetwork(hosts, { 'https://public.example': server.url });
    const got = get('https://public.example/data', network, { clock: () => NOW });
    await expect(got).rejects.toThrow('redirects more than 5 times');
    expect(server.asked.length).toBe(6);
  });
});

describe('without a network', () => {
  test('it says in one line what is wrong', async () => {
    const url = await nobody();
    await expect(get(url, testNetwork(), { clock: () => NOW })).rejects.toThrow(/^nobody answers there$/);
    await expect(get('http://no-such-host.invalid/', testNetwork(), { clock: () => NOW })).rejects.toThrow(
      /^(no such host, or no network|the name server does not answer: is there a network\?)$/,
    );
  });
});
