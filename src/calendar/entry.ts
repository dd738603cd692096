import type { Day } from '../time/day';

/** Whole days up to, not with, `after`; or epoch ms, told by the clock of `zone`, or in UTC where that is absent. */
export type When =
  | { readonly first: Day; readonly after: Day }
  | { readonly start: number; readonly end: number; readonly zone?: string };

/** How far its time is to be relied on; `expected` is a pattern, which nobody has confirmed for any one day. */
export type State = 'confirmed' | 'unconfirmed' | 'expected' | 'postponed' | 'cancelled';

/** A pattern of which `when` is the first occurrence. */
export interface Pattern {
  /** RRULE of RFC 5545 without an end of its own. */
  readonly rule: string;
  /** Epoch ms behind the last occurrence: every pattern ends, and the definition of its zone is right up to then. */
  readonly until: number;
  /** Starts of occurrences that are left out, epoch ms. */
  readonly except: readonly number[];
}

/** One line of a reader's calendar: an edition, a deadline of one, or a series that recurs. */
export interface CalendarEntry {
  /** Events are for calendars, tasks for to-do lists; one thing is never both under one UID. */
  readonly component: 'VEVENT' | 'VTODO';
  /** One for a series and the editions in place of its occurrences; otherwise unique. */
  readonly uid: string;
  readonly when: When;
  readonly pattern?: Pattern;
  /** The occurrence of the pattern with this UID that it takes the place of, by its zone. */
  readonly replaces?: { readonly start: number; readonly zone?: string };
  readonly state: State;
  /** Of the data: rises when dates or status change. */
  readonly sequence: number;
  /** The day on which the data last changed, by their own word: no clock is asked, so equal input gives equal bytes. */
  readonly changed: Day;
  readonly topics: readonly string[];
  readonly summary: string;
  readonly isTransparent: boolean;
  readonly location?: string;
  readonly geo?: { readonly lat: number; readonly lon: number };
  readonly url?: string;
  /** Paragraphs; each may hold line breaks. */
  readonly description: readonly string[];
  readonly alarmsFrom: 'START' | 'END';
}
