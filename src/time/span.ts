import { shiftDay, type Day } from './day';

/** A stretch of the calendar: whole days, whole months (a year is 12), or both. */
export interface Span {
  readonly days?: number;
  readonly months?: number;
}

const UNITS: ReadonlyMap<string, { readonly days: number } | { readonly months: number }> = new Map([
  ['d', { days: 1 }],
  ['w', { days: 7 }],
  ['mo', { months: 1 }],
  ['y', { months: 12 }],
]);
const MOST_MONTHS = 9999; // four digits, as of all units

/** `30d`, `6w`, `3mo`, `1y`; undefined for all else, and for `3m`, which could as well mean minutes. */
export function parseSpan(text: string): Span | undefined {
  const [, amount = '', unit = ''] = /^(\d{1,4})(d|w|mo|y)$/.exec(text) ?? [];
  const size = UNITS.get(unit);
  if (size === undefined) return undefined;
  if ('days' in size) return { days: Number(amount) * size.days };
  const months = Number(amount) * size.months;
  return months > MOST_MONTHS ? undefined : { months };
}

/** For what has the form of a span but is none: how long one may be. */
export function longestSpan(text: string): string | undefined {
  return /^\d+(d|w|mo|y)$/.test(text) ? `at most 9999d, 9999w, 9999mo or ${Math.floor(MOST_MONTHS / 12)}y` : undefined;
}

/** As long, the other way. */
export function backwards({ days = 0, months = 0 }: Readonly<Span>): Span {
  return { days: 0 - days, months: 0 - months };
}

/**
 * Months first, clamped to the end of the month, then days; no further than the calendar goes.
 * @throws RangeError when `day` is no day
 */
export function addSpan(day: Day, { days = 0, months = 0 }: Readonly<Span>): Day {
  return shiftDay(day, months, days);
}
