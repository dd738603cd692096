import { canonicalUrl } from '../catalogue/canonical-url';
import type { Entry, Series } from '../catalogue/schema';
import { plainLetters } from '../search/plain-letters';
import type { Reading } from './reading';

/** Which series of the catalogue an edition is of. */
export type SeriesFinder = (reading: Reading) => Series | undefined;

/** Finds by address, then by name or alias, with the year, an ordinal and the city left out of both. */
export function seriesFinder(entries: readonly Entry[]): SeriesFinder {
  const byId = new Map<string, Series>();
  for (const entry of entries) if (entry.kind === 'series') byId.set(entry.id, entry);
  const pages = new Map<string, Series | null>();
  const names = new Map<string, Series | null>();
  for (const entry of entries) {
    const series = entry.kind === 'series' ? entry : entry.kind === 'event' ? byId.get(entry.series ?? '') : undefined;
    if (!series) continue;
    if (entry.url) claim(pages, withoutYear(entry.url), series);
    if (entry.kind === 'series') {
      for (const name of [entry.name, ...(entry.aliases ?? [])]) claim(names, nameKey(name), series);
    }
  }
  return (reading) => {
    const page = reading.url === undefined ? undefined : withoutYear(reading.url);
    const host = page?.split('/')[0] ?? '';
    // A whole site that is one series' own: mlconference.ai of mlconference.ai/amsterdam.
    const byPage = page === undefined ? undefined : (pages.get(page) ?? pages.get(host));
    if (byPage) return byPage;
    for (const name of reading.seriesNames) {
      const series = names.get(nameKey(name)) ?? names.get(nameKey(name, reading.place?.city));
      if (series) return series;
    }
    return undefined;
  };
}

/** What two of them claim is nobody's. */
function claim(map: Map<string, Series | null>, key: string, series: Series): void {
  const owner = map.get(key);
  if (key !== '') map.set(key, owner === undefined || owner === series ? series : null);
}

/** The address of all years: `2026.berlinbuzzwords.de` and `berlinbuzzwords.de/2027` are both `berlinbuzzwords.de`. */
export function withoutYear(url: string): string {
  return canonicalUrl(url)
    .replace(/20\d\d/g, '')
    .replace(/(?<=[a-z])2\d(?=[./]|$)/g, '')
    .replace(/[-_.]+(?=[./]|$)/g, '')
    .replace(/^[-_.]+/, '')
    .replace(/\/+/g, '/')
    .replace(/\/$/, '');
}

const FILLERS: ReadonlySet<string> = new Set(['annual', 'the']);

/** A name for comparing: no case, accents, signs, year or ordinal, and no city where one is given. */
export function nameKey(name: string, city?: string): string {
  const plain = (text: string): string =>
    plainLetters(text)
      .replace(/[^a-z0-9\u4e00-\u9fff]+/g, ' ')
      .trim();
  const words = plain(name)
    .split(' ')
    .filter(
      (word, at, all) => !/^(20\d\d|\d+(st|nd|rd|th))$/.test(word) && (at === all.length - 1 || !FILLERS.has(word)),
    )
    .join(' ');
  const place = city === undefined ? '' : plain(city);
  return (place === '' ? words : ` ${words} `.replace(` ${place} `, ' ')).trim();
}
