import type { Catalogue, Outline } from '../catalogue/catalogue';
import { UsageError } from '../errors';
import { openCalls } from '../query/deadlines';
import { pastTest } from '../query/past';
import { select, type Criteria } from '../query/select';
import type { SearchOptions } from '../search/query';
import { dayAt } from '../time/reader';
import { ENTRIES, limitOf, printAnswer } from './answer';
import { readCriteria } from './criteria';
import { noteEmpty } from './empty';
import { SEARCH_FIELDS, type Found } from './search-fields';
import type { Action } from './specs';

export const search: Action = async (ctx, words, options) => {
  const query = words.join(' ');
  if (query.trim() === '')
    throw new UsageError('search needs a word.', { hint: 'Try: mlops-guide search feature store' });
  const { findWords, marked, ...notes } = await import('./from-search');
  notes.refuseWordless(query);
  const catalogue = await ctx.catalogue();
  const criteria = await readCriteria(options, ctx, catalogue);
  const index = catalogue.searchIndex();
  const outlineOf = await outlineFinder(catalogue);
  const isOver = pastTest(catalogue, { now: ctx.now, zones: ctx.zones, zone: () => ctx.moment.zone });
  const callsOf = openCalls(catalogue, ctx);
  const asked: SearchOptions = {
    literal: options.literal === true,
    explain: options.explain === true,
    today: () => dayAt(ctx.now, ctx.moment.zone, ctx.zones),
    isPast: (id) => {
      const outline = outlineOf(id);
      return outline !== undefined && isOver(outline);
    },
    openCalls: (id) => {
      const outline = outlineOf(id);
      return outline?.kind === 'event' ? callsOf(outline) : [];
    },
  };
  const keep = letIn(catalogue, criteria);
  const answer = findWords(index, query, { ...asked, keep });
  notes.refuseUnknown(answer.unknownValues);
  const rows = answer.hits.flatMap((hit): Found[] => {
    const outline = outlineOf(hit.id);
    return outline ? [{ hit, outline }] : [];
  });
  await printAnswer(ctx, options, {
    rows,
    columns: async () => (await import('./table-columns')).searchColumns(marked),
    fields: SEARCH_FIELDS,
    tsv: (found) => [Buffer.from(linesOf(catalogue, found).join('\n'))],
    record: ({ hit: { score, matched, isPast, explanation }, outline }) => ({
      ...catalogue.entry(outline),
      score,
      matched,
      ...(isPast && { past: true }),
      ...(explanation && { explain: explanation }),
    }),
    noun: ENTRIES,
    near: criteria.near && { to: criteria.near, of: ({ outline }) => catalogue.entry(outline) },
  });
  if (rows.length > 0) {
    notes.noteAnswer(ctx, catalogue, query, answer, rows, limitOf(ctx, options) || rows.length);
    return;
  }
  noteEmpty(ctx, `Nothing matches ${notes.quotedQuery(query)}`, criteria, options, (less) => {
    return findWords(index, query, { ...asked, keep: letIn(catalogue, less) }).total;
  });
  notes.noteEmptySearch(ctx, index, query, answer, { ...asked, keep });
};

/** As SEARCH_FIELDS has them, with the lines of the catalogue as they lie there. */
function linesOf(catalogue: Catalogue, found: readonly Found[]): string[] {
  const lines = Buffer.concat(catalogue.tsv(found.map(({ outline }) => outline)))
    .toString()
    .split('\n');
  return found.map(({ hit }, at) => [hit.score, lines[at], hit.isPast ? 'past' : ''].join('\t'));
}

/** Undefined where nothing is asked: then no row of the catalogue is looked at. */
function letIn(catalogue: Catalogue, criteria: Criteria): SearchOptions['keep'] {
  if (Object.keys(criteria).length === 0) return undefined;
  const ids = new Set(select(catalogue, criteria).map(({ id }) => id));
  return (id) => ids.has(id);
}

/** What is listed of an entry that was found, without a look at all the others. */
async function outlineFinder(catalogue: Catalogue): Promise<(id: string) => Outline | undefined> {
  const { kindOf, numberOf, rowOf } = await import('./from-search');
  const index = catalogue.searchIndex();
  const known = new Map<string, Outline | undefined>();
  return (id) => {
    if (!known.has(id)) {
      const number = numberOf(index, id);
      const kind = kindOf(index, number);
      known.set(id, kind && catalogue.outlineAt(kind, rowOf(index, number)));
    }
    return known.get(id);
  };
}
