import type { Entry } from '../catalogue/schema';

/** An address in an entry, and where it stands there. */
export interface Link {
  readonly id: string;
  readonly kind: Entry['kind'];
  readonly name: string;
  /** `url`, `repo`, `feed`, `milestones.0.url` or `sources.0.ref`. */
  readonly field: string;
  readonly url: string;
}

/** Addresses of an entry, its page first. @param withSources also those at which its facts were read */
export function linksOf(entry: Entry, withSources: boolean): Link[] {
  const { id, kind, name } = entry;
  const found: [field: string, url: string | undefined][] = [
    ['url', entry.url],
    ['repo', 'repo' in entry ? entry.repo : undefined],
    ['feed', 'feed' in entry ? entry.feed : undefined],
    ...milestonesOf(entry).map(({ url }, at): [string, string | undefined] => [`milestones.${at}.url`, url]),
    ...(withSources ? entry.sources.map(({ ref }, at): [string, string] => [`sources.${at}.ref`, ref]) : []),
  ];
  return found.flatMap(([field, url]) => (url !== undefined && isWeb(url) ? [{ id, kind, name, field, url }] : []));
}

/** An entry with another address in one of those fields. */
export function withLink(entry: Entry, field: string, url: string): Entry {
  const [list, at, key] = field.split('.');
  if (list === 'milestones' && entry.kind === 'event') {
    const milestones = entry.milestones?.map((item, index) => (String(index) === at ? { ...item, url } : item));
    return { ...entry, milestones };
  }
  if (list === 'sources') {
    return {
      ...entry,
      sources: entry.sources.map((item, index) => (String(index) === at ? { ...item, ref: url } : item)),
    };
  }
  if (key !== undefined) throw new RangeError(`no address in ${field}`);
  return { ...entry, [field]: url };
}

/** What is asked of a server: the part behind `#` stays with the reader. */
export function requestAddress(url: string): string {
  const { href, hash } = new URL(url);
  return hash === '' ? href : href.slice(0, -hash.length);
}

const isWeb = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);

const milestonesOf = (entry: Entry): readonly { readonly url?: string | undefined }[] =>
  entry.kind === 'event' ? (entry.milestones ?? []) : [];
