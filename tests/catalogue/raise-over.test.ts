import { describe, expect, test } from 'vitest';
import { raisedOver } from '../../src/catalogue/raise-over';
import type { GuideEvent, Milestone, Series } from '../../src/catalogue/schema';

const HEAD = {
  name: 'A 2027',
  summary: 'We meet.',
  topics: ['mlops'],
  sources: [{ ref: 'us', verified: '2026-11-20' }],
  added: '2026-11-20',
};
const MILESTONES: readonly Milestone[] = [
  { kind: 'cfp', label: 'Papers', at: '2026-12-06T23:59', timezone: 'AoE' },
  { kind: 'abstract', label: 'Abstracts', at: '2026-12-09', was: '2026-12-01' },
];
const OWN: Milestone = { kind: 'early-bird', label: 'Cheap tickets', at: '2026-11-30' };
const EVENT: GuideEvent = {
  ...HEAD,
  id: 'a-2027',
  kind: 'event',
  type: 'conference',
  start: '2027-03-10',
  end: '2027-03-12',
  place: { city: 'Oslo', country: 'NO' },
  certainty: 'confirmed',
  status: 'scheduled',
  relevance: 'core',
  milestones: [...MILESTONES],
};
const SERIES: Series = {
  ...HEAD,
  id: 'a',
  kind: 'series',
  type: 'meetup',
  relevance: 'core',
  recurrence: { rule: 'FREQ=WEEKLY;BYDAY=TH', time: '18:00', timezone: 'Europe/Oslo' },
};

const withMilestones = (milestones: Milestone[]): GuideEvent => ({ ...EVENT, milestones });
const withMilestone = (index: number, change: object): GuideEvent =>
  withMilestones(MILESTONES.map((one, at) => (at === index ? { ...one, ...change } : one)));

describe('a correction of an edition', () => {
  test.each<[string, GuideEvent, number | undefined, (number | undefined)[]]>([
    ['of nothing', EVENT, undefined, [undefined, undefined]],
    ['of its name alone', { ...EVENT, name: 'A' }, undefined, [undefined, undefined]],
    ['of its day', { ...EVENT, start: '2027-03-11' }, 1, [undefined, undefined]],
    ['of its place', { ...EVENT, place: { city: 'Bergen', country: 'NO' } }, 1, [undefined, undefined]],
    ['of its status', { ...EVENT, status: 'cancelled' }, 1, [undefined, undefined]],
    ['that leaves the end out', { ...EVENT, end: undefined }, 1, [undefined, undefined]],
    ['that has a higher number already', { ...EVENT, start: '2027-03-11', sequence: 7 }, 7, [undefined, undefined]],
    ['of a milestone', withMilestone(0, { at: '2026-12-07' }), undefined, [1, undefined]],
    ['of a milestone that moved before', withMilestone(1, { at: '2026-12-10' }), undefined, [undefined, 2]],
    ['of the label of a milestone', withMilestone(0, { label: 'Talks' }), undefined, [undefined, undefined]],
    ['with a milestone of its own before', withMilestones([OWN, ...MILESTONES]), undefined, Array(3).fill(undefined)],
    ['without its first milestone, the other one moved', withMilestones([{ ...MILESTONES[1]!, at: '2026-12-10' }]), undefined, [2]], // prettier-ignore
    ['of which the first call is a new one', withMilestones([{ ...MILESTONES[0]!, at: '2026-12-01' }, ...MILESTONES]), undefined, [1, undefined, undefined]], // prettier-ignore
  ])('%s', (_, is, sequence, milestones) => {
    const raised = raisedOver(EVENT, is);
    expect(raised).toMatchObject({ ...(sequence === undefined ? {} : { sequence }), id: EVENT.id });
    expect('sequence' in raised).toBe(sequence !== undefined);
    expect('milestones' in raised && raised.milestones?.map((one) => one.sequence)).toEqual(milestones);
  });

  test('goes above the number of what it corrects', () => {
    expect(raisedOver({ ...EVENT, sequence: 3 }, { ...EVENT, end: '2027-03-13' })).toMatchObject({ sequence: 4 });
  });
});

test('a correction of the rule of a series', () => {
  const moved: Series = {
    ...SERIES,
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=FR', time: '18:00', timezone: 'Europe/Oslo' },
  };
  expect(raisedOver(SERIES, moved)).toEqual({ ...moved, sequence: 1 });
  expect(raisedOver(SERIES, SERIES)).toBe(SERIES);
});

test('what corrects nothing stays as it is', () => {
  expect(raisedOver(undefined, EVENT)).toBe(EVENT);
  expect(raisedOver(SERIES, EVENT)).toBe(EVENT);
});
