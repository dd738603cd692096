import type { Catalogue, Outline } from '../catalogue/catalogue';
import { eventInterval } from '../time/interval';
import { aheadByText, type Moment } from './upcoming';

/**
 * Tells of an event whether it has ended, as `upcoming` counts it. The reader's zone is asked for only where an event
 * without a zone of its own ends today or nearly so: to learn it takes longer than a whole search.
 * @param at now; the zone only where it is needed
 */
export function pastTest(
  catalogue: Catalogue,
  at: Pick<Moment, 'now' | 'zones'> & { zone(): string },
): (outline: Outline) => boolean {
  let isAhead: ReturnType<typeof aheadByText> | undefined;
  return (outline) => {
    if (outline.interval) return outline.interval.end <= at.now;
    isAhead ??= aheadByText(at);
    if (!isAhead(outline)) return true;
    const entry = catalogue.entry(outline);
    if (entry.kind !== 'event') return false;
    return eventInterval(entry, at.zones, at.zone()).end <= at.now;
  };
}
