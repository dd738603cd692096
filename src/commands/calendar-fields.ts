import type { DayItem } from '../query/day-items';
import type { Field } from '../render/formats';

const stamp = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** What stands on a calendar, as JSON: one form for events, deadlines and occurrences. */
export function dayRecord(item: DayItem): object {
  const { kind, entry, milestone, first, last, isTimed, startsAt, endsAt, wall } = item;
  const isEvent = entry.kind === 'event';
  return {
    kind,
    id: entry.id,
    name: entry.name,
    ...(milestone ? { milestone: milestone.kind, label: milestone.label } : {}),
    firstDay: first,
    lastDay: last,
    start: milestone?.at ?? (isEvent ? entry.start : (wall ?? null)),
    end: milestone || !isEvent ? null : (entry.end ?? null),
    timezone: (milestone ? milestone.timezone : isEvent ? entry.timezone : entry.recurrence?.timezone) ?? null,
    allDay: !isTimed,
    startsAt: stamp(startsAt),
    endsAt: stamp(endsAt),
    type: entry.type,
    mode: entry.mode ?? null,
    place: entry.place ?? null,
    relevance: entry.relevance,
    certainty: isEvent ? entry.certainty : null,
    status: entry.status ?? null,
    url: milestone?.url ?? entry.url ?? null,
  };
}

/** The same for scripts that read lines. */
export const DAY_FIELDS: readonly Field<DayItem>[] = [
  { key: 'firstDay', value: ({ first }) => first },
  { key: 'lastDay', value: ({ last }) => last },
  { key: 'kind', value: ({ kind }) => kind },
  { key: 'id', value: ({ entry }) => entry.id },
  { key: 'name', value: ({ entry }) => entry.name, link: ({ entry }) => entry.url },
  { key: 'milestone', value: ({ milestone }) => milestone?.kind ?? '' },
  { key: 'startsAt', value: ({ startsAt }) => stamp(startsAt) ?? '' },
  { key: 'endsAt', value: ({ endsAt }) => stamp(endsAt) ?? '' },
  { key: 'certainty', value: ({ entry }) => (entry.kind === 'event' ? entry.certainty : '') },
  { key: 'status', value: ({ entry }) => entry.status ?? '' },
  { key: 'url', value: ({ entry, milestone }) => milestone?.url ?? entry.url ?? '' },
];
