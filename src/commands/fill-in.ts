import { fieldsOf, readField, type EntryField } from '../catalogue/fields';
import type { Kind } from '../catalogue/kinds';
import { cleanText } from '../catalogue/clean';
import { nearest } from '../search/distance';
import { plainLetters } from '../search/plain-letters';

/** Values of an entry to be, by their dotted keys. */
export type Values = Map<string, unknown>;

/** A flag that cannot be taken as it is. */
export interface Fault {
  /** As it was typed; of a field that the kind has not, and of no field at all, too. */
  readonly key: string;
  readonly typed: string;
  /** For a person, with the flag. */
  readonly line: string;
}

/** What the flags of a new entry say. */
export interface Given {
  readonly values: Values;
  readonly faults: readonly Fault[];
}

/** Reads `--set key=value`, given any number of times; a later one wins. All that cannot be taken is told together. */
export function valuesOf(kind: Kind, given: readonly string[]): Given {
  const fields = fieldsOf(kind);
  const values: Values = new Map();
  const faults = new Map<string, Fault>();
  for (const assignment of given) {
    const [, key = '', typed = ''] = /^([^=]*)=([\s\S]*)$/.exec(assignment) ?? [];
    const field = fields.find((candidate) => candidate.key === key);
    const answer = field ? readField(field, typed) : { problem: noField(key, assignment, fields) };
    values.delete(key);
    faults.delete(key);
    if ('value' in answer) values.set(key, answer.value);
    else if (field) faults.set(key, { key, typed, line: `--${key}: ${saying(field, answer.problem)}` });
    else faults.set(assignment, { key, typed, line: answer.problem });
  }
  return { values, faults: [...faults.values()] };
}

function noField(key: string, assignment: string, fields: readonly EntryField[]): string {
  if (key === '') return `--set takes key=value, not "${cleanText(assignment)}"`;
  const [near] = nearest(
    key,
    fields.map((field) => field.key),
    1,
  );
  return `no field "${cleanText(key)}"${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

const saying = ({ choices }: EntryField, problem: string): string =>
  choices ? `must be one of ${choices.join(', ')}` : problem;

/** What is filled in where nobody says: the day it is added, an id made of the name, and what most entries have. */
export function usualValue(
  key: string,
  { name, today }: { readonly name: unknown; readonly today: string },
): string | undefined {
  if (key === 'added') return today;
  if (key === 'id' && typeof name === 'string') return idFrom(name);
  return USUAL.get(key);
}

const USUAL: ReadonlyMap<string, string> = new Map([
  ['language', 'en'],
  ['status', 'scheduled'],
  ['certainty', 'tentative'],
  ['relevance', 'core'],
  ['availability', 'public'],
]);

/** `Ünïted ML Days (2027)` → `united-ml-days-2027`; empty where a name has no Latin letter or digit. */
export function idFrom(name: string): string {
  return plainLetters(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
