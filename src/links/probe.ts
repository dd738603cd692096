import { VERSION } from '../version';
import { reachOf } from '../sources/address-policy';
import { failureOf } from '../sources/failure';
import { retryAfter } from '../sources/get';
import type { Network } from '../sources/network';
import { MOST_ROBOTS_BYTES, readRobots, type Robots } from './robots';
import type { Turns } from './turns';

/** What one address answered. */
export interface Finding {
  /**
   * gone: it is not there (404, 410). blocked: somebody is there who does not let this program in. unknown: nobody can
   * tell, as after a timeout or an error of the server.
   */
  readonly state: 'ok' | 'moved' | 'gone' | 'blocked' | 'unknown';
  /** HTTP status of the last answer; absent where there was none. */
  readonly status?: number | undefined;
  /** Of what has moved: where to, for good. */
  readonly to?: string | undefined;
  /** In a few words, for people; absent where all is well. */
  readonly why?: string | undefined;
  /** Was there any answer? Without one, the fault may be on this side. */
  readonly isAnswered: boolean;
  /** Of a host that has had enough: how long it wants to be left alone, in milliseconds; without end where it does not say. */
  readonly rest?: number | undefined;
}

export interface ProbeMeans {
  readonly network: Network;
  readonly turns: Turns;
  /** Epoch milliseconds, for a Retry-After that names a day. */
  readonly clock: () => number;
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** For one request. */
  readonly milliseconds: number;
}

export interface Prober {
  probe(url: string): Promise<Finding>;
}

const PRODUCT = 'mlops-guide';
/** Who asks, for those who read their server's log, and by which name robots.txt can turn it away. */
export const USER_AGENT = `${PRODUCT}/${VERSION} (link check; heeds robots.txt as ${PRODUCT})`;

const MOST_HOPS = 10;
/** A site that wants to be asked more rarely is asked once in this time all the same. */
const LONGEST_DELAY_S = 10;
const PERMANENT = new Set([301, 308]);
const TEMPORARY = new Set([302, 303, 307]);

/** An answer behind all redirects. */
interface Answer {
  readonly status: number;
  /** Where the redirects that are meant for good lead to, as far as no other one stands before them. */
  readonly settled: string;
  /** Retry-After. */
  readonly rest: string | null;
}

/** A redirect that is not followed, or a page that a site wants no program to ask for. */
class NotFollowed extends Error {
  constructor(
    readonly state: 'blocked' | 'unknown',
    message: string,
    readonly status?: number,
  ) {
    super(message);
  }
}

export function createProber(means: ProbeMeans): Prober {
  const robots = new Map<string, Promise<Robots>>();
  const robotsOf = (url: URL): Promise<Robots> => {
    const known = robots.get(url.origin);
    if (known) return known;
    // A host that does not answer here is asked once more with the next request.
    const fresh = fetchRobots(url, means).catch((error: unknown) => {
      robots.delete(url.origin);
      throw error;
    });
    robots.set(url.origin, fresh);
    return fresh;
  };
  return {
    async probe(url) {
      const first = await finding(url, 'HEAD', robotsOf, means);
      // Many servers answer HEAD wrongly, so only good news is taken from it; and a host that has had enough is not asked twice.
      if (first.state === 'ok' || first.state === 'moved' || first.rest !== undefined) return first;
      if (first.why === ROBOTS || means.signal.aborted) return first;
      return finding(url, 'GET', robotsOf, means);
    },
  };
}

const ROBOTS = 'its robots.txt asks programs to stay away';

type RobotsOf = (url: URL) => Promise<Robots>;

async function finding(url: string, method: 'HEAD' | 'GET', robotsOf: RobotsOf, means: ProbeMeans): Promise<Finding> {
  try {
    return judge(url, await followed(url, method, robotsOf, means), means.clock());
  } catch (error) {
    if (error instanceof NotFollowed) {
      return { state: error.state, why: error.message, status: error.status, isAnswered: true };
    }
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    const why = isLate ? `no answer within ${means.milliseconds / 1000} s` : failureOf(error).words;
    return { state: 'unknown', why, isAnswered: false };
  }
}

function judge(asked: string, { status, settled, rest }: Answer, now: number): Finding {
  const found = { status, isAnswered: true };
  if (status === 404 || status === 410) return { ...found, state: 'gone', why: `answers ${status}` };
  if (status === 429)
    return {
      ...found,
      state: 'blocked',
      why: 'answers 429: too many requests',
      rest: retryAfter(rest, now) ?? Infinity,
    };
  if (status === 403 || status === 451 || status === 999)
    return { ...found, state: 'blocked', why: `answers ${status} to programs` };
  if (status === 401 || status === 402 || status === 407)
    return { ...found, state: 'blocked', why: `answers ${status}: it wants a login` };
  if (status < 200 || status > 299) return { ...found, state: 'unknown', why: `answers ${status}` };
  if (isSamePage(asked, settled)) return { ...found, state: 'ok' };
  const why = isFrontPage(settled) && !isFrontPage(asked) ? FRONT_PAGE : undefined;
  return { ...found, state: 'moved', to: forCatalogue(settled), why };
}

