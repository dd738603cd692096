import { isAscii, plainLetters } from './plain-letters';
import { inMainlandWords } from './taiwan-words';
import { inSimplified } from './traditional';

/** One word of a text, with the parts it is searched by. */
export interface Word {
  /** As it stands in the text, folded. */
  readonly text: string;
  /** What is indexed: the word itself, the halves of a compound, the character pairs of a Chinese run. */
  readonly parts: readonly string[];
  /** The compound without its hyphen, slash or dot: `cicd` of `ci/cd`. */
  readonly joined?: string;
  /** Han, kana or hangul, which have no spaces (or, in Korean, endings) to cut words by. */
  readonly isCjk: boolean;
}

// Ranges instead of \p{Script=Han} and its like: those take 3 ms to compile, a tenth of a whole search.
const CJK =
  '\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
/** In folded text, where nothing beyond ASCII is left but letters, numbers and marks. */
const LETTER = 'a-z0-9\\u0080-\\u{10ffff}';
const PIECE = `(?:[a-z](?:\\+\\+|#)(?![${LETTER}])|(?:(?![${CJK}])[${LETTER}])+)`;
/** `.net` with its dot; a run of CJK characters; pieces joined by a single mark: `c++`, `ci/cd`, `r&d`, `o'reilly`. */
const WORDS = new RegExp(`(?<![${LETTER}])\\.net(?![${LETTER}])|[${CJK}]+|${PIECE}(?:[-/._&'@]${PIECE})*`, 'gu');
const IS_CJK = new RegExp(`[${CJK}]`, 'u');
const IS_OTHER = new RegExp(`[^\\0-\\x7f${CJK}]`, 'u');
const MARKS = /[-/._&'@]/;

/** Plain letters, the possessive `'s` taken off, spaces for signs beyond ASCII. */
export function fold(text: string): string {
  const plain = plainLetters(text);
  return (isAscii(plain) ? plain : plainSigns(plain)).replace(/'s(?![a-z0-9])/g, '');
}

function plainSigns(text: string): string {
  const letters = IS_CJK.test(text) ? asOnTheMainland(text) : text;
  const plain = letters.replace(/[\u2018\u2019]/g, "'").replace(/[\u2010-\u2012]/g, '-');
  // The costly classes are only made where a sign or a letter of a third script stands.
  return IS_OTHER.test(plain) ? plain.replace(/[^\0-\x7f\p{L}\p{N}\p{M}]/gu, ' ') : plain;
}

/** Who writes traditional characters mostly has words of Taiwan, too. */
function asOnTheMainland(text: string): string {
  const simplified = inSimplified(text);
  return inMainlandWords(simplified, simplified !== text);
}

/** The words of a text in the order in which they stand, repeats included. */
export function wordsOf(text: string): Word[] {
  return Array.from(fold(text).matchAll(WORDS), ([word]) => wordFrom(word));
}

/** The terms a text is indexed under: the parts of its words, and the joined forms of its compounds. */
export function tokenize(text: string): string[] {
  return wordsOf(text).flatMap(({ parts, joined }) => (joined ? [...parts, joined] : parts));
}

/** A word of folded text, as `wordsOf` cuts it out. */
export function wordFrom(text: string): Word {
  if (IS_CJK.test(text)) return { text, parts: pairsOf(text), isCjk: true };
  if (text === '.net') return { text, parts: [text], isCjk: false };
  const parts = text.split(MARKS);
  return { text, parts, joined: joinedOf(parts), isCjk: false };
}

/** Character bigrams: found by any two neighbouring characters of the run. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.length === 1 ? characters : characters.slice(1).map((second, at) => `${characters[at]}${second}`);
}

/** People drop the mark of `fine-tuning` and `U.S.A.`; nobody runs the words of `hidden-technical-debt` or `3.11` together. */
function joinedOf(parts: readonly string[]): string | undefined {
  const isShort = parts.length === 2 || (parts.length > 2 && parts.every((part) => part.length === 1));
  const joined = parts.join('');
  return isShort && !/[+#]|^\d+$/.test(joined) ? joined : undefined;
}
