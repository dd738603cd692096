import { entriesWith } from './entry-set';
import { isOfGathering, type Wish, type WishField } from './intent-words';
import type { SearchOptions } from './answer';
import { COMPLETE } from './rank';
import { kindOf, type SearchIndex } from './search-index';

/** Wishes that tell one event from another, whatever they are about. */
const WHERE_AND_WHEN: readonly WishField[] = ['place', 'when', 'call'];
/** Of more, what they are about has to tell them apart. */
const FEW = 15;
/** Of fewer, others where people of the field also go are worth a place. */
const HARDLY_ANY = 8;

/** Are events asked for, and where or when? */
export function isForEvents(wishes: readonly Wish[]): boolean {
  return (
    wishes.some(({ facets }) => facets.some(isOfGathering)) &&
    wishes.some(({ field }) => WHERE_AND_WHEN.includes(field))
  );
}

/**
 * The events to come that are all that was wished for, where there are few: who asks for an `llm conference in new york
 * this december` can go to any on AI that is there then, and to none that is elsewhere. Those about the field, and where
 * these are hardly any, others that have something of the subject, too.
 * @returns undefined where there are more
 * @param hasSubject has an entry something of what the question is about?
 * @param wishes how far each entry is what was wished for, 0 to 1
 */
export function comingAsWished(
  index: SearchIndex,
  wishes: Float64Array,
  isPast: SearchOptions['isPast'],
  hasSubject: (entry: number) => boolean,
): readonly number[] | undefined {
  const adjacent = entriesWith(index.ids.length, index.facets, ['relevance:adjacent']);
  const coming = Array.from(index.ids.keys()).filter(
    (entry) =>
      (wishes[entry] ?? 0) >= COMPLETE && kindOf(index, entry) === 'event' && isPast?.(index.ids[entry] ?? '') !== true,
  );
  const ofField = coming.filter((entry) => !adjacent[entry]);
  if (ofField.length > FEW) return undefined;
  const withOthers = coming.filter((entry) => !adjacent[entry] || hasSubject(entry));
  return ofField.length < HARDLY_ANY && withOthers.length <= FEW ? withOthers : ofField;
}
