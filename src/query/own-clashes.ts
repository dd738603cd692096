import type { GuideEvent } from '../catalogue/schema';
import type { BusyTime } from '../time/busy-time';

/** An event as far as it matters here. */
interface Taking {
  readonly event: Readonly<Pick<GuideEvent, 'id' | 'start' | 'end' | 'status'>>;
  readonly allDay: boolean;
  readonly starts: number;
  readonly ends: number;
}

/**
 * What of a reader's own calendar an event collides with, by start. Days against days are compared as dates: a day off
 * is that day wherever one is. Everything else goes by instants, half-open.
 * @param ownUid what the event is called in a calendar that it was exported to: it does not collide with itself
 */
export function ownClashes(
  { event, allDay, starts, ends }: Taking,
  busy: readonly BusyTime[],
  ownUid: string,
): BusyTime[] {
  if (event.status === 'cancelled' || event.status === 'postponed') return [];
  const first = event.start.slice(0, 10);
  const last = (event.end ?? event.start).slice(0, 10);
  return busy
    .filter(({ uid, interval, days }) => {
      if (uid === ownUid) return false;
      if (allDay && days) return days.first <= last && days.last >= first;
      return interval.start < ends && interval.end > starts;
    })
    .sort((a, b) => a.interval.start - b.interval.start || (a.title < b.title ? -1 : 1));
}
