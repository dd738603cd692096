import { termsFrom } from './dictionary';
import { forEachEntry, isMeaning, kindOf, numberOf, type SearchIndex } from './search-index';
import type { Unit } from './reading';

/** Words beside the name of a tool that ask for others like it. */
const INSTEAD: ReadonlySet<string> = new Set([
  ...['alternative', 'alternatives', 'competitor', 'competitors', 'replacement', 'replacements', 'similar', 'instead'],
  ...['替代', '替代品', '替代方案', '竞品', '类似', '平替'],
]);

export const asksInstead = (words: readonly string[]): boolean => words.some((word) => INSTEAD.has(word));

/** A question with the tools that it names taken for what they are for. */
export interface Instead {
  readonly units: readonly Unit[];
  /** The tools, which are no answer themselves. */
  readonly leftOut: readonly number[];
}

/** `mlflow alternatives` asks for tools of the topic to which MLflow belongs first of all. */
export function instead(index: SearchIndex, units: readonly Unit[]): Instead {
  const leftOut: number[] = [];
  const changed = units.map((unit): Unit => {
    const tools = unit.concepts.flatMap(({ entry }) => (kindOf(index, entry) === 'tool' ? entry : []));
    const topics = tools.flatMap((tool) => mainTopic(index, tool) ?? []);
    if (topics.length === 0) return unit;
    for (const tool of tools) leftOut.push(tool);
    return { ...unit, isByTopic: true, concepts: topics.map((entry) => ({ entry, weight: 1 })) };
  });
  return { units: changed, leftOut };
}

/** The number of the first topic of an entry. */
function mainTopic(index: SearchIndex, entry: number): number | undefined {
  for (const { term, postings } of termsFrom(index.facets, 'topic:')) {
    const main = new Set<number>();
    forEachEntry(index.facets, postings, (other, rank) => {
      if (rank === 0) main.add(other);
    });
    const topic = main.has(entry) ? numberOf(index, term.slice('topic:'.length)) : -1;
    if (topic >= 0 && isMeaning(index, topic)) return topic;
  }
  return undefined;
}
