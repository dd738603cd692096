import * as z from 'zod';
import type { Format } from '../reader/store';
import { itemSchema } from '../sources/fetched';
import type { FeedItem } from '../sources/reading';

const feed = z.strictObject({
  /** Entry of the catalogue whose feed it is. */
  id: z.string(),
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Instant at which it was last asked and answered well, ISO 8601 in UTC. */
  checked: z.string(),
  items: z.array(itemSchema),
});
export interface StoredFeed extends Readonly<Omit<z.infer<typeof feed>, 'items'>> {
  /** Newest first; those without a date behind them. */
  readonly items: readonly FeedItem[];
}

const feeds = z.strictObject({ version: z.literal(1), feeds: z.array(feed) });

/** `feeds.json` in the folder of data: what `update --feeds` read last of each feed. */
export interface StoredFeeds {
  readonly version: 1;
  readonly feeds: readonly StoredFeed[];
}
export const FEEDS_FILE = 'feeds.json';
export const feedsFormat: Format<StoredFeeds> = { version: 1, parse: (raw) => feeds.safeParse(raw).data };

/** Lays what was read over what is stored; of a feed that both have, what was asked later counts. */
export function withFeeds(stored: StoredFeeds | undefined, fresh: readonly StoredFeed[]): StoredFeeds {
  const byId = new Map((stored?.feeds ?? []).map((one) => [one.id, one]));
  for (const one of fresh) {
    const known = byId.get(one.id);
    if (!known || known.checked <= one.checked) byId.set(one.id, one);
  }
  return { version: 1, feeds: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
