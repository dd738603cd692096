import type { GuideEvent } from '../catalogue/schema';
import type { Day } from '../time/day';
import type { Zones } from '../time/zone';
import { type Alarm, alarmComponent } from './alarm';
import { cleanText, component, contentLine, escapeText, oneLine, textLine, uriValue } from './content-line';
import { dateValue, localValue, utcValue } from './date-value';

/** Whole days up to, not with, `after`; or epoch ms, told by the clock of `zone`, or in UTC where that is absent. */
export type When =
  | { readonly first: Day; readonly after: Day }
  | { readonly start: number; readonly end: number; readonly zone?: string };

/** One line of a reader's calendar: an edition, or a deadline of one. */
export interface CalendarEntry {
  readonly uid: string;
  /** The edition it is, or belongs to: its state, topics and evidence are the entry's too. */
  readonly event: GuideEvent;
  readonly when: When;
  readonly summary: string;
  readonly isTransparent: boolean;
  readonly location?: string;
  readonly geo?: { readonly lat: number; readonly lon: number };
  readonly url?: string;
  /** Paragraphs; each may hold line breaks. */
  readonly description: readonly string[];
  readonly alarmsFrom: 'START' | 'END';
}

/** @see RFC 5545, 3.6.1 */
export function eventComponent(entry: CalendarEntry, alarms: readonly Alarm[], zones: Zones): string {
  const { event, location, geo, url } = entry;
  const stamp = `${dateValue(newestDay(event))}T000000Z`;
  const { summary, status } = withState(oneLine(entry.summary), event);
  const isCancelled = status === 'CANCELLED';
  const isFree = entry.isTransparent || isCancelled;
  return component('VEVENT', [
    textLine('UID', entry.uid),
    contentLine('DTSTAMP', stamp),
    contentLine('LAST-MODIFIED', stamp),
    contentLine('SEQUENCE', String(event.sequence ?? 0)),
    ...whenLines(entry.when, zones),
    textLine('SUMMARY', summary),
    contentLine('STATUS', status),
    contentLine('TRANSP', isFree ? 'TRANSPARENT' : 'OPAQUE'),
    ...(isFree ? [contentLine('X-MICROSOFT-CDO-BUSYSTATUS', 'FREE')] : []), // Outlook does not look at TRANSP
    contentLine('CATEGORIES', event.topics.map((topic) => escapeText(oneLine(topic))).join(',')),
    ...(location === undefined ? [] : [textLine('LOCATION', oneLine(location))]),
    ...(geo === undefined ? [] : [contentLine('GEO', `${degrees(geo.lat)};${degrees(geo.lon)}`)]),
    ...(url === undefined ? [] : [contentLine('URL', uriValue(url))]),
    textLine('DESCRIPTION', entry.description.map((paragraph) => cleanText(paragraph).trim()).join('\n')),
    ...(isCancelled ? [] : alarms).map((alarm) => alarmComponent(alarm, entry.alarmsFrom, summary)),
  ]);
}

/** The day on which the entry last changed, by its own word: no clock is asked, so equal input gives equal bytes. */
function newestDay({ added, sources }: GuideEvent): Day {
  const days = sources.map(({ verified }) => (verified.length === 7 ? `${verified}-01` : verified));
  return days.reduce((newest, day) => (day > newest ? day : newest), added);
}

/** STATUS, and the same in words: few programs show STATUS. */
function withState(summary: string, { status, certainty }: GuideEvent): { summary: string; status: string } {
  if (status === 'cancelled') return { summary: `CANCELLED: ${summary}`, status: 'CANCELLED' };
  if (status === 'postponed') return { summary: `${summary} (postponed)`, status: 'TENTATIVE' };
  if (certainty !== 'confirmed') return { summary: `${summary} (dates unconfirmed)`, status: 'TENTATIVE' };
  return { summary, status: 'CONFIRMED' };
}

function whenLines(when: When, zones: Zones): string[] {
  if ('first' in when) {
    return [
      contentLine('DTSTART;VALUE=DATE', dateValue(when.first)),
      contentLine('DTEND;VALUE=DATE', dateValue(when.after)), // RFC 5545, 3.6.1: DTEND is exclusive
    ];
  }
  const { start, end, zone } = when;
  if (zone === undefined) return [contentLine('DTSTART', utcValue(start)), contentLine('DTEND', utcValue(end))];
  return [
    contentLine(`DTSTART;TZID=${zone}`, localValue(zones.wall(start, zone))),
    contentLine(`DTEND;TZID=${zone}`, localValue(zones.wall(end, zone))),
  ];
}

/** Six decimals are a metre (RFC 5545, 3.8.1.6), and keep exponents and -0 out. */
function degrees(value: number): string {
  return String(Number(value.toFixed(6)));
}
