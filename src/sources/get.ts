import { VERSION } from '../version';
import { checkRedirect } from './address-policy';
import { textOf } from './body';
import { failureOf, Final, TimeUp } from './failure';
import { LIMITS, type Limits, type Network } from './network';

/** What a server answered. */
export type Got =
  | { readonly state: 'unchanged' }
  | { readonly state: 'missing' }
  | { readonly state: 'read'; readonly text: string; readonly etag?: string; readonly lastModified?: string };

export interface Asked {
  /** Of the last answer that was read well. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Epoch milliseconds, for a Retry-After that names a day. */
  readonly clock: () => number;
  readonly limits?: Partial<Limits>;
}

/** Worth another try: too many requests, and what a server may get over. */
const AGAIN = new Set([408, 429, 500, 502, 503, 504]);
const FIRST_WAIT_MS = 1_000;

/**
 * Asks one address, whether it has changed at all where it has been asked before. Tries again what may pass, after the
 * time that the server asks for or twice the time of before.
 * @throws Error in one line, for people
 */
export async function get(address: string, network: Network, asked: Asked): Promise<Got> {
  const limits = { ...LIMITS, ...asked.limits };
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(address, network, asked, limits);
    if (!('again' in outcome)) return outcome;
    if (attempt >= limits.attempts) throw new Error(outcome.again);
    const wait = outcome.wait ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
    if (wait > limits.patience)
      throw new Error(`${outcome.again}; asks to come back in ${Math.ceil(wait / 60_000)} min`);
    await network.sleep(wait);
  }
}

interface Again {
  readonly again: string;
  readonly wait?: number | undefined;
}

async function once(address: string, network: Network, asked: Asked, limits: Limits): Promise<Got | Again> {
  const stop = new AbortController();
  const total = AbortSignal.timeout(limits.milliseconds);
  const signal = AbortSignal.any([stop.signal, total]);
  try {
    const response = await followed(new URL(address), network, asked, { limits, signal });
    if (response.status === 304) return { state: 'unchanged' };
    if (response.status === 404 || response.status === 410) return { state: 'missing' };
    if (AGAIN.has(response.status)) {
      return {
        again: `the server answers ${response.status}`,
        wait: retryAfter(response.headers.get('retry-after'), asked.clock()),
      };
    }
    if (response.status !== 200) throw new Final(`the server answers ${response.status}`);
    const text = await textOf(response, limits);
    const [etag, lastModified] = [response.headers.get('etag'), response.headers.get('last-modified')];
    return { state: 'read', text, ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
  } catch (error) {
    if (error instanceof Final) throw error;
    if (error instanceof TimeUp) return { again: error.message };
    if (total.aborted) return { again: `no whole answer within ${limits.milliseconds / 1000} s` };
    const { words, isPassing } = failureOf(error);
    if (isPassing) return { again: words };
    throw new Error(words, { cause: error });
  } finally {
    // Whatever is still under way is of no use.
    stop.abort();
  }
}

async function followed(
  address: URL,
  network: Network,
  { etag, lastModified }: Asked,
  { limits, signal }: { readonly limits: Limits; readonly signal: AbortSignal },
): Promise<Response> {
  let url = address;
  for (let hops = 0; ; hops += 1) {
    const response = await network.fetch(url.href, {
      redirect: 'manual',
      signal,
      credentials: 'omit',
      headers: {
        'user-agent': `mlops-guide/${VERSION}`,
        accept:
          'application/json, application/yaml, text/calendar, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5',
        ...(etag === undefined ? {} : { 'if-none-match': etag }),
        ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
      },
    });
    if (![301, 302, 303, 307, 308].includes(response.status)) return response;
    if (hops >= limits.redirects) throw new Final(`redirects more than ${limits.redirects} times`);
    const location = response.headers.get('location') ?? '';
    if (!URL.canParse(location, url.href)) throw new Final('redirects to no address');
    const next = new URL(location, url);
    await checkRedirect(url, next, network);
    url = next;
  }
}

/** Seconds, or a day and time (RFC 9110, 10.2.3), as milliseconds from now; undefined for what is neither. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  // Date.parse reads nearly anything: `-5` is a month in 2001 to it.
  const until = /^[A-Z][a-z]+,? /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
