import type { GuideEvent, Recurrence, Series } from '../catalogue/schema';
import { addDays, type Day } from './day';
import { dayAt } from './reader';
import type { Zones } from './zone';

/** One time at which a series is expected, by the rule that its organiser states. It is no confirmed date. */
export interface Occurrence {
  /** The day where the series is. */
  readonly day: Day;
  /** What clocks show there, `YYYY-MM-DDTHH:MM`. */
  readonly wall: string;
  /** Epoch ms, `end` exclusive. Nobody states how long it takes: an hour keeps it from being over when it begins. */
  readonly start: number;
  readonly end: number;
}

/** Expands a rule: see `ruleDays`. */
export type ExpandRule = (rule: string, start: Day | undefined, from: Day, to: Day) => readonly Day[];

/** What a series says of its times. */
export type RecurringSeries = Readonly<Pick<Series, 'recurrence' | 'status' | 'sources' | 'added'>>;

/** How long an occurrence is taken to last. */
export const OCCURRENCE_MS = 3_600_000;
/** A pattern is not followed farther than about twenty years: no organiser plans so far, and no answer may take for ever. */
const FARTHEST_MS = 20 * 366 * 86_400_000;
/** Nor outside these years, about which nobody asks in earnest. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * When a series is expected to start from `from` on and before `to`, both epoch ms, in order. Its clock stays where it
 * is: the time of day is that of its zone in summer and winter, see `Zones.instant` for gaps and overlaps.
 * Empty where no rule is stated, or the series has ended. Where the organiser states no start, nothing is expected before
 * the day on which the rule was read: nobody knows since when it holds.
 * @throws RangeError for a zone that `zones` does not know
 */
export function occurrencesBy(
  expand: ExpandRule,
  { recurrence, status, sources, added }: RecurringSeries,
  zones: Zones,
  from: number,
  to: number,
): Occurrence[] {
  if (!recurrence || status === 'ended') return [];
  const { time, timezone, start, exceptions } = recurrence;
  const stated = start?.slice(0, 10) ?? readOn(sources, added);
  const begin = Math.max(from, EARLIEST, zones.instant(stated, timezone));
  const end = Math.min(to, begin + FARTHEST_MS, LATEST);
  if (!(begin < end)) return [];
  const { rule, isBehind } = withoutUntil(recurrence, zones);
  // A gap can move a time past midnight, so a day more on either side.
  const first = addDays(dayAt(begin, timezone, zones), -1);
  const last = addDays(dayAt(end, timezone, zones), 1);
  return expand(rule, start?.slice(0, 10), first, last)
    .filter((day) => !exceptions?.includes(day))
    .map((day) => {
      const wall = `${day}T${time}`;
      const instant = zones.instant(wall, timezone);
      return { day, wall, start: instant, end: instant + OCCURRENCE_MS };
    })
    .filter((occurrence) => occurrence.start >= begin && occurrence.start < end && !isBehind(occurrence));
}

/**
 * The occurrences without those on whose day the catalogue has an edition of the series, be it cancelled: what is known
 * of that day stands above the pattern.
 */
export function withoutEditions(
  occurrences: readonly Occurrence[],
  series: Readonly<Pick<Series, 'id' | 'recurrence'>>,
  editions: readonly Readonly<Pick<GuideEvent, 'series' | 'start' | 'end' | 'timezone'>>[],
  zones: Zones,
): Occurrence[] {
  const zone = series.recurrence?.timezone ?? 'UTC';
  const taken = editions
    .filter((edition) => edition.series === series.id)
    .map(({ start, end, timezone }) => {
      const isTimed = start.length > 10;
      const first = isTimed ? dayAt(zones.instant(start, timezone ?? zone), zone, zones) : start;
      return { first, last: isTimed ? first : (end ?? start).slice(0, 10) };
    });
  return occurrences.filter(({ day }) => !taken.some(({ first, last }) => day >= first && day <= last));
}

/** The first day on which a source was read, of a month alone its first: at the latest when the entry was added. */
function readOn(sources: Series['sources'], added: Day): Day {
  const days = sources.map(({ verified }) => (verified.length === 7 ? `${verified}-01` : verified));
  return days.reduce((first, day) => (day < first ? day : first), added);
}

/** The rule without its UNTIL, and whether an occurrence is behind that. RFC 5545, 3.3.10: UNTIL itself is included. */
function withoutUntil(
  { rule, timezone }: Recurrence,
  zones: Zones,
): { rule: string; isBehind: (occurrence: Occurrence) => boolean } {
  const [part = '', y, m, d, clock = ''] = /;UNTIL=(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?/.exec(rule) ?? [];
  if (part === '') return { rule, isBehind: () => false };
  const day = `${y}-${m}-${d}`;
  const wall = `${day}${clock.slice(0, 3)}:${clock.slice(3, 5)}:${clock.slice(5, 7)}`;
  const instant = clock === '' ? undefined : zones.instant(wall, clock.endsWith('Z') ? 'UTC' : timezone);
  return {
    rule: rule.replace(part, ''),
    isBehind: (occurrence) => (instant === undefined ? occurrence.day > day : occurrence.start > instant),
  };
}
