import type { Drawing } from './drawing';
import { cells, fit } from './width';

/** Cells of the bar at its longest; on a narrow terminal it goes before the words do. */
const LONGEST_BAR = 30;
const SHORTEST_BAR = 8;

/**
 * One line that says how far something is: `checking links ━━━━━━━─────── 340 of 2900`.
 * @param width cells; the line takes one less, for some terminals break a full one
 */
export function progressLine(
  { what, done, total }: { readonly what: string; readonly done: number; readonly total: number },
  width: number,
  { bar, line }: Pick<Drawing, 'bar' | 'line'>,
): string {
  const count = `${done} of ${total}`;
  const room = Math.min(LONGEST_BAR, width - 1 - cells(what) - cells(count) - 2);
  if (room < SHORTEST_BAR) return fit(`${what} ${count}`, width - 1);
  const filled = total === 0 ? room : Math.floor((room * done) / total);
  return `${what} ${bar.body.repeat(filled)}${line.repeat(room - filled)} ${count}`;
}
