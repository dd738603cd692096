import type { Kind } from '../catalogue/kinds';
import type { SearchDocument } from './documents';
import { keyOf, nameKey } from './name-key';
import { wordsOf } from './tokens';

/** Kinds whose names are proper names; a title such as `Machine Learning Systems` is also just words. */
const NAMED: ReadonlySet<Kind> = new Set(['tool', 'series', 'community', 'podcast', 'newsletter', 'site', 'list']);
const MOST_WORDS = 4;

/** How an entry names another, from the strongest to the weakest. */
export type Mention = 'name' | 'link' | 'text';

/**
 * Which entries name each one: in their name, by its id (`related`, `series`, `successor`, a term its topic), or in
 * their summary or definition; in texts with a capital.
 * @returns by number of a document: numbers of the others that name it, with the strongest way in which they do
 */
export function mentionsOf(documents: readonly SearchDocument[]): ReadonlyMap<number, Mention>[] {
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  const byKey = properNames(documents);
  const mentions = documents.map(() => new Map<number, Mention>());
  const add = (named: number | undefined, by: number, how: Mention): void => {
    const known = named === undefined || named === by ? undefined : mentions[named];
    if (known && !known.has(by)) known.set(by, how);
  };
  documents.forEach(({ fields, links }, number) => {
    for (const text of fields.name) for (const other of namedIn(text, byKey)) add(other, number, 'name');
    for (const link of links) add(numbers.get(link), number, 'link');
    for (const text of [...fields.summary, ...fields.definition]) {
      for (const other of namedIn(text, byKey)) add(other, number, 'text');
    }
  });
  return mentions;
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
      if (key.length < 3 || common.has(key)) continue;
      const known = byKey.get(key);
      if (known) known.push(number);
      else byKey.set(key, [number]);
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
