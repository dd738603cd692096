import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** What a server answers to one path: a text, or all of it by hand. */
export type Page = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void);

export interface TestServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** By path, which begins with a slash. May be changed while the server runs. */
  readonly pages: Map<string, Page>;
  /** Every request so far, in order. */
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
}

const closing: (() => void)[] = [];
afterAll(() => closing.splice(0).forEach((close) => close()));

/**
 * A server on loopback until the tests of the file are over. Texts come with an ETag made of them, and `304` to whom has
 * that one; what is not in `pages` is not there.
 */
export async function aServer(pages: Readonly<Record<string, Page>> = {}): Promise<TestServer> {
  const known = new Map(Object.entries(pages));
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const url = await listen((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const page = known.get(path);
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'function') page(request, response);
    else withTag(page, request, response);
  });
  return { url, pages: known, asked };
}

function withTag(page: string | Buffer, request: IncomingMessage, response: ServerResponse): void {
  const tag = `"${Buffer.from(page).toString('base64url').slice(-40)}-${page.length}"`;
  if (request.headers['if-none-match'] === tag) response.writeHead(304, { etag: tag }).end();
  else response.writeHead(200, { etag: tag, 'content-type': 'text/plain' }).end(page);
}

export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** An address on loopback where nobody answers. */
export async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}
