import type { Coming } from '../query/upcoming';
import type { Field } from '../render/formats';

/** Events ahead, for scripts. */
export const COMING_FIELDS: readonly Field<Coming>[] = [
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
  { key: 'status', value: ({ event }) => event.status },
  { key: 'deadline', value: ({ nextDeadline }) => nextDeadline?.closesAt ?? nextDeadline?.at ?? '' },
  { key: 'url', value: ({ event }) => event.url ?? '' },
];

/** An event as JSON: the keys of the catalogue, and what holds at this moment. */
export function comingRecord({ event, state, allDay, startsInDays, nextDeadline }: Coming): object {
  return { ...event, state, allDay, startsInDays, nextDeadline };
}
