import type { Zones } from '../time/zone';
import { type Alarm, alarmComponent } from './alarm';
import { cleanText, component, contentLine, escapeText, oneLine, textLine, uriValue } from './content-line';
import { dateValue } from './date-value';
import type { CalendarEntry } from './entry';
import { whenLines } from './when-lines';

/**
 * An entry as it lies in a calendar file.
 * @param alarms for an entry that is not cancelled
 * @see RFC 5545, 3.6.1 and 3.6.2
 */
export function entryComponent(entry: CalendarEntry, alarms: readonly Alarm[], zones: Zones): string {
  const { location, geo, url } = entry;
  const stamp = `${dateValue(entry.changed)}T000000Z`;
  const summary = summaryOf(entry);
  const isCancelled = entry.state === 'cancelled';
  return component(entry.component, [
    textLine('UID', entry.uid),
    contentLine('DTSTAMP', stamp),
    contentLine('LAST-MODIFIED', stamp),
    contentLine('SEQUENCE', String(entry.sequence)),
    ...whenLines(entry, zones),
    textLine('SUMMARY', summary),
    ...(entry.component === 'VTODO' ? [] : stateLines(entry)),
    ...(entry.component === 'VTODO' ? [contentLine('STATUS', isCancelled ? 'CANCELLED' : 'NEEDS-ACTION')] : []),
    contentLine('CATEGORIES', entry.topics.map((topic) => escapeText(oneLine(topic))).join(',')),
    ...(location === undefined ? [] : [textLine('LOCATION', oneLine(location))]),
    ...(geo === undefined ? [] : [contentLine('GEO', `${degrees(geo.lat)};${degrees(geo.lon)}`)]),
    ...(url === undefined ? [] : [contentLine('URL', uriValue(url))]),
    textLine('DESCRIPTION', entry.description.map((paragraph) => cleanText(paragraph).trim()).join('\n')),
    ...(isCancelled ? [] : alarms).map((alarm) => alarmComponent(alarm, entry.alarmsFrom, summary)),
  ]);
}

/** The state in words: few programs show STATUS. */
function summaryOf({ summary, state }: CalendarEntry): string {
  const words = {
    confirmed: '',
    unconfirmed: ' (dates unconfirmed)',
    expected: ' (expected)',
    postponed: ' (postponed)',
    cancelled: '',
  };
  return `${state === 'cancelled' ? CANCELLED : ''}${oneLine(summary)}${words[state]}`;
}

/** In front of the title of what does not take place. */
export const CANCELLED = 'CANCELLED: ';

/** STATUS of an event, and whether it takes a reader's time. */
function stateLines({ state, isTransparent }: CalendarEntry): string[] {
  const status = state === 'confirmed' ? 'CONFIRMED' : state === 'cancelled' ? 'CANCELLED' : 'TENTATIVE';
  if (!isTransparent && state !== 'cancelled') return [contentLine('STATUS', status), contentLine('TRANSP', 'OPAQUE')];
  return [
    contentLine('STATUS', status),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('X-MICROSOFT-CDO-BUSYSTATUS', 'FREE'), // Outlook does not look at TRANSP
  ];
}

/** Six decimals are a metre (RFC 5545, 3.8.1.6), and keep exponents and -0 out. */
function degrees(value: number): string {
  return String(Number(value.toFixed(6)));
}
