import type { Recurring } from '../calendar/series-entry';
import type { Catalogue } from '../catalogue/catalogue';
import { outlineOf } from '../catalogue/outline';
import type { GuideEvent, Series } from '../catalogue/schema';
import type { Context } from '../context';
import { NotFoundError } from '../errors';
import { matcher, type Criteria } from '../query/select';
import { asSeen, type Coming } from '../query/upcoming';
import { text, type RawOptions } from '../raw-options';
import { addDays, type Day } from '../time/day';
import { occurrences } from '../time/occurrences';
import { dayAt } from '../time/reader';
import { addSpan, type Span } from '../time/span';
import type { Zones } from '../time/zone';
import { spanOf } from './criteria';
import { findEntry } from './find-entry';

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
): Promise<Selection> {
  const found =
    ids.length > 0 ? await named(ctx, catalogue, ids, options, criteria) : filtered(ctx, catalogue, options, criteria);
  return options['no-recurring'] === true ? { ...found, series: [] } : found;
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
): Selection {
  const { now, zone, zones } = ctx.moment;
  const past = text(options, 'past');
  const back = past === undefined ? undefined : addSpan(dayAt(now, zone, zones), negative(spanOf('past', past)));
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
  const fitsPattern = matcher(criteria);
  const begins = options.from === undefined || from === undefined ? now : zones.instant(from, zone);
  const ends = zones.instant(addDays(to ?? horizonOf(catalogue), 1), zone);
  const series = seriesOf(catalogue)
    .filter((one) => hasPattern(one) && fitsPattern(one, outlineOf(one)))
    .filter((one) => occurrences(one, zones, begins, ends).length > 0);
  return { rows, series };
}

/**
 * What the calendar writes of a series: its pattern from the day on which it came into the catalogue, which never
 * moves, to the end of the second year after the catalogue's. Neither depends on the clock, and a rule that its organiser
 * has given up does not stay in a calendar for ever.
 * @param series one that `hasPattern`
 */
export function recurringOf(series: Series, catalogue: Catalogue, zones: Zones): Recurring {
  if (series.recurrence === undefined) throw new RangeError(`${series.id} has no rule`);
  const { exceptions: _, ...rule } = series.recurrence;
  const zone = rule.timezone;
  const horizon = horizonOf(catalogue);
  const found = occurrences(
    { ...series, recurrence: rule },
    zones,
    zones.instant(series.added, zone),
    zones.instant(addDays(horizon, 1), zone),
  );
  const hasEnd = /;(COUNT|UNTIL)=/.test(rule.rule);
  return {
    series,
    occurrences: found,
    until: (hasEnd ? found.at(-1)?.day : undefined) ?? horizon,
    editions: eventsOf(catalogue).filter((event) => event.series === series.id),
  };
}

/** The last day that patterns are written for. */
function horizonOf({ date }: Catalogue): Day {
  return `${Number(date.slice(0, 4)) + 2}-12-31`;
}

/** Does its organiser state a rule, and does it still stand? */
export function hasPattern({ recurrence, status }: Series): boolean {
  return recurrence !== undefined && status !== 'ended';
}

export function eventsOf(catalogue: Catalogue): GuideEvent[] {
  return catalogue.entries(['event']).filter((entry) => entry.kind === 'event');
}

export function seriesOf(catalogue: Catalogue): Series[] {
  return catalogue.entries(['series']).filter((entry) => entry.kind === 'series');
}

const negative = ({ days = 0, months = 0 }: Span): Span => ({ days: -days, months: -months });
