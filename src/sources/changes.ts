import type { Entry, GuideEvent } from '../catalogue/schema';
import { milestoneBefore } from '../catalogue/sequence';
import type { Change } from './fetched';
import { daysText, placeText, timeText } from './settle';
import { cityKey } from './edition';

/**
 * What is different between two states of a catalogue, as a journal keeps it: entries that came in; events that were moved
 * (days, place), put off or cancelled; deadlines that were extended or moved; events that their source does not have any
 * more, though they are still ahead. An event may stand in several records, one for each thing that changed.
 * @param today day of the journal
 * @param sourceOf name of the source that a reference belongs to
 */
export function changesBetween(
  before: readonly Entry[],
  after: readonly Entry[],
  today: string,
  sourceOf: (ref: string) => string | undefined,
): Change[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  return after.flatMap((entry): Change[] => {
    const earlier = old.get(entry.id);
    if (earlier === entry) return [];
    const source = /^source:(.*)$/.exec(entry.origin ?? earlier?.origin ?? '')?.[1] ?? '';
    const about = {
      day: today,
      id: entry.id,
      kind: entry.kind,
      name: entry.name,
      source,
      ...(entry.sources.at(-1) ? { ref: entry.sources.at(-1)?.ref } : {}),
    };
    if (!earlier) return [{ ...about, change: 'added' }];
    return earlier.kind === 'event' && entry.kind === 'event'
      ? eventChanges(earlier, entry, today).map((change) => ({
          ...about,
          ...change,
          source: sourceOf(change.ref ?? '') ?? source,
        }))
      : [];
  });
}

/** Kinds of changes, the gravest first. */
const GRAVEST: readonly Change['change'][] = ['cancelled', 'moved', 'extended', 'retired', 'disputed', 'added'];

/**
 * What came to light at once, in the order for the end of a journal: who reads that from its end, the newest first, meets
 * the gravest first, then by name.
 */
export function gravestLast(changes: readonly Change[]): Change[] {
  return [...changes].sort(
    (a, b) =>
      GRAVEST.indexOf(b.change) - GRAVEST.indexOf(a.change) ||
      compare(b.name, a.name) ||
      compare(b.field ?? '', a.field ?? ''),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type EventChange = Pick<Change, 'change' | 'field' | 'old' | 'new' | 'ref'>;

function eventChanges(before: GuideEvent, after: GuideEvent, today: string): EventChange[] {
  const changes: EventChange[] = [];
  if (before.status !== after.status) {
    const change = after.status === 'cancelled' ? 'cancelled' : 'moved';
    changes.push({ change, field: 'status', old: before.status, new: after.status });
  }
  const [days, newDays] = [daysText(before), daysText(after)];
  // An end that has become known moves nothing.
  if (
    before.start !== after.start ||
    (before.end !== undefined && after.end !== undefined && before.end !== after.end)
  ) {
    changes.push({ change: 'moved', field: 'dates', old: days, new: newDays });
  }
  if (
    before.place?.city !== undefined &&
    after.place?.city !== undefined &&
    cityKey(before.place) !== cityKey(after.place)
  ) {
    changes.push({ change: 'moved', field: 'place', old: placeText(before.place), new: placeText(after.place) });
  }
  const { milestones = [] } = after;
  milestones.forEach((milestone, index) => {
    const earlier = milestoneBefore(before.milestones ?? [], milestones, index);
    if (!earlier || timeText(earlier) === timeText(milestone)) return;
    if (earlier.at.slice(0, 10) === milestone.at.slice(0, 10)) return;
    // The organiser's own earlier date stands in `was`; where another source gave it, that is no extension.
    const change = milestone.was !== undefined && milestone.was !== earlier.was ? 'extended' : 'moved';
    changes.push({ change, field: `milestones.${milestone.kind}`, old: timeText(earlier), new: timeText(milestone) });
  });
  for (const { field, value, ref } of after.disputed ?? []) {
    const isKnown = before.disputed?.some((old) => old.field === field && old.value === value && old.ref === ref);
    // What an event was moved from has been said.
    const isOld = changes.some((one) => one.field === field && one.old === value);
    if (!isKnown && !isOld)
      changes.push({ change: 'disputed', field, old: currentText(after, field), new: value, ref });
  }
  const isGone = (event: GuideEvent): boolean => /^Not in \S+ any more since/.test(event.note ?? '');
  if (!isGone(before) && isGone(after) && (after.end ?? after.start).slice(0, 10) >= today)
    changes.push({ change: 'retired' });
  return changes;
}

/** What the entry says of a field that is disputed. */
function currentText(event: GuideEvent, field: string): string {
  if (field === 'dates') return daysText(event);
  if (field === 'place') return placeText(event.place);
  const kind = field.replace('milestones.', '');
  return (event.milestones ?? [])
    .filter((milestone) => milestone.kind === kind)
    .map(timeText)
    .join(', ');
}
