import { kindNamed } from '../catalogue/kinds';
import { didYouMean, UsageError } from '../errors';
import { nearest } from '../search/distance';
import { compiledSchemas } from './compiled-schemas';
import type { Action } from './specs';

export const schema: Action = async (ctx, [which = 'catalogue']) => {
  const form = ctx.isFormatGiven ? ctx.format : 'json';
  if ((form !== 'json' && form !== 'yaml') || ctx.fields) {
    throw new UsageError(`a schema is no list: it cannot be had ${ctx.fields ? 'by fields' : `as ${form}`}.`, {
      hint: 'Use --format json or --format yaml.',
    });
  }
  const found = schemaNamed(which, compiledSchemas(ctx.host));
  if (form === 'json') ctx.out(JSON.stringify(found, undefined, 2));
  else ctx.out((await import('./from-files')).yamlText(found).trimEnd());
};

function schemaNamed(which: string, schemas: ReadonlyMap<string, object>): object {
  const found = schemas.get(kindNamed(which) ?? which);
  if (found) return found;
  const names = [...schemas.keys()];
  throw new UsageError(`no schema "${which}".${didYouMean(nearest(which, names, 1))}`, {
    hint: `One of: ${names.join(', ')}`,
  });
}
