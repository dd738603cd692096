import { addDays, daysBetween, type Day } from '../time/day';
import { MONTHS, weekdayOf } from '../time/words';

/** More cells a day would only make long bars longer. */
const MOST_CELLS_PER_DAY = 3;
/** Two digits and a blank before and behind: a week with less room gets no number. */
const LEAST_WEEK = 4;

/** Days laid along a line of cells. */
export interface TimeAxis {
  readonly first: Day;
  /** Cells in use, at most those given. */
  readonly columns: number;
  /** The first cell of a day; negative before the axis, `columns` or more behind it. */
  column(day: Day): number;
  /** The days that share a cell, as numbers counted from the first; at least one. */
  daysAt(column: number): readonly [from: number, to: number];
}

/** @param last itself included, not before `first` */
export function timeAxis(first: Day, last: Day, columns: number): TimeAxis {
  const days = daysBetween(first, last) + 1;
  // Whole cells for a day where there are enough of them, else days share cells as evenly as can be.
  const cellsPerDay = Math.min(MOST_CELLS_PER_DAY, Math.floor(columns / days));
  const cell = (day: number): number => (cellsPerDay > 0 ? day * cellsPerDay : Math.floor((day * columns) / days));
  const firstDayAt = (column: number): number =>
    cellsPerDay > 0 ? Math.floor(column / cellsPerDay) : Math.ceil((column * days) / columns);
  return {
    first,
    columns: cell(days),
    column: (day) => cell(daysBetween(first, day)),
    daysAt: (column) => [firstDayAt(column), Math.max(firstDayAt(column), firstDayAt(column + 1) - 1)],
  };
}

/** The firsts of months on the axis. */
export function monthStarts(axis: TimeAxis): { day: Day; column: number }[] {
  const starts: { day: Day; column: number }[] = [];
  for (let day = axis.first, at = 0; axis.column(day) < axis.columns; at += 1, day = addDays(axis.first, at)) {
    if (day.endsWith('-01')) starts.push({ day, column: axis.column(day) });
  }
  return starts;
}

/** Names over the axis: a month at its first day, with the year at the first name and in January where there is room. */
export function monthLine(axis: TimeAxis): string {
  const marks = monthStarts(axis);
  const all = marks[0]?.column === 0 ? marks : [{ day: axis.first, column: 0 }, ...marks];
  let line = '';
  for (const [at, { day, column }] of all.entries()) {
    const room = (all[at + 1]?.column ?? axis.columns) - column - 1;
    const name = (MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3);
    const withYear = `${name} ${day.slice(0, 4)}`;
    const isNamed = (line === '' || name === 'Jan') && withYear.length <= room;
    const text = isNamed ? withYear : name;
    if (text.length <= room && (line === '' || line.length < column)) line = line.padEnd(column) + text;
  }
  return line;
}

/** Numbers of Mondays under the months; undefined where they would stand too close. */
export function weekLine(axis: TimeAxis): string | undefined {
  const toMonday = (7 - weekdayOf(axis.first)) % 7;
  if (axis.column(addDays(axis.first, 7)) < LEAST_WEEK) return undefined;
  let line = '';
  for (let day = addDays(axis.first, toMonday); axis.column(day) + 2 <= axis.columns; day = addDays(day, 7)) {
    line = line.padEnd(axis.column(day)) + String(Number(day.slice(8)));
  }
  return line;
}
