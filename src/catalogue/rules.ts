import * as dates from './rules-dates';
import * as references from './rules-references';
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

const RULES: readonly Rule[] = [...Object.values(references), ...Object.values(dates)];

/** Runs every rule; the entries must have passed the schema. */
export function checkRules(entries: readonly Entry[], vocabulary: Vocabulary): Finding[] {
  return RULES.flatMap((rule) => rule(entries, vocabulary));
}
