import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';

/** What calendars have to be told of when it changes, of an edition or a series. */
export const TOLD: readonly string[] = [
  'start',
  'end',
  'timezone',
  'status',
  'certainty',
  'mode',
  'place',
  'recurrence',
];
export const TOLD_OF_MILESTONE: readonly string[] = ['at', 'timezone'];

/**
 * An entry whose dates, place or status changed, with a `sequence` one higher, and the same for each milestone: by that
 * number calendars know the newer of two (RFC 5545, 3.8.7.4). One that was raised by hand stays as it is.
 * @param before text of the entry as the only item of a list
 * @param after the same entry, changed; sound
 */
export function withRaisedSequence(before: string, after: string): string {
  const [old, doc] = [parseDocument(before), parseDocument(after)];
  const [was, is] = [old, doc].map(({ contents }) => (isSeq(contents) ? contents.items[0] : undefined));
  if (!isMap(was) || !isMap(is)) return after;
  const own = raise(was, is, TOLD, () => 0);
  const [earlier, later] = [was, is].map((entry) => entry.get('milestones'));
  const milestones = isSeq(earlier) && isSeq(later) ? later.items : [];
  const moved = milestones.filter((milestone, index) => {
    const old = isSeq(earlier) ? earlier.items[index] : undefined;
    return isMap(old) && isMap(milestone) && raise(old, milestone, TOLD_OF_MILESTONE, (one) => Number(one.has('was')));
  });
  if (!own && moved.length === 0) return after;
  return doc.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}

/** @param usual the sequence of what states none */
function raise(was: YAMLMap, is: YAMLMap, keys: readonly string[], usual: (one: YAMLMap) => number): boolean {
  const told = (one: YAMLMap): string => JSON.stringify(keys.map((key) => one.get(key)));
  const sequenceOf = (one: YAMLMap): number => Number(one.get('sequence') ?? usual(one));
  if (told(was) === told(is) || sequenceOf(is) > sequenceOf(was)) return false;
  is.set('sequence', sequenceOf(was) + 1);
  return true;
}
