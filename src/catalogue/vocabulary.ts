import { skipOf, type Skip } from '../time/skipped-time';
import type { Zones } from '../time/zone';
import type { Catalogue } from './catalogue';
import { isCountry } from './countries';
import type { Kind } from './kinds';

/** The words that entries may use beside their own: all that the reference rules look things up in. */
export interface Vocabulary {
  /** Ids written in a file that is no valid YAML: whether they are of the right kind cannot be told. */
  readonly unread?: ReadonlySet<string>;
  /** Ids that may be referred to, own and borrowed, with the kind of each. */
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly stages: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  hasZone(zone: string): boolean;
  /** All of them, to say what may be meant; absent where nobody is there to be told. */
  zoneNames?(): readonly string[];
  /**
   * The change of clocks that skips a local time, asked of known zones only. Absent where such a time is taken as
   * RFC 5545, 3.3.5 does: what was fetched is not ours to mend.
   */
  readonly skipOf?: ((wall: string, zone: string) => Skip | undefined) | undefined;
  /** ISO 3166-1 alpha-2. */
  hasCountry(code: string): boolean;
}

/** What entries may refer to, given a catalogue to build upon. */
export function vocabularyOf(base: Catalogue | undefined, zones: Zones): Vocabulary {
  return {
    kinds: new Map(base?.outlines().map(({ id, kind }) => [id, kind])),
    stages: new Set(base?.stages.map(({ id }) => id)),
    categories: new Set(base?.categories.map(({ id }) => id)),
    hasZone: zones.has,
    zoneNames: zones.names,
    skipOf: (wall, zone) => skipOf(wall, zone, zones),
    hasCountry: isCountry,
  };
}
