import * as z from 'zod';
import type { Kind } from './kinds';
import { catalogueFileSchema, entrySchema } from './schema';

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
  kind: z.string(),
  label: z.string(),
  at: z.string(),
  timezone: z.string().nullable(),
  closesAt: z.string().nullable(),
  daysLeft: z.int(),
  url: z.string().nullable(),
});

/** Keys that commands add to an entry; each is there only in the answers of those commands. */
const added = z.object({
  score: z.number().optional(),
  matched: z.array(z.string()).optional(),
  state: z.enum(['ongoing', 'upcoming']).optional(),
  allDay: z.boolean().optional(),
  startsInDays: z.int().optional(),
  nextDeadline: deadline.nullable().optional(),
  termIds: z.array(z.string()).optional(),
  best: z.array(z.string()).optional(),
  entries: z.int().optional(),
  origin: z.string().optional(),
});

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
});

/**
 * JSON Schema of what `--json` prints: an array of entries, with the keys that search, upcoming and export-ics add, or of what
 * `calendar` has on its days.
 * Unknown keys are allowed: new ones may come with a minor version.
 */
export function outputJsonSchema(): object {
  const more = z.toJSONSchema(added).properties ?? {};
  const anyOf = entrySchema.options.map((option) => {
    const { properties = {}, required = [], ...rest } = formOf(option);
    return { ...rest, properties: { ...properties, ...more }, required: [...new Set([...required, 'topics'])] };
  });
  return { $schema: DIALECT, title: 'mlops-guide output', type: 'array', items: { anyOf: [...anyOf, formOf(onDays)] } };
}

/** A form without what only a whole document has. */
function formOf(schema: z.ZodType) {
  const { $schema: _, additionalProperties: __, ...form } = z.toJSONSchema(schema);
  return form;
}
