import moment from 'moment-timezone';
import { packRules } from '../src/time/zone-rules';
import type { ZoneTable } from '../src/time/zone-table';

const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2038, 0, 1);

/**
 * The tz database inside moment-timezone, cut to 1990 to 2037 and to names with a `/` (see `Zones.has`).
 * Names whose rules are the same in those years share them, which halves the table.
 */
export function compileZones(): ZoneTable {
  const zones: Record<string, string> = {};
  const links: Record<string, string> = {};
  const nameOf = new Map<string, string>();
  for (const name of moment.tz.names().filter((zone) => zone.includes('/'))) {
    const packed = packRules(rulesSince1990(name));
    const same = nameOf.get(packed);
    if (same === undefined) {
      nameOf.set(packed, name);
      zones[name] = packed;
    } else {
      links[name] = same;
    }
  }
  return {
    version: moment.tz.dataVersion,
    zones,
    links,
    names: () => [...Object.keys(zones), ...Object.keys(links)],
    rules: (zone) => zones[zone] ?? zones[links[zone] ?? ''],
  };
}

function rulesSince1990(name: string) {
  const zone = moment.tz.zone(name);
  if (zone === null) throw new Error(`moment-timezone lists ${name} but does not have it`);
  const periods = zone.untils
    .map((until, index) => ({
      until,
      start: zone.untils[index - 1] ?? -Infinity,
      offset: 0 - (zone.offsets[index] ?? NaN), // theirs count west; 0 - 0 is 0 where -0 is not
      abbreviation: zone.abbrs[index] ?? '',
    }))
    .filter(({ start, until }) => until > FIRST && start < LAST);
  return {
    starts: periods.map(({ start }, index) => (index === 0 ? -Infinity : start)),
    offsets: periods.map(({ offset }) => offset),
    abbreviations: periods.map(({ abbreviation }) => abbreviation),
  };
}
