import { plainLetters } from '../search/plain-letters';
import type { FeedItem } from '../sources/reading';

/** Whose feed it is. */
export interface Publication {
  /** Id of its entry, or name of the reader's own source. */
  readonly id: string;
  /** `feed` for a source of the reader's own. */
  readonly kind: string;
  readonly name: string;
  readonly topics: readonly string[];
}

/** An episode, an issue or a post. */
export interface Issue {
  readonly from: Publication;
  readonly item: FeedItem;
}

export interface LatestQuery {
  /** ISO 8601 in UTC, as items have it; what is older is left out. */
  readonly since?: string | undefined;
  /** Now, likewise. */
  readonly now: string;
  /** Each stands somewhere in the title or in the name of the publication, in any case and without accents. */
  readonly words: readonly string[];
}

/** What there is, told apart by whether its date can be relied on. */
export interface Latest {
  /** Newest first. */
  readonly dated: readonly Issue[];
  /** Without a date, or with one that is still ahead; in the order of their feeds. */
  readonly undated: readonly Issue[];
}

/** Clocks go wrong by hours, and feeds are made ready the evening before. */
const AHEAD_MS = 86_400_000;

/** Newest issues of all publications. What two feeds have, such as a podcast and its newsletter, is there once. */
export function latestIssues(issues: readonly Issue[], { since = '', now, words }: LatestQuery): Latest {
  const soon = new Date(Date.parse(now) + AHEAD_MS).toISOString();
  const wanted = words.map(plainLetters);
  const found = once(issues).filter(({ from, item }) => {
    const text = plainLetters(`${item.title} ${from.name}`);
    return wanted.every((word) => text.includes(word));
  });
  const isDated = ({ item: { published } }: Issue): boolean => published !== undefined && published <= soon;
  return {
    dated: found.filter((issue) => isDated(issue) && (issue.item.published ?? '') >= since).sort(newestFirst),
    undated: found.filter((issue) => !isDated(issue)),
  };
}

function newestFirst(a: Issue, b: Issue): number {
  const [older = '', newer = ''] = [a.item.published, b.item.published];
  if (older !== newer) return older < newer ? 1 : -1;
  return a.item.title < b.item.title ? -1 : 1;
}

/** Of the same address, the one that says how long it is; else the first. */
function once(issues: readonly Issue[]): Issue[] {
  const byUrl = new Map<string, Issue>();
  const others: Issue[] = [];
  for (const issue of issues) {
    const { url, duration } = issue.item;
    if (url === undefined) others.push(issue);
    else if (!byUrl.has(url) || (duration !== undefined && byUrl.get(url)?.item.duration === undefined))
      byUrl.set(url, issue);
  }
  return [...byUrl.values(), ...others];
}

/** `1 h 2 min`, `59 min`, `45 s`. @param seconds whole, above 0 */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}
