import { termsFrom } from './dictionary';
import { namedExactly } from './names';
import { forEachEntry, isMeaning, kindOf, numberOf, type SearchIndex } from './search-index';
import type { Unit } from './reading';

/** Words beside the name of a tool that ask for others like it. */
const INSTEAD: ReadonlySet<string> = new Set([
  ...['alternative', 'alternatives', 'competitor', 'competitors', 'replacement', 'replacements', 'similar', 'instead'],
  ...['替代', '替代品', '替代方案', '竞品', '类似', '平替'],
]);

/** What is asked for that is `like` a tool. */
const THINGS: ReadonlySet<string> = new Set([
  'tool',
  'tools',
  'something',
  'anything',
  'software',
  'library',
  'framework',
]);

export function asksInstead(words: readonly string[]): boolean {
  return words.some((word, at) => INSTEAD.has(word) || (word === 'like' && THINGS.has(words[at - 1] ?? '')));
}

/** A question with the tools that it names taken for what they are for. */
export interface Instead {
  readonly units: readonly Unit[];
  /** The tools, which are no answer themselves. */
  readonly leftOut: readonly number[];
}

/**
 * `mlflow alternatives` asks for tools of the topic to which MLflow belongs first of all, and rather for those that have more
 * topics in common with it.
 */
export function instead(index: SearchIndex, units: readonly Unit[]): Instead {
  const leftOut: number[] = [];
  const changed = units.flatMap((unit): readonly Unit[] => {
    const tools = [...namedExactly(index, unit.key)].filter((entry) => kindOf(index, entry) === 'tool');
    const topics = tools.map((tool) => topicsOf(index, tool));
    if (topics.every(([main]) => main === undefined)) return [unit];
    leftOut.push(...tools);
    const about = (entries: readonly number[], isOptional: boolean): Unit => ({
      ...unit,
      isByTopic: true,
      isOptional,
      concepts: entries.map((entry) => ({ entry, weight: 1 })),
    });
    const others = topics.flatMap(([, ...rest]) => rest);
    const main = about(
      topics.flatMap(([first]) => first ?? []),
      unit.isOptional,
    );
    return others.length === 0 ? [main] : [main, about(others, true)];
  });
  return { units: changed, leftOut };
}

/** The numbers of the topics of an entry, the main one first; those that are no entries themselves left out. */
function topicsOf(index: SearchIndex, entry: number): number[] {
  const topics: number[] = [];
  for (const { term, postings } of termsFrom(index.facets, 'topic:')) {
    const topic = numberOf(index, term.slice('topic:'.length));
    if (topic < 0 || !isMeaning(index, topic)) continue;
    forEachEntry(index.facets, postings, (other, rank) => {
      if (other === entry) topics[rank] = topic;
    });
  }
  return topics.flat();
}
