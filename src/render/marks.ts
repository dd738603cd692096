import { wordsOf } from '../search/tokens';

/**
 * A run of letters, digits and the signs of compounds; of scripts without blanks, of their characters. Made with the first
 * text that is marked: to read these classes takes half a millisecond, and a search into a pipe marks nothing.
 */
let runs: RegExp | undefined;
const runsPattern = (): RegExp =>
  (runs ??= /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}\p{M}+#]+/gu);

/**
 * Paints the words of a text that are among index terms, whatever their case and accents; the rest stays as it is.
 * @param terms as the search index has them
 */
export function marked(text: string, terms: ReadonlySet<string>, paint: (text: string) => string): string {
  if (terms.size === 0) return text;
  return text.replace(runsPattern(), (run) => {
    const [word] = wordsOf(run);
    if (!word) return run;
    if (!word.isCjk) return word.parts.some((part) => terms.has(part)) || terms.has(word.text) ? paint(run) : run;
    const characters = Array.from(run);
    const isMarked = characters.map(
      (character, at) =>
        terms.has(character) ||
        terms.has((characters[at - 1] ?? '') + character) ||
        terms.has(character + (characters[at + 1] ?? '')),
    );
    return runsOf(characters, isMarked)
      .map(({ text: part, is }) => (is ? paint(part) : part))
      .join('');
  });
}

function runsOf(characters: readonly string[], marks: readonly boolean[]): { text: string; is: boolean }[] {
  const runs: { text: string; is: boolean }[] = [];
  characters.forEach((character, at) => {
    const is = marks[at] === true;
    const last = runs.at(-1);
    if (last?.is === is) last.text += character;
    else runs.push({ text: character, is });
  });
  return runs;
}
