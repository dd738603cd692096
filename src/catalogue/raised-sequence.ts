import { parseDocument } from 'yaml';
import { raisedOver } from './raise-over';
import { eventSchema, seriesSchema, type Entry } from './schema';

/**
 * The text of an entry, with the numbers that `raisedOver` gives it where it corrects what it was; all else as it stands.
 * @param before text of the entry as the only item of a list
 * @param after the same entry, changed; sound
 */
export function withRaisedSequence(before: string, after: string): string {
  const doc = parseDocument(after);
  const [was, is] = [parseDocument(before), doc].map((text) => onlyEntry(text.toJS()));
  if (!was || !is) return after;
  const stated = sequencesIn(is);
  const raised = sequencesIn(raisedOver(was, is));
  const higher = raised.filter(({ sequence }, index) => sequence !== stated[index]?.sequence);
  if (higher.length === 0) return after;
  for (const { at, sequence } of higher) doc.setIn([0, ...at, 'sequence'], sequence);
  return doc.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}

/** Nothing else has a sequence. */
function onlyEntry(list: unknown): Entry | undefined {
  const item: unknown = Array.isArray(list) ? list[0] : undefined;
  return eventSchema.safeParse(item).data ?? seriesSchema.safeParse(item).data;
}

/** That of the entry, and those of its milestones. */
function sequencesIn(entry: Entry): { at: readonly (string | number)[]; sequence: number | undefined }[] {
  if (entry.kind !== 'event') return entry.kind === 'series' ? [{ at: [], sequence: entry.sequence }] : [];
  const milestones = entry.milestones ?? [];
  return [
    { at: [], sequence: entry.sequence },
    ...milestones.map(({ sequence }, index) => ({ at: ['milestones', index], sequence })),
  ];
}
