import { KINDS } from '../catalogue/kinds';
import type { AskedIndex } from './asked';
import { FIELDS } from './fields';
import type { SearchIndex } from './search-index';

/** First line of the file; the number rises with every change of what follows or of how texts become terms. */
const FORMAT = 'mlops-guide search index 12';
/** Numbers in the file stand for kinds and fields by place, so one made with other lists cannot be read. */
const LISTS = `${KINDS.join(' ')} / ${FIELDS.join(' ')}`;

/**
 * The index but for its places and for how people ask, which have files of their own, as text of which each character is
 * a byte, so that it can be read as latin1, the fastest way: lines of the format, the lists of kinds and fields, the
 * lengths of the dictionaries, ids, kinds, prominence and main topics (one character each), rows and cells; then the dictionaries.
 */
export function encodeIndex(index: SearchIndex): string {
  const { ids, kinds, rows, prominence, mainTopics, cells, terms, names, facets } = index;
  const lengths = [terms, names, facets].map(({ length }) => length);
  const head = [
    ...[FORMAT, LISTS, lengths.join(' '), ids.join(' ')],
    ...[kinds, prominence, mainTopics, rows, cells.join(',')],
  ];
  return `${head.join('\n')}\n${terms}${names}${facets}`;
}

/**
 * How people ask, likewise: lines of the rarity of words that are not there with the length of the words, and of the owners;
 * then the words, and those of Chinese.
 */
export const encodeAsked = ({ unknown, owners, terms, english }: AskedIndex): string =>
  `${unknown} ${terms.length}\n${owners}\n${terms}${english}`;

function decodeAsked(text: string): AskedIndex {
  const [[numbers = '', owners], start] = headLines(text, 2);
  const [unknown = NaN, length = NaN] = numbersIn(numbers);
  // The last word ends its line, too.
  if (owners === undefined || !text.endsWith('\n')) throw new Error('the ways of asking are damaged');
  return { unknown, owners, terms: text.slice(start, start + length), english: text.slice(start + length) };
}

/**
 * Takes an encoded index apart as far as every question needs; the dictionaries stay as they are.
 * @param read what belongs to it: places are asked for with the first phrase in quotes, and ways of asking with the first
 * question that is more than a name
 * @throws Error when the text is no index, was written by another version or has been cut off
 */
export function decodeIndex(
  text: string,
  read: { readonly places: () => string; readonly asked: () => string },
): SearchIndex {
  const [lines, start] = headLines(text, 9);
  const [format, lists, lengths = '', ids = '', kinds = '', prominence = '', mainTopics = '', rows = '', cells = ''] =
    lines;
  if (format !== FORMAT || lists !== LISTS) throw new Error('the search index was written by another version');
  const [terms = NaN, names = NaN, facets = NaN] = numbersIn(lengths);
  const [namesAt, facetsAt] = [start + terms, start + terms + names];
  if (facetsAt + facets !== text.length) throw new Error('the search index is damaged');
  let places: string | undefined;
  let asked: AskedIndex | undefined;
  return {
    ids: wordsIn(ids),
    kinds,
    rows,
    prominence,
    mainTopics,
    cells: JSON.parse(`[${cells}]`) as number[],
    terms: text.slice(start, namesAt),
    get places() {
      return (places ??= read.places());
    },
    names: text.slice(namesAt, facetsAt),
    get asked() {
      return (asked ??= decodeAsked(read.asked()));
    },
    facets: text.slice(facetsAt),
  };
}

const wordsIn = (line: string): string[] => (line === '' ? [] : line.split(' '));
const numbersIn = (line: string): number[] => wordsIn(line).map(Number);

/** The first `count` lines of a text, and where what follows them begins. */
function headLines(text: string, count: number): [lines: string[], start: number] {
  const lines: string[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && lines.length < count; end = text.indexOf('\n', start)) {
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  return [lines, start];
}
