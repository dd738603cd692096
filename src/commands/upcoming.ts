import { outlineOf } from '../catalogue/outline';
import type { Outline } from '../catalogue/catalogue';
import type { GuideEvent } from '../catalogue/schema';
import { matcher, type Criteria } from '../query/select';
import { aheadByText, upcomingEvents, type Coming } from '../query/upcoming';
import type { Day } from '../time/day';
import { dayAt } from '../time/reader';
import { printAnswer } from './answer';
import { COMING_FIELDS, comingRecord } from './coming-fields';
import { readCriteria, spanEnd } from './criteria';
import { filterInTheWay } from './empty';
import { sorted } from './sort';
import type { Action } from './specs';

/** How far ahead it looks when nobody says. */
const AHEAD = { months: 3 };

export const upcoming: Action = async (ctx, _, options) => {
  const catalogue = await ctx.catalogue();
  const asked = await readCriteria(options, ctx, catalogue);
  const { moment } = ctx;
  const today = dayAt(moment.now, moment.zone, moment.zones);
  const find = (criteria: Criteria, lastDay?: Day): Coming[] => {
    // `--within` looks ahead from now; what is still on somewhere is not over because the reader's day has changed.
    const fits = matcher({ ...criteria, to: undefined, from: options.from === undefined ? undefined : criteria.from });
    const near = catalogue.outlines(['event']).filter(aheadByText(moment, lastDay));
    const found = new Map<GuideEvent, Outline>();
    for (const outline of near) {
      const entry = catalogue.entry(outline);
      if (entry.kind === 'event' && fits(entry, outline)) found.set(entry, outline);
    }
    return upcomingEvents([...found.keys()], moment, lastDay, (event) => found.get(event)?.interval);
  };
  const to = asked.to ?? spanEnd(asked.from !== undefined && asked.from > today ? asked.from : today, AHEAD);
  const rows = sorted(find(asked, to), options, catalogue, ({ event }) => outlineOf(event), asked.near);
  await printAnswer(ctx, options, {
    rows,
    columns: async () => (await import('./table-columns')).comingColumns(moment),
    fields: COMING_FIELDS,
    record: comingRecord,
    noun: 'events',
    near: asked.near && { to: asked.near, of: ({ event }) => event },
    legend: async (shown) => (await import('./table-columns')).comingLegend(shown),
  });
  if (rows.length > 0) return;
  const later = find(asked).length;
  const ways = [
    filterInTheWay({ ...asked, to: undefined }, options, (criteria) => find(criteria, to).length),
    later > 0 && ` ${later} later: try --within 12mo.`,
  ];
  ctx.note(`No events by ${to}.${ways.find(Boolean) ?? ''}`);
};
