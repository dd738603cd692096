import truncatedWidth from 'fast-string-truncated-width';

/** Width of text in terminal cells: CJK and emoji take two, combining marks and escape sequences none. */
export function cells(text: string): number {
  return truncatedWidth(text).width;
}

/** Text cut to a width, with an ellipsis where something is missing; never cuts a wide character in half. */
export function fit(text: string, width: number): string {
  if (cells(text) <= width) return text;
  const { index, ellipsed } = truncatedWidth(text, { limit: width, ellipsis: '…', ellipsisWidth: 1 });
  return text.slice(0, index).trimEnd() + (ellipsed ? '…' : '');
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
      const { index } = truncatedWidth(line, { limit: width, ellipsis: '', ellipsisWidth: 0 });
      const end = Math.max(1, index);
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
