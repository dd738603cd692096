import { isDeepStrictEqual } from 'node:util';
import { canonicalUrl } from '../catalogue/canonical-url';
import { checkRules } from '../catalogue/rules';
import { eventSchema } from '../catalogue/parse';
import type { Kind } from '../catalogue/kinds';
import type { Entry, GuideEvent, Series, Source } from '../catalogue/schema';
import type { Vocabulary } from '../catalogue/vocabulary';
import type { Zones } from '../time/zone';
import { candidate, idOf } from './candidate';
import { identityOfEvent, identityOfReading, type Identity } from './edition';
import { createEditions } from './editions';
import { seriesFinder } from './known-series';
import { opinionOfEvent, opinionOfReading, type Opinion } from './opinion';
import { notValid, type LeftOut, type Reading } from './reading';
import { settle } from './settle';
import { topicsOf } from './subjects';

/** A reading with where and when it was read. */
export interface Told {
  readonly source: string;
  readonly reading: Reading;
  readonly evidence: Source;
  /** Topics that the reader gave to everything of the source. */
  readonly topics?: readonly string[] | undefined;
  /** Day since which the source does not have it any more. */
  readonly goneSince?: string | undefined;
}

/** What is remembered of an edition from update to update, so that its id and its counter never change by themselves. */
export interface Remembered {
  readonly id: string;
  /** `source key` of each reading that was taken into it. */
  readonly keys: readonly string[];
  readonly added: string;
  /** Day on which sources first told of it. */
  readonly since: string;
  readonly sequence: number;
}

export interface Merged {
  /** Events that are new, or differ from what they were. */
  readonly events: readonly GuideEvent[];
  readonly remembered: readonly Remembered[];
  /** Readings that gave nothing: about an edition of which the same source tells elsewhere, or breaking a rule. */
  readonly leftOut: readonly (LeftOut & { readonly source: string })[];
}

interface Edition extends Identity {
  readonly before: GuideEvent | undefined;
  readonly told: Told[];
}

/** So many lists tell of no edition; what one list has again and again needs no settling. */
const MOST_TOLD = 50;

export const keyOf = ({ source, reading }: Pick<Told, 'source' | 'reading'>): string => `${source} ${reading.key}`;

/**
 * Brings what sources tell into a catalogue: each reading goes to the edition that it is about, by series, year and place,
 * and each edition is settled from all that is said of it. A result that would break a rule is not taken.
 * @param entries the catalogue as it stands without sources
 * @param today day of the reader, on which new entries come in
 */
export function merge(
  entries: readonly Entry[],
  told: readonly Told[],
  remembered: readonly Remembered[],
  { vocabulary, zones, today }: { readonly vocabulary: Vocabulary; readonly zones: Zones; readonly today: string },
): Merged {
  const seriesOf = seriesFinder(entries);
  const editions = createEditions(
    entries.flatMap((entry): Edition[] =>
      entry.kind === 'event' ? [{ ...identityOfEvent(entry), before: entry, told: [] }] : [],
    ),
  );
  const twice: (LeftOut & { source: string })[] = [];
  for (const one of told) {
    const series = seriesOf(one.reading);
    const identity = identityOfReading(one.reading, series);
    const found = editions.find(identity);
    const sibling = found?.told.find(({ source, goneSince }) => source === one.source && goneSince === undefined);
    if (
      found &&
      (sibling === undefined || sibling.reading.start === one.reading.start || one.goneSince !== undefined)
    ) {
      if (sibling && one.goneSince === undefined) {
        const record = `${one.reading.name}, ${one.reading.start.slice(0, 10)}`;
        twice.push({ record, why: 'listed twice', source: one.source });
      }
      if (found.told.length < MOST_TOLD) found.told.push(one);
    } else editions.add({ ...identity, before: undefined, told: [one] });
  }
  return settleAll(
    editions.all.filter((edition) => edition.told.length > 0),
    entries,
    { seriesOf, remembered, vocabulary, zones, today, twice },
  );
}

interface Work {
  readonly seriesOf: (reading: Reading) => Series | undefined;
  readonly remembered: readonly Remembered[];
  readonly vocabulary: Vocabulary;
  readonly zones: Zones;
  readonly today: string;
  readonly twice: readonly (LeftOut & { readonly source: string })[];
}

function settleAll(editions: readonly Edition[], entries: readonly Entry[], work: Work): Merged {
  const idByKey = new Map(work.remembered.flatMap((item) => item.keys.map((key) => [key, item])));
  const taken = new Set(entries.map(({ id }) => id));
  const numbers = new Map<string, number>();
  const kinds = new Map(work.vocabulary.kinds);
  const vocabulary = { ...work.vocabulary, kinds };
  const events: GuideEvent[] = [];
  const kept: Remembered[] = [];
  const leftOut = [...work.twice];
  const pages = new Map(entries.flatMap((entry) => (entry.url ? [[canonicalUrl(entry.url), entry.id]] : [])));
  // Editions that are remembered come first, so that a new one cannot take the id of an old one.
  const old = (edition: Edition): Remembered | undefined =>
    edition.told.map((one) => idByKey.get(keyOf(one))).find((item) => item !== undefined);
  const inOrder = [...editions.filter(old), ...editions.filter((edition) => !old(edition))];
  for (const edition of inOrder) {
    const [first] = edition.told;
    if (!first) continue;
    const past = old(edition);
    const id = edition.before?.id ?? freeId(past?.id, first.reading, taken, numbers);
    const raw = rawEvent(
      edition,
      first,
      { id, added: past?.added ?? work.today, since: past?.since ?? work.today, sequence: past?.sequence ?? 0 },
      work,
    );
    const checked = checkedEvent(edition.before ? raw : withSharedPage(raw, id, pages), vocabulary);
    if ('problem' in checked) {
      const sources = new Map(
        edition.told.filter(({ goneSince }) => goneSince === undefined).map((one) => [one.source, one]),
      );
      // Those that are listed twice are counted already.
      for (const { source, reading } of sources.values()) {
        leftOut.push({ ...notValid(reading.name, checked.problem), source });
      }
      continue;
    }
    const { event } = checked;
    taken.add(id);
    if (event.url) pages.set(canonicalUrl(event.url), pages.get(canonicalUrl(event.url)) ?? id);
    kept.push({
      id,
      keys: edition.told.map(keyOf),
      added: event.added,
      since: past?.since ?? work.today,
      sequence: past?.sequence ?? 0,
    });
    events.push(event);
  }
  return { events, remembered: kept, leftOut };
}

