import { RRule } from 'rrule';
import type { Day } from './day';

/** A year before is early enough: only rules that do not count from a start may be without one. */
const anchor = (from: Day): Day => `${String(Number(from.slice(0, 4)) - 1).padStart(4, '0')}-01-01`;

/**
 * The days from `from` to `to`, both included, that a rule names, in order. The library is asked about days alone, as
 * midnights in UTC: times of day, zones and UNTIL are the caller's.
 * @param rule RRULE of RFC 5545 without UNTIL, as the schema lets it through
 * @param start the first day of all, from which INTERVAL and COUNT count
 * @throws Error for what the library does not take as a rule
 */
export function ruleDays(rule: string, start: Day | undefined, from: Day, to: Day): Day[] {
  const midnight = (day: Day): Date => new Date(`${day}T00:00Z`);
  const dates = new RRule({ ...RRule.parseString(rule), dtstart: midnight(start ?? anchor(from)) }, true);
  return dates.between(midnight(from), midnight(to), true).map((date) => date.toISOString().slice(0, 10));
}
