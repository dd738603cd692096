import type { Entry } from './schema';
import type { Vocabulary } from './vocabulary';

/** Something wrong with an entry, seen among the others. */
export interface Finding {
  readonly entry: Entry;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A check over all entries together; reports everything it finds, in entry order. */
export type Rule = (entries: readonly Entry[], vocabulary: Vocabulary) => readonly Finding[];
