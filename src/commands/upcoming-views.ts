import type { Context } from '../context';
import { counted } from '../counted';
import { UsageError } from '../errors';
import { eventItem, occurrenceItems, type DayItem } from '../query/day-items';
import type { Ahead } from '../query/expected';
import type { Moment } from '../query/moment';
import type { RawOptions } from '../raw-options';
import { itemLegend } from '../render/day-item';
import { drawingFor } from '../render/drawing';
import { drawnCalls, timeline, type Bar } from '../render/timeline';
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
      const bars = rows.map(barOf);
      const calls = drawnCalls(bars, { width, today });
      const early = counted(calls.before, 'call for papers closes', 'calls for papers close');
      return Promise.resolve([
        ...itemLegend(bars.map(({ item }) => item)),
        ...(calls.drawn > 0 ? ['! call for papers closes'] : []),
        ...(calls.before > 0 ? [`${early} before the axis begins`] : []),
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
