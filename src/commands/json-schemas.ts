import { catalogueJsonSchema, deadlinesJsonSchema, entryJsonSchema, outputJsonSchema } from '../catalogue/json-schema';
import { KINDS } from '../catalogue/kinds';
import { ROW_FORMS } from './output-forms';

/** Every JSON Schema, by the name under which `schema` gives it. Made by the build: what makes them is a fifth of zod. */
export const jsonSchemas = (): Readonly<Record<string, object>> => ({
  catalogue: catalogueJsonSchema(),
  output: outputJsonSchema(Object.values(ROW_FORMS)),
  deadlines: deadlinesJsonSchema(),
  ...Object.fromEntries(KINDS.map((kind) => [kind, entryJsonSchema(kind)])),
});
