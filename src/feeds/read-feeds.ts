import { readFeed } from '../sources/feed';
import { get } from '../sources/get';
import type { Limits, Network } from '../sources/network';
import type { FeedItem } from '../sources/reading';
import type { StoredFeed } from './feeds-file';

/** A feed that is to be read. */
export interface FeedAddress {
  /** Entry whose feed it is. */
  readonly id: string;
  readonly url: string;
}

/** What reading one feed came to. */
export interface FeedOutcome {
  readonly feed: FeedAddress;
  readonly state: 'read' | 'unchanged' | 'failed';
  /** Its last good state; absent where it was never read well. */
  readonly stored: StoredFeed | undefined;
  /** Items that were not in it before. */
  readonly fresh: number;
  /** Why it failed, in one line. */
  readonly why?: string | undefined;
}

export interface ReadFeedsOptions {
  readonly before: readonly StoredFeed[];
  readonly network: Network;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Instant that counts as the present one, ISO 8601 in UTC. */
  readonly instant: string;
  readonly limits?: Partial<Limits>;
  readonly onFeed: () => void;
}

/** Old podcasts put years of show notes into one file. */
const FEED_BYTES = 24 * 1024 * 1024;
/** Hosts that are asked side by side; of each, one feed after the other with a pause between. */
const HOSTS = 8;
const PAUSE_MS = 500;
/** Nobody asks for the latest five hundred episodes of one podcast. */
const MOST_KEPT = 300;

/** Reads feeds. Never throws for what a server does: that is a failure of its outcome. @returns in the order of `feeds` */
export async function readFeeds(feeds: readonly FeedAddress[], options: ReadFeedsOptions): Promise<FeedOutcome[]> {
  const hosts = new Map<string, FeedAddress[]>();
  for (const feed of feeds) {
    const { host } = new URL(feed.url);
    const known = hosts.get(host);
    if (known) known.push(feed);
    else hosts.set(host, [feed]);
  }
  const queue = [...hosts.values()].sort((a, b) => b.length - a.length);
  const outcomes = new Map<FeedAddress, FeedOutcome>();
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const [at, feed] of next.entries()) {
        if (at > 0) await options.network.sleep(PAUSE_MS);
        outcomes.set(feed, await readOne(feed, options));
        options.onFeed();
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS }, worker));
  return feeds.flatMap((feed) => outcomes.get(feed) ?? []);
}

async function readOne(feed: FeedAddress, options: ReadFeedsOptions): Promise<FeedOutcome> {
  const { network, clock, limits, instant } = options;
  // What another address said before is none of this one's.
  const before = options.before.find(({ id, url }) => id === feed.id && url === feed.url);
  try {
    const asked = { etag: before?.etag, lastModified: before?.lastModified, clock };
    const got = await get(feed.url, network, { ...asked, limits: { bytes: FEED_BYTES, ...limits } });
    if (got.state === 'unchanged' && before)
      return { feed, state: 'unchanged', stored: { ...before, checked: instant }, fresh: 0 };
    if (got.state !== 'read') throw new Error('is not there');
    const read = readFeed(got.text);
    if (!read) throw new Error('is neither RSS nor Atom');
    const items = newestFirst(read.items).slice(0, MOST_KEPT);
    const known = new Set(before?.items.map(({ key }) => key));
    return {
      feed,
      state: 'read',
      stored: {
        id: feed.id,
        url: feed.url,
        ...(got.etag === undefined ? {} : { etag: got.etag }),
        ...(got.lastModified === undefined ? {} : { lastModified: got.lastModified }),
        checked: instant,
        items,
      },
      fresh: items.filter(({ key }) => !known.has(key)).length,
    };
  } catch (error) {
    return {
      feed,
      state: 'failed',
      stored: before,
      fresh: 0,
      why: error instanceof Error ? error.message : String(error),
    };
  }
}

function newestFirst(items: readonly FeedItem[]): FeedItem[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return [...byKey.values()].sort(({ published: a = '' }, { published: b = '' }) => (a < b ? 1 : a > b ? -1 : 0));
}
