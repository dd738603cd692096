import type { GuideEvent } from '../catalogue/schema';
import { daysBetween, LAST_DAY, type Day } from '../time/day';
import { eventInterval, isAllDay, type Interval } from '../time/interval';
import { dayAt } from '../time/reader';
import { asDeadline, dueByText, isCall, isClosing, openDeadlines, type Deadline } from './deadlines';
import { earliestDay, latestDay, type Moment } from './moment';

export type { Moment } from './moment';

/** An event that has not ended, as the reader sees it now. */
export interface Coming {
  readonly event: GuideEvent;
  readonly state: 'ongoing' | 'upcoming';
  readonly allDay: boolean;
  /** Calendar days where the reader is: 0 is today; never above 0 when it has begun, never below before. */
  readonly startsInDays: number;
  /** Of any kind that closes something: it need not be a call. */
  readonly nextDeadline: Deadline | null;
  /** The open call for papers or abstracts that closes first. */
  readonly nextCall: Deadline | null;
  /** First and last instant, epoch milliseconds, half-open. */
  readonly starts: number;
  readonly ends: number;
}

/** What an outline tells of an event. */
export interface Known {
  readonly interval?: Interval | undefined;
  /** Day of its last milestone; absent where it has none. */
  readonly lastMilestone?: Day | undefined;
}

/**
 * Tells whether an event of such days can be under way or ahead, wherever it is. By text alone: it spares the zones of
 * all that is long past or far ahead.
 * @param lastDay as for `upcomingEvents`
 */
export function aheadByText(
  moment: Pick<Moment, 'now' | 'zones'>,
  lastDay?: Day,
): (days: { when?: string | undefined; until?: string | undefined }) => boolean {
  const earliest = earliestDay(moment);
  const latest = lastDay === undefined ? LAST_DAY : latestDay(lastDay);
  return ({ when, until }) => when !== undefined && (until ?? when) >= earliest && when <= latest;
}

/**
 * Events that have not ended: those under way first, then by start; equal starts by id.
 * An all-day event ends when its last day ends at its place, or with the reader's day where its zone is not known.
 * @param events any order; left untouched
 * @param lastDay events that start after it, where the reader is, are left out
 * @param known what has been worked out before: it spares zones
 */
export function upcomingEvents(
  events: readonly GuideEvent[],
  moment: Moment,
  lastDay?: Day,
  known?: (event: GuideEvent) => Known | undefined,
): Coming[] {
  const today = dayAt(moment.now, moment.zone, moment.zones);
  const mayBeDue = dueByText(moment);
  return events
    .map((event) => {
      const facts = known?.(event);
      return asSeen(event, moment, today, facts?.interval, facts === undefined || mayBeDue(facts));
    })
    .filter(({ ends }) => ends > moment.now)
    .filter(({ starts, event, allDay }) => lastDay === undefined || startDay(event, starts, allDay, moment) <= lastDay)
    .sort(
      (a, b) =>
        Number(b.state === 'ongoing') - Number(a.state === 'ongoing') ||
        a.starts - b.starts ||
        (a.event.id < b.event.id ? -1 : 1),
    );
}

/**
 * The event at this moment; it may have ended.
 * @param mayBeDue false where all its milestones are known to be closed
 */
export function asSeen(
  event: GuideEvent,
  moment: Moment,
  today = dayAt(moment.now, moment.zone, moment.zones),
  interval: Interval = eventInterval(event, moment.zones, moment.zone),
  mayBeDue = true,
): Coming {
  const { now } = moment;
  const { start: starts, end: ends } = interval;
  const allDay = isAllDay(event);
  const open = mayBeDue ? openDeadlines([event], moment, { today }).map(asDeadline) : [];
  const inDays = daysBetween(today, startDay(event, starts, allDay, moment));
  return {
    event,
    state: starts <= now ? 'ongoing' : 'upcoming',
    allDay,
    // An event keeps its organiser's date: it can be on while the reader has the day before, and still to come when the
    // reader's day is over. What is on does not start tomorrow, and what is ahead did not start yesterday.
    startsInDays: starts <= now ? Math.min(0, inDays) : Math.max(0, inDays),
    nextDeadline: open.find(isClosing) ?? null,
    nextCall: open.find(isCall) ?? null,
    starts,
    ends,
  };
}

/** All-day events keep the organiser's date in every zone; timed ones fall on the reader's day. */
export function startDay(event: GuideEvent, starts: number, allDay: boolean, { zone, zones }: Moment): Day {
  return allDay ? event.start.slice(0, 10) : dayAt(starts, zone, zones);
}
