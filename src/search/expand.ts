import { findTerm, termsFrom, termsWith, type Dictionary, type TermAt } from './dictionary';
import { termsNear } from './near-terms';
import type { QueryWord } from './query-words';

/** A term of the index that stands for a word of the question, and how much it counts against the word itself (1). */
export interface Alternative extends TermAt {
  readonly weight: number;
}

export interface Expansion {
  readonly word: QueryWord;
  /** Heaviest first; empty where nothing in the index is near the word. */
  readonly alternatives: readonly Alternative[];
  /** What may have been meant, nearest first, where no entry has the word or a longer one that begins with it. */
  readonly near: readonly string[];
}

const OTHER_NUMBER = 0.9;
const JOINED = 0.95;
/** A word being typed; of a finished word the longer ones are mostly other words. */
const PREFIX = { last: 0.7, other: 0.4 };
/** By edits. Below what a prefix can have in the same field, and only ever tried where no entry has the word. */
const TYPO = { 1: 0.3, 2: 0.15 };

/** Looks a word up in the index: itself, its singular or plural, run together, as a prefix, mistyped. */
export function expand(dictionary: Dictionary, word: QueryWord): Expansion {
  const { term, joined, isLast, isCjk } = word;
  const whole = [
    ...exact(dictionary, [term], 1),
    ...(isCjk ? [] : exact(dictionary, otherNumbers(term), OTHER_NUMBER)),
    ...exact(dictionary, joined, JOINED),
  ];
  const begun = isCjk ? withCharacter(dictionary, term) : prefixed(dictionary, term, isLast);
  const hasPrefix = begun.length > 0;
  const most = whole.length > 0 || isCjk ? 0 : Math.min(editsAllowed(term), hasPrefix ? 1 : 2);
  const mistyped = most === 0 ? [] : mistypedFor(dictionary, term, most);
  const alternatives = [...whole, ...begun, ...mistyped].sort((a, b) => b.weight - a.weight);
  return { word, alternatives, near: hasPrefix ? [] : mistyped.map((found) => found.term) };
}

/** Typing errors that are forgiven: none below 4 letters, 1 from 4, 2 from 8; none in numbers, for a year is a year. */
export function editsAllowed(term: string): 0 | 1 | 2 {
  if (term.length < 4 || /^\d+$/.test(term)) return 0;
  return term.length < 8 ? 1 : 2;
}

function exact(dictionary: Dictionary, terms: readonly string[], weight: number): Alternative[] {
  return terms.flatMap((term) => {
    const found = findTerm(dictionary, term);
    return found ? [{ ...found, weight }] : [];
  });
}

/** `stores` → store; `libraries` → library, librarie; `library` → libraries. `store` → stores. */
function otherNumbers(term: string): string[] {
  if (term.length < 4 || !/^[a-z]+$/.test(term)) return [];
  if (term.endsWith('ies')) return [`${term.slice(0, -3)}y`, term.slice(0, -1)];
  if (/(?:s|x|z|ch|sh)es$/.test(term)) return [term.slice(0, -2), term.slice(0, -1)];
  if (/[^siu]s$/.test(term)) return [term.slice(0, -1)];
  return /[^aeiou]y$/.test(term) ? [`${term.slice(0, -1)}ies`] : [`${term}s`];
}

function prefixed(dictionary: Dictionary, term: string, isLast: boolean): Alternative[] {
  if (!isLast && term.length < 3) return [];
  const base = isLast ? PREFIX.last : PREFIX.other;
  return termsFrom(dictionary, term)
    .filter((found) => found.term !== term)
    .map((found) => ({ ...found, weight: (base * (1 + term.length / found.term.length)) / 2 }));
}

/** A single character stands for every pair that has it; a pair stands for itself only. */
function withCharacter(dictionary: Dictionary, character: string): Alternative[] {
  if (Array.from(character).length > 1) return [];
  return termsWith(dictionary, character)
    .filter(({ term }) => term !== character && Array.from(term).length === 2)
    .map((found) => ({ ...found, weight: found.term.startsWith(character) ? PREFIX.last : PREFIX.other }));
}

function mistypedFor(dictionary: Dictionary, term: string, most: number): Alternative[] {
  return termsNear(dictionary, term, most).map((found) => ({ ...found, weight: TYPO[found.distance === 1 ? 1 : 2] }));
}
