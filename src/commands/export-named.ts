import type { Catalogue } from '../catalogue/catalogue';
import type { Entry } from '../catalogue/schema';
import type { Context } from '../context';
import { NotFoundError } from '../errors';
import type { Criteria } from '../query/select';
import type { RawOptions } from '../raw-options';
import { filterInTheWay } from './empty';
import type { Find } from './export-selection';
import { findEntry } from './find-entry';

/** Each once, in the order of their names. @throws NotFoundError for a name that leads to no entry */
export async function entriesNamed(ctx: Context, catalogue: Catalogue, names: readonly string[]): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  // One after the other: a name may be asked about.
  for (const name of names) {
    const entry = await findEntry(ctx, catalogue, name);
    found.set(entry.id, entry);
  }
  return [...found.values()];
}

/**
 * Says which of them have no date, and which the filters leave out, and why.
 * @throws NotFoundError when none has a date; a filter that leaves nothing is no failure
 */
export function noteNamed(
  ctx: Context,
  named: readonly Entry[],
  find: Find,
  options: RawOptions,
  criteria: Criteria,
): void {
  const countOf = (entry: Entry, asked: Criteria): number => {
    const { rows, series } = find(asked, [entry]);
    return rows.length + series.length;
  };
  const dated = named.filter((entry) => countOf(entry, {}) > 0);
  for (const entry of named) if (!dated.includes(entry)) ctx.note(`left out ${entry.id}: it has no date`);
  if (dated.length === 0) throw nothingIn('date');
  for (const entry of dated.filter((one) => countOf(one, criteria) === 0)) {
    const why = filterInTheWay(criteria, options, (less) => countOf(entry, less));
    ctx.note(`left out ${entry.id}: it does not match.${why}`);
  }
}

/** What was named has nothing of the kind at all. */
export function nothingIn(what: 'date' | 'deadline'): NotFoundError {
  return new NotFoundError(`nothing to export: none of these has a ${what}.`, {
    hint: 'See what has: mlops-guide upcoming',
  });
}
