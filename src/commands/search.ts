import { cleanText } from '../catalogue/clean';
import type { Outline } from '../catalogue/catalogue';
import { UsageError } from '../errors';
import { select } from '../query/select';
import type { Field } from '../render/formats';
import { search as findWords, type Hit } from '../search/query';
import { printAnswer } from './answer';
import { readCriteria } from './criteria';
import { noteEmpty } from './empty';
import { OUTLINE_FIELDS } from './outline-fields';
import type { Action } from './specs';

/** A hit and what is listed of it. */
export interface Found {
  readonly hit: Hit;
  readonly outline: Outline;
}

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
  });
  const quoted = `"${cleanText(query)}"`;
  const instead = answer.suggestion ? ` Did you mean: ${answer.suggestion}?` : '';
  if (rows.length === 0) {
    const count = (less: typeof criteria): number => {
      const ids = new Set(select(catalogue, less).map(({ id }) => id));
      return findWords(index, query, { keep: (id) => ids.has(id) }).hits.length;
    };
    noteEmpty(ctx, `Nothing matches ${quoted}`, criteria, options, count);
    if (instead) ctx.note(instead.trim());
  } else if (answer.partial) {
    ctx.note(`No entry has all the words of ${quoted}; these have some of them.${instead}`);
  }
};

const SEARCH_FIELDS: readonly Field<Found>[] = [
  { key: 'score', value: ({ hit }) => String(hit.score) },
  ...OUTLINE_FIELDS.map(({ key, value, link }) => ({
    key,
    value: ({ outline }: Found) => value(outline),
    link: ({ outline }: Found) => link?.(outline),
  })),
];
