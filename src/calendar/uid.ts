import type { GuideEvent } from '../catalogue/schema';
import { numberInKind } from '../catalogue/sequence';

/**
 * Behind the @ of every UID. Never to be changed: calendars know their entries by it. No domain is the project's own,
 * and RFC 2606 keeps `.invalid` from ever being somebody else's.
 */
const DOMAIN = 'mlops-guide.invalid';

/** Nothing but ids goes into a UID: never a title, a date or a place, which change. */
export const editionUid = (id: string): string => `event-${id}@${DOMAIN}`;
export const seriesUid = (id: string): string => `series-${id}@${DOMAIN}`;

/**
 * A deadline as an event and as a task are two things, which a reader may have side by side.
 * @param index of the milestone in `event.milestones`
 */
export function deadlineUid(event: GuideEvent, index: number, component: 'VEVENT' | 'VTODO'): string {
  const milestones = event.milestones ?? [];
  const name = `${milestones[index]?.kind}-${numberInKind(milestones, index)}`;
  return `${component === 'VTODO' ? 'task' : 'deadline'}-${event.id}-${name}@${DOMAIN}`;
}

/** Whether this program gives such UIDs; only what has one may be changed in a reader's file. */
export function isOurUid(uid: string): boolean {
  return new RegExp(`^(event|deadline|task|series)-[a-z0-9-]+@${DOMAIN.replace('.', '\\.')}$`).test(uid);
}

/** The UID as the name of a file. */
export const fileNameOf = (uid: string): string => `${uid.replace(`@${DOMAIN}`, '')}.ics`;
