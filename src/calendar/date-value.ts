import type { Day } from '../time/day';

/** DATE of RFC 5545, 3.3.4: `20261201`. */
export function dateValue(day: Day): string {
  return day.replace(/-/g, '');
}

/** Local DATE-TIME, form 1 or 3 of RFC 5545, 3.3.5: `20261201T180000`. @param wall `YYYY-MM-DDTHH:MM` */
export function localValue(wall: string): string {
  return `${wall.replace(/[-:]/g, '')}00`;
}

/** DATE-TIME in UTC, form 2 of RFC 5545, 3.3.5: `20261201T115900Z`. @param instant epoch ms, cut to the second */
export function utcValue(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** `YYYY-MM-DDTHH:MM` on a clock in UTC at `instant`, epoch ms. */
export function utcWall(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}
