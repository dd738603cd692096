import { isDay, type Day } from '../time/day';
import { MONTHS } from '../time/words';

/** First and last day. */
export interface Days {
  readonly start: Day;
  readonly end: Day;
}

const MONTH = '([A-Za-z]{3,9})\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const DASH = '\\s*(?:-|–|—|to)\\s*';
const FORMS = [
  // April 26 - May 04, 2025 · April 12-18, 2026 · December 6, 2026
  new RegExp(`^${MONTH} ?${DAY}(?:${DASH}(?:${MONTH} ?)?${DAY})?,? (\\d{4})$`),
  // Nov 28, 2026 - Jan 2, 2027
  new RegExp(`^${MONTH} ?${DAY},? (\\d{4})${DASH}${MONTH} ?${DAY},? (\\d{4})$`),
] as const;

/**
 * Reads the days that a list writes in English words. A month alone, `TBD` and the like give nothing: a day that nobody
 * stated is not made up.
 */
export function daysIn(text: string): Days | undefined {
  const plain = text.replace(/\s+/g, ' ').trim();
  const one = FORMS[0].exec(plain);
  if (one) {
    const [, month = '', day = '', lastMonth = month, lastDay = day, year = ''] = one;
    const start = dayOf(year, month, day);
    const end = dayOf(year, lastMonth, lastDay);
    // 28 December - 2 January: the year is that of the end in some lists, of the start in others.
    return start !== undefined && end !== undefined && start <= end ? { start, end } : undefined;
  }
  const two = FORMS[1].exec(plain);
  if (!two) return undefined;
  const [, month = '', day = '', year = '', lastMonth = '', lastDay = '', lastYear = ''] = two;
  const start = dayOf(year, month, day);
  const end = dayOf(lastYear, lastMonth, lastDay);
  return start !== undefined && end !== undefined && start <= end ? { start, end } : undefined;
}

function dayOf(year: string, month: string, day: string): Day | undefined {
  const at = MONTHS.findIndex((name) => {
    const written = month.toLowerCase();
    return (
      name.toLowerCase() === written ||
      name.slice(0, 3).toLowerCase() === written ||
      (written === 'sept' && name === 'September')
    );
  });
  const text = `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return at >= 0 && isDay(text) ? text : undefined;
}
