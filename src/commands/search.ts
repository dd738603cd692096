import { cleanText } from '../catalogue/clean';
import { UsageError } from '../errors';
import { select } from '../query/select';
import { search as findWords } from '../search/query';
import { printAnswer } from './answer';
import { readCriteria } from './criteria';
import { noteEmpty } from './empty';
import { SEARCH_FIELDS, type Found } from './search-fields';
import type { Action } from './specs';

export const search: Action = async (ctx, words, options) => {
  const query = words.join(' ');
  if (query.trim() === '')
    throw new UsageError('search needs a word.', { hint: 'Try: mlops-guide search feature store' });
  const catalogue = await ctx.catalogue();
  const criteria = await readCriteria(options, ctx, catalogue);
  const kept = new Map(select(catalogue, criteria).map((outline) => [outline.id, outline]));
  const index = catalogue.searchIndex();
  const answer = findWords(index, query, { keep: (id) => kept.has(id) });
  const rows = answer.hits.flatMap((hit): Found[] => {
    const outline = kept.get(hit.id);
    return outline ? [{ hit, outline }] : [];
  });
  await printAnswer(ctx, options, {
    rows,
    columns: async () => (await import('./table-columns')).SEARCH_COLUMNS,
    fields: SEARCH_FIELDS,
    record: ({ hit, outline }) => ({ ...catalogue.entry(outline), score: hit.score, matched: hit.matched }),
    noun: 'entries',
    near: criteria.near && { to: criteria.near, of: ({ outline }) => catalogue.entry(outline) },
  });
  const quoted = `"${cleanText(query)}"`;
  const instead = answer.suggestion && `Did you mean: ${answer.suggestion}?`;
  if (rows.length === 0) {
    const count = (less: typeof criteria): number => {
      const ids = new Set(select(catalogue, less).map(({ id }) => id));
      return findWords(index, query, { keep: (id) => ids.has(id) }).hits.length;
    };
    noteEmpty(ctx, `Nothing matches ${quoted}`, criteria, options, count);
    if (instead) ctx.note(instead);
  } else if (answer.partial) {
    ctx.note([`No entry has all the words of ${quoted}; these have some of them.`, instead].filter(Boolean).join(' '));
  }
};
