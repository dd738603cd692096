import type { DayItem } from '../query/day-items';
import { weeksOf, type Month } from '../query/month';
import type { Moment } from '../query/upcoming';
import { layWeek, type Placed } from '../query/week-lanes';
import type { Day } from '../time/day';
import { MONTHS, WEEKDAYS } from '../time/words';
import { itemLabel, paintItem } from './day-item';
import type { Drawing } from './drawing';
import type { Style } from './style';
import { cells, fit, pad } from './width';

/** In less, a day would hold no word. */
const LEAST_CELL = 8;
const MOST_CELL = 30;
/** Lines of a week before "+3 more". */
const LANES = 6;
const WALLS = 8;

export interface GridLook {
  readonly width: number;
  /** Weekday of the first column, 0 is Monday. */
  readonly weekStart: number;
  readonly today: Day;
  readonly moment: Moment;
  readonly drawing: Drawing;
  readonly style: Style;
}

/** Is there room for seven days side by side? */
export function hasGridRoom(width: number): boolean {
  return cellWidth(width) >= LEAST_CELL;
}

const cellWidth = (width: number): number => Math.min(MOST_CELL, Math.floor((width - WALLS) / 7));

/**
 * A month as a grid: a bar for what lasts several days, a word for the rest; never wider than the width.
 * @param items in the order in which they should find room
 */
export function monthGrid(month: Month, items: readonly DayItem[], look: GridLook): string {
  const { style, drawing, weekStart, width } = look;
  const cell = cellWidth(width);
  const rule = (at: 0 | 1 | 2): string => {
    const [left = '', middle = '', right = ''] = drawing.corners[at];
    return style.dim(left + Array.from({ length: 7 }, () => drawing.line.repeat(cell)).join(middle) + right);
  };
  const names = Array.from({ length: 7 }, (_, at) => WEEKDAYS[(weekStart + at) % 7] ?? '');
  const isShort = names.some((name) => name.length > cell);
  const heads = names.map((name) => style.bold(pad(isShort ? name.slice(0, 3) : name, cell)));
  const weeks = weeksOf(month, weekStart).map((days) => weekLines(days, items, cell, look).join('\n'));
  return [` ${heads.join(' ')}`.trimEnd(), rule(0), weeks.join(`\n${rule(1)}\n`), rule(2)].join('\n');
}

/** `December 2026`. */
export function monthTitle(month: Month): string {
  return `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

function weekLines(
  days: readonly (Day | undefined)[],
  items: readonly DayItem[],
  cell: number,
  look: GridLook,
): string[] {
  const { lanes, hidden } = layWeek(items, days, LANES);
  const wall = look.style.dim(look.drawing.wall);
  const line = (parts: readonly string[]): string => wall + parts.join(wall) + wall;
  const more = hidden.map((count) => look.style.dim(pad(count > 0 ? fit(`+${count} more`, cell) : '', cell)));
  return [
    line(days.map((day) => dayHead(day, cell, look))),
    // A week without anything still has room to be written in.
    ...(lanes.length === 0 ? [[]] : lanes).map((lane) => line(laneParts(lane, cell, look))),
    ...(hidden.some(Boolean) ? [line(more)] : []),
  ];
}

function dayHead(day: Day | undefined, cell: number, { today, style }: GridLook): string {
  if (day === undefined) return ' '.repeat(cell);
  const number = String(Number(day.slice(8)));
  return day === today ? style.green(style.bold(pad(fit(`${number} today`, cell), cell))) : pad(number, cell);
}

function laneParts(lane: readonly Placed<DayItem>[], cell: number, look: GridLook): string[] {
  const parts: string[] = [];
  let column = 0;
  for (const place of lane) {
    for (; column < place.from; column += 1) parts.push(' '.repeat(cell));
    const days = place.to - place.from + 1;
    parts.push(segment(place, days * cell + days - 1, look));
    column = place.to + 1;
  }
  for (; column < 7; column += 1) parts.push(' '.repeat(cell));
  return parts;
}

/** One item in one week: a bar with its name on it, or the name alone where it is of one day. */
function segment({ item, from, to, before, after }: Placed<DayItem>, width: number, look: GridLook): string {
  const { drawing, style, moment } = look;
  const label = itemLabel(item, moment);
  const { url } = item.milestone ?? item.entry;
  const named = (text: string): string => (url ? style.link(text, url) : text);
  if (from === to && !before && !after) {
    const text = fit(label, width);
    return paintItem(named(text), item, style) + ' '.repeat(width - cells(text));
  }
  const { head, body, tail } = drawing.bar;
  const text = fit(label, width - 2);
  const rest = width - 2 - cells(text);
  const fill = rest > 1 ? ` ${body.repeat(rest - 1)}` : ' '.repeat(rest);
  return paintItem(
    `${before ? drawing.before : head}${named(text)}${fill}${after ? drawing.after : tail}`,
    item,
    style,
  );
}
