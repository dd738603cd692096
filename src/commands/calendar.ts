import { cleanText } from '../catalogue/clean';
import { outlineOf } from '../catalogue/outline';
import type { Context } from '../context';
import { counted } from '../counted';
import { UsageError } from '../errors';
import { gathered, type DayItem } from '../query/day-items';
import { daysOf, isMonth, monthsBetween, monthsFrom, type Month } from '../query/month';
import type { Criteria } from '../query/select';
import type { Moment } from '../query/upcoming';
import type { Days } from '../query/week-lanes';
import { oneOf, text, wholeNumber, type RawOptions } from '../raw-options';
import { dayList } from '../render/day-list';
import { itemLegend } from '../render/day-item';
import { drawingFor, type Drawing } from '../render/drawing';
import { zoneText } from '../render/facts';
import { hasGridRoom, monthGrid, monthTitle } from '../render/month-grid';
import { itemList } from '../render/item-list';
import { table } from '../render/table';
import { wrap } from '../render/width';
import { LAST_DAY } from '../time/day';
import { dayAt } from '../time/reader';
import { WEEKDAYS } from '../time/words';
import { catalogueAge, ENTRIES, printAnswer, suggestUpdate } from './answer';
import { dayColumns } from './calendar-columns';
import { itemsOn, windowOf } from './calendar-items';
import { DAY_FIELDS, dayRecord } from './calendar-fields';
import { readCriteria } from './criteria';
import { filterInTheWay } from './empty';
import { occurrenceFinder } from './find-coming';
import { sorted } from './sort';
import type { Action } from './specs';

/** From here on there is room for a table with ids. */
const TABLE_WIDTH = 100;
/** Three years: further ahead nobody knows a date. */
const MOST_MONTHS = 36;

export const calendar: Action = async (ctx, [word], options) => {
  const catalogue = await ctx.catalogue();
  const asked = await readCriteria(options, ctx, catalogue);
  const months = monthsAsked(word, options, asked, ctx);
  const weekStart = weekdayNamed(text(options, 'week-start') ?? 'monday');
  const { from, to } = windowOf(daysAsked(months, {}), ctx.moment);
  const recurring = catalogue.outlines(['series']).filter(({ recurs }) => recurs);
  const occurrences = await occurrenceFinder(recurring, from, to);
  const find = (criteria: Criteria): DayItem[] =>
    itemsOn(daysAsked(months, criteria), catalogue, criteria, options, ctx.moment, occurrences);
  const found = sorted(find(asked), options, catalogue, ({ entry }) => outlineOf(entry), asked.near);
  const rows = found.slice(0, wholeNumber('limit', text(options, 'limit')) || undefined);
  if (rows.length === 0) {
    const [first = '', last] = [months[0], months.at(-1)];
    const span = monthTitle(first) + (last === undefined || last === first ? '' : ` to ${monthTitle(last)}`);
    ctx.note(`Nothing in ${span}.${filterInTheWay(asked, options, (less) => find(less).length)}`);
  }
  if (ctx.format === 'table' && !ctx.fields) return printMonths(ctx, months, rows, found.length, weekStart);
  await printAnswer(ctx, options, {
    rows: found,
    columns: () => Promise.resolve([]), // a table of them stands under the grid
    fields: DAY_FIELDS,
    record: dayRecord,
    noun: ENTRIES,
    near: asked.near && { to: asked.near, of: ({ entry }: DayItem) => entry },
  });
};

/** The month named, else that of `--from`, else the present one; so many as `--months` says, else up to `--to`. */
function monthsAsked(word: string | undefined, options: RawOptions, { from, to }: Criteria, ctx: Context): Month[] {
  if (word !== undefined && !isMonth(word)) {
    throw new UsageError(`"${cleanText(word)}" is no month.`, { hint: 'Use YYYY-MM, such as 2026-12.' });
  }
  const count = wholeNumber('months', text(options, 'months'));
  if (count !== undefined && (count < 1 || count > MOST_MONTHS)) {
    throw new UsageError(`--months takes 1 to ${MOST_MONTHS}, not ${count}.`);
  }
  const { now, zone, zones } = ctx.moment;
  const first = word ?? (from ?? dayAt(now, zone, zones)).slice(0, 7);
  const toLast = word === undefined && to !== undefined ? monthsBetween(first, to.slice(0, 7)) + 1 : 1;
  return monthsFrom(first, count ?? Math.min(Math.max(1, toLast), MOST_MONTHS));
}

/** Those of all the months, without what is before `--from` or behind `--to`. */
function daysAsked(months: readonly Month[], { from = '', to = LAST_DAY }: Criteria): Days {
  const first = daysOf(months[0] ?? '')[0] ?? '';
  const last = daysOf(months.at(-1) ?? '').at(-1) ?? '';
  return { first: from > first ? from : first, last: to < last ? to : last };
}

function weekdayNamed(name: string): number {
  const names = WEEKDAYS.map((weekday) => weekday.toLowerCase());
  return names.indexOf(oneOf('week-start', name, names));
}

async function printMonths(
  ctx: Context,
  months: readonly Month[],
  rows: readonly DayItem[],
  total: number,
  weekStart: number,
): Promise<void> {
  if (rows.length === 0) return;
  const { style } = ctx;
  const drawing = drawingFor(ctx.host.env);
  ctx.out(drawing.text(months.flatMap((month) => monthPage(month, rows, { weekStart, drawing }, ctx)).join('\n\n')));
  const all = counted(total, ...ENTRIES);
  const count = rows.length < total ? `${rows.length} of ${all}, -n 0 shows all` : all;
  ctx.note(style.dim(`\n${[count, ...itemLegend(rows), await catalogueAge(ctx)].join(' · ')}`));
  await suggestUpdate(ctx);
}

/** A month and what is in it; nothing where nothing is. */
function monthPage(
  month: Month,
  rows: readonly DayItem[],
  form: { weekStart: number; drawing: Drawing },
  { width, style, moment }: Context,
): string[] {
  const [firstDay = '', ...others] = daysOf(month);
  const lastDay = others.at(-1) ?? firstDay;
  const items = rows.filter(({ first, last }) => last >= firstDay && first <= lastDay);
  if (items.length === 0) return [];
  const today = dayAt(moment.now, moment.zone, moment.zones);
  const look = { ...form, width, style, moment, firstDay, today };
  const head = wrap(`${monthTitle(month)} · ${zoneOfMonth(firstDay, lastDay, moment)}`, width).map(style.bold);
  if (!hasGridRoom(width)) return [[...head, '', dayList(gathered(items, moment), look)].join('\n')];
  // Where room is short, what is about MLOps itself is seen first.
  const grid = monthGrid(month, [...items].sort((a, b) => weight(a) - weight(b)), look); // prettier-ignore
  const inFull = gathered(items, moment);
  const list = width < TABLE_WIDTH ? itemList(inFull, look) : table(inFull, dayColumns(moment, firstDay), width, style);
  return [[...head, grid, '', list].join('\n')];
}

/** `Europe/Berlin (CET)`; with both names where clocks change in that month; `UTC` by that name alone. */
function zoneOfMonth(firstDay: string, lastDay: string, { zone, zones }: Moment): string {
  const names = [firstDay, lastDay].map((day) => zoneText(zones.instant(`${day}T12:00`, zone), zone, zones));
  const said = [...new Set(names)].join(', then ');
  return said === zone || said === 'UTC' ? said : `${zone} (${said})`;
}

const weight = ({ kind, entry }: DayItem): number => (kind === 'occurrence' ? 2 : Number(entry.relevance !== 'core'));
