import type { Milestone, Place } from '../catalogue/schema';

/** What a source is, by its content. */
export const SOURCE_TYPES = [
  'catalogue',
  'conference-data',
  'ccf-deadlines',
  'ai-deadlines',
  'icalendar',
  'feed',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** One edition as one source tells it. */
export interface Reading {
  /** The same for the same edition whenever this source is read again. */
  readonly key: string;
  readonly name: string;
  /** Names by which its series may be known: acronym, name in full. */
  readonly seriesNames: readonly string[];
  readonly url?: string | undefined;
  readonly year: number;
  /** First day, or a time with `timezone` beside it. */
  readonly start: string;
  readonly end?: string | undefined;
  readonly timezone?: string | undefined;
  readonly mode?: 'in-person' | 'online' | 'hybrid' | undefined;
  readonly place?: Place | undefined;
  readonly milestones: readonly Milestone[];
  readonly language?: string | undefined;
  readonly status: 'scheduled' | 'cancelled' | 'postponed';
  /** What tells its topics beside its name: the list's own subject, tags, categories. */
  readonly subjects: readonly string[];
  /** Does the organiser's own site say so? */
  readonly isOfficial: boolean;
  /** Instant of the update since which the source says exactly this, ISO 8601 in UTC. */
  readonly toldSince?: string | undefined;
}

/** An episode, issue or post of a feed. */
export interface FeedItem {
  readonly key: string;
  readonly title: string;
  readonly url?: string | undefined;
  /** ISO 8601 in UTC; absent where the feed states none that can be read. */
  readonly published?: string | undefined;
  /** Whole seconds. */
  readonly duration?: number | undefined;
}

/** A record that is not taken, and why. */
export interface LeftOut {
  /** What it calls itself. */
  readonly record: string;
  /** One of a few, so that they can be counted. */
  readonly why: Why;
  /** What is wrong, where that differs from record to record. */
  readonly what?: string | undefined;
}

/** Reasons, in the order in which a summary names them. */
export const WHYS = ['outside the filter', 'over', 'no date yet', 'listed twice', 'repeats', 'not valid'] as const;
export type Why = (typeof WHYS)[number];

/** What a text of some type holds. Every record of it is in one of the lists. */
export interface Converted {
  readonly readings: readonly Reading[];
  readonly leftOut: readonly LeftOut[];
}

export const notValid = (record: string, what: string): LeftOut => ({ record, why: 'not valid', what });
