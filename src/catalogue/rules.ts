import type { Finding, Rule } from './rule';
import { DATE_RULES } from './rules-dates';
import { recurrenceIsSound } from './rules-recurrence';
import { REFERENCE_RULES } from './rules-references';
import type { Entry } from './schema';
import type { Vocabulary } from './vocabulary';

const RULES: readonly Rule[] = [...REFERENCE_RULES, ...DATE_RULES, recurrenceIsSound];

/** Runs every rule; the entries must have passed the schema. */
export function checkRules(entries: readonly Entry[], vocabulary: Vocabulary): Finding[] {
  return RULES.flatMap((rule) => rule(entries, vocabulary));
}
