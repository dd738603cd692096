/**
 * The dictionary of the index: lines `term postings`, sorted by term, each ended by a line feed; a character for each
 * byte of the file. It stays the one string that was read from disk: a question looks at a few lines of it, and taking
 * all of them apart would cost more than answering.
 */
export type Dictionary = string;

/** A term and where its postings stand in the dictionary. */
export interface TermAt {
  readonly term: string;
  readonly postings: number;
}

/** A term as it stands in the file: its bytes in UTF-8, a character for each. Terms hold neither blanks nor line feeds. */
export function bytesOf(term: string): string {
  return ASCII.test(term) ? term : Buffer.from(term).toString('latin1');
}

function termOf(bytes: string): string {
  return ASCII.test(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString();
}

const ASCII = /^[\0-\x7f]*$/;

/** @param lines terms as `bytesOf` writes them, in any order, with their postings */
export function dictionaryOf(lines: readonly (readonly [written: string, postings: string])[]): Dictionary {
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([written, postings]) => `${written} ${postings}\n`)
    .join('');
}

/** The exact term, or undefined where no entry has it. */
export function findTerm(dictionary: Dictionary, term: string): TermAt | undefined {
  const written = bytesOf(term);
  const line = lowerBound(dictionary, written);
  return dictionary.startsWith(`${written} `, line) ? { term, postings: line + written.length + 1 } : undefined;
}

/** All terms that begin with `prefix`, itself included, in dictionary order. */
export function termsFrom(dictionary: Dictionary, prefix: string): TermAt[] {
  const written = bytesOf(prefix);
  const found: TermAt[] = [];
  let line = lowerBound(dictionary, written);
  while (line < dictionary.length && dictionary.startsWith(written, line)) {
    const space = dictionary.indexOf(' ', line);
    found.push({ term: termOf(dictionary.slice(line, space)), postings: space + 1 });
    line = dictionary.indexOf('\n', space) + 1;
  }
  return found;
}

/** All terms that hold `part`, or end in it, in dictionary order. */
export function termsWith(dictionary: Dictionary, part: string, isEnd = false): TermAt[] {
  const wanted = isEnd ? `${bytesOf(part)} ` : bytesOf(part);
  const found: TermAt[] = [];
  // Searching the whole text for the part is far quicker than looking at every line.
  for (let at = dictionary.indexOf(wanted); at >= 0;) {
    const line = dictionary.lastIndexOf('\n', at) + 1;
    const space = dictionary.indexOf(' ', line);
    const term = termOf(dictionary.slice(line, space));
    // The place found may also be in the postings.
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
