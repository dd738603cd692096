import * as z from 'zod';
import { KINDS, type Kind } from './kinds';
import {
  day,
  dayOrTime,
  disputed,
  id,
  list,
  milestone,
  place,
  recurrence,
  sequence,
  source,
  text,
  timezone,
  url,
  year,
} from './schema-parts';

const level = z.enum(['beginner', 'intermediate', 'advanced', 'all']);
const cost = z.enum(['free', 'paid', 'freemium']);
const mode = z.enum(['in-person', 'online', 'hybrid']);
const relevance = z.enum(['core', 'adjacent']);
const eventType = z.enum(['conference', 'summit', 'meetup', 'webinar', 'workshop', 'seminar', 'cohort']);
const running = z.enum(['active', 'ended']);

/** Terms in other languages: BCP 47 tag → words in use, commonest first. */
const terms = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a BCP 47 language tag'), list(text));

const head = {
  name: text.max(300),
  /** The official page; absent only where none exists. */
  url: url.optional(),
  /** One factual sentence in our own words. */
  summary: text.max(160, 'must be at most 160 characters'),
};
const topics = list(id).max(5, 'at most five topics');
const naming = {
  aliases: list(text).optional(),
  /** BCP 47 tag of the language the thing itself is in. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a BCP 47 language tag')
    .optional(),
};
const tail = {
  related: list(id).optional(),
  /** What a reader should know before relying on the entry. */
  note: text.optional(),
  sources: list(source),
  /** The day the entry came into the catalogue. */
  added: day,
};

/** Builds one kind's schema, its keys in the order in which a file keeps them. */
function kind<K extends string, S extends z.ZodRawShape>(name: K, own: S) {
  return z.strictObject({ id, kind: z.literal(name), ...head, topics, ...naming, ...own, ...tail });
}

const work = {
  authors: list(text).optional(),
  publisher: text.optional(),
  year: year.optional(),
  level: level.optional(),
  cost: cost.optional(),
  hours: z.number().positive().optional(),
  isbn: z
    .string()
    .regex(/^(\d{9}[\dX]|97[89]\d{10})$/, 'must be 10 or 13 digits without hyphens; the last of 10 may be X')
    .optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI such as 10.1145/12345')
    .optional(),
  arxiv: z
    .string()
    .regex(/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/, 'must be an arXiv id such as 2103.08942')
    .optional(),
  venue: text.optional(),
  /** RSS or Atom of a channel or a series of posts. */
  feed: url.optional(),
};
const periodical = {
  hosts: list(text).optional(),
  publisher: text.optional(),
  platform: text.optional(),
  /** RSS or Atom. */
  feed: url.optional(),
  cadence: text.optional(),
  since: year.optional(),
  status: running.optional(),
  cost: cost.optional(),
};
const gathering = {
  platform: text.optional(),
  authors: list(text).optional(),
  publisher: text.optional(),
  /** RSS or Atom. */
  feed: url.optional(),
  cost: cost.optional(),
  status: running.optional(),
};
const meaning = {
  /** Two to four sentences: what it is and why it matters. */
  definition: text,
  synonyms: list(text).optional(),
  terms: terms.optional(),
  /** Ids of the entries that somebody who asks for it came for, best first. */
  leading: list(id).optional(),
  /** Ids of those that would please, too, best first. */
  further: list(id).optional(),
};

export const bookSchema = kind('book', work);
export const courseSchema = kind('course', work);
export const articleSchema = kind('article', work);
export const paperSchema = kind('paper', work);
export const videoSchema = kind('video', work);
export const podcastSchema = kind('podcast', periodical);
export const newsletterSchema = kind('newsletter', periodical);
export const communitySchema = kind('community', gathering);
export const siteSchema = kind('site', gathering);
export const listSchema = kind('list', gathering);

