import type { Network } from '../../src/sources/network';

export interface TestNetwork extends Network {
  /** What has been slept, in milliseconds: it takes no time. */
  readonly slept: readonly number[];
}

/** The real `fetch`; nothing is slept, and hosts have the addresses that the test gives them, `127.0.0.1` otherwise. */
export function testNetwork(
  addresses: Readonly<Record<string, readonly string[]>> = {},
  /** Where a host is really asked: `https://public.example` → `http://127.0.0.1:PORT`. */
  standIns: Readonly<Record<string, string>> = {},
): TestNetwork {
  const slept: number[] = [];
  return {
    slept,
    fetch: (url, init) => {
      const found = Object.entries(standIns).find(([origin]) => url.startsWith(`${origin}/`));
      return fetch(found ? found[1] + url.slice(found[0].length) : url, init);
    },
    addressesOf: (host) => Promise.resolve(addresses[host] ?? ['127.0.0.1']),
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
  };
}
