import type { Catalogue } from '../catalogue/catalogue';
import type { Topic } from '../catalogue/schema';
import type { Context } from '../context';
import { counted } from '../counted';
import { NotFoundError } from '../errors';
import { bestEntries, topicMap, topicOverview, type TopicOverview } from '../query/topic-map';
import type { Field } from '../render/formats';
import { topicPage, topicTable } from '../render/topics';
import { catalogueAge, printAnswer, printRecords, wantsPage } from './answer';
import { findEntry } from './find-entry';
import type { Action } from './specs';

export const topics: Action = async (ctx, [word], options) => {
  const catalogue = await ctx.catalogue();
  return word === undefined ? printMap(ctx, catalogue, options) : printTopic(ctx, catalogue, word);
};

async function printMap(ctx: Context, catalogue: Catalogue, options: Parameters<Action>[2]): Promise<void> {
  const rows = topicMap(catalogue);
  if (rows.length === 0) ctx.note('This catalogue has no topics of its own.');
  if (ctx.format !== 'table' || ctx.fields) {
    return printAnswer(ctx, options, {
      rows,
      columns: () => Promise.resolve([]),
      fields: MAP_FIELDS,
      record: mapRecord,
      noun: ['topic', 'topics'],
    });
  }
  ctx.out(topicTable(rows, ctx.width, ctx.style));
  const terms = rows.reduce((sum, row) => sum + row.terms.length, 0);
  ctx.note(
    ctx.style.dim(
      `\n${counted(rows.length, 'topic', 'topics')}, ${counted(terms, 'term', 'terms')}: mlops-guide topics <id> tells more · ${await catalogueAge(ctx)}`,
    ),
  );
}

async function printTopic(ctx: Context, catalogue: Catalogue, word: string): Promise<void> {
  const entry = await findEntry(ctx, catalogue, word, TOPICS);
  const topic = entry.kind === 'term' ? catalogue.find(entry.topic) : entry;
  if (topic?.kind !== 'topic')
    throw new NotFoundError(`${entry.id} is no topic.`, { hint: 'See all: mlops-guide topics' });
  const overview = topicOverview(catalogue, topic);
  const { findWords } = await import('./from-search');
  const best = bestEntries(catalogue, topic, findWords);
  if (wantsPage(ctx)) {
    const first = entry.kind === 'term' ? entry : undefined;
    ctx.out(topicPage(overview, best, { width: Math.min(ctx.width, 100), style: ctx.style, first }));
    return;
  }
  // The entry itself, and what stands under it.
  const whole = { ...topic, best: best.map(({ id }) => id) };
  await printRecords(ctx, entry.kind === 'term' ? [entry] : [whole, ...overview.terms]);
}

/** Of names that are equally near, a topic is likelier meant than a term. */
const TOPICS = { kinds: ['topic', 'term'], noun: 'topic', hint: 'See all: mlops-guide topics' } as const;

const zh = ({ terms }: Topic): readonly string[] => terms?.zh ?? [];

const MAP_FIELDS: readonly Field<TopicOverview>[] = [
  { key: 'stage', value: ({ topic }) => topic.stage },
  { key: 'id', value: ({ topic }) => topic.id },
  { key: 'name', value: ({ topic }) => topic.name },
  { key: 'zh', value: ({ topic }) => zh(topic).join(',') },
  { key: 'entries', value: ({ entries }) => String(entries) },
  { key: 'terms', value: ({ terms }) => terms.map(({ id }) => id).join(',') },
];

function mapRecord({ topic, terms, entries }: TopicOverview): object {
  return { ...topic, termIds: terms.map(({ id }) => id), entries };
}
