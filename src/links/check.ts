import type { Network } from '../sources/network';
import { createProber, type Finding } from './probe';
import { createTurns } from './turns';

/** How gently servers are asked. */
export interface Manners {
  /** Hosts that are asked side by side; of each, one address at a time. */
  readonly hosts: number;
  /** Milliseconds between two requests to one host. */
  readonly pause: number;
  /** Milliseconds for one request. */
  readonly patience: number;
  /** A host that wants to be left alone for longer than this, in milliseconds, is left for another run. */
  readonly longestRest: number;
}

export const MANNERS: Manners = { hosts: 12, pause: 1_000, patience: 15_000, longestRest: 60_000 };
/** Addresses of one host in a row without any answer, after which the others are not tried. */
const MOST_SILENT = 2;

export interface CheckOptions {
  readonly network: Network;
  readonly clock: () => number;
  /** Stops at once; what is under way is not told. */
  readonly signal: AbortSignal;
  readonly manners: Manners;
  onFinding(url: string, finding: Finding): void;
}

/** A host that was left before all its addresses were asked. */
export interface Left {
  readonly host: string;
  readonly urls: readonly string[];
  readonly why: string;
}

/** Asks each address once. @param urls each once, without a fragment @returns what was not asked, and why */
export async function checkAddresses(urls: readonly string[], options: CheckOptions): Promise<Left[]> {
  const { network, clock, signal, manners } = options;
  const turns = createTurns({ pause: manners.pause, clock, sleep: (time) => network.sleep(time) });
  const prober = createProber({ network, turns, clock, signal, milliseconds: manners.patience });
  const queue = byHost(urls);
  const left: Left[] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
      const rest = await checkHost(next.urls, prober.probe, options, (time) => turns.rest(next.host, time));
      if (rest) left.push({ host: next.host, ...rest });
    }
  };
  // Nobody who has stopped it waits until the last pause is over.
  await Promise.race([Promise.all(Array.from({ length: manners.hosts }, worker)), aborted(signal)]);
  return left;
}

async function aborted(signal: AbortSignal): Promise<void> {
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}

/** Those with the most addresses first: they take longest. */
function byHost(urls: readonly string[]): { readonly host: string; readonly urls: readonly string[] }[] {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    const { host } = new URL(url);
    const known = hosts.get(host);
    if (known) known.push(url);
    else hosts.set(host, [url]);
  }
  return [...hosts].map(([host, own]) => ({ host, urls: own })).sort((a, b) => b.urls.length - a.urls.length);
}

async function checkHost(
  urls: readonly string[],
  probe: (url: string) => Promise<Finding>,
  { signal, manners, onFinding }: CheckOptions,
  rest: (milliseconds: number) => void,
): Promise<Omit<Left, 'host'> | undefined> {
  let silent = 0;
  for (const [at, url] of urls.entries()) {
    let finding = await probe(url);
    if (finding.rest !== undefined && finding.rest <= manners.longestRest && !signal.aborted) {
      rest(finding.rest);
      finding = await probe(url);
    }
    if (signal.aborted) return undefined;
    onFinding(url, finding);
    silent = finding.isAnswered ? 0 : silent + 1;
    const others = urls.slice(at + 1);
    if (others.length === 0) return undefined;
    if (finding.rest !== undefined) return { urls: others, why: restText(finding.rest) };
    if (silent >= MOST_SILENT) return { urls: others, why: finding.why ?? 'does not answer' };
  }
  return undefined;
}

function restText(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  return Number.isFinite(minutes) ? `wants to be left alone for ${minutes} min` : 'wants to be asked less often';
}
