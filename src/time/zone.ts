import { FIRST_DAY, isDay, LAST_DAY } from './day';
import { type ZoneRules, unpackRules } from './zone-rules';
import type { ZoneSource } from './zone-table';

export interface Transition {
  /** Epoch ms of the change. */
  at: number;
  /** Minutes east of UTC from then on, and until then. They are equal where only the name changes. */
  offset: number;
  before: number;
  /** In use from then on; `+03` where tzdata has no letters. */
  abbreviation: string;
  /** Summer time starts; absent where the table ends before that shows. See `isSummer`. */
  isDst?: boolean;
}

export interface Zones {
  /** Version of the tz database: `2026f`. */
  readonly version: string;
  /**
   * IANA names with a `/`, links too; `UTC`; and `AoE`, anywhere on Earth. `PST`, `EST`, `GMT` and their like are refused:
   * most mean several zones, and the fixed ones of IANA are wrong for half of the year.
   */
  has(zone: string): boolean;
  /** All that `has` knows, in no order. */
  names(): readonly string[];
  /** Minutes east of UTC at `instant`. Before 1990 and after 2037 it is that of the nearest year known. */
  offset(zone: string, instant: number): number;
  /**
   * Epoch ms at which clocks in `zone` show `wall`, `YYYY-MM-DD` (midnight) or `YYYY-MM-DDTHH:MM[:SS]`. A time that clocks
   * skip moves on by what they skip (RFC 5545, 3.3.5), one that they show twice is the first.
   * @throws RangeError also when `wall` is not of that form
   */
  instant(wall: string, zone: string): number;
  /** What clocks in `zone` show at `instant`: `YYYY-MM-DDTHH:MM`; before the year 0000 its first minute, after 9999 its last. */
  wall(instant: number, zone: string): string;
  /** `CET`, `PST`; undefined where tzdata has only a number. */
  abbreviation(zone: string, instant: number): string | undefined;
  /** The changes at `from` and later, before `to`, in order; both epoch ms. */
  transitions(zone: string, from: number, to: number): readonly Transition[];
}

const MINUTE_MS = 60_000;
const FIRST_MS = Date.parse(FIRST_DAY);
const LAST_MS = Date.parse(`${LAST_DAY}T23:59Z`);
const LONGEST_SUMMER_MS = 300 * 86_400_000;
const FIXED: ReadonlyMap<string, ZoneRules> = new Map([
  ['UTC', { starts: [-Infinity], offsets: [0], abbreviations: ['UTC'] }],
  ['AoE', { starts: [-Infinity], offsets: [-12 * 60], abbreviations: ['AoE'] }],
]);

/**
 * Questions about time zones. All but `has`, `names` and `version` throw a RangeError for a zone that `has` refuses.
 * @param read called once, on the first need of it; a zone is unpacked when it is first asked about
 */
export function createZones(read: () => ZoneSource): Zones {
  let source: ZoneSource | undefined;
  const known = new Map(FIXED);

  function packed(zone: string): string | undefined {
    return /^[\w+\-/]+$/.test(zone) && zone.includes('/') ? (source ??= read()).rules(zone) : undefined;
  }

  function rulesOf(zone: string): ZoneRules {
    const unpacked = known.get(zone);
    if (unpacked !== undefined) return unpacked;
    const text = packed(zone);
    if (text === undefined) throw new RangeError(`unknown time zone "${zone}"`);
    const rules = unpackRules(text);
    known.set(zone, rules);
    return rules;
  }

  function offset(zone: string, instant: number): number {
    const rules = rulesOf(zone);
    return rules.offsets[periodAt(rules, instant)] ?? NaN;
  }

  return {
    get version() {
      return (source ??= read()).version;
    },
    has: (zone) => known.has(zone) || packed(zone) !== undefined,
    names: () => [...FIXED.keys(), ...(source ??= read()).names()],
    offset,
    instant: (wall, zone) => instantOf(wallMs(wall), rulesOf(zone)),
    wall: (instant, zone) => wallText(instant + offset(zone, instant) * MINUTE_MS),
    abbreviation(zone, instant) {
      const rules = rulesOf(zone);
      const text = rules.abbreviations[periodAt(rules, instant)] ?? '';
      return /^[A-Za-z]/.test(text) ? text : undefined;
    },
    transitions(zone, from, to) {
      const rules = rulesOf(zone);
      return rules.starts.flatMap((at, index) =>
        index > 0 && at >= from && at < to ? [transition(rules, index)] : [],
      );
    },
  };
}

/** The wall time as if it were UTC, in epoch ms. */
function wallMs(wall: string): number {
  const isWall = /^.{10}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/.test(wall) && isDay(wall.slice(0, 10));
  if (!isWall) throw new RangeError(`not a day or a local time: "${wall}"`);
  return Date.parse(wall.length === 10 ? wall : `${wall}Z`);
}

/** The other way round. */
const wallText = (ms: number): string => new Date(Math.min(Math.max(ms, FIRST_MS), LAST_MS)).toISOString().slice(0, 16);

/** Index of the last period that has started at `instant`. */
function periodAt({ starts }: ZoneRules, instant: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= instant) low = middle;
    else high = middle;
  }
  return low;
}

function instantOf(local: number, rules: ZoneRules): number {
  const { starts, offsets } = rules;
  const offset = (index: number) => offsets[index] ?? NaN;
  const localStart = (index: number) => (starts[index] ?? NaN) + offset(index) * MINUTE_MS;
  const localEnd = (index: number) => (starts[index + 1] ?? Infinity) + offset(index) * MINUTE_MS;
  // No zone is more than a day from UTC, so the period sought is this one or one that follows.
  let index = periodAt(rules, local - 86_400_000);
  while (localEnd(index) <= local) index += 1; // the first that still lasts: in an overlap, the earlier one
  // In a gap clocks go on counting by the offset before it, which lands as far behind the gap as it was inside.
  return local - (local < localStart(index) ? offset(index - 1) : offset(index)) * MINUTE_MS;
}

function transition(rules: ZoneRules, index: number): Transition {
  return {
    at: rules.starts[index] ?? NaN,
    offset: rules.offsets[index] ?? NaN,
    before: rules.offsets[index - 1] ?? NaN,
    abbreviation: rules.abbreviations[index] ?? '',
    isDst: isSummer(rules, index),
  };
}

/**
 * The table does not carry tzdata's flag, so it is read off the clock: put forward, and within 300 days put back, or left
 * where it is under a new name (Vancouver from PDT to MST in 2026).
 * This calls Dublin's summer DST, as people do, and Casablanca's Ramadan clock, put back first, standard time.
 */
function isSummer({ starts, offsets }: ZoneRules, index: number): boolean | undefined {
  const [before = NaN, offset = NaN, after] = offsets.slice(index - 1, index + 2);
  if (offset <= before) return false;
  if (after === undefined) return undefined;
  return after <= offset && (starts[index + 1] ?? NaN) - (starts[index] ?? NaN) < LONGEST_SUMMER_MS;
}
