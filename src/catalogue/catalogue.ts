import type { SearchIndex } from '../search/build';
import type { Interval } from '../time/interval';
import type { Pattern } from '../time/pattern';
import type { Kind } from './kinds';
import type { Category, Entry, Stage } from './schema';

/** What every list shows of an entry, and what the commonest filters ask: the part that is cheap to have at hand. */
export interface Outline {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly url?: string | undefined;
  readonly topics: readonly string[];
  /** First day of an event, year of a work; absent for what has no date. */
  readonly when?: string | undefined;
  /** Last day of an event; of a series, that of its latest edition which is to take place or did. */
  readonly until?: string | undefined;
  /** Day of the last milestone of an event, as stated. */
  readonly lastMilestone?: string | undefined;
  /** Does a series go on by a rule? */
  readonly recurs?: boolean | undefined;
  /** When it is expected, where that has been worked out before. */
  readonly pattern?: Pattern | undefined;
  /** When an event takes place, where its zone is known and that has been worked out before. */
  readonly interval?: Interval | undefined;
}

/** A checked catalogue. Everything is in catalogue order: by kind, events by start, topics and terms as in
 * their file, the rest by name. */
export interface Catalogue {
  /** Newest day on which any of its facts was checked or came in, YYYY-MM-DD. */
  readonly date: string;
  /** For people: `bundled`, or the paths that it was read from. */
  readonly origin: string;
  readonly stages: readonly Stage[];
  readonly categories: readonly Category[];
  /** @param kinds all when left out */
  outlines(kinds?: readonly Kind[]): readonly Outline[];
  /** The same as `outlines([kind])[row]`, where one or a few are all that is needed. */
  outlineAt(kind: Kind, row: number): Outline | undefined;
  /** @param kinds all when left out */
  entries(kinds?: readonly Kind[]): readonly Entry[];
  find(id: string): Entry | undefined;
  /** @throws RangeError for an outline of an entry that it does not hold */
  entry(outline: Outline): Entry;
  /**
   * The entries as JSON in UTF-8, one a line with commas between: an array without its brackets, to be written piece by
   * piece. @throws as above
   */
  json(outlines: readonly Outline[]): readonly Uint8Array[];
  /** The outlines in UTF-8, one a line: kind, id, name, when, topics, url with tabs between. @throws as above */
  tsv(outlines: readonly Outline[]): readonly Uint8Array[];
  searchIndex(): SearchIndex;
}
