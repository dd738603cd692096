/** What is to be typed, up to the dot behind it; else a word. */
const WORDS = /mlops-guide (?:(?! ·$).)+(?: ·$)?|\S+(?: ·$)?/g;

/**
 * A note broken between its parts or, where one is too long, between words; a terminal would break it within one. A
 * command stays whole: copied from where the terminal broke it, it is still one line. Cells are guessed, for `width.ts`
 * is not at hand where nothing but text is printed: Chinese characters take two.
 */
export function folded(note: string, width: number): string {
  return note
    .split('\n')
    .map((line) => (guessedCells(line) <= width ? line : foldedLine(line, width)))
    .join('\n');
}

function foldedLine(line: string, width: number): string {
  let text = '';
  let used = 0;
  const parts = line.split(/(?<= ·) /);
  for (const unit of parts.flatMap((part) => (guessedCells(part) <= width ? part : (part.match(WORDS) ?? [])))) {
    const cells = guessedCells(unit);
    const fits = used + 1 + cells <= width;
    text += used === 0 ? unit : `${fits ? ' ' : '\n'}${unit}`;
    used = used > 0 && fits ? used + 1 + cells : cells;
  }
  return text;
}

function guessedCells(text: string): number {
  const seen = text.replace(/\u001b\[[\d;]*m/g, '');
  return seen.length + (seen.match(/[\u2e80-\uffdc]/g)?.length ?? 0);
}
