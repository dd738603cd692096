/** What Chinese says in one word. */
const CHINESE: ReadonlyMap<string, string> = new Map([
  ['今年', 'this year'],
  ['明年', 'next year'],
  ['本月', 'this month'],
  ['这个月', 'this month'],
  ['下个月', 'next month'],
  ['下月', 'next month'],
  ['本周', 'this week'],
  ['这周', 'this week'],
  ['下周', 'next week'],
  ['今天', 'this week'],
  ['明天', 'this week'],
]);
/** From spring on, each three months after the one before; on the northern half of the earth. */
const SEASONS: readonly (readonly string[])[] = [
  ['spring', '春天', '春季'],
  ['summer', '夏天', '夏季'],
  ['autumn', 'fall', '秋天', '秋季'],
  ['winter', '冬天', '冬季'],
];
const WEEK = 7 * 86_400_000;

/** A time said from where the reader stands: its words, and what they are in years and months. */
export interface RelativeDate {
  readonly count: number;
  readonly year?: number;
  /** YYYY-MM of each, in their order. */
  readonly months?: readonly string[];
}

/** The month that a season begins with: 3, 6, 9, or 12. */
export function seasonNamed(word: string): number | undefined {
  const at = SEASONS.findIndex((names) => names.includes(word));
  return at < 0 ? undefined : 3 + 3 * at;
}

/** The three months of a season that begins in a year, YYYY-MM: those of winter are December and two of the year after. */
export function seasonFrom(year: number, first: number): string[] {
  return [first, first + 1, first + 2].map((month) =>
    month > 12 ? monthText(year + 1, month - 12) : monthText(year, month),
  );
}

/** Does a word of Chinese name a time? Text without blanks is cut where one stands: 明年春天 into 明年 and 春天. */
export const isChineseTime = (word: string): boolean => CHINESE.has(word) || seasonNamed(word) !== undefined;

export const monthText = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/**
 * `this year`, `next month`, `this week`, `next spring`, 明年. A week is the months that it touches, for days are not
 * searched. This spring is the one under way, or else the one that comes next; the next one is never under way.
 * @param today YYYY-MM-DD
 */
export function relativeDate(words: readonly string[], readToday: () => string): RelativeDate | undefined {
  const [first = '', second = ''] = words;
  const chinese = CHINESE.get(first);
  const said = chinese ?? `${first} ${second}`;
  const count = chinese === undefined ? 2 : 1;
  const [which = '', unit = ''] = said.split(' ');
  if (which !== 'this' && which !== 'next') return undefined;
  const season = seasonNamed(unit);
  if (season === undefined && !['year', 'month', 'week', 'weekend'].includes(unit)) return undefined;
  const today = readToday();
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const more = which === 'next' ? 1 : 0;
  if (unit === 'year') return { count, year: year + more };
  if (unit === 'month')
    return { count, months: [month + more > 12 ? monthText(year + 1, 1) : monthText(year, month + more)] };
  if (season !== undefined) {
    const begun = season > month ? year - 1 : year;
    const isUnderWay = seasonFrom(begun, season).includes(today.slice(0, 7));
    return { count, months: seasonFrom(isUnderWay ? begun + more : begun + 1, season) };
  }
  const start = Date.parse(today) + more * WEEK;
  const days = [start, start + WEEK - WEEK / 7].map((day) => new Date(day).toISOString().slice(0, 7));
  return { count, months: [...new Set(days)] };
}
