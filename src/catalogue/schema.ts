import * as z from 'zod';
import { KINDS, MILESTONE_KINDS, type Kind } from './kinds';

/** Lower-case words joined by hyphens; unique for ever, never re-used. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const text = z.string().trim().min(1, 'must not be empty');
const url = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s<>"\\^`{|}]+$/, 'must be an http(s) address')
  // The pattern lets through what no program can open: a port beyond 65535, a broken IPv6 address.
  .refine(URL.canParse, 'must be an http(s) address');
const year = z.int().min(1900).max(2100);
const list = <T extends z.ZodType>(item: T) => z.array(item).min(1, 'leave the key out instead of an empty list');

/** Calendar day `YYYY-MM-DD`: no clock, no time zone, and text order is time order. */
const day = z.iso.date('must be a real day, YYYY-MM-DD');
/** Wall-clock time `YYYY-MM-DDTHH:MM` at the zone named beside it. */
const wallTime = z.string().regex(new RegExp(`${z.regexes.date.source.slice(0, -1)}T([01]\\d|2[0-3]):[0-5]\\d$`));
const dayOrTime = z.union([day, wallTime], {
  error: 'must be a real day, YYYY-MM-DD, or a time of day, YYYY-MM-DDTHH:MM, with its timezone beside it',
});
const timezone = z.string().regex(/^[A-Za-z0-9_+\-/]+$/, 'must be an IANA zone such as Europe/Berlin, or AoE');

/** Rises by one when dates or status change (RFC 5545, 3.8.7.4). */
const sequence = z.int().min(0).max(2147483647).optional();

const source = z.strictObject({
  /** Where the fact was read. */
  ref: text,
  /** Day on which that source stood so; a month where only the month is known. */
  verified: z.union([day, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], {
    error: 'must be a day, YYYY-MM-DD, or a month, YYYY-MM',
  }),
});

const place = z.strictObject({
  venue: text.optional(),
  city: text.optional(),
  region: text.optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two capitals')
    .optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});

const milestone = z.strictObject({
  kind: z.enum(MILESTONE_KINDS),
  label: text,
  at: dayOrTime,
  /** IANA zone or `AoE`; absent where the organiser did not say. */
  timezone: timezone.optional(),
  url: url.optional(),
  /** The earlier date, when the organiser extended it. */
  was: dayOrTime.optional(),
  /** How often its date has moved; 1 when absent and there is a `was`. */
  sequence,
});

const weekday = '(MO|TU|WE|TH|FR|SA|SU)';
const several = (item: string): string => `${item}(,${item}){0,30}`;
/** The parts of an RRULE that name days. Times of day are in `time`, and weeks of the year nobody meets by. */
const RULE_PARTS = [
  'INTERVAL=[1-9]\\d?',
  'COUNT=[1-9]\\d{0,3}',
  'UNTIL=\\d{8}(T\\d{6}Z?)?',
  'WKST=(MO|SU)',
  `BYDAY=${several(`([+-]?[1-5])?${weekday}`)}`,
  `BYMONTHDAY=${several('-?([12]\\d|3[01]|[1-9])')}`,
  `BYMONTH=${several('(1[0-2]|[1-9])')}`,
  `BYSETPOS=${several('-?([12]\\d|3[01]|[1-9])')}`,
];

/** What another source says, where it differs from what the entry says. */
const disputed = z.strictObject({
  /** `dates`, `place` or `milestones.cfp` and its like. */
  field: text,
  value: text,
  ...source.shape,
});

const recurrence = z.strictObject({
  /** RFC 5545 RRULE, only where the organiser states one. What its parts mean together is for the rules to check. */
  rule: z
    .string()
    .regex(
      new RegExp(`^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(${RULE_PARTS.join('|')}))*$`),
      'must be an RRULE of RFC 5545 in days: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, then INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, COUNT, UNTIL, WKST',
    ),
  start: dayOrTime.optional(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM'),
  timezone,
  /** Days of the rule on which it is not held, where the series is. */
  exceptions: list(day).optional(),
});

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
    .regex(/^(97[89])?\d{9}[\dX]$/, 'must be 10 or 13 digits without hyphens')
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
