import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';

/** Calendar day `YYYY-MM-DD`, years 0000 to 9999: no clock, no zone, and text order is time order. */
export type Day = string;

/** The calendar begins and ends here. */
export const FIRST_DAY: Day = '0000-01-01';
export const LAST_DAY: Day = '9999-12-31';

const DAY_MS = 86_400_000;
// Not `utc` of the same package: its full UTCDate builds three Intl formats on import, which costs 12 ms.
const inUtc = { in: (value: Date | number | string) => new UTCDateMini(+new Date(value)) };

/** A real day of the calendar: `2026-02-30` is not one. */
export function isDay(text: string): boolean {
  return !Number.isNaN(parseDay(text));
}

/**
 * @param n whole days, also negative
 * @throws RangeError when `day` is no day, or the answer is outside the years 0000 to 9999
 */
export function addDays(day: Day, n: number): Day {
  // UTC has no clock changes, so a day is always as long as the next.
  return dayText(epochMs(day) + n * DAY_MS);
}

/**
 * The same day of another month, or that month's last day where it is shorter: 31 January + 1 is 28 or 29 February.
 * @param n whole months, also negative
 * @throws RangeError as `addDays`
 */
export function addMonths(day: Day, n: number): Day {
  return dayText(addMonthsTo(epochMs(day), n, inUtc).getTime());
}

/**
 * As `addMonths` and then `addDays`, but it stops at the first and at the last day of the calendar.
 * @throws RangeError when `day` is no day
 */
export function shiftDay(day: Day, months: number, days: number): Day {
  const ms = addMonthsTo(epochMs(day), months, inUtc).getTime() + days * DAY_MS;
  if (ms < epochMs(FIRST_DAY)) return FIRST_DAY;
  return ms > epochMs(LAST_DAY) ? LAST_DAY : dayText(ms);
}

/**
 * How many days `to` is after `from`; negative when it is before.
 * @throws RangeError when either is no day
 */
export function daysBetween(from: Day, to: Day): number {
  return (epochMs(to) - epochMs(from)) / DAY_MS;
}

function epochMs(day: Day): number {
  const ms = parseDay(day);
  if (Number.isNaN(ms)) throw new RangeError(`not a day: "${day}"`);
  return ms;
}

/** The start of a real day in UTC (ECMAScript: a date without a time is read so); NaN for any other text. */
function parseDay(text: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  // Date.parse rolls 30 February over into March, so only a day that keeps its number is one.
  return new Date(ms).getUTCDate() === Number(text.slice(8)) ? ms : NaN;
}

function dayText(ms: number): Day {
  const text = new Date(ms).toISOString(); // itself a RangeError past ±275,000 years
  if (text.length !== 24) throw new RangeError(`outside the years 0000 to 9999: ${text}`);
  return text.slice(0, 10);
}
