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
const FARTHEST_DAYS = 2;

/** No day before this one can still last anywhere. */
export function earliestDay({ now, zones }: Pick<Moment, 'now' | 'zones'>): Day {
  const today = dayAt(now, 'UTC', zones);
  return today < '0000-01-03' ? '0000-01-01' : addDays(today, -FARTHEST_DAYS);
}

/** What is on a day somewhere is on this one or an earlier one elsewhere. */
export function latestDay(day: Day): Day {
  return day > '9999-12-29' ? '9999-12-31' : addDays(day, FARTHEST_DAYS);
}
