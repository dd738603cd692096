import type { Zones } from '../time/zone';
import type { Alarm } from './alarm';
import { component, contentLine, oneLine, textLine } from './content-line';
import type { CalendarEntry } from './entry';
import { entryComponent } from './entry-component';
import { productId } from './file-mark';
import { fileNameOf } from './uid';
import { zoneComponents } from './zone-definitions';

export interface FileOptions {
  readonly productVersion: string;
  /** For every entry that is not cancelled; usually none. */
  readonly alarms: readonly Alarm[];
  readonly zones: Zones;
}

export interface CalendarOptions extends FileOptions {
  /** What programs call the calendar. */
  readonly name: string;
  /** The catalogue's date, `YYYY-MM-DD`: told in the description of the calendar. */
  readonly stamp: string;
}

/** Google looks every 8 to 24 hours whatever is asked; for others, half a day is often enough for dates months away. */
const REFRESH = 'PT12H';

/**
 * A calendar to import or to subscribe to, with CRLF also at its end. The same arguments give the same bytes.
 * @param entries at least one: RFC 5545 calls a text without any no calendar
 * @see RFC 5545, and RFC 7986 for NAME and REFRESH-INTERVAL
 */
export function calendarText(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const { name, stamp } = options;
  return fileText(entries, options, [
    contentLine('METHOD', 'PUBLISH'),
    textLine('NAME', oneLine(name)),
    textLine('X-WR-CALNAME', oneLine(name)),
    textLine('X-WR-CALDESC', calendarDescription(stamp)),
    contentLine('REFRESH-INTERVAL;VALUE=DURATION', REFRESH),
    contentLine('X-PUBLISHED-TTL', REFRESH),
  ]);
}

/** Of which catalogue a file is. */
export function calendarDescription(stamp: string): string {
  return `From the mlops-guide catalogue of ${stamp}`;
}

/**
 * The entries in one file for each UID, as a folder of a CalDAV server or of khal holds them: no METHOD, and nothing
 * about a calendar as a whole (RFC 4791, 4.1).
 */
export function itemFiles(entries: readonly CalendarEntry[], options: FileOptions): { name: string; text: string }[] {
  const byUid = new Map<string, CalendarEntry[]>();
  for (const entry of entries) byUid.set(entry.uid, [...(byUid.get(entry.uid) ?? []), entry]);
  return [...byUid].map(([uid, same]) => ({ name: fileNameOf(uid), text: fileText(same, options, []) }));
}

/** @param head lines about the whole: all of them stand before the first component (RFC 5545, 3.6) */
function fileText(entries: readonly CalendarEntry[], options: FileOptions, head: readonly string[]): string {
  const { productVersion, alarms, zones } = options;
  const calendar = component('VCALENDAR', [
    contentLine('VERSION', '2.0'),
    textLine('PRODID', oneLine(productId(productVersion))),
    contentLine('CALSCALE', 'GREGORIAN'),
    ...head,
    ...zoneComponents(entries, zones),
    ...entries.map((entry) => entryComponent(entry, alarms, zones)),
  ]);
  return `${calendar}\r\n`;
}
