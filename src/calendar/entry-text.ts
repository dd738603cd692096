import type { GuideEvent, Milestone } from '../catalogue/schema';

/**
 * Behind the @ of every UID. Never to be changed: calendars know their entries by it. No domain is the project's own,
 * and RFC 2606 keeps `.invalid` from ever being somebody else's.
 */
export const UID_DOMAIN = 'mlops-guide.invalid';

/** `2026-11-30T23:59` as `2026-11-30 23:59`. */
export function spoken(stamp: string): string {
  return stamp.replace('T', ' ');
}

/** `Online`, or the parts of the place that are known; undefined when none is. */
export function locationText({ mode, place }: GuideEvent): string | undefined {
  if (mode === 'online') return 'Online';
  const parts = [place?.venue, place?.city, place?.region, place?.country].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** `Call for papers: 2026-11-30 23:59 AoE (extended from 2026-11-15)`. */
export function milestoneText({ label, at, timezone, was }: Milestone): string {
  const extended = was === undefined ? '' : ` (extended from ${spoken(was)})`;
  return `${label}: ${spoken(at)} ${timezone ?? '(zone not stated)'}${extended}`;
}

/** The page to open, then where each fact was read and when that stood so. */
export function evidenceText({ sources }: GuideEvent, url: string | undefined): string[] {
  return [
    ...(url === undefined ? [] : [url]),
    ...sources.map(({ ref, verified }) => `Source: ${ref}, verified ${verified}`),
  ];
}
