import type { Entry, GuideEvent, Milestone, Series } from './schema';
import { isMoved, isRevised, milestoneBefore, sequenceOf } from './sequence';

/**
 * An edition or a series that corrects another one of the same id: where its dates, place or status differ and its
 * `sequence` is no higher, with one that is; and the same for each milestone. The calendars of people who have the other
 * take the correction by that number (RFC 5545, 3.8.7.4).
 */
export function raisedOver(was: Entry | undefined, is: Entry): Entry {
  if (was?.kind === 'series' && is.kind === 'series') return raised(was, is, isRevised);
  if (was?.kind !== 'event' || is.kind !== 'event') return is;
  const { milestones } = is;
  const own = raised(was, is, isRevised);
  return milestones ? { ...own, milestones: raisedMilestones(was.milestones ?? [], milestones) } : own;
}

function raisedMilestones(before: readonly Milestone[], milestones: readonly Milestone[]): Milestone[] {
  return milestones.map((one, index) => raised(milestoneBefore(before, milestones, index), one, isMoved));
}

function raised<T extends GuideEvent | Series | Milestone>(
  was: T | undefined,
  is: T,
  isChanged: (was: T, is: T) => boolean,
): T {
  if (was === undefined || !isChanged(was, is) || sequenceOf(is) > sequenceOf(was)) return is;
  return { ...is, sequence: sequenceOf(was) + 1 };
}
