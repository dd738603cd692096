import type { Day } from '../time/day';

/** Anything that takes up days, both included. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** Where something lies in a row of seven days. */
export interface Placed<Item> {
  readonly item: Item;
  /** Columns 0 to 6, both included. */
  readonly from: number;
  readonly to: number;
  /** It has begun before the row, or goes on behind it. */
  readonly before: boolean;
  readonly after: boolean;
}

export interface WeekLanes<Item> {
  /** One line of the picture each: from left to right, nothing on top of another. */
  readonly lanes: readonly (readonly Placed<Item>[])[];
  /** For each column, how many items found no room. */
  readonly hidden: readonly number[];
}

/**
 * Lays items into the lines of one week. Who comes first in `items` comes first in the picture, each in the uppermost
 * line with room.
 * @param days the week, undefined for columns of another month: nothing is laid there
 * @param most lines that may be filled; one more is used where that spares the line that says what is missing
 */
export function layWeek<Item extends Days>(
  items: readonly Item[],
  days: readonly (Day | undefined)[],
  most: number,
): WeekLanes<Item> {
  const from = days.findIndex((day) => day !== undefined);
  const to = days.findLastIndex((day) => day !== undefined);
  const first = days[from];
  const last = days[to];
  if (first === undefined || last === undefined) return { lanes: [], hidden: days.map(() => 0) };
  const placed = items
    .filter((item) => item.first <= last && item.last >= first)
    .map((item) => ({
      item,
      from: item.first <= first ? from : days.indexOf(item.first),
      to: item.last >= last ? to : days.indexOf(item.last),
      before: item.first < first,
      after: item.last > last,
    }));
  const lanes: Placed<Item>[][] = [];
  for (const place of placed) {
    const lane = lanes.find((taken) => taken.every((other) => other.to < place.from || other.from > place.to));
    if (lane) lane.push(place);
    else lanes.push([place]);
  }
  const shown = lanes.length <= most + 1 ? lanes : lanes.slice(0, most);
  const hidden = days.map((_, column) =>
    lanes
      .slice(shown.length)
      .flat()
      .reduce((count, place) => count + Number(place.from <= column && column <= place.to), 0),
  );
  return { lanes: shown.map((lane) => lane.sort((a, b) => a.from - b.from)), hidden };
}
