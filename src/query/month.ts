import { addMonths, isDay, type Day } from '../time/day';
import { weekdayOf } from '../time/words';

/** `YYYY-MM`. */
export type Month = string;

/** A real month of the years 0000 to 9999. */
export function isMonth(text: string): boolean {
  return /^\d{4}-\d\d$/.test(text) && isDay(`${text}-01`);
}

/** So many months from `first` on, fewer where the year 9999 ends before. */
export function monthsFrom(first: Month, count: number): Month[] {
  const months: Month[] = [];
  for (let at = 0; at < count && (at === 0 || months.at(-1) !== '9999-12'); at += 1) {
    months.push(addMonths(`${first}-01`, at).slice(0, 7));
  }
  return months;
}

/** How many months later `to` is; negative when it is before. */
export function monthsBetween(from: Month, to: Month): number {
  const index = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(to) - index(from);
}

/** All days of a month, in order. */
export function daysOf(month: Month): Day[] {
  return Array.from({ length: 31 }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`).filter(isDay);
}

/**
 * A month as rows of seven days, undefined where the row reaches into another month.
 * @param weekStart weekday of the first column, 0 is Monday
 */
export function weeksOf(month: Month, weekStart: number): (Day | undefined)[][] {
  const days = daysOf(month);
  const before = (weekdayOf(`${month}-01`) - weekStart + 7) % 7;
  const rows = Math.ceil((before + days.length) / 7);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (__, column) => days[row * 7 + column - before]),
  );
}
