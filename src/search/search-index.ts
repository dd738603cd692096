import type { Kind } from '../catalogue/kinds';
import type { Dictionary } from './dictionary';
import { forEachPair } from './numbers';

/**
 * How a term stands in an entry, as one number; many postings share one. Above: a bit for each field that has the
 * term, in the order of FIELDS. In the low 8 bits: its impact, what it adds to the score before its rarity is
 * counted in, 1 to IMPACT_SCALE, which is the share 1.
 */
export type Cell = number;

/** At most 255; finer steps would make more different cells, and so longer postings. */
export const IMPACT_SCALE = 200;

export const cellOf = (fields: number, impact: number): Cell => (fields << 8) | impact;
const fieldsOfCell = (cell: Cell): number => cell >> 8;
const impactOfCell = (cell: Cell): number => (cell & 255) / IMPACT_SCALE;

/** Everything an answer needs, in the form in which it is stored. */
export interface SearchIndex {
  /** Sorted, so that the number of an entry orders equal hits by id. */
  readonly ids: readonly string[];
  /** The kind of each of `ids`. */
  readonly kinds: readonly Kind[];
  readonly cells: readonly Cell[];
  /** Postings are pairs: entries skipped since the last one, and the number of the cell. */
  readonly dictionary: Dictionary;
}

/** Calls `visit` with every entry that has the term whose postings start there, ascending; `impact` is above 0, at most 1. */
export function forEachPosting(
  { cells, dictionary }: SearchIndex,
  postings: number,
  visit: (entry: number, fields: number, impact: number) => void,
): void {
  let entry = -1;
  forEachPair(dictionary, postings, (skipped, number) => {
    entry += skipped + 1;
    const cell = cells[number];
    if (cell !== undefined) visit(entry, fieldsOfCell(cell), impactOfCell(cell));
  });
}
