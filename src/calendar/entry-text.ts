import type { Entry, GuideEvent, Milestone, Place } from '../catalogue/schema';
import type { Day } from '../time/day';
import { clockTime } from '../time/skipped-time';
import type { Zones } from '../time/zone';
import type { CalendarEntry, State } from './entry';

/** `2026-11-30T23:59` as `2026-11-30 23:59`. */
export function spoken(stamp: string): string {
  return stamp.replace('T', ' ');
}

/** `Online`, or the parts of the place that are known; undefined when none is. */
export function locationText({ mode, place }: { mode?: string; place?: Place }): string | undefined {
  if (mode === 'online') return 'Online';
  const parts = [place?.venue, place?.city, place?.region, place?.country].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** Only both together are a point; 0 is a number like any other. */
export function geoOf({ lat, lon }: Place = {}): CalendarEntry['geo'] {
  return lat === undefined || lon === undefined ? undefined : { lat, lon };
}

/** `Call for papers: 2026-11-30 23:59 AoE (extended from 2026-11-15)`. */
export function milestoneText({ label, at, timezone, was }: Milestone, zones: Zones): string {
  const extended = was === undefined ? '' : ` (extended from ${spoken(was)})`;
  // A zone that nobody knows costs the deadline its line, not the edition.
  const time = timezone !== undefined && zones.has(timezone) ? clockTime(at, timezone, zones) : at;
  return `${label}: ${spoken(time)} ${timezone ?? '(zone not stated)'}${extended}`;
}

/** The page to open, then where each fact was read and when that stood so. */
export function evidenceText({ sources }: Pick<Entry, 'sources'>, url: string | undefined): string[] {
  return [
    ...(url === undefined ? [] : [url]),
    ...sources.map(({ ref, verified }) => `Source: ${ref}, verified ${verified}`),
  ];
}

export function stateOf({ status, certainty }: Pick<GuideEvent, 'status' | 'certainty'>): State {
  if (status === 'cancelled' || status === 'postponed') return status;
  return certainty === 'confirmed' ? 'confirmed' : 'unconfirmed';
}

/** The newest day that the entry names of itself; of a month, the first. */
export function changedDay({ added, sources }: Pick<Entry, 'added' | 'sources'>): Day {
  const days = sources.map(({ verified }) => (verified.length === 7 ? `${verified}-01` : verified));
  return days.reduce((newest, day) => (day > newest ? day : newest), added);
}
