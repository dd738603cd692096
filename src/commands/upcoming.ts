import type { Catalogue } from '../catalogue/catalogue';
import { outlineOf } from '../catalogue/outline';
import type { Context } from '../context';
import { counted } from '../counted';
import { startsWithin, type Ahead, type FindOccurrences } from '../query/expected';
import { matcher, type Criteria } from '../query/select';
import type { Undated } from '../query/undated';
import { startDay, type Moment } from '../query/upcoming';
import type { RawOptions } from '../raw-options';
import type { Day } from '../time/day';
import { dayAt } from '../time/reader';
import { addSpan } from '../time/span';
import { printAnswer } from './answer';
import { COMING_FIELDS, comingRecord } from './coming-fields';
import { readCriteria } from './criteria';
import { filterInTheWay, noteEmpty } from './empty';
import { comingFinder, occurrenceFinder } from './find-coming';
import { sorted } from './sort';
import type { Action } from './specs';

/** How far ahead it looks when nobody says. */
const AHEAD = { months: 3 };
/** Of a first page that does not hold all, so many rows are kept for what is only expected. */
const EXPECTED_ROWS = 5;
/** Options that look at the answer in another way, with code of their own. */
const VIEWS = ['timeline', 'clashes', 'avoid', 'hide-clashes'];

export const upcoming: Action = async (ctx, _, options) => {
  const catalogue = await ctx.catalogue();
  const asked = await readCriteria(options, ctx, catalogue);
  if (options['series-without-date'] === true) return printUndated(ctx, options, catalogue, asked);
  const { moment } = ctx;
  const today = dayAt(moment.now, moment.zone, moment.zones);
  const to = asked.to ?? lastDayOf(asked, today);
  const find = await comingFinder(ctx, catalogue, options, asked, options.timeline === true ? to : undefined);
  // A year is that of an event's own days, and its last night may be the reader's next year.
  const isYear = asked.years !== undefined && asked.to === undefined;
  const rows = sorted(
    find(asked, isYear ? undefined : to),
    options,
    catalogue,
    ({ event }) => outlineOf(event),
    asked.near,
  );
  const print = VIEWS.some((name) => Object.hasOwn(options, name))
    ? (await import('./upcoming-views')).printView
    : printAnswer;
  await print(ctx, options, {
    rows,
    columns: async () => (await import('./table-columns')).comingColumns(moment),
    fields: COMING_FIELDS,
    record: comingRecord,
    noun: ['event', 'events'],
    near: asked.near && { to: asked.near, of: ({ event }) => event },
    ...(options.sort === undefined && options.reverse === undefined ? { firstPage } : {}),
    legend: async (shown) => (await import('./table-columns')).comingLegend(shown),
  });
  if (rows.length > 0) {
    if (ctx.format === 'table' && Object.keys(asked).length === 0) await noteUndated(ctx, catalogue);
    return;
  }
  if (to < today) {
    const until = isYear ? `--year ${yearsText(asked)}` : `--to ${to}`;
    const days = [...(asked.from === undefined ? [] : [`--from ${asked.from}`]), until].join(' ');
    ctx.note(`No events by ${to}. These days are over; what was on: mlops-guide list events ${days}`);
    return;
  }
  const later = find(asked);
  const ways = [
    filterInTheWay({ ...asked, to: undefined }, options, (criteria) => find(criteria, to).length),
    later.length > 0 && ` ${later.length} later: try ${wideEnough(later, asked.from ?? today, moment)}.`,
  ];
  ctx.note(`No events ${isYear ? 'of these years' : `by ${to}`}.${ways.find(Boolean) ?? ''}`);
};

/** As `--year` takes them. */
const yearsText = ({ years = [] }: Criteria): string =>
  years.map(({ from, to }) => (from === to ? `${from}` : `${from > 0 ? from : ''}..${to}`)).join(',');

/** How far ahead it looks: to the end of the years that are asked for, or else as far as is usual. */
function lastDayOf({ from, years }: Criteria, today: Day): Day {
  if (years) return `${String(Math.max(...years.map((range) => range.to))).padStart(4, '0')}-12-31`;
  return addSpan(from !== undefined && from > today ? from : today, AHEAD);
}

/** How to ask for days that hold one of them at least: a year, where that will do. */
function wideEnough(later: readonly Ahead[], from: Day, moment: Moment): string {
  const first = later
    .map(({ event, starts, allDay }) => startDay(event, starts, allDay, moment))
    .reduce((least, day) => (day < least ? day : least));
  return first <= addSpan(from, { months: 12 }) ? '--within 12mo' : `--to ${first}`;
}

/** What is dated from the top, what is expected from the top of its own. */
function firstPage(rows: readonly Ahead[], length: number): readonly Ahead[] {
  const dated = rows.findIndex(({ pattern }) => pattern);
  if (rows.length <= length || dated === -1) return rows.slice(0, length);
  const kept = Math.min(rows.length - dated, Math.max(EXPECTED_ROWS, length - dated));
  return [...rows.slice(0, Math.min(dated, length - kept)), ...rows.slice(dated, dated + kept)];
}

/** What is nowhere in the list, because nobody says when it is next. */
async function noteUndated(ctx: Context, catalogue: Catalogue): Promise<void> {
  const { undatedSeries } = await import('./table-columns');
  const { length } = undatedSeries(catalogue, ctx.moment, await finder(ctx, catalogue));
  if (length > 0)
    ctx.note(
      ctx.style.dim(
        `${counted(length, 'series has', 'series have')} no date announced: mlops-guide upcoming --series-without-date`,
      ),
    );
}

async function printUndated(ctx: Context, options: RawOptions, catalogue: Catalogue, asked: Criteria): Promise<void> {
  const { lastEditions, undatedAnswer, undatedSeries } = await import('./table-columns');
  const occurrences = await finder(ctx, catalogue);
  const find = (criteria: Criteria): Undated[] => {
    // What has no date is not looked for by one.
    const fits = matcher({ ...criteria, from: undefined, to: undefined });
    return undatedSeries(catalogue, ctx.moment, occurrences).filter(({ series, outline }) => fits(series, outline));
  };
  const answer = undatedAnswer(find(asked), lastEditions(catalogue));
  const rows = sorted(answer.rows, options, catalogue, ({ outline }) => outline, asked.near);
  const near = asked.near && { to: asked.near, of: ({ series }: Undated) => series };
  await printAnswer(ctx, options, { ...answer, rows, near });
  if (rows.length === 0)
    noteEmpty(ctx, 'No series without a date', asked, options, (criteria) => find(criteria).length);
}

function finder({ moment }: Context, catalogue: Catalogue): Promise<FindOccurrences | undefined> {
  const recurring = catalogue.outlines(['series']).filter(({ recurs }) => recurs);
  return occurrenceFinder(recurring, startsWithin(moment, undefined, undefined).from);
}
