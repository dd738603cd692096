import type { Kind } from '../catalogue/kinds';
import type { SearchDocument } from './documents';
import { keyOf, nameKey } from './name-key';
import { wordsOf } from './tokens';

/** Kinds whose names are proper names; a title such as `Machine Learning Systems` is also just words. */
const NAMED: ReadonlySet<Kind> = new Set(['tool', 'series', 'community', 'podcast', 'newsletter', 'site', 'list']);
const MOST_WORDS = 4;
/** The highest figure: one digit of the stored index. */
export const MOST_PROMINENT = 20;

/**
 * How often other entries name each one: by its id (`related`, `series`, `successor`, a term its topic) or, with a
 * capital, in their name, summary or definition. The catalogue's own measure of what is well known, which decides
 * between entries that fit the words alike.
 * @returns for each document twice the binary logarithm of one more than that, rounded; 0 to MOST_PROMINENT
 */
export function prominence(documents: readonly SearchDocument[]): number[] {
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  const named = documents.map(() => new Set<number>());
  documents.forEach(({ links }, number) => {
    for (const link of links) named[numbers.get(link) ?? -1]?.add(number);
  });
  const byKey = properNames(documents);
  documents.forEach(({ fields }, number) => {
    for (const text of [...fields.name, ...fields.summary, ...fields.definition]) {
      for (const other of namedIn(text, byKey)) if (other !== number) named[other]?.add(number);
    }
  });
  return named.map(({ size }) => Math.min(MOST_PROMINENT, Math.round(2 * Math.log2(1 + size))));
}

/** Key of a name → numbers of those that have it. What is also the name of a topic or term is no proper name. */
function properNames(documents: readonly SearchDocument[]): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  const common = new Set(
    documents.flatMap(({ kind, fields }) => (kind === 'topic' || kind === 'term' ? fields.name.map(nameKey) : [])),
  );
  documents.forEach(({ kind, fields }, number) => {
    if (!NAMED.has(kind)) return;
    for (const key of new Set([...fields.name, ...fields.aliases].map(nameKey))) {
      if (key.length > 2 && !common.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), number]);
    }
  });
  return byKey;
}

function namedIn(text: string, byKey: ReadonlyMap<string, readonly number[]>): number[] {
  // Only stretches that begin with a capital or a digit, as names do: `feast` the meal is not Feast.
  const stretches = text.match(/(?:[A-Z0-9][^\s,;:()]*(?:[ &/-]+|$)?)+/g) ?? [];
  return stretches.flatMap((stretch) => {
    const words = wordsOf(stretch);
    return words.flatMap((_, start) =>
      Array.from({ length: Math.min(MOST_WORDS, words.length - start) }, (__, more) =>
        keyOf(words.slice(start, start + more + 1)),
      ).flatMap((key) => byKey.get(key) ?? []),
    );
  });
}
