import type { Entry, GuideEvent, Milestone, Place, Recurrence } from '../catalogue/schema';
import { isCalledOff } from '../query/deadlines';
import { asSeen, type Coming, type Moment } from '../query/upcoming';
import { closesAt, isClosed } from '../time/interval';
import { ruleWords } from '../time/rule-words';
import { clockTime } from '../time/skipped-time';
import { daysLeftInWords, dayRange, wallInWords } from '../time/words';
import { instantText, isSameClock, zoneInFull, stampText, zoneText } from './facts';
import type { Style } from './style';
import { timeRange, timesOf } from './time-range';
import { pad, wrap } from './width';

export interface DetailOptions {
  /** Name of another entry by its id. */
  readonly nameOf: (id: string) => string;
  readonly moment: Moment;
  readonly style: Style;
  readonly width: number;
  /** Does the entry stand in the place of a bundled one? */
  readonly hidesBundled?: boolean;
}

type Row = readonly [label: string, text: string];
const LABEL_WIDTH = 14;

/** One entry in full: what it is, its facts, deadlines, where each fact was read and when, what to start with, what it is related to. */
export function detail(entry: Entry, options: DetailOptions): string {
  const { style, width, nameOf } = options;
  const heading = [
    ...wrap(entry.name, width).map(style.bold),
    ...wrap(`${entry.kind} · ${entry.id}`, width).map(style.dim),
  ];
  const leading = ('definition' in entry && entry.leading) || [];
  const paragraphs = [entry.summary, ...('definition' in entry ? [entry.definition] : [])];
  const rows: Row[] = [
    ...(entry.url ? [['page', entry.url] as const] : [['page', 'none known'] as const]),
    ...(entry.kind === 'event' ? eventRows(entry, options.moment) : []),
    ...(entry.kind === 'series' && entry.recurrence ? recurrenceRows(entry.recurrence) : []),
    ...plainRows(entry),
    ['topics', entry.topics.join(', ')],
    ...entryRows('start with', leading, nameOf),
    ...entryRows(
      'related',
      (entry.related ?? []).filter((id) => !leading.includes(id)),
      nameOf,
    ),
    ...(entry.note ? [['note', entry.note] as const] : []),
    ...(entry.kind === 'event' ? (entry.disputed ?? []) : []).map(({ field, value, ref, verified }, index): Row => [
      index === 0 ? 'disputed' : '',
      `${field}: ${value}, says ${ref}, as of ${verified}`,
    ]),
    ...entry.sources.map(({ ref, verified }, index): Row => [
      index === 0 ? 'sources' : '',
      `${ref}, as of ${verified}`,
    ]),
    ['added', entry.added],
    ...(entry.origin ? [['origin', originText(entry.origin, options.hidesBundled ?? false)] as const] : []),
  ];
  return [
    ...heading,
    '',
    ...paragraphs.flatMap((text) => [...wrap(text, width), '']),
    ...rows.flatMap((row) => rowLines(row, width, style)),
    ...(entry.kind === 'event' && entry.milestones ? ['', ...milestoneLines(entry, options)] : []),
  ].join('\n');
}

/** Other entries by name, one below the other, for the id is what is typed next. */
function entryRows(label: string, ids: readonly string[], nameOf: (id: string) => string): Row[] {
  return ids.map((id, index) => [index === 0 ? label : '', `${nameOf(id)} (${id})`]);
}

const ORIGINS: ReadonlyMap<string, string> = new Map([
  ['own', 'your own file'],
  ['file', 'file'],
  ['source', 'source'],
]);

function originText(origin: string, hidesBundled: boolean): string {
  const [, type = '', name = ''] = /^(\w+):(.*)$/.exec(origin) ?? [];
  return `${ORIGINS.get(type) ?? type} ${name}${hidesBundled ? ', in place of the bundled entry' : ''}`;
}

function rowLines([label, text]: Row, width: number, style: Style): string[] {
  // An address that is cut in two cannot be opened: it stays on one line, whatever the width.
  const lines = /^https?:\S+$/.test(text) ? [text] : wrap(text, Math.max(20, width - LABEL_WIDTH));
  return lines.map((line, index) => style.cyan(pad(index === 0 ? label : '', LABEL_WIDTH)) + line);
}

function eventRows(event: Extract<Entry, { kind: 'event' }>, moment: Moment): Row[] {
  const seen = asSeen(event, moment);
  const isOver = seen.ends <= moment.now;
  const ahead = seen.state === 'ongoing' ? 'on now' : daysLeftInWords(seen.startsInDays);
  // A countdown would make a date of a guess.
  const soon = event.certainty === 'confirmed' ? ahead : 'not confirmed';
  // What does not take place on those days neither begins nor is ever over.
  const left = event.status === 'scheduled' ? (isOver ? 'over' : soon) : event.status;
  const when = seen.allDay
    ? dayRange(event.start, (event.end ?? event.start).slice(0, 10))
    : timesText(event, seen, moment);
  return [
    ['when', `${when}, ${left}`],
    ...(seen.allDay ? [] : [event.start, event.end ?? '']).flatMap((stamp) =>
      skippedRow(stamp, event.timezone, moment),
    ),
    ...(event.end === undefined ? [['', seen.allDay ? 'last day not stated' : 'end not stated'] as const] : []),
    ...(seen.allDay && event.timezone ? [['time zone', event.timezone] as const] : []),
    ...(event.place ? [['where', wholePlace(event.place)] as const] : []),
    ...(event.mode ? [['mode', event.mode] as const] : []),
    ['certainty', event.certainty === 'confirmed' ? 'confirmed' : `${event.certainty}: check before you book`],
    ['status', event.status],
    ['relevance', event.relevance === 'core' ? 'core: about MLOps' : 'adjacent: MLOps people also go there'],
    ...(event.series ? [['series', event.series] as const] : []),
    ['type', event.type],
  ];
}

