import type { DayItem } from '../query/day-items';
import { addDays, daysBetween, type Day } from '../time/day';
import { dayRange, weekdayOf } from '../time/words';
import { itemMarks, itemName, paintItem } from './day-item';
import type { Drawing } from './drawing';
import type { Style } from './style';
import { monthLine, monthStarts, timeAxis, weekLine, type TimeAxis } from './time-axis';
import { cells, fit, pad, widest } from './width';

/** An event on its line. */
export interface Bar {
  readonly item: DayItem;
  /** The reader's day on which its call closes. */
  readonly call?: Day | undefined;
  /** It collides with the reader's own calendar. */
  readonly isTaken?: boolean;
}

export interface TimelineLook {
  readonly width: number;
  readonly today: Day;
  readonly drawing: Drawing;
  readonly style: Style;
}

/** Below it, a name stands above its bar instead of beside it. */
const NARROW = 60;
const LABEL_SHARE = 0.36;
const GAP = 2;
/** So many days before the first start are always on the axis; more of them only where the bars keep half of it. */
const TODAY_DAYS = 45;
/** What goes on for longer behind the last start runs off the axis. */
const TAIL_DAYS = 13;
const MOST_DIGIT = 9;

/**
 * Events as bars on one time axis, never wider than the width: months and Mondays above, today's line through all of it,
 * and below how many are on at once.
 * @param bars one at least, in the order in which they are drawn
 */
export function timeline(bars: readonly Bar[], look: TimelineLook): string {
  const { width, today, drawing, style } = look;
  const { isNarrow, labels, labelWidth, axis } = layoutOf(bars, look);
  const indent = ' '.repeat(isNarrow ? 0 : labelWidth + GAP);
  const now = axis.column(today);
  const hasToday = now >= 0 && now < axis.columns;
  const lines = bars.flatMap((bar, at) => {
    const url = bar.item.entry.url;
    const label = fit(labels[at] ?? '', isNarrow ? width : labelWidth);
    const name = paintItem(url ? style.link(label, url) : label, bar.item, style);
    const drawn = barLine(bar, axis, hasToday ? now : undefined, drawing, style);
    return isNarrow ? [name, drawn] : [`${name}${' '.repeat(labelWidth - cells(label) + GAP)}${drawn}`];
  });
  const head = [monthLine(axis), weekLine(axis)].flatMap((line) => (line === undefined ? [] : [indent + line]));
  const count = countLine(bars, axis);
  const counted = isNarrow ? ['at once', count] : [pad('at once', labelWidth + GAP) + count];
  return [
    ...head.map((line) => style.bold(line)),
    ...lines,
    ...(count === '' ? [] : counted),
    indent + (hasToday ? todayLine(axis, now, today, drawing, style) : todayBefore(today, drawing, style)),
  ].join('\n');
}

/** How many calls `timeline` draws, and how many close before the axis begins. Others are hidden by their own bars. */
export function drawnCalls(
  bars: readonly Bar[],
  look: Pick<TimelineLook, 'width' | 'today'>,
): { drawn: number; before: number } {
  const { axis } = layoutOf(bars, look);
  return {
    drawn: bars.filter((bar) => callColumn(bar, axis) !== undefined).length,
    before: bars.filter(({ call }) => call !== undefined && axis.column(call) < 0).length,
  };
}

interface Layout {
  readonly isNarrow: boolean;
  readonly labels: readonly string[];
  readonly labelWidth: number;
  readonly axis: TimeAxis;
}

function layoutOf(bars: readonly Bar[], { width, today }: Pick<TimelineLook, 'width' | 'today'>): Layout {
  const isNarrow = width < NARROW;
  const markWidth = widest(bars.map(marksOf));
  const labels = bars.map((bar) =>
    `${marksOf(bar).padEnd(markWidth)} ${itemName(bar.item)}`.slice(markWidth > 0 ? 0 : 1),
  );
  const labelWidth = isNarrow ? 0 : Math.min(widest(labels), Math.floor(width * LABEL_SHARE));
  return { isNarrow, labels, labelWidth, axis: axisFor(bars, today, width - (isNarrow ? 0 : labelWidth + GAP)) };
}

const marksOf = ({ item, isTaken }: Bar): string => (isTaken ? '#' : '') + itemMarks(item);

/**
 * From the Monday of today, or of the first start where that is so far ahead that the bars would be pressed together, to
 * where the last one that starts is over. What recurs goes on for as long as was asked for, and would press the rest
 * together.
 */
function axisFor(all: readonly Bar[], today: Day, columns: number): TimeAxis {
  const dated = all.filter(({ item }) => item.kind !== 'occurrence');
  const bars = dated.length > 0 ? dated : all;
  const starts = bars.flatMap(({ item }) => [item.first, ...(item.also ?? [])]).sort();
  const [earliest = today] = starts;
  const lastStart = [...starts, mondayOf(today)].sort().at(-1) ?? today;
  const lastDay = bars.map(({ item }) => item.last).sort().at(-1) ?? today; // prettier-ignore
  const tail = addDays(lastStart, TAIL_DAYS);
  const last = lastDay < tail ? (lastDay > lastStart ? lastDay : lastStart) : tail;
  const lead = daysBetween(today, earliest);
  const own = daysBetween(earliest, last) + 1;
  // Beside a single bar there is nothing that it could be compared with.
  const hasToday = lead <= TODAY_DAYS || starts.length === 1 || own >= lead;
  return timeAxis(mondayOf(hasToday ? today : earliest), last, columns);
}

