import type { Pattern } from '../time/pattern';
import type { Kind } from './kinds';
import type { Category, Stage } from './schema';

/** The files of a compiled catalogue. Start-up reads only the parts that the question needs. */
export const COMPILED_FILES = {
  outline: 'outline.tsv',
  entries: 'entries.json',
  index: 'search.idx',
  places: 'phrases.idx',
  asked: 'asked.idx',
} as const;

/** Holds what `entries.json` does not where the head has `packed`; see `packBlocks`. */
export const PACKED_ENTRIES = 'entries.br';
/** Takes the place of `phrases.idx` there; see `squeezed`. */
export const PACKED_PLACES = 'phrases.br';

/**
 * First line of `outline.tsv`, as JSON. Behind it stand a line for each kind with its `Detail`, as JSON, and then the
 * outlines, as tab-separated output prints them.
 */
export interface Head {
  readonly date: string;
  readonly stages: readonly Stage[];
  readonly categories: readonly Category[];
  /** The lines of one kind stand together, in this order. */
  readonly sections: readonly Section[];
  /** Where most entries are packed. */
  readonly packed?: Packing;
}

export interface Packing {
  /** The bytes that lie in `entries.json` as they are: those of the first up to before the second. */
  readonly plain: readonly [start: number, end: number];
  /** Bytes of each block of the others. */
  readonly blocks: readonly number[];
}

export interface Section {
  readonly kind: Kind;
  /** Its entries. */
  readonly count: number;
  /** Bytes of all outlines and of all entries, with what is between them. */
  readonly outlineBytes: number;
  readonly entryBytes: number;
  /** Bytes of the line of its `Detail`: most starts need that of one kind or two. */
  readonly detailBytes: number;
}

export interface Detail {
  /** Bytes of each outline and of each entry, without what is between them. */
  readonly outlineLengths: readonly number[];
  readonly entryLengths: readonly number[];
  readonly days?: Days;
  /** Of each event the day of its last milestone, empty where it has none. */
  readonly lastMilestones?: readonly string[];
  /** When series are expected that go on by a rule, by their place among the entries; null where it is not worked out. */
  readonly patterns?: Readonly<Record<number, Pattern | null>>;
}

/**
 * When events are, and the latest editions of series. Hundreds are asked at every start, so these are four values and not
 * hundreds: a day takes ten characters, blank where there is none; a time that is not worked out is 0.
 */
export interface Days {
  /** Of each event its first day. */
  readonly when: string;
  /** Of each event its last day, of each series that of its latest edition. */
  readonly until: string;
  /** Of each event whose zone is known when it begins, in minutes since 1970, and how many it takes. */
  readonly starts: readonly number[];
  readonly minutes: readonly number[];
}
export const DAY_LENGTH = 10;
export const MINUTE_MS = 60_000;

/** Between two entries: what is between the brackets of a JSON array can be printed as it lies there. */
export const BETWEEN = ',\n';
