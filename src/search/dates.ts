import { monthText, relativeDate, seasonFrom, seasonNamed } from './relative-dates';

/** January first. Their beginnings of three letters are known too. */
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const CHINESE_MONTHS = '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月'.split(' ');
/** Also everyday words: a month only beside a year or behind `in`. */
const EVERYDAY = new Set(['may', 'mar', 'march', 'dec', 'jan']);
/** They may stand between a year and what is narrower: `2027 in may`, 明年的春天. */
const BETWEEN = new Set(['in', '的']);

/** Words that mean a season only beside a year or behind `in`: there is Spring Boot, and people fall. */
const isSeason = (word: string): boolean => seasonNamed(word) !== undefined;

/** A stretch of words that names a time, as facets. */
export interface DateWords {
  /** How many of the words it takes. */
  readonly count: number;
  readonly label: string;
  /** `month:2022-05`, `year:2022`, or of a month in any year `month:*-05`; of several months each, with blanks between. */
  readonly facet: string;
}

/**
 * The time that words begin with: `may 2022`, `2022-05`, `2022 年 5 月`, `2022`, `in october`, `this year`, `spring 2027`,
 * `october this year`.
 * @param words folded
 * @param before the word that stands before them
 * @param today YYYY-MM-DD where the reader is; without it `this year` and the like mean nothing
 */
export function dateWords(
  words: readonly string[],
  before: string | undefined,
  today?: () => string,
): DateWords | undefined {
  const [first = '', second = ''] = words;
  if (/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(first)) return monthOf(1, Number(first.slice(0, 4)), Number(first.slice(5)));
  const year = yearAt(words, today);
  if (year) return inYear(words, year);
  if (/^\d{1,2}$/.test(first) && second === '月') return monthOf(2, undefined, Number(first));
  const month = monthNamed(first);
  const behind = month || isSeason(first) ? yearAt(words.slice(1), today) : undefined;
  if (behind) return inYear([...words.slice(1, 1 + behind.count), first], behind);
  if (month && (before === 'in' || !EVERYDAY.has(first))) return monthOf(1, undefined, month);
  if (isSeason(first) && (before === 'in' || !/^[a-z]/.test(first))) return seasonIn(1, undefined, first);
  const { count = 0, months } = (today && relativeDate(words, today)) ?? {};
  return months && monthsOf(count, months);
}

/** A year that words begin with, and how many of them it takes. */
interface YearWords {
  readonly count: number;
  readonly year: number;
}

/** `2027`, `2027 年`, `next year`, 明年. */
function yearAt(words: readonly string[], today: (() => string) | undefined): YearWords | undefined {
  const [first = '', second] = words;
  if (/^(19|20)\d\d$/.test(first)) return { count: second === '年' ? 2 : 1, year: Number(first) };
  const { count = 0, year } = (today && relativeDate(words, today)) ?? {};
  return year === undefined ? undefined : { count, year };
}

/** A year, or the month or season of it that stands behind: `2027 may`, `next year in spring`, 明年五月, 2027 年 5 月. */
function inYear(words: readonly string[], { count, year }: YearWords): DateWords | undefined {
  const start = BETWEEN.has(words[count] ?? '') ? count + 1 : count;
  const [name = '', unit] = words.slice(start);
  if (/^(0?[1-9]|1[0-2])$/.test(name) && unit === '月') return monthOf(start + 2, year, Number(name));
  const month = monthNamed(name);
  if (month) return monthOf(start + 1, year, month);
  return seasonIn(start + 1, year, name) ?? { count, label: `year ${year}`, facet: `year:${year}` };
}

/** 1 to 12; 0 for no month. */
function monthNamed(word: string): number {
  const chinese = CHINESE_MONTHS.indexOf(word) + 1;
  if (chinese > 0 || word.length < 3) return chinese;
  return (
    1 + MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word || (word === 'sept' && name[0] === 's'))
  );
}

function monthOf(count: number, year: number | undefined, month: number): DateWords | undefined {
  if (month < 1 || month > 12) return undefined;
  if (year !== undefined) return monthsOf(count, [monthText(year, month)]);
  const name = MONTHS[month - 1] ?? '';
  const label = `month ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { count, label, facet: `month:*${monthText(0, month).slice(-3)}` };
}

/**
 * Of a year, the months in it and, of winter, those that go on into the next: who writes `winter 2026` means January 2026,
 * or December and what follows, and both may stand first, for nothing is hidden.
 * @param year absent for any
 */
function seasonIn(count: number, year: number | undefined, name: string): DateWords | undefined {
  const first = seasonNamed(name);
  if (first === undefined) return undefined;
  if (year === undefined) {
    const months = seasonFrom(0, first).map((month) => `*${month.slice(-3)}`);
    return { count, label: name, facet: facetsOf(months) };
  }
  const begun = [year - 1, year].flatMap((from) => seasonFrom(from, first));
  const months = begun.filter((month) => month >= monthText(year, 1));
  return { count, label: `${name} ${year}`, facet: facetsOf(months) };
}

const facetsOf = (months: readonly string[]): string => months.map((month) => `month:${month}`).join(' ');

const monthsOf = (count: number, months: readonly string[]): DateWords => ({
  count,
  label: `month ${months.join(' or ')}`,
  facet: facetsOf(months),
});
