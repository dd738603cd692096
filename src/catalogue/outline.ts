import type { Outline } from './catalogue';
import type { Entry, GuideEvent } from './schema';

export function outlineOf(entry: Entry): Outline {
  const { id, kind, name, url, topics } = entry;
  const until = entry.kind === 'event' ? lastDay(entry) : undefined;
  const outline = { id, kind, name, url, topics, when: whenOf(entry), until, lastMilestone: lastMilestoneOf(entry) };
  return entry.kind === 'series' && entry.recurrence && entry.status !== 'ended'
    ? { ...outline, recurs: true }
    : outline;
}

/** The last day of each series' latest edition, by the id of the series; what was called off or put off is none. */
export function latestEditions(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind !== 'event' || entry.series === undefined || entry.status !== 'scheduled') continue;
    const day = lastDay(entry);
    if (day > (latest.get(entry.series) ?? '')) latest.set(entry.series, day);
  }
  return latest;
}

/** An outline as tab-separated output prints it. */
export function outlineLine({ kind, id, name, url, topics, when }: Outline): string {
  return [kind, id, name, when ?? '', topics.join(','), url ?? ''].join('\t');
}

function lastDay({ start, end = start }: GuideEvent): string {
  return end.slice(0, 10);
}

function whenOf(entry: Entry): string | undefined {
  if (entry.kind === 'event') return entry.start.slice(0, 10);
  return 'year' in entry && entry.year !== undefined ? String(entry.year) : undefined;
}

function lastMilestoneOf(entry: Entry): string | undefined {
  if (entry.kind !== 'event') return undefined;
  const days = (entry.milestones ?? []).map(({ at }) => at.slice(0, 10));
  return days.sort().at(-1);
}
