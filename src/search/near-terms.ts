import { findTerm, termsFrom, termsWith, type Dictionary, type TermAt } from './dictionary';
import { distanceFrom } from './distance';

export interface NearTerm extends TermAt {
  /** In edits. */
  readonly distance: number;
}

/** All terms within `most` edits of a word, nearest first, equals in text order. */
export function termsNear(dictionary: Dictionary, word: string, most: number): NearTerm[] {
  const distanceTo = distanceFrom(word, most);
  const near = new Map<string, NearTerm>();
  for (const found of candidates(dictionary, word, most)) {
    const distance = distanceTo(found.term);
    if (distance <= most) near.set(found.term, { ...found, distance });
  }
  return [...near.values()].sort((a, b) => a.distance - b.distance || (a.term < b.term ? -1 : 1));
}

/**
 * A few hundred terms, among which are all that are near enough: cut a word into one piece more than there may be
 * edits, and one of the pieces is untouched, at the front, at the end or somewhere between. Only a swap of the letters
 * on both sides of a cut touches two pieces; that swap is undone and one edit less is left.
 */
function candidates(dictionary: Dictionary, word: string, edits: number): TermAt[] {
  if (edits === 0) return [findTerm(dictionary, word)].flatMap((found) => found ?? []);
  const cuts = Array.from({ length: edits }, (_, at) => Math.floor(((at + 1) * word.length) / (edits + 1)));
  const pieces = [0, ...cuts].map((start, at) => word.slice(start, cuts[at]));
  const intact = pieces.flatMap((piece, at) =>
    at === 0 ? termsFrom(dictionary, piece) : termsWith(dictionary, piece, at === pieces.length - 1),
  );
  return [...intact, ...cuts.flatMap((cut) => candidates(dictionary, swapped(word, cut), edits - 1))];
}

/** The word with the letters before and after `cut` changed about. */
function swapped(word: string, cut: number): string {
  return word.slice(0, cut - 1) + word.charAt(cut) + word.charAt(cut - 1) + word.slice(cut + 1);
}
