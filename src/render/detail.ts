import type { Entry, Milestone, Place, Recurrence } from '../catalogue/schema';
import { asSeen, type Moment } from '../query/upcoming';
import { closesAt, isClosed } from '../time/interval';
import { ruleWords } from '../time/rule-words';
import { daysLeftInWords, dayRange, wallInWords } from '../time/words';
import { instantText, zoneText } from './facts';
import type { Style } from './style';
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

/** One entry in full: what it is, its facts, deadlines, where each fact was read and when, what it is related to. */
export function detail(entry: Entry, options: DetailOptions): string {
  const { style, width, nameOf } = options;
  const heading = [
    ...wrap(entry.name, width).map(style.bold),
    ...wrap(`${entry.kind} · ${entry.id}`, width).map(style.dim),
  ];
  const paragraphs = [entry.summary, ...('definition' in entry ? [entry.definition] : [])];
  const rows: Row[] = [
    ...(entry.url ? [['page', entry.url] as const] : [['page', 'none known'] as const]),
    ...(entry.kind === 'event' ? eventRows(entry, options.moment) : []),
    ...(entry.kind === 'series' && entry.recurrence ? recurrenceRows(entry.recurrence) : []),
    ...plainRows(entry),
    ['topics', entry.topics.join(', ')],
    ...(entry.related ?? []).map((id, index): Row => [index === 0 ? 'related' : '', `${nameOf(id)} (${id})`]),
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
    ...(entry.kind === 'event' && entry.milestones ? ['', ...milestoneLines(entry.milestones, options)] : []),
  ].join('\n');
}

const ORIGINS: Readonly<Record<string, string>> = { own: 'your own file', file: 'file', source: 'source' };

function originText(origin: string, hidesBundled: boolean): string {
  const [, type = '', name = ''] = /^(\w+):(.*)$/.exec(origin) ?? [];
  return `${ORIGINS[type] ?? type} ${name}${hidesBundled ? ', in place of the bundled entry' : ''}`;
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
  const left = isOver ? 'over' : event.certainty === 'confirmed' ? ahead : 'not confirmed';
  const zone = event.timezone ?? moment.zone;
  // A time is shown where it takes place and where the reader is, the zone named both times.
  const when = seen.allDay
    ? dayRange(event.start, (event.end ?? event.start).slice(0, 10))
    : [
        `${wallInWords(event.start)} ${zoneText(seen.starts, zone, moment.zones)} (${zone})`,
        ...(zone === moment.zone ? [] : [`${instantText(seen.starts, moment)} where you are`]),
      ].join(' = ');
  return [
    ['when', `${when}, ${left}`],
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

function milestoneLines(milestones: readonly Milestone[], { moment, style, width }: DetailOptions): string[] {
  return milestones.flatMap((milestone) => {
    const closes = closesAt(milestone, moment.zones);
    const isOver = isClosed(milestone, moment.zones, moment.now);
    const stated = `${wallInWords(milestone.at)} ${milestone.timezone ?? '(zone not stated)'}`;
    const here =
      closes === null || milestone.timezone === moment.zone ? '' : ` = ${instantText(closes, moment)} where you are`;
    const was = milestone.was ? `, extended from ${wallInWords(milestone.was)}` : '';
    return rowLines(
      [milestone.kind, `${milestone.label}: ${stated}${here}${was} · ${isOver ? 'closed' : 'open'}`],
      width,
      style,
    );
  });
}
