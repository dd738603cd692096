/** What takes place from one instant to another, epoch ms, the end excluded. */
interface Taking {
  readonly starts: number;
  readonly ends: number;
}

/** Two events or more at once. */
export interface Clash<Event> {
  /** While all of them go on: epoch ms, half-open. */
  readonly starts: number;
  readonly ends: number;
  /** In order of their start. */
  readonly events: readonly Event[];
}

/**
 * The largest groups of events of which all are on at the same time: of every two that overlap at least one group holds
 * both, and no group is part of another. In order of when that begins.
 * @param events any order; one that takes no time overlaps nothing
 */
export function clashesOf<Event extends Taking>(events: readonly Event[]): Clash<Event>[] {
  const coming = events.filter(({ starts, ends }) => starts < ends).sort((a, b) => a.starts - b.starts);
  const found: Clash<Event>[] = [];
  let on: Event[] = [];
  let starts = NaN;
  /** Has anything begun since the last group? If not, all that is on was in that group together. */
  let isNew = false;
  /** Ends, one after the other, what ends by then. */
  const endUntil = (until: number): void => {
    while (on.length > 0) {
      const ends = on.reduce((first, event) => Math.min(first, event.ends), Infinity);
      if (ends > until) return;
      if (isNew && on.length > 1) found.push({ starts, ends, events: on });
      isNew = false;
      on = on.filter((event) => event.ends > ends);
    }
  };
  for (const event of coming) {
    // Half-open: what ends as another begins does not overlap it.
    endUntil(event.starts);
    on = [...on, event];
    starts = event.starts;
    isNew = true;
  }
  endUntil(Infinity);
  return found;
}