/** Times where they take place and, where clocks show others there, where the reader is: the zone is named both times. */
function timesText(event: GuideEvent, seen: Coming, { now, zone: here, zones }: Moment): string {
  const { timezone: zone = here } = event;
  const times = timesOf(event, seen);
  const last = times.ends ?? times.starts;
  const stated = timeRange(times, { zone, zones, words: wallInWords });
  const end = stated.join(' – ');
  const inFull = zoneInFull(last, zone, zones).slice(zoneText(last, zone, zones).length);
  if ([times.starts, last].every((instant) => isSameClock(instant, zone, here, zones))) return end + inFull;
  const year = Number(zones.wall(now, here).slice(0, 4));
  const seenHere = timeRange(times, { zone: here, zones, words: stampText, year });
  return `${end}${inFull} = ${seenHere.join(' – ')} where you are`;
}

/** What is shown instead of a time that never comes is not what the organiser says. */
function skippedRow(stamp: string, zone: string | undefined, { zones }: Moment): Row[] {
  const isSkipped = zone !== undefined && stamp.length > 10 && clockTime(stamp, zone, zones) !== stamp;
  return isSkipped ? [['', `stated as ${wallInWords(stamp)}, a time that clocks skip there`]] : [];
}

function recurrenceRows(recurrence: Recurrence): Row[] {
  const { rule, start, timezone, exceptions } = recurrence;
  return [
    ['expected', `${ruleWords(recurrence)}, as the organiser states it (${rule}, ${timezone})`],
    ...(start === undefined ? [] : [['', `counted from ${wallInWords(start)}`] as const]),
    ...(exceptions ? [['', `not on ${exceptions.map((day) => dayRange(day, day)).join(', ')}`] as const] : []),
  ];
}

function wholePlace({ venue, city, region, country, lat, lon }: Place): string {
  const point = lat === undefined || lon === undefined ? '' : `${lat}, ${lon}`;
  return [venue, [city, region, country].filter(Boolean).join(', '), point].filter(Boolean).join(' · ');
}

/** Fields that are shown as they stand, in this order. */
const PLAIN: readonly (readonly [key: string, label: string])[] = [
  ['aliases', 'also called'],
  ['synonyms', 'synonyms'],
  ['terms', 'terms'],
  ['authors', 'by'],
  ['hosts', 'hosts'],
  ['organiser', 'organiser'],
  ['publisher', 'publisher'],
  ['venue', 'venue'],
  ['platform', 'platform'],
  ['year', 'year'],
  ['since', 'since'],
  ['cadence', 'cadence'],
  ['level', 'level'],
  ['cost', 'cost'],
  ['hours', 'hours'],
  ['isbn', 'ISBN'],
  ['doi', 'DOI'],
  ['arxiv', 'arXiv'],
  ['feed', 'feed'],
  ['category', 'category'],
  ['repo', 'repository'],
  ['license', 'licence'],
  ['writtenIn', 'written in'],
  ['availability', 'available'],
  ['successor', 'successor'],
  ['language', 'language'],
];
/** Shown for every other kind; an event has rows of its own for them. */
const PLAIN_OUTSIDE_EVENTS: readonly (readonly [key: string, label: string])[] = [
  ['type', 'type'],
  ['mode', 'mode'],
  ['place', 'place'],
  ['status', 'status'],
  ['relevance', 'relevance'],
  ['stage', 'stage'],
];

function plainRows(entry: Entry): Row[] {
  const values = new Map<string, unknown>(Object.entries(entry));
  return [...PLAIN, ...(entry.kind === 'event' ? [] : PLAIN_OUTSIDE_EVENTS)].flatMap(([key, label]): Row[] => {
    const value = values.get(key);
    return value === undefined ? [] : [[label, plainText(value)]];
  });
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${plainText(item)}`)
    .join(' · ');
}

function milestoneLines(event: GuideEvent, { moment, style, width }: DetailOptions): string[] {
  return (event.milestones ?? []).flatMap((milestone) => {
    const closes = closesAt(milestone, moment.zones);
    const state = stateText(milestone, event, moment);
    const was = milestone.was ? `, extended from ${wallInWords(milestone.was)}` : '';
    const text = `${milestone.label}: ${closingText(milestone, closes, moment)}${was} · ${state}`;
    const rows: Row[] = [[milestone.kind, text], ...skippedRow(milestone.at, milestone.timezone, moment)];
    return rows.flatMap((row) => rowLines(row, width, style));
  });
}

/** `open`, `closed`; what has become of the event, where that is more than its day says. */
function stateText(milestone: Milestone, event: GuideEvent, { now, zones }: Moment): string {
  if (isClosed(milestone, zones, now)) return 'closed';
  if (isCalledOff(event)) return `event ${event.status}`;
  return event.status === 'scheduled' ? 'open' : `open, event ${event.status}`;
}

/** As stated and, where clocks show another time there, where the reader is. */
function closingText({ at, timezone }: Milestone, closes: number | null, moment: Moment): string {
  if (closes === null || timezone === undefined) return `${wallInWords(at)} (zone not stated)`;
  const { zone, zones } = moment;
  const stated = `${wallInWords(clockTime(at, timezone, zones))} ${zoneInFull(closes, timezone, zones)}`;
  return isSameClock(closes, timezone, zone, zones)
    ? stated
    : `${stated} = ${instantText(closes, moment)} where you are`;
}
