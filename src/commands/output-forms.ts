import * as z from 'zod';
import type { Problem } from '../catalogue/problem';
import { VERDICTS } from '../links/record';
import { changeSchema } from '../sources/fetched';
import { WHYS } from '../sources/reading';
import type { UpdateRow } from './update-rows';

const count = z.int().min(0);
const leftOut = z.looseObject({ record: z.string(), why: z.enum(WHYS), what: z.string().optional() });

/** What scripts get of rows that are no entries; by what such a row is. Field keys (`src/field-keys.ts`) are compared with them. */
export const ROW_FORMS = {
  source: z.object({
    name: z.string(),
    enabled: z.boolean(),
    type: z.string().nullable().describe('null where it was never read; several with commas between'),
    filter: z.enum(['mlops', 'none']),
    topics: z.array(z.string()).optional(),
    licence: z.string().nullable().describe('as the source states it; null where that is not known'),
    location: z.string(),
    files: count,
    read: z.iso.date().nullable().describe('the last day on which it was read well'),
    records: count,
    taken: count,
    leftOut: z.array(leftOut),
    addresses: z.array(z.string()).optional().describe('of its files; only sources show has them'),
  }),
  update: z.object({
    name: z.string().describe('of the source'),
    state: z.enum(['read', 'unchanged', 'partly', 'failed']),
    records: count,
    taken: count,
    added: count,
    moved: count,
    extended: count,
    cancelled: count,
    retired: count,
    leftOut: z.array(leftOut),
    failures: z.array(z.string()),
  }) satisfies z.ZodType<UpdateRow>,
  feed: z.object({
    id: z.string().describe('of the entry'),
    url: z.string(),
    state: z.enum(['read', 'unchanged', 'failed']),
    entries: count.describe('items that are known of it'),
    added: count,
    why: z.string().optional(),
  }),
  item: z.object({
    id: z.string().describe('of the entry, or name of the source'),
    kind: z.string(),
    name: z.string(),
    title: z.string(),
    url: z.string().optional(),
    published: z.iso.datetime().optional(),
    duration: count.optional().describe('in seconds'),
    topics: z.array(z.string()),
  }),
  change: changeSchema.extend({
    url: z.string().optional().describe('of the entry, where the catalogue still has it'),
  }),
  link: z.object({
    state: z.enum(VERDICTS),
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    field: z.string(),
    url: z.string(),
    to: z.string().optional().describe('where it has moved for good'),
    status: z.int().optional().describe('of HTTP'),
    why: z.string().optional(),
    checked: z.iso.datetime(),
    since: z.iso.date().optional(),
  }),
  edit: z.object({
    id: z.string(),
    kind: z.string(),
    field: z.string(),
    old: z.string(),
    new: z.string(),
    checked: z.iso.date(),
    why: z.string().optional().describe('why somebody should look before making it'),
  }),
  problem: z.object({
    file: z.string(),
    line: z.int().min(1),
    column: z.int().min(1),
    id: z.string().optional(),
    field: z.string(),
    message: z.string(),
  }) satisfies z.ZodType<Problem>,
};
