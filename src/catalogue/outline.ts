import type { Outline } from './catalogue';
import type { Entry } from './schema';

export function outlineOf(entry: Entry): Outline {
  const { id, kind, name, url, topics } = entry;
  const until = entry.kind === 'event' ? (entry.end ?? entry.start).slice(0, 10) : undefined;
  return { id, kind, name, url, topics, when: whenOf(entry), until, lastMilestone: lastMilestoneOf(entry) };
}

/** An outline as tab-separated output prints it. */
export function outlineLine({ kind, id, name, url, topics, when }: Outline): string {
  return [kind, id, name, when ?? '', topics.join(','), url ?? ''].join('\t');
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
