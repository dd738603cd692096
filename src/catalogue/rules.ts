import { nothingFaulty, type Finding, type IsFaulty, type KnownEntry, type Rule } from './rule';
import { DATE_RULES } from './rules-dates';
import { recurrenceIsSound } from './rules-recurrence';
import { REFERENCE_RULES } from './rules-references';
import type { Vocabulary } from './vocabulary';

const RULES: readonly Rule[] = [...REFERENCE_RULES, ...DATE_RULES, recurrenceIsSound];

/**
 * Runs every rule.
 * @param entries as much of each as passed the schema
 * @param isFaulty tells what did not; nothing when left out
 */
export function checkRules(
  entries: readonly KnownEntry[],
  vocabulary: Vocabulary,
  isFaulty: IsFaulty = nothingFaulty,
): Finding[] {
  return RULES.flatMap((rule) => rule(entries, vocabulary, isFaulty));
}
