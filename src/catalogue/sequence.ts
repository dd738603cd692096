import { isDeepStrictEqual } from 'node:util';
import type { GuideEvent, Milestone, Series } from './schema';

/** What calendars are told of an edition or a series. */
const TOLD = ['start', 'end', 'timezone', 'status', 'certainty', 'mode', 'place', 'recurrence'];
const TOLD_OF_MILESTONE = ['at', 'timezone'];

/**
 * How often the date of a milestone, or what calendars are told of an edition or a series, has changed: by that number
 * they know the newer of two (RFC 5545, 3.8.7.4). At least once where the data hold an earlier date.
 */
export function sequenceOf({ sequence, was }: Pick<Milestone, 'sequence' | 'was'>): number {
  return sequence ?? (was === undefined ? 0 : 1);
}

/** Do calendars have to take it for a new version? Milestones count for themselves. */
export function isRevised<T extends GuideEvent | Series>(was: T, is: T): boolean {
  return differ(was, is, TOLD);
}
export const isMoved = (was: Milestone, is: Milestone): boolean => differ(was, is, TOLD_OF_MILESTONE);

function differ(was: object, is: object, keys: readonly string[]): boolean {
  const told = (one: object): unknown[] => {
    const fields = new Map<string, unknown>(Object.entries(one));
    return keys.map((key) => fields.get(key));
  };
  return !isDeepStrictEqual(told(was), told(is));
}

/**
 * Which of its kind a milestone is, from 1 on: by kind and number calendars know it, whatever its label. Counted within
 * the kind, so that a paper deadline put in later leaves the calls for papers their ids.
 */
export function numberInKind(milestones: readonly Milestone[], index: number): number {
  const kind = milestones[index]?.kind;
  return milestones.slice(0, index + 1).filter((milestone) => milestone.kind === kind).length;
}

/** What calendars knew by the kind and number that the milestone at `index` has now; undefined where nothing was. */
export function milestoneBefore(
  before: readonly Milestone[],
  milestones: readonly Milestone[],
  index: number,
): Milestone | undefined {
  const kind = milestones[index]?.kind;
  return before.filter((milestone) => milestone.kind === kind)[numberInKind(milestones, index) - 1];
}
