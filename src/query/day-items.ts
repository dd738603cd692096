import type { GuideEvent, Milestone, Series } from '../catalogue/schema';
import type { Day } from '../time/day';
import { closesAt, eventInterval, isAllDay } from '../time/interval';
import { dayAt } from '../time/reader';
import type { Occurrence } from '../time/occurrence';
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
  /** Epoch ms, half-open; of a deadline, both the last instant. Null where no zone, or for a series no end, is stated. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  /** Of an occurrence, what clocks show at its place, `YYYY-MM-DDTHH:MM`. */
  readonly wall?: string;
  /** Further days of the same series at the same time, where a list has gathered them. */
  readonly also?: readonly Day[];
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

/** When a series is expected by its rule, each on the reader's day. */
export function occurrenceItems(
  series: Series,
  occurrences: readonly Occurrence[],
  { zone, zones }: Moment,
): DayItem[] {
  return occurrences.map(({ start, wall }) => {
    const day = dayAt(start, zone, zones);
    return { kind: 'occurrence', entry: series, first: day, last: day, isTimed: true, startsAt: start, endsAt: null, wall }; // prettier-ignore
  });
}

/** The items with one row for all occurrences of a series that are at the same time of day where the reader is. */
export function gathered(items: readonly DayItem[], { zone, zones }: Moment): DayItem[] {
  const rows = new Map<string, DayItem>();
  for (const [at, item] of items.entries()) {
    const isPattern = item.kind === 'occurrence' && item.startsAt !== null;
    const key = isPattern ? `${item.entry.id} ${zones.wall(item.startsAt, zone).slice(11)}` : String(at);
    const row = rows.get(key);
    rows.set(key, row ? { ...row, also: [...(row.also ?? []), item.first] } : item);
  }
  return [...rows.values()];
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
