import { outlineOf } from '../catalogue/outline';
import type { Catalogue } from '../catalogue/catalogue';
import type { Context } from '../context';
import { UsageError } from '../errors';
import { CHANGE_WORDS, journalOf, readReleases, RELEASES_FILE } from '../journal/journal';
import { matcher } from '../query/select';
import { list, oneOf, text, wholeNumber, type RawOptions } from '../raw-options';
import { atomText } from '../render/atom';
import type { Change } from '../sources/fetched';
import { dayAt } from '../time/reader';
import { VERSION } from '../version';
import { printAnswer } from './answer';
import {
  CHANGE_COLUMNS,
  CHANGE_FIELDS,
  changeEntry,
  changeRecord,
  changeRow,
  FEED_ID,
  type ChangeRow,
} from './changes-rows';
import { readCriteria } from './criteria';
import { findEntry } from './find-entry';
import { sinceDay } from './since';
import { readFetched } from './sources-file';
import type { Action } from './specs';

const USUAL_SINCE = '30d';

export const changes: Action = async (ctx, ids, options) => {
  if (ctx.format === 'atom' && ctx.fields)
    throw new UsageError('an Atom feed has fields of its own: it takes no --fields.');
  if (ctx.cataloguePaths.length > 0) {
    throw new UsageError('changes tells of the bundled catalogue and of your updates: it takes no other catalogue.', {
      hint: 'Leave out --catalogue, or unset MLOPS_GUIDE_CATALOGUE.',
    });
  }
  const { now, zone, zones } = ctx.moment;
  const until = dayAt(now, zone, zones);
  const since = sinceDay(text(options, 'since') ?? USUAL_SINCE, until);
  const wanted = list(options, 'change')?.map((word) => oneOf('change', word, CHANGE_WORDS));
  const journals = [readReleases(ctx.host.asset(RELEASES_FILE).toString()), readFetched(ctx)?.journal ?? []];
  const catalogue = await ctx.catalogue();
  const fits = await fitting(ctx, catalogue, ids, options, journals.flat());
  const found = journalOf(journals, { since, until, changes: wanted, fits });
  const rows = found.map((change) => changeRow(change, catalogue));
  if (ctx.format === 'atom') printAtom(ctx, rows, since, options);
  else {
    await printAnswer(ctx, options, {
      rows,
      columns: () => Promise.resolve(CHANGE_COLUMNS),
      fields: CHANGE_FIELDS,
      record: changeRecord,
      noun: ['change', 'changes'],
    });
  }
  if (rows.length === 0) {
    const more =
      journals.flat().length === 0
        ? 'Nothing was updated so far: see mlops-guide sources.'
        : 'Look further back: --since 1y';
    ctx.note(`No changes since ${since}. ${more}`);
  }
};

/** Tells of a change whether its entry is asked for: by id, or by its series, and by the filters. */
async function fitting(
  ctx: Context,
  catalogue: Catalogue,
  ids: readonly string[],
  options: RawOptions,
  known: readonly Change[],
): Promise<(change: Change) => boolean> {
  const named = new Set<string>();
  for (const id of ids)
    named.add(known.some((change) => change.id === id) ? id : (await findEntry(ctx, catalogue, id)).id);
  const criteria = await readCriteria(options, ctx, catalogue);
  const fits = matcher(criteria);
  const isPlain = Object.keys(criteria).every((key) => key === 'kinds');
  return ({ id, kind }) => {
    const entry = catalogue.find(id);
    const isNamed = named.size === 0 || named.has(id) || (entry?.kind === 'event' && named.has(entry.series ?? ''));
    if (!isNamed) return false;
    // Of what has gone from the catalogue, no more than its kind is known.
    return entry
      ? fits(entry, outlineOf(entry))
      : isPlain && (criteria.kinds?.some((wanted) => wanted === kind) ?? true);
  };
}

function printAtom({ out }: Context, rows: readonly ChangeRow[], since: string, options: RawOptions): void {
  const limit = wholeNumber('limit', text(options, 'limit')) ?? 0;
  // What has the same id is the same entry (RFC 4287, 4.1.1), so what happened twice on a day is there once.
  const entries = [...new Map(rows.map((row) => [changeEntry(row).id, changeEntry(row)])).values()];
  const feed = atomText({
    id: FEED_ID,
    title: 'Changes in mlops-guide',
    updated: `${rows[0]?.change.day ?? since}T00:00:00Z`,
    author: 'mlops-guide',
    generator: `mlops-guide ${VERSION}`,
    entries: limit > 0 ? entries.slice(0, limit) : entries,
  });
  out(feed.trimEnd());
}
