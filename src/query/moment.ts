import type { Day } from '../time/day';
import { dayAt } from '../time/reader';
import { addSpan, backwards } from '../time/span';
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
const FARTHEST = { days: 2 };

/** No day before this one can still last anywhere. */
export function earliestDay({ now, zones }: Pick<Moment, 'now' | 'zones'>): Day {
  return addSpan(dayAt(now, 'UTC', zones), backwards(FARTHEST));
}

/** What is on a day somewhere is on this one or an earlier one elsewhere. */
export function latestDay(day: Day): Day {
  return addSpan(day, FARTHEST);
}
