import { findTerm, termsFrom, termsWith, type Dictionary, type TermAt } from './dictionary';
import type { QueryWord } from './query-words';
import { areForms, singular, stems } from './word-forms';

/** A term of the index that stands for a word of the question, and how much it counts against the word itself (1). */
export interface Alternative extends TermAt {
  readonly weight: number;
  /** It is a longer word than one that is finished: `taxonomy` of tax. */
  readonly isLonger?: boolean;
}

const OTHER_NUMBER = 0.95;
const JOINED = 0.95;
/** From here on an alternative is the word itself, only written in another way. */
export const SAME_WORD = 0.95;
/** From here on it is a form of the word. */
export const OTHER_FORM = 0.7;
/** A word being typed; of a finished word the longer ones are mostly other words. */
const PREFIX = { last: 0.7, other: 0.3 };

/**
 * Looks a word up in the index: itself, its singular or plural, run together, in another form, as a prefix.
 * @returns heaviest first, each term once; empty where the index has nothing of the kind
 */
export function expand(terms: Dictionary, { term, joined, isLast, isCjk, isExact }: QueryWord): Alternative[] {
  const found = new Map<string, Alternative>();
  const add = (alternatives: readonly Alternative[]): void => {
    for (const one of alternatives) if ((found.get(one.term)?.weight ?? 0) < one.weight) found.set(one.term, one);
  };
  add(exact(terms, [term], 1));
  if (isCjk) add(withCharacter(terms, term));
  else if (!isExact) {
    add(exact(terms, otherNumbers(term), OTHER_NUMBER));
    add(exact(terms, joined, JOINED));
    add(otherForms(terms, term));
    add(prefixed(terms, term, isLast));
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}

function exact(terms: Dictionary, words: readonly string[], weight: number): Alternative[] {
  return words.flatMap((word) => {
    const found = findTerm(terms, word);
    return found ? [{ ...found, weight }] : [];
  });
}

/** `stores` → store; `libraries` → library, librarie; `library` → libraries. `store` → stores. */
export function otherNumbers(term: string): string[] {
  if (term.length < 4 || !/^[a-z]+$/.test(term)) return [];
  if (term.endsWith('ies')) return [`${term.slice(0, -3)}y`, term.slice(0, -1)];
  if (/(?:s|x|z|ch|sh)es$/.test(term)) return [term.slice(0, -2), term.slice(0, -1)];
  if (/[^siu]s$/.test(term)) return [term.slice(0, -1)];
  return /[^aeiou]y$/.test(term) ? [`${term.slice(0, -1)}ies`] : [`${term}s`];
}

/** `deploying` → deploy, deployment, deployed. */
function otherForms(terms: Dictionary, term: string): Alternative[] {
  if (!/^[a-z]{5,}$/.test(term)) return [];
  const own = stems(term);
  return termsFrom(terms, own.at(-1) ?? term)
    .filter((found) => found.term !== term && areForms(own, stems(found.term)))
    .map((found) => ({ ...found, weight: singular(found.term) === singular(term) ? OTHER_NUMBER : OTHER_FORM }));
}

function prefixed(terms: Dictionary, term: string, isLast: boolean): Alternative[] {
  if (!isLast && term.length < 3) return [];
  const base = isLast ? PREFIX.last : PREFIX.other;
  return termsFrom(terms, term)
    .filter((found) => found.term !== term)
    .map((found) => ({ ...found, weight: (base * (1 + term.length / found.term.length)) / 2, isLonger: !isLast }));
}

/** A single character stands for every pair that has it; a pair stands for itself only. */
function withCharacter(terms: Dictionary, character: string): Alternative[] {
  if (Array.from(character).length > 1) return [];
  return termsWith(terms, character)
    .filter(({ term }) => term !== character && Array.from(term).length === 2)
    .map((found) => ({ ...found, weight: found.term.startsWith(character) ? PREFIX.last : PREFIX.other }));
}
