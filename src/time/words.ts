import { type Day, daysBetween } from './day';

/** January first. The first three letters of each are its short form. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** Monday first (ISO 8601). The first three letters of each are its short form. */
export const WEEKDAYS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
const A_MONDAY = '0001-01-01'; // of the proleptic Gregorian calendar

/** 0 is Monday, 6 Sunday. */
export function weekdayOf(day: Day): number {
  return ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
}

/** `Thursday`. */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekdayOf(day)] ?? '';
}

/** `today`, `tomorrow`, `in 5 days`, `yesterday`, `3 days ago`; calendar days, not stretches of 24 hours. */
export function daysLeftInWords(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/**
 * Days for people: `8 Dec 2026`, `8–10 Dec 2026`, `30 Nov – 2 Dec 2026`, `30 Dec 2026 – 2 Jan 2027`.
 * @param end the last day, itself included
 * @param year left out of the answer when both days are in it: `8–10 Dec`
 */
export function dayRange(start: Day, end: Day, year?: number): string {
  const from = partsOf(start);
  const to = partsOf(end);
  const sameYear = from.year === to.year;
  const last = `${to.date} ${to.month}${sameYear && to.year === year ? '' : ` ${yearText(end)}`}`;
  if (start === end) return last;
  if (!sameYear) return `${from.date} ${from.month} ${yearText(start)} – ${last}`;
  return from.month === to.month ? `${from.date}–${last}` : `${from.date} ${from.month} – ${last}`;
}

/**
 * `Thu 10 Dec 2026 18:00`; of a day alone, `Thu 10 Dec 2026`.
 * @param year left out of the answer: `Thu 10 Dec 18:00`
 */
export function wallInWords(wall: string, year?: number): string {
  const [day = '', time] = wall.split('T');
  const words = `${weekdayName(day).slice(0, 3)} ${dayRange(day, day, year)}`;
  return time === undefined ? words : `${words} ${time}`;
}

const yearText = (day: Day): string => day.slice(0, 4);

function partsOf(day: Day): { year: number; month: string; date: number } {
  const [year, month, date] = day.split('-').map(Number);
  return { year: year ?? NaN, month: (MONTHS[(month ?? NaN) - 1] ?? '').slice(0, 3), date: date ?? NaN };
}
