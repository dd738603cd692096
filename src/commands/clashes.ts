import type { Context } from '../context';
import { clashesOf, type Clash } from '../query/clashes';
import { eventItem } from '../query/day-items';
import type { Ahead } from '../query/expected';
import type { Moment } from '../query/moment';
import type { RawOptions } from '../raw-options';
import { itemLegend } from '../render/day-item';
import type { Field } from '../render/formats';
import { itemList } from '../render/item-list';
import { wrap } from '../render/width';
import type { Day } from '../time/day';
import { dayAt } from '../time/reader';
import { dayRange } from '../time/words';
import { printAnswer, type Answer } from './answer';

const INDENT = 2;

/**
 * Groups of events that are on at the same time. What is cancelled or postponed does not take place, and what is only
 * expected by a rule meets every conference.
 */
export async function printClashes(ctx: Context, options: RawOptions, events: Answer<Ahead>): Promise<void> {
  const { moment, style, width } = ctx;
  const taking = events.rows.filter(
    ({ event, pattern }) => !pattern && event.status !== 'cancelled' && event.status !== 'postponed',
  );
  const rows = clashesOf(taking);
  const thisYear = dayAt(moment.now, moment.zone, moment.zones).slice(0, 4);
  const page = (clash: Clash<Ahead>): string => {
    const { first, last } = daysOf(clash, moment);
    const head = `${dayRange(first, last, Number(thisYear))}: ${clash.events.length} at once`;
    const items = clash.events.map(({ event }) => eventItem(event, moment));
    const list = itemList(items, { width: width - INDENT, firstDay: `${thisYear}-01-01`, moment, style });
    return [...wrap(head, width).map(style.bold), ...list.split('\n').map((line) => ' '.repeat(INDENT) + line)].join('\n'); // prettier-ignore
  };
  await printAnswer(ctx, options, {
    rows,
    columns: () => Promise.resolve([]),
    fields: fieldsAt(moment),
    record: (clash) => ({ ...spanOf(clash, moment), events: clash.events.map((row) => events.record(row)) }),
    noun: ['clash', 'clashes'],
    page: (shown) => shown.map(page).join('\n\n'),
    legend: (shown) => {
      const items = shown.flatMap((clash) => clash.events.map(({ event }) => eventItem(event, moment)));
      return Promise.resolve(itemLegend(items));
    },
  });
  if (rows.length > 0 || events.rows.length === 0) return;
  ctx.note(
    taking.length > 1 ? `No two of these ${taking.length} events overlap.` : 'Fewer than two events: none overlap.',
  );
}

/** The days that all of them share, as each is shown; the reader's days of the instants where zones alone make the overlap. */
function daysOf({ starts, ends, events }: Clash<Ahead>, moment: Moment): { first: Day; last: Day } {
  const items = events.map(({ event }) => eventItem(event, moment));
  const first = items.map((item) => item.first).sort().at(-1) ?? ''; // prettier-ignore
  const last = items.map((item) => item.last).sort()[0] ?? '';
  if (first <= last) return { first, last };
  const { zone, zones } = moment;
  return { first: dayAt(starts, zone, zones), last: dayAt(ends - 1, zone, zones) };
}

function spanOf(clash: Clash<Ahead>, moment: Moment) {
  const { first, last } = daysOf(clash, moment);
  return {
    startsAt: new Date(clash.starts).toISOString(),
    endsAt: new Date(clash.ends).toISOString(),
    firstDay: first,
    lastDay: last,
    ids: clash.events.map(({ event }) => event.id),
  };
}

function fieldsAt(moment: Moment): readonly Field<Clash<Ahead>>[] {
  return [
    { key: 'startsAt', value: (clash) => spanOf(clash, moment).startsAt },
    { key: 'endsAt', value: (clash) => spanOf(clash, moment).endsAt },
    { key: 'firstDay', value: (clash) => spanOf(clash, moment).firstDay },
    { key: 'lastDay', value: (clash) => spanOf(clash, moment).lastDay },
    { key: 'ids', value: (clash) => spanOf(clash, moment).ids.join(',') },
  ];
}
