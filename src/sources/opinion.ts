import type { GuideEvent, Milestone, Place, Source } from '../catalogue/schema';
import type { Reading } from './reading';

/** What one place says of an edition: the catalogue before the update, or a source. */
export interface Opinion {
  readonly facts: Facts;
  readonly evidence: Source;
  /** The organiser's own page. */
  readonly isOfficial: boolean;
  /** The list that it comes from, such as `ccfddl/ccf-deadlines`: the newer reading of one list replaces the older. */
  readonly list: string | undefined;
  /** Name of the source; absent for the catalogue itself. */
  readonly source: string | undefined;
  /** Instant since which the source says exactly this. */
  readonly toldSince?: string | undefined;
  /** Day since which the source does not have it any more. */
  readonly goneSince?: string | undefined;
}

export interface Facts {
  readonly start: string;
  readonly end?: string | undefined;
  readonly timezone?: string | undefined;
  readonly mode?: GuideEvent['mode'] | undefined;
  readonly place?: Place | undefined;
  readonly status: GuideEvent['status'];
  readonly url?: string | undefined;
  readonly milestones: readonly Milestone[];
}

export function opinionOfEvent(event: GuideEvent): Opinion {
  const newest = event.sources.reduce((best, source) => (source.verified > best.verified ? source : best));
  const lists = new Set(event.sources.flatMap(({ ref }) => listsIn(ref)));
  return {
    facts: { ...event, milestones: event.milestones ?? [] },
    evidence: newest,
    isOfficial: event.sources.some(({ ref }) => isOnSite(ref, event.url)),
    // Of several lists, none can take back what the others say.
    list: lists.size === 1 ? [...lists][0] : undefined,
    source: undefined,
  };
}

export function opinionOfReading(
  reading: Reading,
  from: { readonly source: string; readonly evidence: Source; readonly goneSince?: string | undefined },
): Opinion {
  return {
    facts: reading,
    evidence: from.evidence,
    isOfficial: reading.isOfficial,
    list: listsIn(from.evidence.ref)[0],
    source: from.source,
    toldSince: reading.toldSince,
    goneSince: from.goneSince,
  };
}

/** `owner/name` of repositories in a reference: written so, or in an address of GitHub. */
function listsIn(ref: string): string[] {
  const found = ref.matchAll(/(?:^|[\s;,(]|github\.com\/|githubusercontent\.com\/)([\w.-]+\/[\w.-]+?)(?=[\s@;,)/]|$)/g);
  return [...new Set([...found].map(([, name = '']) => name.toLowerCase()).filter((name) => !name.startsWith('http')))];
}

/** Was it read on the site that the entry names as its own? */
function isOnSite(ref: string, url: string | undefined): boolean {
  const [read] = /https?:\/\/[^\s)]+/.exec(ref) ?? [];
  if (read === undefined || url === undefined || !URL.canParse(read)) return false;
  const host = (address: string): string => new URL(address).host.replace(/^www\./, '');
  return host(read) === host(url);
}

/**
 * The opinions that count, the one that is believed first: official ones, then the newer reading. What the catalogue took
 * from a list that has now been read again is no opinion of its own.
 */
export function ranked(opinions: readonly Opinion[]): Opinion[] {
  const readAgain = new Set(opinions.flatMap(({ source, list }) => (source === undefined ? [] : (list ?? []))));
  return opinions
    .filter(({ source, list }) => source !== undefined || list === undefined || !readAgain.has(list))
    .map((opinion, at) => ({ opinion, at }))
    .sort((a, b) => {
      const [one, other] = [a.opinion, b.opinion];
      const gone = Number(one.goneSince !== undefined) - Number(other.goneSince !== undefined);
      const official = Number(other.isOfficial) - Number(one.isOfficial);
      return gone || official || latestFirst(one, other) || a.at - b.at;
    })
    .map(({ opinion }) => opinion);
}

/** By the day on which the source stood so; on one day, by when it came to say this: who changed its mind knows more. */
function latestFirst(a: Opinion, b: Opinion): number {
  const key = ({ evidence, toldSince }: Opinion): string => `${evidence.verified} ${toldSince ?? ''}`;
  return key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0;
}
