import { cleanText } from '../catalogue/clean';
import { UsageError } from '../errors';
import { pastTest } from '../query/past';
import { select } from '../query/select';
import { search as findWords, type SearchOptions } from '../search/query';
import { dayAt } from '../time/reader';
import { printAnswer } from './answer';
import { readCriteria } from './criteria';
import { SEARCH_FIELDS, type Found } from './search-fields';
import { noteAnswer, noteEmptySearch, refuseUnknown } from './search-notes';
import type { Action } from './specs';

export const search: Action = async (ctx, words, options) => {
  const query = words.join(' ');
  if (query.trim() === '')
    throw new UsageError('search needs a word.', { hint: 'Try: mlops-guide search feature store' });
  const catalogue = await ctx.catalogue();
  const criteria = await readCriteria(options, ctx, catalogue);
  const kept = new Map(select(catalogue, criteria).map((outline) => [outline.id, outline]));
  const index = catalogue.searchIndex();
  const isOver = pastTest(catalogue, { now: ctx.now, zones: ctx.zones, zone: () => ctx.moment.zone });
  const asked: SearchOptions = {
    literal: options.literal === true,
    explain: options.explain === true,
    today: () => dayAt(ctx.now, ctx.moment.zone, ctx.zones),
    isPast: (id) => {
      const outline = kept.get(id);
      return outline !== undefined && isOver(outline);
    },
  };
  const answer = findWords(index, query, { ...asked, keep: (id) => kept.has(id) });
  refuseUnknown(answer.unknownValues);
  const rows = answer.hits.flatMap((hit): Found[] => {
    const outline = kept.get(hit.id);
    return outline ? [{ hit, outline }] : [];
  });
  await printAnswer(ctx, options, {
    rows,
    columns: async () => (await import('./table-columns')).SEARCH_COLUMNS,
    fields: SEARCH_FIELDS,
    record: ({ hit: { score, matched, isPast, explanation }, outline }) => ({
      ...catalogue.entry(outline),
      score,
      matched,
      ...(isPast && { past: true }),
      ...(explanation && { explain: explanation }),
    }),
    noun: 'entries',
    near: criteria.near && { to: criteria.near, of: ({ outline }) => catalogue.entry(outline) },
  });
  if (rows.length > 0) {
    noteAnswer(ctx, catalogue, query, answer, rows);
    return;
  }
  const count = (less: typeof criteria): number => {
    const ids = new Set(select(catalogue, less).map(({ id }) => id));
    return findWords(index, query, { ...asked, keep: (id) => ids.has(id) }).total;
  };
  noteEmptySearch(ctx, index, cleanText(query), answer, {
    criteria,
    options,
    count,
    asked,
    keep: (id) => kept.has(id),
  });
};
