import type { GuideEvent, Milestone } from '../catalogue/schema';
import type { Zones } from '../time/zone';
import type { Alarm } from './alarm';
import { component, contentLine, oneLine, textLine } from './content-line';
import { deadlineEntry } from './deadline-entry';
import { editionEntry } from './edition-entry';
import { productId } from './file-mark';
import { type CalendarEntry, eventComponent } from './vevent';
import { timezoneComponent } from './vtimezone';

export interface CalendarOptions {
  /** What programs call the calendar. */
  readonly name: string;
  readonly productVersion: string;
  readonly what: 'events' | 'deadlines' | 'all';
  /** For every entry that is not cancelled; usually none. */
  readonly alarms: readonly Alarm[];
  /** The catalogue's date, `YYYY-MM-DD`: told in the description of the calendar. */
  readonly stamp: string;
  readonly zones: Zones;
  /** Which deadlines to write, for instance those still open; absent = all. Their UIDs do not depend on it. */
  readonly wanted?: (event: GuideEvent, milestone: Milestone) => boolean;
}

export interface CalendarFile {
  /** RFC 5545, with CRLF also at its end. */
  readonly text: string;
  /** How many of each are in it; with 0 of both, RFC 5545 calls the text no calendar: do not write it. */
  readonly events: number;
  readonly deadlines: number;
  /** What could not be written: the id of an event and why, in words that follow the id. */
  readonly skipped: readonly { readonly id: string; readonly why: string }[];
}

/** Google looks every 8 to 24 hours whatever is asked; for others, half a day is often enough for dates months away. */
const REFRESH = 'PT12H';

/**
 * A calendar file of editions, their deadlines, or both, by start, then UID. The same arguments give the same bytes.
 * @param events in any order; left untouched
 * @see RFC 5545, and RFC 7986 for NAME and REFRESH-INTERVAL
 */
export function calendarText(events: readonly GuideEvent[], options: CalendarOptions): CalendarFile {
  const { what, zones, alarms } = options;
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
  const editions =
    what === 'deadlines' ? [] : events.flatMap((event) => kept(event.id, () => [editionEntry(event, zones)]));
  const deadlines =
    what === 'events' ? [] : events.flatMap((event) => kept(event.id, () => deadlinesOf(event, options)));
  const entries = [...editions, ...deadlines].sort((a, b) => startOf(a) - startOf(b) || (a.uid < b.uid ? -1 : 1));
  const calendar = component('VCALENDAR', [
    ...headLines(options),
    ...timezones(entries, zones),
    ...entries.map((entry) => eventComponent(entry, alarms, zones)),
  ]);
  return { text: `${calendar}\r\n`, events: editions.length, deadlines: deadlines.length, skipped };
}

/** All of an event's or, where one's zone is not known, none: half of them would look like all. */
function deadlinesOf(event: GuideEvent, { what, zones, wanted = () => true }: CalendarOptions): CalendarEntry[] {
  const entries = (event.milestones ?? []).flatMap((milestone, index) =>
    wanted(event, milestone) ? [deadlineEntry(event, milestone, index, zones)] : [],
  );
  if (entries.length === 0 && what === 'deadlines') throw new RangeError('has no deadline to write');
  return entries;
}

/** All of these stand before the first component (RFC 5545, 3.6). */
function headLines({ name, productVersion, stamp }: CalendarOptions): string[] {
  return [
    contentLine('VERSION', '2.0'),
    textLine('PRODID', oneLine(productId(productVersion))),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    textLine('NAME', oneLine(name)),
    textLine('X-WR-CALNAME', oneLine(name)),
    textLine('X-WR-CALDESC', `From the mlops-guide catalogue of ${stamp}`),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', REFRESH),
    contentLine('X-PUBLISHED-TTL', REFRESH),
  ];
}

/** Epoch ms to sort by; whole days as if they were in UTC, so that no zone of a reader matters. */
function startOf({ when }: CalendarEntry): number {
  return 'first' in when ? Date.parse(when.first) : when.start;
}

/** One definition for each zone in use, by name, over just the years that its times are in. */
function timezones(entries: readonly CalendarEntry[], zones: Zones): string[] {
  const yearsOf = new Map<string, number[]>();
  for (const { when } of entries) {
    if ('first' in when || when.zone === undefined) continue;
    const { zone, start, end } = when;
    const years = [start, end].map((instant) => Number(zones.wall(instant, zone).slice(0, 4)));
    yearsOf.set(zone, [...(yearsOf.get(zone) ?? []), ...years]);
  }
  return [...yearsOf]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([zone, years]) => timezoneComponent(zone, Math.min(...years), Math.max(...years), zones));
}
