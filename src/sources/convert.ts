import { checkFiles } from '../catalogue/check';
import type { EntryInput } from '../catalogue/schema';
import type { Vocabulary } from '../catalogue/vocabulary';
import type { Zones } from '../time/zone';
import { convertAiDeadlines } from './ai-deadlines';
import { candidate, idOf } from './candidate';
import { convertCcfDeadlines } from './ccf-deadlines';
import { convertConferenceData } from './conference-data';
import { readFeed } from './feed';
import { convertICalendar } from './icalendar';
import type { SeriesFinder } from './known-series';
import { checkedEvent } from './merge';
import { notValid, type Converted, type FeedItem, type LeftOut, type Reading, type SourceType } from './reading';
import { recognise, type Recognised } from './recognise';
import { isForMlops, topicsOf } from './subjects';

export interface Conversion {
  /** Address or path that the text was read from. */
  readonly location: string;
  /** What the reader said that it is. */
  readonly type?: SourceType | undefined;
  readonly filter: 'mlops' | 'none';
  readonly topics?: readonly string[] | undefined;
  readonly seriesOf: SeriesFinder;
  readonly vocabulary: Vocabulary;
  readonly zones: Zones;
  /** First day of which events are still of interest: what ended before is over. */
  readonly from: string;
  readonly today: string;
}

/** What a text came to. `records` are all that it holds: each is taken or left out. */
export interface Text {
  readonly type: SourceType;
  readonly records: number;
  readonly readings: readonly Reading[];
  readonly entries: readonly EntryInput[];
  readonly items: readonly FeedItem[];
  readonly leftOut: readonly LeftOut[];
}

/** Far more than any list of conferences or feed has: work and memory have an end. */
const MOST_RECORDS = 10_000;

/**
 * Makes readings, entries or items of a text. What is not valid, over or outside the filter is left out one by one.
 * @throws Error in one line where it is none of the types that are known
 */
export function convert(text: string, options: Conversion): Text {
  const { type, records } = recognised(text, options.type);
  limited(records.length);
  const nothing = { readings: [], entries: [], items: [], leftOut: [] };
  switch (type) {
    case 'feed': {
      const feed = readFeed(text);
      if (!feed) throw new Error('is XML, but neither RSS nor Atom');
      const { items, leftOut } = feed;
      limited(items.length + leftOut.length);
      return { ...nothing, type, records: items.length + leftOut.length, items, leftOut };
    }
    case 'catalogue': {
      const { entries, leftOut } = catalogueEntries(text, records, options);
      return { ...nothing, type, records: records.length, entries, leftOut };
    }
    case 'icalendar':
      return events(type, convertICalendar(text, options.zones, hostOf(options.location)), options);
    case 'conference-data':
      return events(type, convertConferenceData(records, subjectOf(options.location)), options);
    case 'ccf-deadlines':
      return events(type, convertCcfDeadlines(records, options.zones.has), options);
    case 'ai-deadlines':
      return events(type, convertAiDeadlines(records, options.zones.has), options);
  }
}

/** @throws Error where there are more records than anybody looks through */
function limited(records: number): void {
  if (records > MOST_RECORDS) throw new Error(`has ${records} records, and more than ${MOST_RECORDS} are not taken`);
}

function recognised(text: string, type: SourceType | undefined): Recognised {
  try {
    return recognise(text, type);
  } catch (error) {
    // Thousands of brackets in one another.
    if (error instanceof RangeError) throw new Error('is nested too deeply', { cause: error });
    throw error;
  }
}

function events(type: SourceType, converted: Converted, options: Conversion): Text {
  const { seriesOf, filter, from, today } = options;
  const vocabulary = { ...options.vocabulary, kinds: new Map(options.vocabulary.kinds) };
  const records = converted.readings.length + converted.leftOut.length;
  limited(records);
  const leftOut = [...converted.leftOut];
  const readings = converted.readings.filter((reading) => {
    const record = `${reading.name}, ${reading.start.slice(0, 10)}`;
    const series = seriesOf(reading);
    const last = (reading.end ?? reading.start).slice(0, 10);
    if (last < from) leftOut.push({ record, why: 'over' });
    else if (filter === 'mlops' && !isForMlops(reading, series !== undefined))
      leftOut.push({ record, why: 'outside the filter' });
    else {
      const topics = topicsOf(reading, (topic) => vocabulary.kinds.get(topic) === 'topic', options.topics);
      const evidence = { ref: options.location, verified: today };
      const alone = candidate(reading, {
        id: idOf(reading.name, reading.year),
        series,
        topics,
        evidence,
        added: today,
      });
      const checked = checkedEvent(alone, vocabulary);
      if ('event' in checked) return true;
      leftOut.push(notValid(record, checked.problem));
    }
    return false;
  });
  return { type, records, readings, entries: [], items: [], leftOut };
}

function catalogueEntries(
  text: string,
  records: readonly unknown[],
  { location, vocabulary }: Conversion,
): { readonly entries: readonly EntryInput[]; readonly leftOut: readonly LeftOut[] } {
  const checked = checkFiles([{ name: location, text }], vocabulary, { isPart: true });
  const wrong = new Map<string, string>();
  for (const { id, field, message } of checked.problems) {
    const record = id ?? '';
    if (!wrong.has(record)) wrong.set(record, [field, message].filter(Boolean).join(' '));
  }
  const entries = checked.entries.filter(({ id }) => !wrong.has(id));
  const named = [...wrong].filter(([id]) => id !== '').map(([id, what]) => notValid(id, what));
  // Records that do not even say who they are.
  const nameless = Math.max(0, records.length - entries.length - named.length);
  const other = wrong.get('') ?? 'is no entry';
  return {
    entries,
    leftOut: [...named, ...Array.from({ length: nameless }, (_, at) => notValid(`record without id ${at + 1}`, other))],
  };
}

/** `data` of `…/2026/data.json` or `2026-data.json`. */
function subjectOf(location: string): string {
  const name =
    location
      .replace(/[?#].*$/, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  return name
    .replace(/\.json$/i, '')
    .replace(/^20\d\d-/, '')
    .toLowerCase();
}

function hostOf(location: string): string | undefined {
  return URL.canParse(location) ? new URL(location).host : undefined;
}
