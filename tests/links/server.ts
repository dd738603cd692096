import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { Network } from '../../src/sources/network';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface Server {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly host: string;
  /** Requests so far, robots.txt left out. */
  readonly asked: readonly Asked[];
  /** The same as `HEAD /path`. */
  readonly lines: readonly string[];
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const stops: (() => void)[] = [];
afterAll(() => stops.splice(0).forEach((stop) => stop()));

/** A server on loopback, stopped when the tests of the file are over. @param robots its robots.txt; none when left out */
export async function aServer(answer: Answer, robots?: string): Promise<Server> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    if (path === '/robots.txt') return void response.writeHead(robots === undefined ? 404 : 200).end(robots);
    asked.push({ method, path, headers });
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    asked,
    get lines() {
      return asked.map(({ method, path }) => `${method} ${path}`);
    },
  };
}

/** The real network, in which no time passes while somebody waits. */
export function hastyNetwork(): Network & { readonly slept: readonly number[] } {
  const slept: number[] = [];
  return {
    fetch: (url, init) => fetch(url, init),
    addressesOf: () => Promise.resolve(['127.0.0.1']),
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
    slept,
  };
}

/** A port where nobody listens. */
export async function aClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
