import type { GuideEvent } from '../catalogue/schema';
import { dayAt } from '../time/reader';
import type { Zones } from '../time/zone';
import { zoneText } from './facts';

/** When something with a time of day lasts. */
export interface Times {
  /** Epoch ms, `ends` exclusive; absent where nobody states an end. */
  readonly starts: number;
  readonly ends?: number;
  /** Of the end a day alone is stated, at the end of which it is over. */
  readonly endsByDay?: boolean;
}

/** How a range is said. */
export interface Clock {
  readonly zone: string;
  readonly zones: Zones;
  /** A wall in words, with or without a time of day; a year that is given is left out. */
  words(wall: string, year?: number): string;
  /** Goes without saying. */
  readonly year?: number;
}

/**
 * What is stated of an event's time, of which `asSeen` and `eventInterval` tell the instants: the hour that they assume
 * where no end is stated is no fact.
 */
export function timesOf(
  { end }: Pick<GuideEvent, 'end'>,
  { starts, ends }: { readonly starts: number; readonly ends: number },
): Times {
  // An end that clocks have moved before the start says nothing.
  return end === undefined || ends <= starts ? { starts } : { starts, ends, endsByDay: end.length === 10 };
}

/**
 * From when to when on the clocks of one zone, which is named once: `8 Dec 09:00` and `10 Dec 17:00 CET`; of one day
 * `9 Dec 18:00` and `20:30 CET`; of a day alone `8 Dec 09:00 CET` and `10 Dec`. Both with a zone where its name changes
 * meanwhile. The year of the end is said where it is not that of the start.
 * @returns one part where no end can be told, else two
 */
export function timeRange({ starts, ends, endsByDay }: Times, { zone, zones, words, year }: Clock): string[] {
  const from = zones.wall(starts, zone);
  const name = zoneText(starts, zone, zones);
  const whole = `${words(from, year)} ${name}`;
  if (ends === undefined) return [whole];
  const firstYear = Number(from.slice(0, 4));
  if (endsByDay === true) {
    const last = dayAt(ends - 1, zone, zones);
    return last > from.slice(0, 10) ? [whole, words(last, firstYear)] : [whole];
  }
  const to = zones.wall(ends, zone);
  const endName = zoneText(ends, zone, zones);
  const until = to.slice(0, 10) === from.slice(0, 10) ? to.slice(11) : words(to, firstYear);
  return [name === endName ? words(from, year) : whole, `${until} ${endName}`];
}
