import type { Catalogue } from '../catalogue/catalogue';
import { kindNamed, KINDS, pluralOf, type Kind } from '../catalogue/kinds';
import type { Context } from '../context';
import { filledText, list, oneOf, text } from '../raw-options';
import { didYouMean, NotFoundError, UsageError } from '../errors';
import { peopleOf, select, type By, type Criteria } from '../query/select';
import { cleanText } from '../catalogue/clean';
import type { Near } from '../places/near';
import { nearest } from '../search/distance';
import { FIXED_VALUES } from '../search/facet-values';
import { plainLetters } from '../search/plain-letters';
import { forShell } from '../catalogue/shell-words';
import { isDay, type Day } from '../time/day';
import { dayAt } from '../time/reader';
import { addSpan, longestSpan, parseSpan, type Span } from '../time/span';
import type { RawOptions } from '../raw-options';

/**
 * Turns options into criteria.
 * @param kinds what the command asks for by itself, such as the kinds named as words
 * @throws UsageError for a malformed or unknown value, NotFoundError for a topic, series, author, language or city that
 * the catalogue does not hold, and for a city to be near to that is not known or one of several
 */
export async function readCriteria(
  options: RawOptions,
  ctx: Context,
  catalogue: Catalogue,
  kinds?: readonly string[],
): Promise<Criteria> {
  const kindWords = [...(kinds ?? []), ...(list(options, 'kind') ?? [])];
  const topicLists = {
    topics: ids(options, 'topic'),
    allTopics: ids(options, 'all-topics'),
    notTopics: ids(options, 'not-topic'),
  };
  for (const topics of Object.values(topicLists)) checkTopics(topics ?? [], catalogue);
  const series = ids(options, 'series');
  for (const id of series ?? []) checkKnown('series', id, seriesOf(catalogue), 'mlops-guide list series');
  return present<Criteria>({
    kinds: kindWords.length > 0 ? kindWords.map(kindFor) : undefined,
    ...topicLists,
    years: list(options, 'year')?.map(yearsOf),
    levels: fixed(options, 'level'),
    costs: fixed(options, 'cost'),
    maxHours: hoursOf(text(options, 'max-hours')),
    languages: languagesOf(list(options, 'lang'), catalogue),
    author: authorOf(filledText(options, 'author'), catalogue),
    types: fixed(options, 'type'),
    modes: modesOf(options),
    countries: await countriesOf(list(options, 'country')),
    regions: await regionsOf(list(options, 'region')),
    near: await nearOf(options, ctx),
    city: cityOf(filledText(options, 'city'), catalogue),
    ...readWindow(options, ctx),
    series,
    relevance: fixed(options, 'relevance'),
    certainty: fixed(options, 'certainty'),
    statuses: fixed(options, 'status'),
  });
}

/** `--from`, `--to` and `--within` as days where the reader is. */
function readWindow(options: RawOptions, ctx: Context): { from?: Day; to?: Day } {
  const from = dayOf('from', text(options, 'from'));
  const to = dayOf('to', text(options, 'to'));
  const within = text(options, 'within');
  if (from && to && from > to) throw new UsageError(`--from ${from} is after --to ${to}.`);
  if (within === undefined) return present({ from, to });
  if (to) throw new UsageError('--to and --within exclude each other.');
  const { now, zone, zones } = ctx.moment;
  const today = dayAt(now, zone, zones);
  return present({ from: from ?? today, to: addSpan(from ?? today, spanOf('within', within)) });
}

/** @throws UsageError when the text is no span */
export function spanOf(option: string, value: string): Span {
  const span = parseSpan(value);
  if (span) return span;
  const most = longestSpan(value);
  throw new UsageError(`--${option}: "${cleanText(value)}" is ${most ? `too long, ${most}` : 'no span'}.`, {
    hint: 'Use 30d, 6w, 3mo or 1y.',
  });
}

function kindFor(word: string): Kind {
  const kind = kindNamed(word);
  if (kind) return kind;
  const near = nearest(
    word.toLowerCase(),
    KINDS.flatMap((name) => [name, pluralOf(name)]),
    1,
  );
  throw new UsageError(`no kind "${cleanText(word)}".${didYouMean(near)}`, { hint: `One of: ${KINDS.join(', ')}` });
}

/** Ids are lower case, whatever case they are typed in. */
function ids(options: RawOptions, name: string): readonly string[] | undefined {
  return list(options, name)?.map((id) => id.toLowerCase());
}

function checkTopics(ids: readonly string[], catalogue: Catalogue): void {
  if (ids.length === 0) return;
  const known = new Set<string>();
  for (const { kind, id, topics } of catalogue.outlines()) {
    if (kind === 'topic') known.add(id);
    topics.forEach((topic) => known.add(topic));
  }
  for (const id of ids) checkKnown('topic', id, known, 'mlops-guide topics');
}

