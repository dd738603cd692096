import type { Ahead } from '../query/expected';
import type { Field } from '../render/formats';

/** Events ahead, for scripts. */
export const COMING_FIELDS: readonly Field<Ahead>[] = [
  { key: 'id', value: ({ event }) => event.id },
  { key: 'state', value: ({ state }) => state },
  { key: 'start', value: ({ event }) => event.start },
  { key: 'end', value: ({ event }) => event.end ?? '' },
  { key: 'timezone', value: ({ event }) => event.timezone ?? '' },
  { key: 'name', value: ({ event }) => event.name, link: ({ event }) => event.url },
  { key: 'type', value: ({ event }) => event.type },
  { key: 'mode', value: ({ event }) => event.mode ?? '' },
  { key: 'city', value: ({ event }) => event.place?.city ?? '' },
  { key: 'country', value: ({ event }) => event.place?.country ?? '' },
  { key: 'relevance', value: ({ event }) => event.relevance },
  { key: 'certainty', value: ({ event }) => event.certainty },
  { key: 'status', value: ({ event, pattern }) => (pattern ? (pattern.status ?? '') : event.status) },
  { key: 'deadline', value: ({ nextDeadline }) => nextDeadline?.closesAt ?? nextDeadline?.at ?? '' },
  { key: 'url', value: ({ event }) => event.url ?? '' },
];

/** An event as JSON: the keys of the catalogue, and what holds at this moment. What is only expected is its series. */
export function comingRecord({ event, pattern, state, allDay, startsInDays, nextDeadline }: Ahead): object {
  const { start, timezone, certainty } = event;
  const entry = pattern ? { ...pattern, start, timezone, certainty } : event;
  return { ...entry, state, allDay, startsInDays, nextDeadline };
}
