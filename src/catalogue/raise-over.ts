import type { Entry, GuideEvent, Milestone, Series } from './schema';
import { TOLD, TOLD_OF_MILESTONE } from './raised-sequence';

/**
 * An edition or a series that corrects another one of the same id: where its dates, place or status differ and its
 * `sequence` is no higher, with one that is. The calendars of people who have the other take the correction by that
 * number (RFC 5545, 3.8.7.4). Milestones are told apart by kind and label.
 */
export function raisedOver(was: Entry | undefined, is: Entry): Entry {
  if (was?.kind === 'series' && is.kind === 'series') return raisedItself(was, is);
  if (was?.kind !== 'event' || is.kind !== 'event') return is;
  const { milestones } = is;
  const raised = raisedItself(was, is);
  if (!milestones) return raised;
  return { ...raised, milestones: milestones.map((one) => raisedMilestone(was.milestones ?? [], one)) };
}

function raisedItself<T extends GuideEvent | Series>(was: T, is: T): T {
  const sequence = higher(was, is, TOLD, 0);
  return sequence === undefined ? is : { ...is, sequence };
}

function raisedMilestone(before: readonly Milestone[], is: Milestone): Milestone {
  const was = before.find(({ kind, label }) => kind === is.kind && label === is.label);
  const sequence = was && higher(was, is, TOLD_OF_MILESTONE, 1);
  return sequence === undefined ? is : { ...is, sequence };
}

/** @param moved the sequence of what states none, but names an earlier date */
function higher(was: Counted, is: Counted, keys: readonly string[], moved: number): number | undefined {
  const sequenceOf = ({ sequence, was: earlier }: Counted): number => sequence ?? (earlier === undefined ? 0 : moved);
  if (told(was, keys) === told(is, keys) || sequenceOf(is) > sequenceOf(was)) return undefined;
  return sequenceOf(was) + 1;
}

interface Counted {
  readonly sequence?: number | undefined;
  readonly was?: string | undefined;
}

const told = (one: object, keys: readonly string[]): string =>
  JSON.stringify(Object.entries(one).filter(([key]) => keys.includes(key)));
