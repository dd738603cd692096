import * as z from 'zod';
import { MILESTONE_KINDS, type Kind } from './kinds';
import { catalogueFileSchema, entrySchema, eventSchema } from './schema';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** JSON Schema of a catalogue file, for editors. */
export function catalogueJsonSchema(): object {
  return { ...z.toJSONSchema(catalogueFileSchema, { io: 'input' }), title: 'mlops-guide catalogue file' };
}

/** JSON Schema of one kind of entry, as a file holds it. */
export function entryJsonSchema(kind: Kind): object {
  const option = entrySchema.options.find((candidate) => candidate.shape.kind.value === kind);
  if (!option) throw new RangeError(`no schema for ${kind}`);
  return { ...z.toJSONSchema(option, { io: 'input' }), title: `mlops-guide ${kind}` };
}

const deadline = z.object({
  kind: z.enum(MILESTONE_KINDS),
  label: z.string(),
  at: z.string().describe('as the organiser states it: a day, or a time on the clock of its zone'),
  was: z.string().optional().describe('the earlier date, where the organiser extended it'),
  timezone: z.string().nullable().describe('IANA name or AoE; null where the organiser does not say'),
  closesAt: z.iso.datetime().nullable().describe('the last instant, in UTC; null where the zone is not stated'),
  daysLeft: z.int().min(0).describe('calendar days where the reader is; 0 is today'),
  url: z.string().nullable(),
});

/** What `deadlines` gives: a milestone, and of which event it is. */
const deadlineOfEvent = z.object({
  id: z.string().describe('of the event'),
  name: z.string().describe('of the event'),
  ...deadline.shape,
  url: z.string().nullable().describe('where to hand in, or else the page of the event'),
  distanceKm: z.int().optional(),
});

const explanation = z.object({
  parts: z.array(z.object({ label: z.string(), points: z.number() })),
  factors: z.array(z.object({ label: z.string(), factor: z.number() })),
});

/** Keys that commands add to an entry; each is there only in the answers of those commands. */
const added = z.object({
  score: z.number().optional(),
  matched: z.array(z.string()).optional(),
  past: z.boolean().optional(),
  explain: explanation.optional(),
  state: z.enum(['ongoing', 'upcoming', 'expected']).optional(),
  allDay: z.boolean().optional(),
  startsInDays: z
    .int()
    .optional()
    .describe('calendar days where the reader is; 0 is today, and what has begun is never above 0'),
  nextDeadline: deadline.nullable().optional(),
  lastEdition: z
    .object({ id: z.string(), name: z.string(), start: z.string(), end: z.string().optional() })
    .nullable()
    .optional(),
  /** With --avoid: what it collides with in the reader's own calendar. */
  clashesWith: z.array(z.object({ title: z.string(), start: z.string(), end: z.string() })).optional(),
  termIds: z.array(z.string()).optional(),
  best: z.array(z.string()).optional(),
  entries: z.int().optional(),
  origin: z.string().optional(),
  distanceKm: z.int().optional(),
});

/** A series has these where `upcoming` expects it by its rule. */
const expectedSeries = eventSchema.pick({ start: true, timezone: true, certainty: true }).partial();

/** What `calendar` prints, one for each event, deadline and occurrence. */
const onDays = z.object({
  kind: z.enum(['event', 'deadline', 'occurrence']),
  id: z.string(),
  name: z.string(),
  milestone: z.string().optional(),
  label: z.string().optional(),
  firstDay: z.string(),
  lastDay: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  timezone: z.string().nullable(),
  allDay: z.boolean(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  type: z.string(),
  mode: z.string().nullable(),
  place: z.looseObject({}).nullable(),
  relevance: z.string(),
  certainty: z.string().nullable(),
  status: z.string().nullable(),
  url: z.string().nullable(),
  distanceKm: z.int().optional(),
});

/** JSON Schema of what `deadlines --json` prints. Unknown keys are allowed, as in `outputJsonSchema`. */
export function deadlinesJsonSchema(): object {
  return { $schema: DIALECT, title: 'mlops-guide deadlines', type: 'array', items: formOf(deadlineOfEvent) };
}

/** What `upcoming --clashes` prints, one for each group. */
const clash = z.object({
  startsAt: z.string(),
  endsAt: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  ids: z.array(z.string()),
  events: z.array(z.looseObject({ id: z.string() })),
});

/**
 * JSON Schema of what `--json` prints: an array of entries, with the keys that search, upcoming and export-ics add, of what
 * `calendar` has on its days, of deadlines, of groups that overlap, or of other rows.
 * Unknown keys are allowed: new ones may come with a minor version.
 * @param others forms of rows that are no entries and that only the commands know
 */
export function outputJsonSchema(others: readonly z.ZodType[]): object {
  const more = z.toJSONSchema(added).properties ?? {};
  const expected = z.toJSONSchema(expectedSeries).properties ?? {};
  const anyOf = entrySchema.options.map((option) => {
    const { properties = {}, required = [], ...rest } = formOf(option);
    const asExpected = option.shape.kind.value === 'series' ? expected : {};
    return {
      ...rest,
      properties: { ...properties, ...more, ...asExpected },
      required: [...new Set([...required, 'topics'])],
    };
  });
  return {
    $schema: DIALECT,
    title: 'mlops-guide output',
    type: 'array',
    items: { anyOf: [...anyOf, ...[onDays, deadlineOfEvent, clash, ...others].map(formOf)] },
  };
}

/** A form without what only a whole document has. */
function formOf(schema: z.ZodType) {
  const { $schema: _, additionalProperties: __, ...form } = z.toJSONSchema(schema);
  return form;
}
