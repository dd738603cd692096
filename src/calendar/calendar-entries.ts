import type { GuideEvent, Milestone } from '../catalogue/schema';
import type { Zones } from '../time/zone';
import { deadlineEntry } from './deadline-entry';
import { editionEntry } from './edition-entry';
import type { CalendarEntry } from './entry';
import { inPlace, placesTaken, withoutPlaces } from './places-taken';
import { type Recurring, seriesEntry } from './series-entry';

export interface EntriesOptions {
  readonly what: 'events' | 'deadlines' | 'all';
  /** What deadlines become. */
  readonly deadlinesAs: CalendarEntry['component'];
  /** Series to write as patterns. */
  readonly recurring: readonly Recurring[];
  readonly zones: Zones;
  /** Which deadlines to write, for instance those still open; absent = all. Their UIDs do not depend on it. */
  readonly wanted?: (event: GuideEvent, milestone: Milestone) => boolean;
}

export interface Entries {
  /** By start, then UID; the editions in place of a pattern's occurrences behind it. */
  readonly entries: readonly CalendarEntry[];
  /** How many of each are in it: editions, series that recur, deadlines. */
  readonly events: number;
  readonly series: number;
  readonly deadlines: number;
  /** What could not be written: the id of an event and why, in words that follow the id. */
  readonly skipped: readonly { readonly id: string; readonly why: string }[];
}

/** Why an event is not among its deadlines: no fault, most have none. */
export const NO_DEADLINE = 'has no deadline to write';

/**
 * What a calendar says of these events and series.
 * @param events in any order; left untouched
 */
export function calendarEntries(events: readonly GuideEvent[], options: EntriesOptions): Entries {
  const { what, zones } = options;
  const skipped: { id: string; why: string }[] = [];
  const kept = (id: string, build: () => CalendarEntry[]): CalendarEntry[] => {
    try {
      return build();
    } catch (error) {
      // One entry whose time cannot be told must not cost a reader the rest.
      if (!(error instanceof RangeError)) throw error;
      skipped.push({ id, why: error.message });
      return [];
    }
  };
  const replacing = new Set<string>();
  const patterns: CalendarEntry[] = [];
  const editions: CalendarEntry[] = [];
  for (const recurring of what === 'deadlines' ? [] : options.recurring) {
    const { series } = recurring;
    for (const entry of kept(series.id, () => [seriesEntry(recurring, zones)])) {
      const { replaced, covered } = placesTaken(recurring, zones);
      patterns.push(withoutPlaces(entry, covered));
      for (const [start, event] of replaced) {
        replacing.add(event.id);
        editions.push(...kept(event.id, () => [inPlace(editionEntry(event, zones), entry, start)]));
      }
    }
  }
  for (const event of what === 'deadlines' ? [] : events) {
    if (!replacing.has(event.id)) editions.push(...kept(event.id, () => [editionEntry(event, zones)]));
  }
  const deadlines =
    what === 'events' ? [] : events.flatMap((event) => kept(event.id, () => deadlinesOf(event, options)));
  const entries = [...patterns, ...editions, ...deadlines].sort(inOrder);
  return { entries, events: editions.length, series: patterns.length, deadlines: deadlines.length, skipped };
}

/** All of an event's or, where one's zone is not known, none: half of them would look like all. */
function deadlinesOf(event: GuideEvent, options: EntriesOptions): CalendarEntry[] {
  const { what, zones, deadlinesAs, wanted = () => true } = options;
  const entries = (event.milestones ?? []).flatMap((milestone, index) =>
    wanted(event, milestone) ? [deadlineEntry(event, milestone, index, deadlinesAs, zones)] : [],
  );
  if (entries.length === 0 && what === 'deadlines') throw new RangeError(NO_DEADLINE);
  return entries;
}

function inOrder(a: CalendarEntry, b: CalendarEntry): number {
  // A pattern before what is in its places: some programs take the first of a UID for the whole.
  const keyOf = ({ when, replaces }: CalendarEntry): number =>
    replaces === undefined ? startOf(when) : startOf({ start: replaces.start, end: 0 });
  return (
    keyOf(a) - keyOf(b) ||
    Number(a.replaces !== undefined) - Number(b.replaces !== undefined) ||
    (a.uid < b.uid ? -1 : 1)
  );
}

/** Epoch ms to sort by; whole days as if they were in UTC, so that no zone of a reader matters. */
function startOf(when: CalendarEntry['when']): number {
  return 'first' in when ? Date.parse(when.first) : when.start;
}
