/**
 * The dictionary of the index: lines `term postings`, sorted by term, each ended by a line feed, all of it ASCII.
 * It stays the one string that was read from disk: a question looks at a few lines of it, and taking all of them
 * apart would cost more than answering.
 */
export type Dictionary = string;

/** A term and where its postings stand in the dictionary. */
export interface TermAt {
  readonly term: string;
  readonly postings: number;
}

/** Characters outside ASCII become `\uXXXX`; terms hold no backslash and no space of their own. */
export function escapeTerm(term: string): string {
  return term.replace(/[^!-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function unescapeTerm(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(/\\u(....)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** @param lines terms as `escapeTerm` writes them, in any order, with their postings */
export function dictionaryOf(lines: readonly (readonly [written: string, postings: string])[]): Dictionary {
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([written, postings]) => `${written} ${postings}\n`)
    .join('');
}

/** The exact term, or undefined where no entry has it. */
export function findTerm(dictionary: Dictionary, term: string): TermAt | undefined {
  const written = escapeTerm(term);
  const line = lowerBound(dictionary, written);
  return dictionary.startsWith(`${written} `, line) ? { term, postings: line + written.length + 1 } : undefined;
}

/** All terms that begin with `prefix`, itself included, in dictionary order. */
export function termsFrom(dictionary: Dictionary, prefix: string): TermAt[] {
  const written = escapeTerm(prefix);
  const found: TermAt[] = [];
  let line = lowerBound(dictionary, written);
  while (line < dictionary.length && dictionary.startsWith(written, line)) {
    const space = dictionary.indexOf(' ', line);
    found.push({ term: unescapeTerm(dictionary.slice(line, space)), postings: space + 1 });
    line = dictionary.indexOf('\n', space) + 1;
  }
  return found;
}

/** All terms that hold `part`, or end in it, in dictionary order. */
export function termsWith(dictionary: Dictionary, part: string, isEnd = false): TermAt[] {
  const wanted = isEnd ? `${escapeTerm(part)} ` : escapeTerm(part);
  const found: TermAt[] = [];
  // Searching the whole text for the part is far quicker than looking at every line.
  for (let at = dictionary.indexOf(wanted); at >= 0;) {
    const line = dictionary.lastIndexOf('\n', at) + 1;
    const space = dictionary.indexOf(' ', line);
    const term = unescapeTerm(dictionary.slice(line, space));
    // The place found may also be in the postings or in the digits of an escape.
    if (isEnd ? term.endsWith(part) : term.includes(part)) found.push({ term, postings: space + 1 });
    at = dictionary.indexOf(wanted, dictionary.indexOf('\n', space));
  }
  return found;
}

/** Start of the first line whose term is `key` or after it. */
function lowerBound(dictionary: Dictionary, key: string): number {
  let low = 0;
  let high = dictionary.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // Any character of a line leads to its start: `low` is one, so this never goes below it.
    const line = middle === low ? low : dictionary.lastIndexOf('\n', middle - 1) + 1;
    if (dictionary.slice(line, dictionary.indexOf(' ', line)) < key) low = dictionary.indexOf('\n', line) + 1;
    else high = line;
  }
  return low;
}
