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

/** The months of a season of the northern half of the earth, 1 to 12; of winter, those that one year has. */
export function seasonNamed(word: string): readonly number[] | undefined {
  const at = SEASONS.findIndex((names) => names.includes(word));
  return at < 0 ? undefined : [3, 4, 5].map((month) => ((month + 3 * at - 1) % 12) + 1).sort((a, b) => a - b);
}

/** Is it a word of Chinese that names a time, without which a run of characters is not cut there? */
export const isChineseTime = (word: string): boolean => CHINESE.has(word) || seasonNamed(word) !== undefined;

export const monthText = (year: number | string, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

/**
 * `this year`, `next month`, `this week`, `next spring`, 明年. A week is the months that it touches, for days are not
 * searched.
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
  if (!season && !['year', 'month', 'week', 'weekend'].includes(unit)) return undefined;
  const today = readToday();
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const more = which === 'next' ? 1 : 0;
  if (unit === 'year') return { count, year: year + more };
  if (unit === 'month')
    return { count, months: [month + more > 12 ? monthText(year + 1, 1) : monthText(year, month + more)] };
  if (season) {
    const of = (season.at(-1) ?? 0) < month ? year + 1 : year;
    return { count, months: season.map((one) => monthText(of, one)) };
  }
  const start = Date.parse(today) + more * WEEK;
  const days = [start, start + WEEK - WEEK / 7].map((day) => new Date(day).toISOString().slice(0, 7));
  return { count, months: [...new Set(days)] };
}
