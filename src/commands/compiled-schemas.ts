import { squeezed, unsqueezed } from '../catalogue/squeezed';
import type { Host } from '../host';

/** Where the build puts all of them. */
export const SCHEMAS_FILE = 'schemas.br';

export const packSchemas = (schemas: Readonly<Record<string, object>>): Buffer =>
  squeezed(Buffer.from(JSON.stringify(schemas)));

/** Reads what `packSchemas` wrote: JSON Schemas by their names, those of `jsonSchemas`. */
export function compiledSchemas({ asset }: Pick<Host, 'asset'>): ReadonlyMap<string, object> {
  const text = unsqueezed(asset(SCHEMAS_FILE)).toString();
  return new Map(Object.entries(JSON.parse(text) as Record<string, object>));
}