export const toolSchema = kind('tool', {
  category: id,
  repo: url.optional(),
  /** SPDX id, or `commercial` or `source-available`. */
  license: z
    .string()
    .regex(/^[A-Za-z0-9.+-]+$/, 'must be an SPDX id, commercial or source-available')
    .optional(),
  writtenIn: text.optional(),
  availability: z.enum(['public', 'internal']),
  status: z.enum(['active', 'archived', 'acquired', 'moved']).optional(),
  successor: id.optional(),
});

export const seriesSchema = kind('series', {
  type: eventType,
  organiser: text.optional(),
  cadence: text.optional(),
  recurrence: recurrence.optional(),
  mode: mode.optional(),
  place: place.optional(),
  since: year.optional(),
  status: running.optional(),
  relevance,
  /** As of an event, when its recurrence changes. */
  sequence,
});

export const eventSchema = kind('event', {
  series: id.optional(),
  type: eventType,
  start: dayOrTime,
  /** Last day, itself included; absent where the source gives only a start. */
  end: dayOrTime.optional(),
  timezone: timezone.optional(),
  mode: mode.optional(),
  place: place.optional(),
  milestones: list(milestone).optional(),
  certainty: z.enum(['confirmed', 'tentative', 'estimated']),
  status: z.enum(['scheduled', 'cancelled', 'postponed']),
  relevance,
  /** Where sources differ and none can be ruled out; the entry is tentative then. */
  disputed: list(disputed).optional(),
  sequence,
});

/** `topics` of a topic is itself, of a term its topic: the loader fills them in, so a file leaves them out. */
const vocabulary = { topics: topics.optional(), ...naming };

export const topicSchema = z.strictObject({
  id,
  kind: z.literal('topic'),
  ...head,
  ...vocabulary,
  stage: id,
  ...meaning,
  ...tail,
});

export const termSchema = z.strictObject({
  id,
  kind: z.literal('term'),
  ...head,
  ...vocabulary,
  topic: id,
  ...meaning,
  ...tail,
});

export const entrySchema = z.discriminatedUnion(
  'kind',
  [
    eventSchema,
    seriesSchema,
    bookSchema,
    courseSchema,
    articleSchema,
    paperSchema,
    videoSchema,
    podcastSchema,
    newsletterSchema,
    communitySchema,
    siteSchema,
    listSchema,
    toolSchema,
    topicSchema,
    termSchema,
  ],
  { error: `must be one of ${KINDS.join(', ')}` },
);

/** What can be said of an entry of which the kind is not known; whether a key belongs there cannot. */
export const kindlessSchema = z.looseObject({ id, ...head, topics: topics.optional(), ...naming, ...tail });

export const stageSchema = z.strictObject({ id, name: text, terms: terms.optional() });
export const categorySchema = z.strictObject({ id, summary: text });

/** A catalogue file is a list of entries, or a mapping that also names the stages and tool categories. */
export const catalogueFileSchema = z.union([
  z.array(entrySchema),
  z.strictObject({
    stages: z.array(stageSchema).optional(),
    categories: z.array(categorySchema).optional(),
    entries: z.array(entrySchema),
  }),
]);

/** An entry as a file may write it. */
export type EntryInput = z.infer<typeof entrySchema>;
/**
 * An entry as the program knows it: `topics` is always there, and `origin` where it is not the bundled entry:
 * `own:<file>` or `file:<path>` for one that the reader wrote, `source:<name>` for what an update brought.
 */
export type Entry = EntryInput & { topics: string[]; origin?: string };
type Of<K extends Kind> = Extract<EntryInput, { kind: K }> & { topics: string[]; origin?: string };
/** Not called `Event`: that is a global type, and a forgotten import would go unnoticed. */
export type GuideEvent = Of<'event'>;
export type Series = Of<'series'>;
export type Tool = Of<'tool'>;
export type Topic = Of<'topic'>;
export type Term = Of<'term'>;
export type Milestone = z.infer<typeof milestone>;
export type Place = z.infer<typeof place>;
export type Recurrence = z.infer<typeof recurrence>;
export type Source = z.infer<typeof source>;
export type Disputed = z.infer<typeof disputed>;
export type Stage = z.infer<typeof stageSchema>;
export type Category = z.infer<typeof categorySchema>;