/** A site that has lost a page often sends its readers to its first one. */
export const FRONT_PAGE = 'leads to the front page of a site: the page itself may be gone';

/** Characters that servers send as they are and the catalogue wants in their other spelling. */
const forCatalogue = (url: string): string => url.replace(/[|^`{}\\]/g, encodeURIComponent);

const isFrontPage = (url: string): boolean => new URL(url).pathname === '/';

/** Do two addresses differ in nothing that an author would mend: a closing slash, `www.`? */
function isSamePage(a: string, b: string): boolean {
  const plain = (url: string): string => {
    const { protocol, host, pathname, search } = new URL(url);
    return `${protocol}//${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
  };
  return plain(a) === plain(b);
}

async function followed(asked: string, method: 'HEAD' | 'GET', robotsOf: RobotsOf, means: ProbeMeans): Promise<Answer> {
  let url = new URL(asked);
  let settled = asked;
  let isForGood = true;
  for (let hops = 0; ; hops += 1) {
    if (!(await robotsOf(url)).allows(url.pathname + url.search)) throw new NotFollowed('blocked', ROBOTS);
    const { status, headers } = await request(url, method, means);
    const location = headers.get('location');
    if ((!PERMANENT.has(status) && !TEMPORARY.has(status)) || location === null)
      return { status, settled, rest: headers.get('retry-after') };
    if (hops >= MOST_HOPS) throw new NotFollowed('unknown', `redirects more than ${MOST_HOPS} times`, status);
    const next = await redirect(url, location, status, means);
    isForGood &&= PERMANENT.has(status);
    if (isForGood) settled = next.href;
    url = next;
  }
}

/** Where a redirect leads. @throws NotFollowed for what leads out of the web, or from the Internet into a private network */
async function redirect(from: URL, location: string, status: number, { network }: ProbeMeans): Promise<URL> {
  if (!URL.canParse(location, from.href)) throw new NotFollowed('unknown', 'redirects to no address', status);
  const next = new URL(location, from);
  next.hash = '';
  if (!/^https?:$/.test(next.protocol)) throw new NotFollowed('unknown', `redirects to ${next.protocol}`, status);
  if (next.username || next.password)
    throw new NotFollowed('unknown', 'redirects to an address with a password', status);
  const isElsewhere = next.host !== from.host;
  if (isElsewhere && (await reachOf(next, network)) === 'private' && (await reachOf(from, network)) === 'public')
    throw new NotFollowed('unknown', `redirects to ${next.hostname}, which is in no public network`, status);
  return next;
}

/** One request, when it is the host's turn; of the answer only the head is read. */
async function request(
  url: URL,
  method: 'HEAD' | 'GET',
  { network, turns, signal, milliseconds }: ProbeMeans,
): Promise<{ readonly status: number; readonly headers: Headers }> {
  return turns.take(url.host, async () => {
    signal.throwIfAborted();
    const response = await network.fetch(url.href, {
      method,
      redirect: 'manual',
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]),
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8',
      },
    });
    await response.body?.cancel();
    return response;
  });
}

/** A site without a robots.txt, or whose server cannot give it, lets everybody in: these are single pages, not a crawl. */
async function fetchRobots(url: URL, { network, turns, signal, milliseconds }: ProbeMeans): Promise<Robots> {
  const text = await turns.take(url.host, async () => {
    signal.throwIfAborted();
    const response = await network.fetch(new URL('/robots.txt', url).href, {
      redirect: 'manual',
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]),
      headers: { 'user-agent': USER_AGENT, accept: 'text/plain' },
    });
    if (response.status === 200) return startOf(response);
    await response.body?.cancel();
    return '';
  });
  const robots = readRobots(text, PRODUCT);
  if (robots.delay !== undefined) turns.slowDown(url.host, Math.min(robots.delay, LONGEST_DELAY_S) * 1000);
  return robots;
}

/** As much of a text as counts, however long it is. */
async function startOf(response: Response): Promise<string> {
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  if (!reader) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < MOST_ROBOTS_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.length;
  }
  await reader.cancel();
  return new TextDecoder().decode(Buffer.concat(parts));
}
