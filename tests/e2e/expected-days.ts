import { closesAt } from '../../src/time/interval';
import { addDays } from '../../src/time/day';
import { occurrences, withoutEditions } from '../../src/time/occurrences';
import type { GuideEvent, Series } from '../../src/catalogue/schema';
import { zones } from '../helpers/entries';

/** What a calendar is to show: the first and last day where its reader is, and of what. */
export interface Shown {
  readonly uid: string;
  readonly first: string;
  readonly last: string;
  /** Ends at midnight there: some programs show it on the next day too, with no length. */
  readonly endsAtMidnight: boolean;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const at = 'mlops-guide.invalid';

/** Worked out from the data, without a word of iCalendar. */
export function editionShown({ id, start, end = start, timezone = 'UTC' }: GuideEvent, reader: string): Shown {
  const uid = `event-${id}@${at}`;
  if (start.length === 10) return { uid, first: start, last: end, endsAtMidnight: false };
  const from = zones.instant(start, timezone);
  const to = end === start ? from + HOUR_MS : zones.instant(end, timezone);
  return timed(uid, from, to, reader);
}

/** Every milestone that is still open at `now`, epoch ms. */
export function deadlinesShown({ id, milestones = [] }: GuideEvent, reader: string, now: number): Shown[] {
  const seen = new Map<string, number>();
  return milestones.flatMap((milestone) => {
    const number = (seen.get(milestone.kind) ?? 0) + 1;
    seen.set(milestone.kind, number);
    const uid = `deadline-${id}-${milestone.kind}-${number}@${at}`;
    const closes = closesAt(milestone, zones);
    const day = milestone.at.slice(0, 10);
    if (closes === null) {
      // Open until its day has ended everywhere.
      const isOpen = zones.instant(addDays(day, 1), 'AoE') > now;
      return isOpen ? [{ uid, first: day, last: day, endsAtMidnight: false }] : [];
    }
    const minute = Math.floor(closes / MINUTE_MS) * MINUTE_MS;
    return closes + 1000 > now ? [timed(uid, minute - HOUR_MS / 2, minute, reader)] : [];
  });
}

/** Every occurrence from the day on which the series was added to a day, that day included. */
export function patternShown(series: Series, editions: readonly GuideEvent[], reader: string, to: string): Shown[] {
  const zone = series.recurrence?.timezone ?? 'UTC';
  const all = occurrences(series, zones, zones.instant(series.added, zone), zones.instant(addDays(to, 1), zone));
  return withoutEditions(all, series, editions, zones).map(({ start, end }) =>
    timed(`series-${series.id}@${at}`, start, end, reader),
  );
}

/** The same under the UID of its series, where it is at a time of a day of the rule. */
export function replacing(shown: Shown, edition: GuideEvent, series: Series): Shown {
  const day = zones.instant(edition.start.slice(0, 10), 'UTC');
  const all = occurrences(series, zones, day - 30 * 24 * HOUR_MS, day + 30 * 24 * HOUR_MS);
  const isIn = edition.start.length > 10 && withoutEditions(all, series, [edition], zones).length < all.length;
  return isIn ? { ...shown, uid: `series-${series.id}@${at}` } : shown;
}

function timed(uid: string, from: number, to: number, reader: string): Shown {
  const [first = '', end = ''] = [from, to].map((instant) => zones.wall(instant, reader));
  return { uid, first: first.slice(0, 10), last: end.slice(0, 10), endsAtMidnight: end.endsWith('T00:00') };
}
