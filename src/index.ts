import { join } from 'node:path';
import type { Catalogue } from './catalogue/catalogue';
import { compiledCatalogue } from './catalogue/compiled';
import type { Kind } from './catalogue/kinds';
import type { Entry } from './catalogue/schema';
import { findWords } from './commands/from-search';
import { UsageError } from './errors';
import { readPart } from './files';
import { upcomingEvents, type Coming } from './query/upcoming';
import type { Hit } from './search/query';
import { dayAt } from './time/reader';
import { addSpan, parseSpan } from './time/span';
import { createZones } from './time/zone';
import { zoneSource } from './time/zone-table';

export type { Catalogue, Outline } from './catalogue/catalogue';
export type { Kind } from './catalogue/kinds';
export type { Entry, GuideEvent, Milestone, Place, Series, Source, Term, Tool, Topic } from './catalogue/schema';
export type { Deadline } from './query/deadlines';
export type { Coming } from './query/upcoming';
export type { Hit } from './search/query';
export { GuideError, isGuideError } from './errors';

// Read on first use: importing this module touches nothing.
const asset = (name: string, ...part: [number?, number?]): Buffer => readPart(join(__dirname, name), ...part);
const zones = createZones(() => zoneSource(asset('zones.txt')));

/**
 * Opens a catalogue.
 * @param paths files or folders of YAML to read instead of the bundled one; checked, so that what comes back is sound
 * @throws CatalogueError naming what is wrong in which file and line
 */
export async function loadCatalogue({ paths = [] }: { readonly paths?: readonly string[] } = {}): Promise<Catalogue> {
  const bundled = compiledCatalogue((file, ...part) => asset(`catalogue/${file}`, ...part), 'bundled');
  if (paths.length === 0) return bundled;
  const { bundledLearned, placeNames, loadFiles, unpackCities, vocabularyOf } = await import('./commands/from-files');
  return loadFiles(paths, vocabularyOf(bundled, zones), {
    aids: {
      placeNames: placeNames(() => unpackCities(asset('cities.br'))),
      learned: () => bundledLearned(bundled),
    },
  });
}

/** Ranked full text, best first; `entry` is the whole entry. */
export function search(
  catalogue: Catalogue,
  query: string,
  options: { readonly kinds?: readonly Kind[]; readonly limit?: number } = {},
): (Hit & { readonly entry: Entry })[] {
  return findWords(catalogue.searchIndex(), query, { ...options, limit: options.limit || undefined }).hits.flatMap(
    (hit) => {
      const entry = catalogue.find(hit.id);
      return entry ? [{ ...hit, entry }] : [];
    },
  );
}

/**
 * Events that have not ended: those under way first, then by start.
 * @param options.now instant of the question; the clock when left out
 * @param options.timeZone IANA name of the reader's zone; UTC when left out
 * @param options.within how far ahead: `30d`, `6w`, `3mo`, `1y`; no end when left out
 * @throws GuideError for an unknown zone or a malformed span
 */
export function upcoming(
  catalogue: Catalogue,
  options: { readonly now?: Date; readonly timeZone?: string; readonly within?: string } = {},
): Coming[] {
  const moment = { now: (options.now ?? new Date()).getTime(), zone: options.timeZone ?? 'UTC', zones };
  const span = options.within === undefined ? undefined : parseSpan(options.within);
  if (options.within !== undefined && !span) throw new UsageError(`no span "${options.within}"`);
  if (!zones.has(moment.zone)) throw new UsageError(`no time zone "${moment.zone}"`);
  const lastDay = span && addSpan(dayAt(moment.now, moment.zone, zones), span);
  const events = catalogue.entries(['event']).filter((entry) => entry.kind === 'event');
  return upcomingEvents(events, moment, lastDay);
}
