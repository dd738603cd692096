import truncatedWidth from 'fast-string-truncated-width';

/** Width of text in terminal cells: CJK and emoji take two, combining marks and escape sequences none. */
export function cells(text: string): number {
  return truncatedWidth(text).width;
}

/** Cells of the widest text, 0 where there is none. A loop: as arguments of one call, texts of a large catalogue overflow the stack. */
export function widest(texts: readonly string[]): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, cells(text));
  return most;
}

/**
 * What a reader takes for one character: flags, emoji joined to one, a letter with its marks. An approximation of UAX 29
 * for what stands in names; Intl.Segmenter takes 10 ms to start, and for long text on Node 20 for ever.
 */
const CHARACTER =
  /(?:\p{RI}{2}|\p{ExtPict}[\p{EMod}\uFE0F]?(?:\u200D\p{ExtPict}[\p{EMod}\uFE0F]?)*|[^])[\p{M}\u200D]*/gu;

/** How much of a text, in code units, fits into so many cells without cutting a character. */
function fitting(text: string, width: number): number {
  let used = 0;
  let end = 0;
  for (const [character] of text.matchAll(CHARACTER)) {
    used += cells(character);
    if (used > width) break;
    end += character.length;
  }
  return end;
}

/** Text cut to a width, with an ellipsis where something is missing; never cuts a character in half. */
export function fit(text: string, width: number): string {
  return cells(text) <= width ? text : `${text.slice(0, fitting(text, width - 1)).trimEnd()}…`;
}

/** Text filled up with blanks to a width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/** Blanks, words, and single wide characters, of which each may end a line; a mark stays with what it follows. */
const PIECES =
  /\s+|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef][,.;:!?)\]，。、；：！？）」』]*|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+/g;

/** Text broken between words, or between wide characters, into lines of at most `width` cells. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(PIECES) ?? []) {
    const isBlank = word.trim() === '';
    if (cells(line) + cells(isBlank ? '' : word) <= width) {
      line += isBlank ? (line === '' ? '' : ' ') : word;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = isBlank ? '' : word;
    while (cells(line) > width) {
      // At least one character a line, or a width without room for it would never come to an end.
      const end = fitting(line, width) || (line.match(CHARACTER)?.[0].length ?? 1);
      lines.push(line.slice(0, end));
      line = line.slice(end);
      if (line === '') break;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
