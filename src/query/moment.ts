import { addDays, type Day } from '../time/day';
import { dayAt } from '../time/reader';
import type { Zones } from '../time/zone';

/** When and where the question is asked. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA zone of the reader. */
  readonly zone: string;
  readonly zones: Zones;
}

/** The farthest zones are 26 hours apart (UTC-12, UTC+14): no day is more than two days from itself elsewhere. */
export const FARTHEST_DAYS = 2;

/** No day before this one can still last anywhere. */
export function earliestDay({ now, zones }: Pick<Moment, 'now' | 'zones'>): Day {
  return addDays(dayAt(now, 'UTC', zones), -FARTHEST_DAYS);
}
