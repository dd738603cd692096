import * as z from 'zod';
import type { Format } from '../reader/store';
import { SOURCE_TYPES } from './reading';

/** A name that is fit for a file, a column and an origin. */
export const sourceName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')
  .max(60);

/** A source that the reader added. */
const added = z.strictObject({
  name: sourceName,
  /** An http(s) address, or the absolute path of a file or folder. */
  location: z.string().min(1).max(2000),
  /** Absent: it is told by the content. */
  type: z.enum(SOURCE_TYPES).optional(),
  enabled: z.boolean(),
  filter: z.enum(['mlops', 'none']),
  /** Given to every new event of it, where the reader says so. */
  topics: z.array(z.string()).optional(),
});
export type AddedSource = z.infer<typeof added>;

const settings = z.strictObject({
  version: z.literal(1),
  added: z.array(added),
  /** Ready-made ones that are enabled; with where to read them instead, where they are mirrored. */
  enabled: z.array(z.strictObject({ name: sourceName, mirror: z.string().optional() })),
});

/** `sources.json` in the folder of settings. */
export type SourceSettings = z.infer<typeof settings>;
export const NO_SOURCES: SourceSettings = { version: 1, added: [], enabled: [] };
export const SOURCES_FILE = 'sources.json';

export const settingsFormat: Format<SourceSettings> = {
  version: 1,
  parse: (raw) => settings.safeParse(raw).data,
};
