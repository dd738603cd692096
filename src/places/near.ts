import type { Entry, Place } from '../catalogue/schema';
import { kilometres, type Point } from './point';

/** Nearness to a point, as a reader asks for it. */
export interface Near {
  /** What the point is called, such as `Berlin, DE`. */
  readonly label: string;
  /** How far it reaches. */
  readonly km: number;
  /** Kilometres from the point to where an entry takes place; undefined for what is online only or has no known place. */
  distance(entry: Entry): number | undefined;
}

/** @param pointOf where a place is; the zone is that of the event */
export function nearTo(
  from: Point,
  { label, km }: Pick<Near, 'label' | 'km'>,
  pointOf: (place: Place, zone: string | undefined) => Point | undefined,
): Near {
  const known = new Map<Entry, number | undefined>();
  const measure = (entry: Entry): number | undefined => {
    if (entry.kind !== 'event' && entry.kind !== 'series') return undefined;
    if (entry.mode === 'online' || !entry.place) return undefined;
    const to = pointOf(entry.place, 'timezone' in entry ? entry.timezone : undefined);
    return to && kilometres(from, to);
  };
  return {
    label,
    km,
    distance(entry) {
      if (!known.has(entry)) known.set(entry, measure(entry));
      return known.get(entry);
    },
  };
}
