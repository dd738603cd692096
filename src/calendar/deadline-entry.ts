import type { GuideEvent, Milestone } from '../catalogue/schema';
import { sequenceOf } from '../catalogue/sequence';
import { addDays } from '../time/day';
import { closesAt } from '../time/interval';
import { clockTime } from '../time/skipped-time';
import type { Zones } from '../time/zone';
import { utcWall } from './date-value';
import type { CalendarEntry, When } from './entry';
import { changedDay, evidenceText, locationText, milestoneText, spoken, stateOf } from './entry-text';
import { deadlineUid } from './uid';

const MINUTE_MS = 60_000;
const SHOWN_MS = 30 * MINUTE_MS;

const TITLES: Readonly<Record<Milestone['kind'], string>> = {
  cfp: 'CFP closes',
  abstract: 'Abstracts due',
  paper: 'Papers due',
  notification: 'Notification',
  'early-bird': 'Early-bird rate ends',
  registration: 'Registration closes',
};

/**
 * A deadline as a line of the calendar: the last half hour in UTC; the whole day where no zone is stated.
 * @param index of the milestone in `event.milestones`
 * @param component a task is due at the end of that half hour
 * @throws RangeError for a zone that `zones` does not know
 */
export function deadlineEntry(
  event: GuideEvent,
  milestone: Milestone,
  index: number,
  component: CalendarEntry['component'],
  zones: Zones,
): CalendarEntry {
  const sameKind = (event.milestones ?? []).filter(({ kind }) => kind === milestone.kind);
  const label = sameKind.length > 1 ? `, ${milestone.label}` : '';
  const closes = closesAt(milestone, zones);
  const url = milestone.url ?? event.url;
  const location = locationText(event);
  return {
    component,
    uid: deadlineUid(event, index, component),
    when: closes === null ? day(milestone) : lastHalfHour(closes),
    state: stateOf(event),
    // The event's, because its cancellation is also that of its deadlines; not that of the other milestones.
    sequence: sequenceOf(event) + sequenceOf(milestone),
    changed: changedDay(event),
    topics: event.topics,
    summary: `${TITLES[milestone.kind]}: ${event.name}${label} (${statedTime(milestone, zones)})`,
    isTransparent: true,
    url,
    description: [
      milestoneText(milestone, zones) + (isInUtc(milestone, zones) ? '' : utcText(closes)),
      ...(closes === null ? ['The organiser states no time zone: your day may end later than theirs.'] : []),
      `Event: ${[editionDays(event), ...(location === undefined ? [] : [location])].join(', ')}`,
      event.summary,
      ...(event.note === undefined ? [] : [event.note]),
      ...evidenceText(event, url),
    ],
    alarmsFrom: 'END', // what counts is the time left, not the half hour
  };
}

const utcText = (closes: number | null): string => (closes === null ? '' : ` = ${spoken(utcWall(closes))} UTC`);

/** Is a time stated that is UTC's already? A day alone does not say when it ends. */
function isInUtc({ at, timezone }: Milestone, zones: Zones): boolean {
  return (
    at.length > 10 && timezone !== undefined && zones.abbreviation(timezone, zones.instant(at, timezone)) === 'UTC'
  );
}

function editionDays({ start, end }: GuideEvent): string {
  return end === undefined ? spoken(start) : `${spoken(start)} to ${spoken(end)}`;
}

function day({ at }: Milestone): When {
  const only = at.slice(0, 10);
  return { first: only, after: addDays(only, 1) };
}

/** To the minute, cut: of 23:59:59 the safe side is shown. */
function lastHalfHour(closes: number): When {
  const end = Math.floor(closes / MINUTE_MS) * MINUTE_MS;
  return { start: end - SHOWN_MS, end };
}

function statedTime({ at, timezone }: Milestone, zones: Zones): string {
  if (timezone === undefined) return 'zone not stated';
  return at.length > 10 ? `${clockTime(at, timezone, zones).slice(11)} ${timezone}` : `end of day, ${timezone}`;
}
