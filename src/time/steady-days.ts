import { addDays, addMonths, type Day, daysBetween } from './day';
import { weekdayOf } from './words';

/** What most series do: a weekday every so many weeks, or the first to fourth such day of each month. */
const STEADY = /^FREQ=(?:WEEKLY(?:;INTERVAL=(\d+))?|(MONTHLY));BYDAY=([1-4])?(MO|TU|WE|TH|FR|SA|SU)$/;
/** Their first letters, Monday first (RFC 5545, 3.3.10). */
const CODES = 'MOTUWETHFRSASU';

/** May `steadyDays` be asked about it? */
export function isSteady(rule: string, start: Day | undefined): boolean {
  const [found, interval = '1', monthly, nth] = STEADY.exec(rule) ?? [];
  return (
    found !== undefined && (monthly === undefined) === (nth === undefined) && (interval === '1' || start !== undefined)
  );
}

/**
 * The days of a steady rule, as `ruleDays` gives them, without a library: a start of the program has no time for one.
 * @param rule one that `isSteady`
 */
export function steadyDays(rule: string, start: Day | undefined, from: Day, to: Day): Day[] {
  const [, interval = '1', monthly, nth = '', code = ''] = STEADY.exec(rule) ?? [];
  const weekday = CODES.indexOf(code) / 2;
  const earliest = start !== undefined && start > from ? start : from;
  /** The first such weekday on or after a day. */
  const next = (day: Day): Day => addDays(day, (weekday - weekdayOf(day) + 7) % 7);
  const days: Day[] = [];
  if (monthly) {
    for (let month = `${earliest.slice(0, 7)}-01`; month <= to; month = addMonths(month, 1)) {
      days.push(addDays(next(month), (Number(nth) - 1) * 7));
    }
  } else {
    const step = Number(interval) * 7;
    const counted = next(start ?? earliest);
    const gone = Math.max(0, Math.ceil(daysBetween(counted, earliest) / step));
    for (let day = addDays(counted, gone * step); day <= to; day = addDays(day, step)) days.push(day);
  }
  return days.filter((day) => day >= earliest && day <= to);
}
