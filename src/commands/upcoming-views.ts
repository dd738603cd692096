import type { Context } from '../context';
import { UsageError } from '../errors';
import { eventItem, occurrenceItems, type DayItem } from '../query/day-items';
import type { Ahead } from '../query/expected';
import type { Moment } from '../query/moment';
import type { RawOptions } from '../raw-options';
import { itemLegend } from '../render/day-item';
import { drawingFor } from '../render/drawing';
import { timeline, type Bar } from '../render/timeline';
import { dayAt } from '../time/reader';
import { printAnswer, type Answer } from './answer';
import { withoutOwnClashes, type Avoided } from './avoid';
import { printClashes } from './clashes';

/** `upcoming` looked at in another way: on a time axis, by what overlaps, against the reader's own calendar. */
export async function printView(ctx: Context, options: RawOptions, answer: Answer<Ahead>): Promise<void> {
  if (options.timeline === true && options.clashes === true) {
    throw new UsageError('--timeline and --clashes exclude each other.');
  }
  const avoided = await withoutOwnClashes(ctx, options, answer);
  if (options.clashes === true) return printClashes(ctx, options, avoided.answer);
  await printAnswer(ctx, options, options.timeline === true ? asTimeline(ctx, avoided) : avoided.answer);
}

function asTimeline(ctx: Context, { answer, isTaken }: Avoided): Answer<Ahead> {
  const { moment, width, style } = ctx;
  const drawing = drawingFor(ctx.host.env);
  const today = dayAt(moment.now, moment.zone, moment.zones);
  const barOf = (row: Ahead): Bar => ({
    item: itemOf(row, moment),
    call: callDay(row, moment),
    isTaken: isTaken(row),
  });
  return {
    ...answer,
    page: (rows) => drawing.text(timeline(rows.map(barOf), { width, today, drawing, style })),
    legend: (rows) => {
      const hasCall = rows.some(({ nextCall }) => nextCall !== null);
      return Promise.resolve([
        ...itemLegend(rows.map((row) => barOf(row).item)),
        ...(hasCall ? ['! call for papers closes'] : []),
        ...(rows.some(isTaken) ? ['# collides with your calendar'] : []),
      ]);
    },
  };
}

/** A series has one line, with all its days. */
function itemOf(row: Ahead, moment: Moment): DayItem {
  const [first, ...more] = row.pattern ? occurrenceItems(row.pattern, row.times(), moment) : [];
  return first ? { ...first, also: more.map((item) => item.first) } : eventItem(row.event, moment);
}

/** Where the reader is; the stated day where the zone is not known. */
function callDay({ nextCall }: Ahead, { zone, zones }: Moment): string | undefined {
  if (nextCall === null) return undefined;
  return nextCall.closesAt === null ? nextCall.at.slice(0, 10) : dayAt(Date.parse(nextCall.closesAt), zone, zones);
}
