import type { Catalogue, Outline } from '../catalogue/catalogue';
import type { GuideEvent, Milestone } from '../catalogue/schema';
import { daysBetween, type Day } from '../time/day';
import { closesAt, isClosed } from '../time/interval';
import { dayAt } from '../time/reader';
import { earliestDay, type Moment } from './moment';

/** A milestone that can still be met, for scripts. */
export interface Deadline {
  readonly kind: Milestone['kind'];
  readonly label: string;
  /** As the organiser states it. */
  readonly at: string;
  /** The earlier date, where the organiser extended it. */
  readonly was?: string;
  readonly timezone: string | null;
  /** UTC instant, ISO 8601; null where the zone is not stated. */
  readonly closesAt: string | null;
  /** Calendar days where the reader is; 0 is today. */
  readonly daysLeft: number;
  readonly url: string | null;
}

/** A milestone of an event that can still be met, as the reader sees it now. */
export interface Due {
  readonly event: GuideEvent;
  readonly milestone: Milestone;
  /** The last instant, epoch milliseconds; null where the zone is not stated. */
  readonly closes: number | null;
  /** The day of that instant where the reader is; without a zone, the day as stated. */
  readonly day: Day;
  /** Calendar days from the reader's today to `day`, 0 where that has passed: never negative. */
  readonly daysLeft: number;
  /** The zone is not stated, and the day is over where the reader is: open somewhere, but who knows whether there. */
  readonly mayBeOver: boolean;
}

/** Is it a call for something to be handed in? */
export function isCall({ kind }: Pick<Milestone, 'kind'>): boolean {
  return kind === 'cfp' || kind === 'abstract' || kind === 'paper';
}

/** Does something end with it? A notification is something that the organiser does: it closes nothing. */
export function isClosing({ kind }: Pick<Milestone, 'kind'>): boolean {
  return kind !== 'notification';
}

/**
 * Is there nothing left to be met, whatever its deadlines say, because the event does not take place? One that is
 * postponed may still take what is handed in.
 */
export function isCalledOff({ status }: Pick<GuideEvent, 'status'>): boolean {
  return status === 'cancelled';
}

/**
 * Tells whether an event whose last milestone falls on such a day can have one that is open, wherever that closes. By
 * text alone: it spares the entries of all the others.
 */
export function dueByText(moment: Moment): (outline: { lastMilestone?: Day | undefined }) => boolean {
  const earliest = earliestDay(moment);
  return ({ lastMilestone }) => lastMilestone !== undefined && lastMilestone >= earliest;
}

/**
 * Milestones of events that can still be met, the one that closes first at the head. Within a day of the reader those
 * without a zone come first, because nobody knows how early they close; equals by id, then as the event has them.
 * @param events any order; left untouched
 * @param ofCalledOff also those that would still be open, did their event take place
 */
export function openDeadlines(
  events: readonly GuideEvent[],
  moment: Moment,
  {
    today = dayAt(moment.now, moment.zone, moment.zones),
    ofCalledOff = false,
  }: { readonly today?: Day; readonly ofCalledOff?: boolean } = {},
): Due[] {
  return events
    .filter((event) => ofCalledOff || !isCalledOff(event))
    .flatMap((event) => openOf(event, moment, today))
    .sort(inOrder);
}

/** The same for scripts, with its own address alone. */
export function asDeadline({ milestone, closes, daysLeft }: Due): Deadline {
  const { kind, label, at, was, timezone, url } = milestone;
  return {
    kind,
    label,
    at,
    ...(was === undefined ? {} : { was }),
    timezone: timezone ?? null,
    closesAt: closes === null ? null : new Date(closes).toISOString(),
    daysLeft,
    url: url ?? null,
  };
}

/**
 * The months, YYYY-MM as stated, in which calls of an event that are open close: see `isCall`. Only of events of which a
 * milestone may be open is the entry read.
 * @param at its moment is asked for with the first of these
 */
export function openCalls(
  catalogue: Catalogue,
  at: { readonly moment: Moment },
): (outline: Outline) => readonly string[] {
  let isDue: ReturnType<typeof dueByText> | undefined;
  return (outline) => {
    isDue ??= dueByText(at.moment);
    const entry = isDue(outline) ? catalogue.entry(outline) : undefined;
    if (entry?.kind !== 'event') return [];
    return openDeadlines([entry], at.moment).flatMap(({ milestone }) =>
      isCall(milestone) ? milestone.at.slice(0, 'YYYY-MM'.length) : [],
    );
  };
}

function openOf(event: GuideEvent, moment: Moment, today: Day): Due[] {
  const { now, zone, zones } = moment;
  return (event.milestones ?? [])
    .filter((milestone) => !isClosed(milestone, zones, now))
    .map((milestone) => {
      const closes = closesAt(milestone, zones);
      const day = closes === null ? milestone.at.slice(0, 10) : dayAt(closes, zone, zones);
      const left = daysBetween(today, day);
      return { event, milestone, closes, day, daysLeft: Math.max(0, left), mayBeOver: left < 0 };
    });
}

function inOrder(a: Due, b: Due): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  if (a.closes !== b.closes) return (a.closes ?? -Infinity) - (b.closes ?? -Infinity);
  if (a.event.id !== b.event.id) return a.event.id < b.event.id ? -1 : 1;
  return 0;
}
