import ICAL from 'ical.js';
import { addDays, isDay } from '../time/day';
import type { Zones } from '../time/zone';
import { zoneNamed } from '../time/zone-names';
import { whereaboutsIn } from './place-text';
import { notValid, type Converted, type LeftOut, type Reading } from './reading';
import { webAddress } from './record';
import { cleanText } from '../catalogue/clean';

/** A line of a calendar is folded at 75 octets; even unfolded, none of a real one is near this long. */
const LONGEST_LINE = 100_000;
const MOST_COMPONENTS = 20_000;

/** A property as ical.js parses it (jCal, RFC 7265): name, parameters, type, values. */
type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, unknown>>,
  type: string,
  ...values: unknown[],
];

/**
 * Converts an iCalendar file. Days are taken as they stand, times on the clock of their zone; a time without a zone that
 * can be read is cut to its day. Repeating events are left out, and said so: each edition needs to be an event of its own.
 * @param host of the feed itself: what the organiser's own site says is official
 * @throws Error where the text is no calendar
 */
export function convertICalendar(text: string, zones: Zones, host: string | undefined): Converted {
  const readings: Reading[] = [];
  const leftOut: LeftOut[] = [];
  eventsIn(text).forEach((properties, at) => {
    const name = textOf(properties, 'summary') ?? `event ${at + 1}`;
    if (find(properties, 'rrule') ?? find(properties, 'rdate')) {
      leftOut.push({ record: name, why: 'repeats' });
      return;
    }
    const reading = readingOf(properties, zones, host);
    if (typeof reading === 'string') leftOut.push(notValid(name, reading));
    else readings.push(reading);
  });
  return { readings, leftOut };
}

function eventsIn(text: string): (readonly Property[])[] {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.split(/\r?\n/).some((line) => line.length > LONGEST_LINE))
    throw new Error('has a line of more than 100,000 characters');
  if ((plain.match(/^BEGIN:/gim)?.length ?? 0) > MOST_COMPONENTS)
    throw new Error(`has more than ${MOST_COMPONENTS} components`);
  const parsed: unknown = ICAL.parse(plain);
  return componentsIn(parsed, 'vevent', 0);
}

/** Components of one name in jCal: `[name, properties, components]`, or several of these in an array. */
function componentsIn(jcal: unknown, wanted: string, depth: number): (readonly Property[])[] {
  if (!Array.isArray(jcal) || depth > 5) return [];
  const parts: readonly unknown[] = jcal;
  const [name, properties, components] = parts;
  if (typeof name !== 'string') return jcal.flatMap((item) => componentsIn(item, wanted, depth + 1));
  if (name === wanted) return [Array.isArray(properties) ? properties.filter(isProperty) : []];
  return Array.isArray(components) ? components.flatMap((item) => componentsIn(item, wanted, depth + 1)) : [];
}

function isProperty(value: unknown): value is Property {
  return (
    Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'object' && typeof value[2] === 'string'
  );
}

const find = (properties: readonly Property[], name: string): Property | undefined =>
  properties.find(([key]) => key === name);

function textOf(properties: readonly Property[], name: string): string | undefined {
  const value = find(properties, name)?.[3];
  return typeof value === 'string'
    ? cleanText(value).replace(/\s+/g, ' ').trim().slice(0, 2000) || undefined
    : undefined;
}

function readingOf(properties: readonly Property[], zones: Zones, host: string | undefined): Reading | string {
  const summary = textOf(properties, 'summary');
  if (summary === undefined) return 'has no summary';
  const start = stampOf(find(properties, 'dtstart'), zones);
  if (!start) return 'has no start that can be read';
  const end = endOf(properties, start, zones);
  if (end !== undefined && (end.length === start.at.length ? end < start.at : end < start.at.slice(0, 10)))
    return `ends on ${end}, before it starts`;
  const location = textOf(properties, 'location');
  const url = webAddress(textOf(properties, 'url')) ?? webAddress(location);
  const where = location === undefined || webAddress(location) !== undefined ? {} : whereaboutsIn(location);
  const status = textOf(properties, 'status')?.toUpperCase();
  const uid = textOf(properties, 'uid');
  return {
    key: `${uid ?? summary} ${textOf(properties, 'recurrence-id') ?? ''}`.trim(),
    name: summary.slice(0, 250),
    seriesNames: [summary],
    url,
    year: Number(start.at.slice(0, 4)),
    start: start.at,
    end,
    timezone: start.zone,
    mode:
      where.mode ?? (where.place ? 'in-person' : location !== undefined && webAddress(location) ? 'online' : undefined),
    place: where.place,
    milestones: [],
    language: undefined,
    status: status === 'CANCELLED' ? 'cancelled' : 'scheduled',
    subjects: (find(properties, 'categories')?.slice(3) ?? []).filter((value) => typeof value === 'string'),
    isOfficial:
      host !== undefined && url !== undefined && new URL(url).host.replace(/^www\./, '') === host.replace(/^www\./, ''),
  };
}

interface Stamp {
  readonly at: string;
  /** Only of a time. */
  readonly zone?: string;
}

function stampOf(property: Property | undefined, zones: Zones): Stamp | undefined {
  const value = property?.[3];
  if (!property || typeof value !== 'string') return undefined;
  const [, day = '', time, utc] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(Z)?)?$/.exec(value) ?? [];
  if (!isDay(day)) return undefined;
  if (time === undefined || time > '23:59') return { at: day };
  const named = property[1].tzid;
  const zone = utc ? 'UTC' : typeof named === 'string' ? zoneNamed(named, zones) : undefined;
  return zone === undefined ? { at: day } : { at: `${day}T${time}`, zone };
}

/** The last day itself (RFC 5545, 3.6.1 has the one behind it), or the time on the clock of the start's zone. */
function endOf(properties: readonly Property[], start: Stamp, zones: Zones): string | undefined {
  const property = find(properties, 'dtend');
  const end = stampOf(property, zones);
  if (!end) return undefined;
  const day = start.at.slice(0, 10);
  if (start.zone === undefined) {
    if (property?.[2] !== 'date') return end.at.slice(0, 10);
    // A day that ends where it begins is that one day.
    return end.at <= day ? end.at : addDays(end.at, -1);
  }
  if (end.zone === undefined) return undefined;
  return end.zone === start.zone ? end.at : zones.wall(zones.instant(end.at, end.zone), start.zone);
}
