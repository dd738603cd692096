import { asDeadline, type Deadline, type Due } from '../query/deadlines';
import type { Field } from '../render/formats';

/** A milestone as JSON: of which event it is, and what is known of it. */
export function deadlineRecord(due: Due): { id: string; name: string } & Deadline {
  const { event } = due;
  const deadline = asDeadline(due);
  return { id: event.id, name: event.name, ...deadline, url: deadline.url ?? event.url ?? null };
}

/** Milestones ahead, for scripts. */
export const DEADLINE_FIELDS: readonly Field<Due>[] = [
  { key: 'id', value: ({ event }) => event.id },
  { key: 'name', value: ({ event }) => event.name, link: (due) => deadlineRecord(due).url ?? undefined },
  { key: 'kind', value: ({ milestone }) => milestone.kind },
  { key: 'label', value: ({ milestone }) => milestone.label },
  { key: 'at', value: ({ milestone }) => milestone.at },
  { key: 'was', value: ({ milestone }) => milestone.was ?? '' },
  { key: 'timezone', value: ({ milestone }) => milestone.timezone ?? '' },
  { key: 'closesAt', value: (due) => asDeadline(due).closesAt ?? '' },
  { key: 'daysLeft', value: ({ daysLeft }) => String(daysLeft) },
  { key: 'url', value: (due) => deadlineRecord(due).url ?? '' },
];
