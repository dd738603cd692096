import { kindNamed, KINDS } from '../catalogue/kinds';
import { catalogueJsonSchema, deadlinesJsonSchema, entryJsonSchema, outputJsonSchema } from '../catalogue/json-schema';
import { didYouMean, UsageError } from '../errors';
import { yamlText } from '../render/yaml-text';
import { nearest } from '../search/distance';
import { ROW_FORMS } from './output-forms';
import type { Action } from './specs';

export const schema: Action = (ctx, [which = 'catalogue']) => {
  const form = ctx.isFormatGiven ? ctx.format : 'json';
  if ((form !== 'json' && form !== 'yaml') || ctx.fields) {
    throw new UsageError(`a schema is no list: it cannot be had ${ctx.fields ? 'by fields' : `as ${form}`}.`, {
      hint: 'Use --format json or --format yaml.',
    });
  }
  const found = schemaNamed(which);
  ctx.out(form === 'yaml' ? yamlText(found).trimEnd() : JSON.stringify(found, undefined, 2));
};

function schemaNamed(which: string): object {
  if (which === 'catalogue') return catalogueJsonSchema();
  if (which === 'output') return outputJsonSchema(Object.values(ROW_FORMS));
  if (which === 'deadlines') return deadlinesJsonSchema();
  const kind = kindNamed(which);
  if (kind) return entryJsonSchema(kind);
  const names = ['catalogue', 'output', 'deadlines', ...KINDS];
  throw new UsageError(`no schema "${which}".${didYouMean(nearest(which, names, 1))}`, {
    hint: `One of: ${names.join(', ')}`,
  });
}
