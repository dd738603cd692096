import type { SearchDocument } from './documents';
import type { FieldName } from './fields';
import type { Mention } from './mentions';
import { withLeading } from './leading';
import { keyOf, longestName, nameKey } from './name-key';
import { ABOUT_SCALE } from './search-index';
import { wordsOf } from './tokens';

/** How much each way of being about a topic or term counts; several make up for what is missing to 1. */
const SHARE = {
  // The first topic is what somebody who read the entry chose: it says more than words in a title do.
  tagged: [0.8, 0.35, 0.3, 0.25, 0.25],
  name: 0.5,
  aliases: 0.5,
  summary: 0.3,
  definition: 0.2,
  category: 0.7,
} as const;
/** No entry is tagged with a term, so a summary that names one says as much of it as can be said. */
const TERM_IN_SUMMARY = 0.5;
/** The same of things that have a name of their own, such as a tool or a series. */
const MENTIONED: Readonly<Record<Mention, number>> = { name: 0.7, link: 0.5, text: 0.4 };
/** Texts in which a topic or term may be named. */
const TEXTS: readonly (FieldName & keyof typeof SHARE)[] = ['name', 'aliases', 'summary', 'definition'];

/**
 * What every entry is about: the topics it is tagged with, and the topics and terms that its texts name in any of the
 * words that `data/topics.yaml` has for them. So `k8s` finds what speaks of Kubernetes, and 实验跟踪 what is tagged
 * with experiment tracking; neither word needs a table of its own.
 * What somebody chose for a topic comes before all that: see `withLeading`.
 * What has a name of its own is looked for likewise: what speaks of TensorFlow Extended is about TFX.
 * @returns id of a topic, term or thing → number of a document → 1 to ABOUT_SCALE
 */
export function aboutness(
  documents: readonly SearchDocument[],
  mentions: readonly ReadonlyMap<number, Mention>[],
): Map<string, Map<number, number>> {
  const concepts = conceptKeys(documents);
  const shares = new Map<string, Map<number, number>>();
  const conceptsIn = rememberedConcepts(concepts.byKey);
  documents.forEach((document, number) => {
    const missing = new Map<string, number>();
    const add = (concept: string, share: number): void => {
      missing.set(concept, (missing.get(concept) ?? 1) * (1 - share));
    };
    document.topics.forEach((topic, rank) => {
      if (concepts.ids.has(topic)) add(topic, SHARE.tagged[Math.min(rank, SHARE.tagged.length - 1)] ?? 0);
    });
    for (const concept of document.category === undefined ? [] : conceptsIn(document.category)) {
      add(concept, SHARE.category);
    }
    for (const field of TEXTS) {
      const named = new Set(document.fields[field].flatMap(conceptsIn));
      for (const concept of named) {
        add(concept, field === 'summary' && concepts.terms.has(concept) ? TERM_IN_SUMMARY : SHARE[field]);
      }
    }
    if (concepts.ids.has(document.id)) missing.set(document.id, 0);
    for (const [concept, rest] of missing) {
      let entries = shares.get(concept);
      if (!entries) shares.set(concept, (entries = new Map<number, number>()));
      entries.set(number, 1 - rest);
    }
  });
  const about = new Map<string, Map<number, number>>();
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  documents.forEach((document, number) => {
    if (!concepts.ids.has(document.id)) return;
    const all = withLeading(document, shares.get(document.id) ?? new Map<number, number>(), number, (id) =>
      numbers.get(id),
    );
    about.set(
      document.id,
      new Map(Array.from(all, ([other, share]) => [other, stepsOf(share)] as const).sort(([a], [b]) => a - b)),
    );
  });
  mentions.forEach((by, number) => {
    const id = documents[number]?.id ?? '';
    if (by.size === 0 || concepts.ids.has(id)) return;
    const entries = Array.from(by, ([other, how]) => [other, ABOUT_SCALE * MENTIONED[how]] as const);
    about.set(id, new Map([...entries, [number, ABOUT_SCALE] as const].sort(([a], [b]) => a - b)));
  });
  return about;
}

const stepsOf = (share: number): number => Math.max(1, Math.round(ABOUT_SCALE * share));

interface Concepts {
  /** Of topics and terms. */
  readonly ids: ReadonlySet<string>;
  /** Of terms alone. */
  readonly terms: ReadonlySet<string>;
  /** Ids of the topics and terms that a name stands for. */
  readonly byKey: ReadonlyMap<string, readonly string[]>;
}

function conceptKeys(documents: readonly SearchDocument[]): Concepts {
  const ids = new Set<string>();
  const terms = new Set<string>();
  const byKey = new Map<string, string[]>();
  for (const { id, kind, fields } of documents) {
    if (kind !== 'topic' && kind !== 'term') continue;
    ids.add(id);
    if (kind === 'term') terms.add(id);
    for (const key of new Set([...fields.name, ...fields.aliases].map(nameKey))) {
      byKey.set(key, [...(byKey.get(key) ?? []), id]);
    }
  }
  return { ids, terms, byKey };
}

/** Finds the longest names in a text; the same text, such as the alias of a hundred editions, is looked at once. */
function rememberedConcepts(byKey: Concepts['byKey']): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    let found = known.get(text);
    if (!found) {
      found = conceptsOf(text, byKey);
      known.set(text, found);
    }
    return found;
  };
}

function conceptsOf(text: string, byKey: Concepts['byKey']): string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let start = 0; start < words.length;) {
    const length = longestName(words.length - start, (count) => byKey.has(keyOf(words.slice(start, start + count))));
    for (const id of byKey.get(keyOf(words.slice(start, start + length))) ?? []) found.push(id);
    start += Math.max(1, length);
  }
  return found;
}
