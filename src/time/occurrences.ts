import { occurrencesBy, type Occurrence, type RecurringSeries } from './occurrence';
import { ruleDays } from './rule-days';
import type { Zones } from './zone';

export { withoutEditions, type Occurrence } from './occurrence';

/**
 * When a series is expected: see `occurrencesBy`. This one takes every rule that the schema lets through and brings the
 * library for rules along (45 KB): `upcoming` asks the patterns that the build made, and loads this only beyond them.
 */
export function occurrences(series: RecurringSeries, zones: Zones, from: number, to: number): Occurrence[] {
  return occurrencesBy(ruleDays, series, zones, from, to);
}
