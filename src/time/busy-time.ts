import type { Day } from './day';
import type { Interval } from './interval';

/** A stretch of time that somebody's own calendar calls taken. */
export interface BusyTime {
  readonly title: string;
  /** As the calendar has it; empty where it has none. */
  readonly uid: string;
  /** Where the reader is; all-day ones from midnight to midnight there. */
  readonly interval: Interval;
  /** Of an all-day one, the days, both included: they are the same wherever one is. */
  readonly days?: { readonly first: Day; readonly last: Day };
}
