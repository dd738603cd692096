import { monthText, relativeDate, seasonFrom, seasonNamed } from './relative-dates';

/** January first. Their beginnings of three letters are known too. */
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const CHINESE_MONTHS = '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月'.split(' ');
/** Also everyday words: a month only beside a year or behind `in`. */
const EVERYDAY = new Set(['may', 'mar', 'march', 'sun', 'dec', 'jan']);

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
 * The time that words begin with: `may 2022`, `2022-05`, `2022 年 5 月`, `2022`, `in october`, `this year`, `spring 2027`.
 * @param words folded
 * @param before the word that stands before them
 * @param today YYYY-MM-DD where the reader is; without it `this year` and the like mean nothing
 */
export function dateWords(
  words: readonly string[],
  before: string | undefined,
  today?: () => string,
): DateWords | undefined {
  const [first = '', second = '', third = '', fourth = ''] = words;
  if (/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(first)) return monthOf(1, first.slice(0, 4), Number(first.slice(5)));
  if (isYear(first)) {
    if (second === '年' && /^\d{1,2}$/.test(third) && fourth === '月') return monthOf(4, first, Number(third));
    const month = monthNamed(second);
    if (month) return monthOf(2, first, month);
    const count = second === '年' ? 2 : 1;
    if (isSeason(words[count] ?? '')) return seasonIn(count + 1, Number(first), words[count] ?? '');
    return { count, label: `year ${first}`, facet: `year:${first}` };
  }
  if (/^\d{1,2}$/.test(first) && second === '月') return monthOf(2, undefined, Number(first));
  const month = monthNamed(first);
  if (month && isYear(second)) return monthOf(2, second, month);
  if (month && (before === 'in' || !EVERYDAY.has(first))) return monthOf(1, undefined, month);
  if (isSeason(first) && isYear(second)) return seasonIn(2, Number(second), first);
  if (isSeason(first) && (before === 'in' || !/^[a-z]/.test(first))) return seasonIn(1, undefined, first);
  return today === undefined ? undefined : relative(words, today);
}

const isYear = (word: string): boolean => /^(19|20)\d\d$/.test(word);

/** 1 to 12; 0 for no month. */
function monthNamed(word: string): number {
  const chinese = CHINESE_MONTHS.indexOf(word) + 1;
  if (chinese > 0 || word.length < 3) return chinese;
  return (
    1 + MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word || (word === 'sept' && name[0] === 's'))
  );
}

function monthOf(count: number, year: string | undefined, month: number): DateWords | undefined {
  if (month < 1 || month > 12) return undefined;
  const number = String(month).padStart(2, '0');
  if (year !== undefined) return { count, label: `month ${year}-${number}`, facet: `month:${year}-${number}` };
  const name = MONTHS[month - 1] ?? '';
  return { count, label: `month ${name.charAt(0).toUpperCase()}${name.slice(1)}`, facet: `month:*-${number}` };
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

function relative(words: readonly string[], today: () => string): DateWords | undefined {
  const found = relativeDate(words, today);
  if (!found) return undefined;
  const { count, year, months = [] } = found;
  if (year === undefined) return { count, label: `month ${months.join(' or ')}`, facet: facetsOf(months) };
  // 明年五月, next year in spring
  const [next = ''] = words.slice(count);
  const month = monthNamed(next);
  const narrower = month ? monthOf(count + 1, String(year), month) : seasonIn(count + 1, year, next);
  return narrower ?? { count, label: `year ${year}`, facet: `year:${year}` };
}
