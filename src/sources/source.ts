import type { DiskReader } from '../reader/disk';
import { inFolder } from '../reader/folders';
import type { SourceType } from './reading';
import { READY_MADE } from './ready-made';
import type { SourceSettings } from './settings';

/** One file of a source. */
export interface SourceFile {
  /** Where it is read: an http(s) address, or a path. */
  readonly location: string;
  /** What entries call it: the same also when it is read from a mirror. */
  readonly ref: string;
  /** Is it normal that it is not there? */
  readonly isOptional: boolean;
}

/** A source that an update can read. */
export interface Source {
  readonly name: string;
  readonly isEnabled: boolean;
  readonly isReadyMade: boolean;
  readonly about: string;
  readonly location: string;
  readonly type: SourceType | undefined;
  readonly filter: 'mlops' | 'none';
  readonly topics: readonly string[] | undefined;
  /** As the source states it; absent where the program does not know. */
  readonly licence: string | undefined;
  readonly files: readonly SourceFile[];
}

export const isAddress = (location: string): boolean => /^https?:\/\//i.test(location);

/**
 * Without the name and password that somebody may have written into the settings by hand: nothing is read with them, and
 * all that is said of a source names its address. Of slashes there may be more than two: the URL standard skips them.
 */
const withoutPassword = (location: string): string => location.replace(/^(https?:)[/\\]{2,}[^/\\?#]*@/i, '$1//');

/** Every source that there is, ready-made ones first. @param year of the reader's day */
export function allSources({ added, enabled }: SourceSettings, year: number, disk: DiskReader): Source[] {
  const readyMade = READY_MADE.map((made): Source => {
    const switched = enabled.find(({ name }) => name === made.name);
    const mirror = switched?.mirror && withoutPassword(switched.mirror);
    const base = mirror?.replace(/([^/\\])$/, '$1/') ?? made.base;
    return {
      name: made.name,
      isEnabled: switched !== undefined,
      isReadyMade: true,
      about: made.about,
      location: mirror ?? made.home,
      type: made.type,
      filter: 'mlops',
      topics: undefined,
      licence: made.licence,
      files: made
        .files(year)
        .map((file) => ({ location: base + file, ref: made.base + file, isOptional: /20\d\d/.test(file) })),
    };
  });
  const own = added.map(({ name, location: given, type, enabled: isEnabled, filter, topics }): Source => {
    const location = withoutPassword(given);
    return {
      name,
      isEnabled,
      isReadyMade: false,
      about: isAddress(location) ? 'added by address' : 'added by path',
      location,
      type,
      filter,
      topics,
      licence: undefined,
      files: filesAt(location, disk),
    };
  });
  return [...readyMade, ...own];
}

/** Of a folder, the files in it that can be of some type. */
function filesAt(location: string, disk: DiskReader): SourceFile[] {
  const only = { location, ref: location, isOptional: false };
  if (isAddress(location) || !disk.facts(location)?.isFolder) return [only];
  return (disk.names(location) ?? [])
    .filter((name) => /^[^.].*\.(ya?ml|json|ics|xml|rss|atom)$/i.test(name))
    .map((name) => inFolder(location, name))
    .map((path) => ({ location: path, ref: path, isOptional: false }));
}
