import type { Entry } from '../../src/catalogue/schema';

/**
 * Which entries a judgment is about, where naming each would go stale: all conditions hold. A key is one of an entry's
 * own (`place.city` looks inside), `main` for its first topic, or `after` for the first day from which its start counts.
 * `year` is also the year of an event. Of several values any will do, on either side.
 */
export type Rule = Readonly<Record<string, unknown>>;

export function fits(entry: Entry, rule: Rule): boolean {
  return Object.entries(rule).every(([key, wanted]) => {
    if (key === 'after') return 'start' in entry && entry.start >= String(wanted);
    const values = textsOf(valueAt(entry, key));
    return textsOf(wanted).some((value) => values.includes(value));
  });
}

function valueAt(entry: Entry, key: string): unknown {
  if (key === 'main') return entry.topics[0];
  if (key === 'year' && 'start' in entry) return entry.start.slice(0, 4);
  return key
    .split('.')
    .reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), entry satisfies object);
}

const textsOf = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
