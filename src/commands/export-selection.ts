import { heldOf } from '../calendar/series-entry';
import type { Catalogue } from '../catalogue/catalogue';
import { outlineOf } from '../catalogue/outline';
import type { Series } from '../catalogue/schema';
import type { Context } from '../context';
import { NotFoundError } from '../errors';
import { matcher, type Criteria } from '../query/select';
import { asSeen, type Coming } from '../query/upcoming';
import { text, type RawOptions } from '../raw-options';
import { dayEnd } from '../time/interval';
import { dayAt } from '../time/reader';
import { addSpan, backwards } from '../time/span';
import { spanOf } from './criteria';
import { findEntry } from './find-entry';
import { eventsOf, hasPattern, seriesOf, type RecurringOf } from './recurring-finder';

/** What an export is about. */
export interface Selection {
  readonly rows: readonly Coming[];
  /** Series with a rule and something to come. */
  readonly series: readonly Series[];
}

/** What was asked for by id, a series standing for its pattern and its editions; or what the filters leave. */
export async function selectionOf(
  ctx: Context,
  catalogue: Catalogue,
  ids: readonly string[],
  options: RawOptions,
  criteria: Criteria,
  recurringOf: RecurringOf,
): Promise<Selection> {
  return ids.length > 0
    ? named(ctx, catalogue, ids, options, criteria)
    : filtered(ctx, catalogue, options, criteria, recurringOf);
}

/** @throws NotFoundError when nothing that was named has a date */
async function named(
  ctx: Context,
  catalogue: Catalogue,
  ids: readonly string[],
  options: RawOptions,
  { to: _, from: __, ...criteria }: Criteria,
): Promise<Selection> {
  const fits = matcher(criteria);
  const rows = new Map<string, Coming>();
  const series = new Map<string, Series>();
  for (const id of ids) {
    const entry = await findEntry(ctx, catalogue, id);
    const events = eventsOf(catalogue).filter((event) => event.id === entry.id || event.series === entry.id);
    const isPattern = entry.kind === 'series' && hasPattern(entry) && options['no-recurring'] !== true;
    if (events.length === 0 && !isPattern) ctx.note(`left out ${entry.id}: it has no date`);
    for (const event of events) if (fits(event, outlineOf(event))) rows.set(event.id, asSeen(event, ctx.moment));
    if (isPattern && fits(entry, outlineOf(entry))) series.set(entry.id, entry);
  }
  if (rows.size + series.size === 0) {
    throw new NotFoundError('none of these has a date.', { hint: 'See what has: mlops-guide upcoming' });
  }
  return { rows: [...rows.values()], series: [...series.values()] };
}

function filtered(
  ctx: Context,
  catalogue: Catalogue,
  options: RawOptions,
  { from, to, ...criteria }: Criteria,
  recurringOf: RecurringOf,
): Selection {
  const { now, zone, zones } = ctx.moment;
  const past = text(options, 'past');
  const back = past === undefined ? undefined : addSpan(dayAt(now, zone, zones), backwards(spanOf('past', past)));
  const fits = matcher({ ...criteria, ...(to && { to }) });
  const rows = eventsOf(catalogue)
    .filter((event) => fits(event, outlineOf(event)))
    .map((event) => asSeen(event, ctx.moment))
    // A first day that was asked for takes the place of now, be it past or future.
    .filter(({ ends, event }) => {
      const last = (event.end ?? event.start).slice(0, 10);
      if (options.from !== undefined && from !== undefined) return last >= from;
      return ends > now || (back !== undefined && last >= back);
    });
  if (!wantsPatterns(options)) return { rows, series: [] };
  const fitsPattern = matcher(criteria);
  const begins = options.from === undefined || from === undefined ? now : zones.instant(from, zone);
  const ends = to === undefined ? Infinity : dayEnd(to, zone, zones);
  const series = seriesOf(catalogue)
    .filter((one) => hasPattern(one) && fitsPattern(one, outlineOf(one)))
    .filter((one) => heldOf(recurringOf(one)).held.some(({ start }) => start >= begins && start < ends));
  return { rows, series };
}

/** Deadlines are those of editions: a pattern has none. */
function wantsPatterns(options: RawOptions): boolean {
  return options['no-recurring'] !== true && options.what !== 'deadlines';
}
