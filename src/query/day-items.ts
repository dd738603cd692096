import type { GuideEvent, Milestone, Series } from '../catalogue/schema';
import type { Day } from '../time/day';
import { closesAt, eventInterval, isAllDay } from '../time/interval';
import { dayAt } from '../time/reader';
import type { Moment } from './upcoming';

/** Something that stands on one day or several of a calendar, as the reader sees it. */
export interface DayItem {
  readonly kind: 'event' | 'deadline' | 'occurrence';
  /** What takes place; of a deadline, the event that it is for. */
  readonly entry: GuideEvent | Series;
  readonly milestone?: Milestone;
  /** First and last day, both included: the organiser's where no time is stated, else the reader's. */
  readonly first: Day;
  readonly last: Day;
  /** Is a time of day stated, so that it has one where the reader is? */
  readonly isTimed: boolean;
  /** Epoch ms, half-open; of a deadline, both the last instant. Null where no zone is stated. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

/** An event on its days: all-day ones keep the organiser's dates in every zone, timed ones fall on the reader's days. */
export function eventItem(event: GuideEvent, { zone, zones }: Moment): DayItem {
  const interval = eventInterval(event, zones, zone);
  const isTimed = !isAllDay(event);
  const first = isTimed ? dayAt(interval.start, zone, zones) : event.start.slice(0, 10);
  // Without a stated end, the hour that `eventInterval` assumes must not carry it past midnight.
  const lastTimed = event.end === undefined ? first : dayAt(interval.end - 1, zone, zones);
  const last = isTimed ? lastTimed : (event.end ?? event.start).slice(0, 10);
  const isPlaced = event.timezone !== undefined;
  return {
    kind: 'event',
    entry: event,
    first,
    last: last < first ? first : last,
    isTimed,
    startsAt: isPlaced ? interval.start : null,
    endsAt: isPlaced ? interval.end : null,
  };
}

/** Its deadlines, each on the reader's day of the last instant; on the stated day where the zone is not known. */
export function deadlineItems(event: GuideEvent, { zone, zones }: Moment): DayItem[] {
  return (event.milestones ?? []).map((milestone) => {
    const instant = closesAt(milestone, zones);
    const day = instant === null ? milestone.at.slice(0, 10) : dayAt(instant, zone, zones);
    return {
      kind: 'deadline',
      entry: event,
      milestone,
      first: day,
      last: day,
      isTimed: instant !== null,
      startsAt: instant,
      endsAt: instant,
    };
  });
}

/** By first day; then what lasts longer, events before deadlines, and the id. */
export function byDay(a: DayItem, b: DayItem): number {
  return (
    compare(a.first, b.first) ||
    compare(b.last, a.last) ||
    compare(KIND_ORDER[a.kind], KIND_ORDER[b.kind]) ||
    compare(a.startsAt ?? 0, b.startsAt ?? 0) ||
    compare(a.entry.id, b.entry.id)
  );
}

const KIND_ORDER = { event: 0, deadline: 1, occurrence: 2 } as const;

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
