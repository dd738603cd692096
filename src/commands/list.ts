import { select } from '../query/select';
import { ENTRIES, printAnswer } from './answer';
import { readCriteria } from './criteria';
import { noteEmpty } from './empty';
import { OUTLINE_FIELDS } from './outline-fields';
import { sorted } from './sort';
import type { Action } from './specs';

export const list: Action = async (ctx, kinds, options) => {
  const catalogue = await ctx.catalogue();
  const criteria = await readCriteria(options, ctx, catalogue, kinds);
  const rows = sorted(select(catalogue, criteria), options, catalogue, (outline) => outline, criteria.near);
  await printAnswer(ctx, options, {
    rows,
    columns: async () => (await import('./table-columns')).OUTLINE_COLUMNS,
    fields: OUTLINE_FIELDS,
    record: (outline) => catalogue.entry(outline),
    json: (outlines) => catalogue.json(outlines),
    tsv: (outlines) => catalogue.tsv(outlines),
    noun: ENTRIES,
    near: criteria.near && { to: criteria.near, of: catalogue.entry },
  });
  if (rows.length === 0)
    noteEmpty(ctx, 'No entries match', criteria, options, (less) => select(catalogue, less).length);
};
