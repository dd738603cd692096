import * as z from 'zod';
import { entrySchema, eventSchema } from '../catalogue/parse';
import type { EntryInput } from '../catalogue/schema';
import type { Format } from '../reader/store';
import type { Remembered } from './merge';
import { SOURCE_TYPES, WHYS, type FeedItem, type LeftOut, type Reading } from './reading';

const milestone = eventSchema.shape.milestones.unwrap().element;
const place = eventSchema.shape.place;
const day = z.iso.date();

const reading = z.strictObject({
  key: z.string(),
  name: z.string(),
  seriesNames: z.array(z.string()),
  url: z.string().optional(),
  year: z.int(),
  start: z.string(),
  end: z.string().optional(),
  timezone: z.string().optional(),
  mode: z.enum(['in-person', 'online', 'hybrid']).optional(),
  place,
  milestones: z.array(milestone),
  language: z.string().optional(),
  status: z.enum(['scheduled', 'cancelled', 'postponed']),
  subjects: z.array(z.string()),
  isOfficial: z.boolean(),
  toldSince: z.string().optional(),
});

export const itemSchema = z.strictObject({
  key: z.string(),
  title: z.string(),
  url: z.string().optional(),
  published: z.string().optional(),
  duration: z.int().optional(),
});

const leftOut = z.strictObject({ record: z.string(), why: z.enum(WHYS), what: z.string().optional() });

/** One file of a source, as it was last read well. */
const file = z.strictObject({
  /** Its address, or its path. */
  location: z.string(),
  type: z.enum(SOURCE_TYPES),
  /** How it was converted: by which program, as what, by which filter, read where. Otherwise it has to be done anew. */
  as: z.string().optional(),
  /** Of the server, for asking whether it has changed. */
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Of the text, so that the same one is not read again. */
  digest: z.string(),
  /** Day on which this content was first read, and the last day on which it was seen to stand so. */
  read: day,
  checked: day,
  /** How many records it holds. */
  records: z.int(),
  readings: z.array(reading),
  /** Readings of before that it does not have any more. */
  gone: z.array(z.strictObject({ reading, since: day, read: day })),
  items: z.array(itemSchema),
  entries: z.array(entrySchema),
  leftOut: z.array(leftOut),
});
export interface FetchedFile extends Readonly<
  Omit<z.infer<typeof file>, 'readings' | 'gone' | 'items' | 'entries' | 'leftOut'>
> {
  readonly readings: readonly Reading[];
  readonly gone: readonly { readonly reading: Reading; readonly since: string; readonly read: string }[];
  readonly items: readonly FeedItem[];
  readonly entries: readonly EntryInput[];
  readonly leftOut: readonly LeftOut[];
}

const sourceState = z.strictObject({ name: z.string(), topics: z.array(z.string()).optional(), files: z.array(file) });
export interface SourceState {
  readonly name: string;
  readonly topics?: readonly string[] | undefined;
  readonly files: readonly FetchedFile[];
}

const remembered = z.strictObject({
  id: z.string(),
  keys: z.array(z.string()),
  added: day,
  since: day,
  sequence: z.int().min(0),
});

export const CHANGES = ['added', 'moved', 'extended', 'cancelled', 'retired', 'disputed'] as const;

/** One change of one entry. docs/reader-files.md describes it. */
export const changeSchema = z.strictObject({
  day,
  change: z.enum(CHANGES),
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  /** What has changed: `dates`, `place`, `status` or `milestones.cfp` and its like; absent for what came in. */
  field: z.string().optional(),
  old: z.string().optional(),
  new: z.string().optional(),
  source: z.string(),
  /** Where it was read. */
  ref: z.string().optional(),
});
export type Change = Readonly<z.infer<typeof changeSchema>>;

const state = z.strictObject({
  /** Instant of the update, ISO 8601 in UTC. */
  updated: z.string(),
  /** Version of the program that wrote it. */
  by: z.string(),
  sources: z.array(sourceState),
  remembered: z.array(remembered),
});
export interface State {
  readonly updated: string;
  readonly by: string;
  readonly sources: readonly SourceState[];
  readonly remembered: readonly Remembered[];
}

const fetched = z.strictObject({
  version: z.literal(1),
  now: state,
  /** What `--rollback` goes back to. */
  before: state.optional(),
  /** Oldest first. */
  journal: z.array(changeSchema),
});

/** `fetched.json` in the folder of data: one file, so that state and journal are always of one update. */
export interface Fetched {
  readonly version: 1;
  readonly now: State;
  readonly before?: State | undefined;
  readonly journal: readonly Change[];
}

export const fetchedFormat: Format<Fetched> = { version: 1, parse: (raw) => fetched.safeParse(raw).data };

export const NOTHING: State = { updated: '', by: '', sources: [], remembered: [] };
