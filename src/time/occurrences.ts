import type { Series } from '../catalogue/schema';
import { occurrencesBy, type Occurrence } from './occurrence';
import { ruleDays } from './rule-days';
import type { Zones } from './zone';

export { withoutEditions, type Occurrence } from './occurrence';

/**
 * When a series is expected: see `occurrencesBy`. This one takes every rule that the schema lets through and brings the
 * library for rules along (45 KB): commands on the way of `upcoming` load it late or ask `steadyDays`.
 */
export function occurrences(
  series: Readonly<Pick<Series, 'recurrence' | 'status'>>,
  zones: Zones,
  from: number,
  to: number,
): Occurrence[] {
  return occurrencesBy(ruleDays, series, zones, from, to);
}
