import * as z from 'zod';
import { changeSchema, CHANGES, type Change } from '../sources/fetched';

/** Where the changes of the bundled catalogue come from, as a journal names it. */
export const RELEASES = 'catalogue';

/** `changes.json` of the build: what the releases of the bundled catalogue changed, oldest first. */
export const RELEASES_FILE = 'changes.json';
const releases = z.array(changeSchema);

/** @throws ZodError, SyntaxError: the build wrote it */
export function readReleases(text: string): readonly Change[] {
  return releases.parse(JSON.parse(text));
}

/** What is asked of a journal; what is absent asks nothing. */
export interface JournalQuery {
  /** First day, YYYY-MM-DD, itself included. */
  readonly since: string;
  /** Last day, itself included: nothing is told that is still to come. */
  readonly until: string;
  readonly changes?: readonly Change['change'][] | undefined;
  /** Is the entry of a change meant? */
  readonly fits: (change: Change) => boolean;
}

/**
 * Changes of several journals as one, newest first: of one day what a journal has later, and the last journal's before the
 * others'. What two journals tell, such as an update and later a release, is told once, on its first day.
 * @param journals each oldest first
 */
export function journalOf(journals: readonly (readonly Change[])[], query: JournalQuery): Change[] {
  const first = new Map<string, { readonly change: Change; readonly at: number }>();
  journals.flatMap(keyed).forEach(({ key, change }, at) => {
    const known = first.get(key);
    if (!known || change.day < known.change.day) first.set(key, { change, at });
  });
  return [...first.values()]
    .sort((a, b) => compare(b.change.day, a.change.day) || b.at - a.at)
    .map(({ change }) => change)
    .filter(({ day }) => day >= query.since && day <= query.until)
    .filter((change) => (query.changes?.includes(change.change) ?? true) && query.fits(change));
}

/**
 * With a key that is the same for the same news, whoever tells it and when. What was undone meanwhile and happens again is
 * other news: an event is called off, is on again, and is called off.
 */
function keyed(journal: readonly Change[]): { readonly key: string; readonly change: Change }[] {
  const last = new Map<string, string>();
  const times = new Map<string, number>();
  return journal.map((change) => {
    const { id, change: what, field, old, new: now } = change;
    const about = JSON.stringify([id, field]);
    const news = JSON.stringify([id, what, field, old, now]);
    if (last.get(about) !== news) times.set(news, (times.get(news) ?? 0) + 1);
    last.set(about, news);
    return { key: `${times.get(news) ?? 0} ${news}`, change };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Words that `--change` takes. */
export const CHANGE_WORDS: readonly Change['change'][] = CHANGES;

/** What is different, for people: `dates: 8–10 Dec 2026 → 9–11 Dec 2026`; empty for what came in. */
export function changeWords({ change, field, old, new: now }: Change): string {
  if (field === undefined) return '';
  if (change === 'disputed') return `${field}: ${old ?? ''}, or ${now ?? ''}`;
  return `${field}: ${old ?? '?'} → ${now ?? '?'}`;
}