const mondayOf = (day: Day): Day => addDays(day, -weekdayOf(day));

interface Mark {
  readonly char: string;
  readonly paint: (text: string) => string;
}

function barLine(bar: Bar, axis: TimeAxis, now: number | undefined, drawing: Drawing, style: Style): string {
  const { item } = bar;
  const marks: (Mark | undefined)[] = Array.from({ length: axis.columns }, () => undefined);
  for (const { column } of monthStarts(axis)) marks[column] = { char: drawing.month, paint: style.dim };
  if (now !== undefined) marks[now] = { char: drawing.wall, paint: style.green };
  const paint = (text: string): string => paintItem(text, item, style);
  const put = (first: Day, last: Day): readonly [number, number] => {
    const [from, to] = columnsOf(first, last, axis);
    for (let at = Math.max(0, from); at <= Math.min(to, axis.columns - 1); at += 1) {
      const isCut = (at === 0 && from < 0) || (at === axis.columns - 1 && to > at);
      marks[at] = {
        char: isCut ? (from < 0 && at === 0 ? drawing.before : drawing.after) : bodyOf(item, drawing),
        paint,
      };
    }
    return [from, to];
  };
  const [from, to] = put(item.first, item.last);
  for (const day of item.also ?? []) put(day, day);
  const callAt = callColumn(bar, axis);
  if (callAt !== undefined) marks[callAt] = { char: '!', paint: style.yellow };
  if (!item.also) putText(marks, dayRange(item.first, item.last, Number(item.last.slice(0, 4))), from, to, now, callAt);
  return lineOf(marks);
}

function columnsOf(first: Day, last: Day, axis: TimeAxis): readonly [from: number, to: number] {
  // All cells of the last day, also one that it shares with the next.
  return [axis.column(first), Math.max(axis.column(last), axis.column(addDays(last, 1)) - 1)];
}

/** Where a call is drawn: on the axis, and not over its own bar. */
function callColumn({ item, call }: Bar, axis: TimeAxis): number | undefined {
  if (call === undefined) return undefined;
  const at = axis.column(call);
  const [from, to] = columnsOf(item.first, item.last, axis);
  return at >= 0 && at < axis.columns && (at < from || at > to) ? at : undefined;
}

function bodyOf({ kind, entry }: DayItem, { bar, unsure }: Drawing): string {
  if (kind === 'occurrence' || entry.kind !== 'event') return '~';
  if (entry.status !== 'scheduled') return 'x';
  return entry.certainty === 'confirmed' ? bar.body : unsure;
}

/** The dates behind the bar, else before it, where they hide neither today nor a deadline. */
function putText(
  marks: (Mark | undefined)[],
  text: string,
  from: number,
  to: number,
  ...kept: readonly (number | undefined)[]
): void {
  const isFree = (start: number): boolean =>
    start >= 0 &&
    start + text.length <= marks.length &&
    !kept.some((at) => at !== undefined && at >= start - 1 && at <= start + text.length);
  const start = [to + 2, from - 1 - text.length].find(isFree);
  if (start === undefined) return;
  for (const [at, char] of text.split('').entries()) marks[start + at] = { char, paint: (plain) => plain };
}

/** The marks as text, neighbours of one colour painted together. */
function lineOf(marks: readonly (Mark | undefined)[]): string {
  let line = '';
  for (let at = 0; at < marks.length;) {
    const { paint } = marks[at] ?? {};
    let text = '';
    do {
      text += marks[at]?.char ?? ' ';
      at += 1;
    } while (at < marks.length && marks[at]?.paint === paint);
    line += paint ? paint(text) : text;
  }
  return line.trimEnd();
}

/** For each cell, how many events take place on its fullest day, from two on; `+` is ten and more. */
function countLine(bars: readonly Bar[], axis: TimeAxis): string {
  const counts = new Map<number, number>();
  for (const { item } of bars) {
    if (item.kind === 'occurrence' || item.entry.status === 'cancelled' || item.entry.status === 'postponed') continue;
    const from = Math.max(0, daysBetween(axis.first, item.first));
    const to = Math.min(daysBetween(axis.first, item.last), axis.daysAt(axis.columns - 1)[1]);
    for (let day = from; day <= to; day += 1) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return Array.from({ length: axis.columns }, (_, column) => {
    const [from, to] = axis.daysAt(column);
    let most = 0;
    for (let day = from; day <= to; day += 1) most = Math.max(most, counts.get(day) ?? 0);
    return most < 2 ? ' ' : most > MOST_DIGIT ? '+' : String(most);
  })
    .join('')
    .trimEnd();
}

/** Where the axis begins later. */
function todayBefore(today: Day, { before }: Drawing, style: Style): string {
  return style.green(`${before} today, ${dayRange(today, today)}`);
}

function todayLine(axis: TimeAxis, now: number, today: Day, { corners }: Drawing, style: Style): string {
  const [left = '', , right = ''] = corners[2];
  const texts = [
    `today, ${dayRange(today, today)}`,
    `today, ${dayRange(today, today, Number(today.slice(0, 4)))}`,
    'today',
  ];
  for (const text of texts) {
    if (now + 2 + text.length <= axis.columns) return style.green(`${' '.repeat(now)}${left} ${text}`);
    if (now - 1 - text.length >= 0) return style.green(`${' '.repeat(now - 1 - text.length)}${text} ${right}`);
  }
  return style.green(' '.repeat(now) + left);
}
