import type { Catalogue } from '../catalogue/catalogue';
import type { Kind } from '../catalogue/kinds';
import type { Entry, Stage, Term, Topic } from '../catalogue/schema';
import type { search } from '../search/query';

/** A topic among the others: its stage, its terms, and how much the catalogue has about it. */
export interface TopicOverview {
  readonly topic: Topic;
  readonly stage: Stage | undefined;
  readonly terms: readonly Term[];
  /** Entries about it, as a list of them has: itself and its terms among them. */
  readonly entries: number;
}

/** Kinds under which a topic's best entries are shown, and how many of each. */
const BEST: readonly (readonly [Kind, number])[] = [
  ['book', 3],
  ['course', 3],
  ['article', 3],
  ['paper', 3],
  ['video', 2],
  ['podcast', 2],
  ['newsletter', 2],
  ['community', 2],
  ['site', 2],
  ['list', 2],
  ['tool', 5],
  ['series', 3],
];

/** The map: every topic in the order of the stages, then of the file. */
export function topicMap(catalogue: Catalogue): TopicOverview[] {
  const topics = catalogue.entries(['topic']).filter((entry) => entry.kind === 'topic');
  const order = catalogue.stages.map(({ id }) => id);
  return topics
    .map((topic) => topicOverview(catalogue, topic))
    .sort((a, b) => order.indexOf(a.topic.stage) - order.indexOf(b.topic.stage));
}

export function topicOverview(catalogue: Catalogue, topic: Topic): TopicOverview {
  return {
    topic,
    stage: catalogue.stages.find(({ id }) => id === topic.stage),
    terms: catalogue
      .entries(['term'])
      .filter((entry): entry is Term => entry.kind === 'term' && entry.topic === topic.id),
    entries: catalogue.outlines().filter(({ topics }) => topics.includes(topic.id)).length,
  };
}

/**
 * Where to start: of each kind the entries that are most about the topic. First those that name it as their main
 * topic, then by how well they match its name.
 * @param findWords full text; given, because it is a file of its own in the build
 */
export function bestEntries(catalogue: Catalogue, topic: Topic, findWords: typeof search): Entry[] {
  const about = catalogue.outlines().filter(({ topics }) => topics.includes(topic.id));
  const ids = new Set(about.map(({ id }) => id));
  const scores = new Map(
    findWords(catalogue.searchIndex(), topic.name, { keep: (id) => ids.has(id), literal: true }).hits.map(
      ({ id, score }) => [id, score],
    ),
  );
  return BEST.flatMap(([kind, most]) =>
    about
      .filter((outline) => outline.kind === kind)
      .sort(
        (a, b) =>
          Number(b.topics[0] === topic.id) - Number(a.topics[0] === topic.id) ||
          (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0) ||
          (a.id < b.id ? -1 : 1),
      )
      .slice(0, most)
      .map((outline) => catalogue.entry(outline)),
  );
}