function checkKnown(what: string, value: string, known: ReadonlySet<string>, seeAll: string): void {
  if (known.has(value)) return;
  throw new NotFoundError(`no ${what} "${cleanText(value)}".${didYouMean(nearest(value, [...known], 2))}`, {
    hint: `See all: ${seeAll}`,
  });
}

function seriesOf(catalogue: Catalogue): Set<string> {
  const known = new Set(catalogue.outlines().flatMap(({ kind, id }) => (kind === 'series' ? [id] : [])));
  for (const event of catalogue.entries(['event'])) if (event.kind === 'event' && event.series) known.add(event.series);
  return known;
}

function fixed(options: RawOptions, name: keyof typeof FIXED_VALUES): readonly string[] | undefined {
  return list(options, name)?.map((value) => oneOf(name, value, FIXED_VALUES[name]));
}

function modesOf(options: RawOptions): readonly string[] | undefined {
  if (options.online !== true) return fixed(options, 'mode');
  if (options.mode !== undefined) throw new UsageError('--online and --mode exclude each other.');
  return ['online', 'hybrid'];
}

function yearsOf(value: string): { from: number; to: number } {
  const [, from, dots, to] = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value) ?? [];
  if ((from === undefined && to === undefined) || (to !== undefined && dots === undefined)) {
    throw new UsageError(`--year: "${cleanText(value)}" is no year.`, {
      hint: 'Use 2022, 2020..2023, 2020.. or ..2023.',
    });
  }
  const years = { from: Number(from ?? 0), to: Number(to ?? (dots ? 9999 : from)) };
  if (years.from > years.to) throw new UsageError(`--year: ${years.from} is after ${years.to}.`);
  return years;
}

function hoursOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(value)) throw new UsageError(`--max-hours takes a number, not "${cleanText(value)}".`);
  return Number(value);
}

function dayOf(option: string, value: string | undefined): Day | undefined {
  if (value === undefined || isDay(value)) return value;
  throw new UsageError(`--${option}: "${cleanText(value)}" is no day.`, {
    hint: 'Use YYYY-MM-DD, such as 2026-11-21.',
  });
}

/** Case means nothing in a tag (RFC 5646, 2.1.1). */
function languagesOf(tags: readonly string[] | undefined, catalogue: Catalogue): readonly string[] | undefined {
  if (!tags) return undefined;
  const used = new Set(catalogue.entries().flatMap(({ language }) => language?.toLowerCase() ?? []));
  const known = new Set(
    [...used].flatMap((tag) => tag.split('-').map((_, at, parts) => parts.slice(0, at + 1).join('-'))),
  );
  const plain = tags.map((tag) => tag.toLowerCase());
  for (const tag of plain) checkKnown('language', tag, known, 'mlops-guide list --format csv --fields id,language');
  return plain;
}

function authorOf(part: string | undefined, catalogue: Catalogue): By | undefined {
  if (part === undefined) return undefined;
  const series = new Set(select(catalogue, { kinds: ['series'], author: { name: part } }).map(({ id }) => id));
  if (series.size > 0 || select(catalogue, { author: { name: part } }).length > 0) return { name: part, series };
  const people = new Set(catalogue.entries().flatMap((entry) => [...peopleOf(entry)]));
  const words = new Set([...people].flatMap((name) => plainLetters(name).match(/\S*[\p{L}\p{N}]\S*/gu) ?? []));
  throw new NotFoundError(
    `nobody called "${cleanText(part)}".${didYouMean(nearest(plainLetters(part), [...words], 2))}`,
    {
      hint: `Try: mlops-guide search ${forShell(cleanText(part))}`,
    },
  );
}

function cityOf(city: string | undefined, catalogue: Catalogue): string | undefined {
  if (city === undefined || select(catalogue, { city }).length > 0) return city;
  const known = new Map<string, string>();
  for (const entry of catalogue.entries(['event', 'series'])) {
    const name = 'place' in entry ? entry.place?.city : undefined;
    if (name) known.set(plainLetters(name), name);
  }
  const near = nearest(plainLetters(city), [...known.keys()], 2).map((name) => known.get(name) ?? name);
  throw new NotFoundError(`no event in a city called "${cleanText(city)}".${didYouMean(near)}`, {
    hint: 'See all: mlops-guide list events --format tsv --fields place.city',
  });
}

async function countriesOf(words: readonly string[] | undefined): Promise<readonly string[] | undefined> {
  return words && (await import('./places')).readCountries(words);
}

async function regionsOf(words: readonly string[] | undefined): Promise<readonly string[] | undefined> {
  return words && (await import('./places')).readRegions(words);
}

async function nearOf(options: RawOptions, ctx: Context): Promise<Near | undefined> {
  const near = filledText(options, 'near');
  const km = text(options, 'km');
  if (near !== undefined) return (await import('./places')).readNear(near, km, ctx);
  if (km === undefined) return undefined;
  throw new UsageError('--km says how far from --near.', { hint: 'Such as: --near Berlin --km 300' });
}

/** The same object without its undefined values, so that `key in criteria` says what was asked. */
function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
