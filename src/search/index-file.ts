import { KINDS } from '../catalogue/kinds';
import { FIELDS } from './fields';
import type { SearchIndex } from './search-index';

/** First line of the file; the number rises with every change of what follows or of how texts become terms. */
const FORMAT = 'mlops-guide search index 1';
/** Numbers in the file stand for kinds and fields by place, so one made with other lists cannot be read. */
const LISTS = `${KINDS.join(' ')} / ${FIELDS.join(' ')}`;

/**
 * The index as text, ASCII only, so that it can be read as latin1, the fastest way: lines of the format, the lists of
 * kinds and fields, the length of the dictionary, ids, kinds (one letter each) and cells; then the dictionary.
 */
export function encodeIndex({ ids, kinds, cells, dictionary }: SearchIndex): string {
  const kindLetters = kinds.map((kind) => letterOf(KINDS.indexOf(kind))).join('');
  return [FORMAT, LISTS, dictionary.length, ids.join(' '), kindLetters, cells.join(' '), dictionary].join('\n');
}

/**
 * Takes an encoded index apart as far as every question needs; the dictionary stays as it is.
 * @throws Error when the text is no index, was written by another version or has been cut off
 */
export function decodeIndex(text: string): SearchIndex {
  const [lines, dictionary] = headLines(text, 6);
  const [format, lists, length, ids = '', kinds = '', cells = ''] = lines;
  if (format !== FORMAT || lists !== LISTS) throw new Error('the search index was written by another version');
  if (Number(length) !== dictionary.length) throw new Error('the search index is damaged');
  return {
    ids: wordsIn(ids),
    kinds: Array.from(kinds, (letter) => KINDS[letter.charCodeAt(0) - A] ?? 'site'),
    cells: wordsIn(cells).map(Number),
    dictionary,
  };
}

const A = 'a'.charCodeAt(0);
const letterOf = (number: number): string => String.fromCharCode(A + number);
const wordsIn = (line: string): string[] => (line === '' ? [] : line.split(' '));

/** The first `count` lines of a text, and what follows them. */
function headLines(text: string, count: number): [lines: string[], rest: string] {
  const lines: string[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && lines.length < count; end = text.indexOf('\n', start)) {
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  return [lines, text.slice(start)];
}
