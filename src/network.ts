import { lookup } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import type { Network } from './sources/network';

/** The real network. Only commands that are there for it load this file. */
export const network: Network = {
  fetch: (url, init) => fetch(url, init),
  addressesOf: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  sleep: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
};
