/** The schema as a value, for code that takes entries from elsewhere. It brings zod along: only what is loaded late may ask. */
export { entrySchema, eventSchema } from './schema';
