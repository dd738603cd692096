import { type Day, isDay } from './day';
import type { Zones } from './zone';

/** What is asked of the machine; a path that cannot be read is undefined. */
export interface ZoneSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  readLink(path: string): string | undefined;
  readText(path: string): string | undefined;
  intlZone(): string | undefined;
}

/** A link to the rules of the machine's zone. */
const LOCAL_TIME = '/etc/localtime';

/** Names of UTC that IANA or POSIX has besides. */
export const UTC_NAME = /^(UTC|UCT|GMT|Z|Zulu|Universal|Greenwich)([+-]?0)?$/i;

/**
 * The reader's zone as the system has it: the first of TZ, /etc/localtime, /etc/timezone and Intl that names one that
 * `zones` knows, else `UTC`. Intl knows it too but comes last: its first use costs 12 ms of start-up.
 * @param tell is told when it is not the one that TZ asks for: a name that nobody knows, or a rule of POSIX
 */
export function systemZone(io: ZoneSources, zones: Zones, tell: (note: string) => void): string {
  // POSIX: a colon marks a name that is no rule.
  const named = zoneName(io.env['TZ']?.replace(/^:/, '') ?? '');
  // Set so that programs do not look for the machine's zone each time they tell the time; it is that zone.
  const asked = named === LOCAL_TIME ? '' : named;
  if (UTC_NAME.test(asked)) return 'UTC';
  if (zones.has(asked)) return asked;
  // A name without a slash, such as Japan: Intl knows what it stands for, and calls what it does not know UTC.
  const meant = asked ? (io.intlZone() ?? '') : '';
  if (meant !== 'UTC' && zones.has(meant)) return meant;
  const zone = machineZone(io, zones);
  if (asked) tell(`TZ is "${asked}", which is no known time zone: times are in ${zone}. Set MLOPS_GUIDE_TZ or --tz.`);
  return zone;
}

function machineZone(io: ZoneSources, zones: Zones): string {
  const sources = [() => io.readLink(LOCAL_TIME), () => io.readText('/etc/timezone'), () => io.intlZone()];
  for (const source of sources) {
    const zone = zoneName(source() ?? '');
    if (zones.has(zone)) return zone;
  }
  return 'UTC';
}

/** The name in `/usr/share/zoneinfo/Europe/Berlin`, macOS's `…/zoneinfo.default/Europe/Berlin`, or as it stands. */
function zoneName(text: string): string {
  return text.trim().replace(/^.*\/zoneinfo[^/]*\/(?:posix\/|right\/)?/, '');
}

/**
 * An instant as a reader writes it: `YYYY-MM-DD`, that day's first one at `readerZone`; `YYYY-MM-DDTHH:MM[:SS]` there; or
 * the same with `Z` or `±HH:MM` behind it, and then also with a fraction of the second.
 * @returns epoch ms; undefined when it is none of these or no real day
 */
export function parseNow(text: string, zones: Zones, readerZone: string): number | undefined {
  const form =
    /^(\d{4}-\d\d-\d\d)(T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(\.\d{1,9})?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/;
  const [, day = '', , fraction, offset] = form.exec(text) ?? [];
  if (!isDay(day)) return undefined;
  if (offset !== undefined) return Date.parse(text);
  return fraction === undefined ? zones.instant(text, readerZone) : undefined;
}

/** The day on calendars in `zone` at `instant`, epoch ms. */
export function dayAt(instant: number, zone: string, zones: Zones): Day {
  return zones.wall(instant, zone).slice(0, 10);
}
