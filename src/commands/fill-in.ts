import { fieldsOf, readField, type EntryField } from '../catalogue/fields';
import type { Kind } from '../catalogue/kinds';
import { didYouMean, UsageError } from '../errors';
import { cleanText } from '../catalogue/clean';
import { nearest } from '../search/distance';

/** Values of an entry to be, by their dotted keys. */
export type Values = Map<string, unknown>;

/**
 * Reads `--set key=value`, given any number of times; a later one wins.
 * @throws UsageError for a key that the kind has not, or a value that cannot stand there
 */
export function valuesOf(kind: Kind, given: readonly string[]): Values {
  const fields = fieldsOf(kind);
  const values: Values = new Map();
  for (const assignment of given) {
    const [, key = '', typed = ''] = /^([^=]*)=([\s\S]*)$/.exec(assignment) ?? [];
    if (key === '') throw new UsageError(`--set takes key=value, not "${cleanText(assignment)}".`);
    const field = fields.find((candidate) => candidate.key === key);
    if (!field) {
      const keys = fields.map((candidate) => candidate.key);
      throw new UsageError(`new ${kind}: no field "${cleanText(key)}".${didYouMean(nearest(key, keys, 1))}`, {
        hint: `It has: ${keys.join(', ')}`,
      });
    }
    const answer = readField(field, typed);
    if ('problem' in answer) throw new UsageError(`new ${kind}: ${key}: ${answer.problem}.`, choicesHint(field));
    values.set(key, answer.value);
  }
  return values;
}

/** What is filled in where nobody says: the day it is added, an id made of the name, and what most entries have. */
export function usualValue(
  key: string,
  { name, today }: { readonly name: unknown; readonly today: string },
): string | undefined {
  if (key === 'added') return today;
  if (key === 'id' && typeof name === 'string') return idFrom(name);
  return USUAL[key];
}

const USUAL: Readonly<Record<string, string>> = {
  language: 'en',
  status: 'scheduled',
  certainty: 'tentative',
  relevance: 'core',
  availability: 'public',
};

/** `Ünïted ML Days (2027)` → `united-ml-days-2027`; empty where a name has no Latin letter or digit. */
export function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

const choicesHint = ({ choices }: EntryField) => (choices ? { hint: `One of: ${choices.join(', ')}` } : {});