/** The id that it had, unless the catalogue has given that to something else meanwhile. */
function freeId(
  past: string | undefined,
  reading: Reading,
  taken: ReadonlySet<string>,
  numbers: Map<string, number>,
): string {
  const plain = idOf(reading.name, reading.year);
  const inCity = reading.place?.city === undefined ? [] : [idOf(`${reading.name} ${reading.place.city}`, reading.year)];
  const wanted = [...(past === undefined ? [] : [past]), plain, ...inCity];
  const free = wanted.find((id) => !taken.has(id));
  if (free !== undefined) return free;
  let number = numbers.get(plain) ?? 2;
  while (taken.has(`${plain}-${number}`)) number += 1;
  numbers.set(plain, number);
  return `${plain}-${number}`;
}

/** An event of which the schema has not been asked yet. */
type RawEvent = Readonly<Partial<Record<keyof GuideEvent, unknown>>>;

function rawEvent(
  { before, told }: Edition,
  first: Told,
  { id, added, since, sequence }: Omit<Remembered, 'keys'>,
  { seriesOf, vocabulary, zones }: Work,
): RawEvent {
  const opinions: Opinion[] = [
    ...(before ? [opinionOfEvent(before)] : []),
    ...told.map(({ reading, ...from }) => opinionOfReading(reading, from)),
  ];
  const { facts, disputed, believed } = settle(opinions, before, { zones, since });
  const { start, end, timezone, mode, place, status, url } = facts;
  const milestones = facts.milestones.length > 0 ? facts.milestones : undefined;
  const sources = distinct([...(before?.sources ?? []), ...told.map(({ evidence }) => evidence)]);
  const settled = { start, end, timezone, mode, place, status, url, milestones, sources };
  const count = (before?.sequence ?? 0) + sequence;
  const differ = disputed.length > 0 ? { disputed, certainty: 'tentative' } : {};
  const origin = `source:${believed.source ?? first.source}`;
  if (before) {
    const isChanged = disputed.length > 0 || !sameFacts(before, settled);
    return {
      ...before,
      ...settled,
      ...differ,
      ...(count > 0 ? { sequence: count } : {}),
      ...(isChanged ? { origin } : {}),
    };
  }
  const hasTopic = (topic: string): boolean => vocabulary.kinds.get(topic) === 'topic';
  const series = seriesOf(first.reading);
  const topics = series && !first.topics ? series.topics : topicsOf(first.reading, hasTopic, first.topics);
  const base = candidate(first.reading, { id, series, topics, evidence: first.evidence, added });
  const gone = told.every(({ goneSince }) => goneSince !== undefined) ? first : undefined;
  const isAgreed = new Set(told.map(({ source }) => source)).size > 1;
  return {
    ...base,
    ...settled,
    certainty: gone ? 'tentative' : isAgreed ? 'confirmed' : base.certainty,
    ...differ,
    ...(gone
      ? { note: `Not in ${gone.source} any more since ${gone.goneSince ?? ''}: check whether it takes place.` }
      : {}),
    ...(count > 0 ? { sequence: count } : {}),
    origin,
  };
}

const SETTLED = ['start', 'end', 'timezone', 'mode', 'place', 'status', 'milestones'] as const;

function sameFacts(before: GuideEvent, after: RawEvent): boolean {
  return SETTLED.every((key) => isDeepStrictEqual(before[key], after[key]));
}

function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [`${source.ref} ${source.verified}`, source])).values()];
}

/** Two editions on one page are related: the organiser keeps one page for all of them. */
function withSharedPage(event: RawEvent, id: string, pages: ReadonlyMap<string, string>): RawEvent {
  const other = typeof event.url === 'string' ? pages.get(canonicalUrl(event.url)) : undefined;
  return other === undefined || other === id || other === event.series ? event : { ...event, related: [other] };
}

/**
 * An event that keeps to the catalogue's schema and rules, or what is wrong with it.
 * @param vocabulary its `kinds` know the event afterwards, if it is right
 */
export function checkedEvent(
  { origin, ...raw }: RawEvent,
  vocabulary: Vocabulary & { readonly kinds: Map<string, Kind> },
): { readonly event: GuideEvent } | { readonly problem: string } {
  const stated = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined));
  const parsed = eventSchema.safeParse(stated);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { problem: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
  }
  const event = { ...parsed.data, ...(typeof origin === 'string' ? { origin } : {}) };
  const before = vocabulary.kinds.get(event.id);
  vocabulary.kinds.set(event.id, 'event');
  // A time that clocks skip has a meaning in calendars, and is shown as what it means: no reason to do without the event.
  const [finding] = checkRules([event], { ...vocabulary, skipOf: undefined });
  if (!finding) return { event };
  if (before === undefined) vocabulary.kinds.delete(event.id);
  else vocabulary.kinds.set(event.id, before);
  return { problem: `${finding.path.join('.')} ${finding.message}` };
}
