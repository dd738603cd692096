import type * as z from 'zod';
import type { KnownEntry } from './rule';

/** What is sound of an entry that the schema refused. */
export interface KnownPart {
  readonly entry: KnownEntry;
  /** Was this, something in it or what it is in left out? */
  isFaulty(path: readonly PropertyKey[]): boolean;
}

/**
 * Leaves out what the schema refused, so that the rules can be held against the rest.
 * @param raw as it stands in the file
 * @param issues what the schema says of it
 */
export function knownPart(raw: object, issues: readonly z.core.$ZodIssue[]): KnownPart {
  const faults = issues.filter((issue) => issue.code !== 'unrecognized_keys' && !isTooMuch(raw, issue));
  const faulty = faults.map(({ path }) => path);
  const entry: unknown = without(raw, faulty);
  if (!isKnown(entry)) throw new TypeError('an entry is a mapping');
  const within = (inner: readonly PropertyKey[], outer: readonly PropertyKey[]): boolean =>
    outer.every((key, at) => String(inner[at]) === String(key));
  return {
    entry,
    isFaulty: (path) => faulty.some((fault) => within(path, fault) || within(fault, path)),
  };
}

/** Nothing but what the schema took is left of it. */
function isKnown(value: unknown): value is KnownEntry {
  return typeof value === 'object' && value !== null;
}

/** Of a text that is too long and of a list of the wrong length, what is there is still what it should be. */
function isTooMuch(raw: object, { code, path }: z.core.$ZodIssue): boolean {
  if (code !== 'too_big' && code !== 'too_small') return false;
  const value = valueAt(raw, path);
  return Array.isArray(value) || (code === 'too_big' && typeof value === 'string');
}

/** A copy without what lies at the paths. Items of lists keep their places, and texts are trimmed, as the schema does. */
function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  if (paths.some(({ length }) => length === 0)) return undefined;
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return value;
  const below = (key: string): (readonly PropertyKey[])[] =>
    paths.flatMap(([first, ...rest]) => (String(first) === key ? [rest] : []));
  return Array.isArray(value)
    ? value.map((item: unknown, at) => without(item, below(String(at))))
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, without(item, below(key))]));
}

/** What lies at a path; undefined where nothing does. */
export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === String(key))?.[1]
        : undefined,
    raw,
  );
}
