import type { Zones } from '../time/zone';
import type { CalendarEntry } from './entry';
import { octetsOf } from './octets';
import { propertyOf, type Piece } from './pieces';
import { timezoneComponent, type Years } from './vtimezone';
import { joinYears, yearsNeeded } from './zone-definitions';

/** No zone's rules are known further ahead. */
const LAST_YEAR = 2038;

export interface MergedZones {
  /** The entries, in UTC where the file explains a zone in its own way. */
  readonly entries: readonly CalendarEntry[];
  /** Raw text instead of a definition that does not reach far enough. */
  readonly replaced: ReadonlyMap<Piece, string>;
  /** Raw text of definitions that are missing. */
  readonly added: string;
}

/**
 * What becomes of the zones in a file. A definition by another program stays as it is, for the reader's entries go by
 * it; since half of all programs read times by the definition and the other half by the name, single times of ours are
 * then written in UTC, which both read alike. Ours is made to cover more years where needed.
 */
export function mergedZones(
  definitions: readonly Piece[],
  entries: readonly CalendarEntry[],
  zones: Zones,
): MergedZones {
  const known = new Map<string, { piece: Piece; years: Years | undefined }>();
  for (const piece of definitions) {
    const zone = propertyOf(piece, 'TZID')?.value.trim() ?? '';
    if (!known.has(zone)) known.set(zone, { piece, years: ownYears(piece, zone, zones) });
  }
  const isForeign = (zone: string): boolean => known.has(zone) && known.get(zone)?.years === undefined;
  const told = entries.map((entry) => {
    const { when, pattern } = entry;
    if ('first' in when || when.zone === undefined || pattern !== undefined || !isForeign(when.zone)) return entry;
    return { ...entry, when: { start: when.start, end: when.end } };
  });
  const replaced = new Map<Piece, string>();
  let added = '';
  for (const [zone, needed] of yearsNeeded(told, zones)) {
    const { piece, years } = known.get(zone) ?? {};
    if (piece === undefined) added += `${octetsOf(timezoneComponent(zone, needed, zones))}\r\n`;
    else if (years !== undefined && (needed.first < years.first || needed.last > years.last)) {
      replaced.set(piece, `${octetsOf(timezoneComponent(zone, joinYears(years, needed), zones))}\r\n`);
    }
  }
  return { entries: told, replaced, added };
}

/** The years that a definition of ours is for; undefined for one that is not word for word ours. */
function ownYears({ lines }: Piece, zone: string, zones: Zones): Years | undefined {
  if (!zones.has(zone)) return undefined;
  const text = lines.map(({ name, parameters, value }) => `${name}${parameters}:${value}`).join('\r\n');
  const first = Number(lines.find(({ name }) => name === 'DTSTART')?.value.slice(0, 4));
  for (let last = LAST_YEAR; last >= first; last--) {
    if (timezoneComponent(zone, { first, last }, zones) === text) return { first, last };
  }
  return undefined;
}
