import { expect, test } from 'vitest';
import type { Milestone } from '../../src/catalogue/schema';
import { openDeadlines, type Due } from '../../src/query/deadlines';
import { isUrgent, nounOf, shortTimeLeft, timeLeftText } from '../../src/render/deadline-words';
import { anEvent, zones } from '../helpers/entries';

const AOE: Partial<Milestone> = { at: '2026-12-06T23:59', timezone: 'AoE' }; // Mon 7 Dec 12:59 in Berlin
const NO_ZONE: Partial<Milestone> = { at: '2026-12-06' };

function due(own: Partial<Milestone>, now: number): Due {
  const event = anEvent({ start: '2027-06-01', milestones: [{ kind: 'cfp', label: 'Call', at: '', ...own }] });
  const [found] = openDeadlines([event], { now, zone: 'Europe/Berlin', zones });
  if (!found) throw new Error('it is closed');
  return found;
}

test.each<[milestone: Partial<Milestone>, now: string, words: string, short: string, urgent: boolean]>([
  [AOE, '2026-11-21T12:00Z', 'closes in 16 days', 'in 16 days', false],
  [AOE, '2026-12-05T11:59Z', 'closes in 2 days', 'in 2 days', false], // 48 h to the minute
  [AOE, '2026-12-05T11:59:01Z', 'closes in 47 h 59 min', 'in 47 h 59 min', true],
  [AOE, '2026-12-06T04:54Z', 'closes in 31 h 5 min', 'in 31 h 5 min', true],
  [AOE, '2026-12-06T22:59Z', 'closes in 13 h', 'in 13 h', true],
  [AOE, '2026-12-06T23:00Z', 'closes today, in 12 h 59 min', 'today, 12 h 59 min', true], // midnight in Berlin
  [AOE, '2026-12-07T11:00Z', 'closes today, in 59 min', 'today, 59 min', true],
  [AOE, '2026-12-07T11:58Z', 'closes today, in 1 min', 'today, 1 min', true],
  [AOE, '2026-12-07T11:58:01Z', 'closes today, in less than 1 min', 'today, less than 1 min', true],
  [AOE, '2026-12-07T11:59:00.999Z', 'closes today, in less than 1 min', 'today, less than 1 min', true],
  [NO_ZONE, '2026-11-21T12:00Z', 'closes in 15 days', 'in 15 days', false],
  [NO_ZONE, '2026-12-04T12:00Z', 'closes in 2 days', 'in 2 days', false],
  [NO_ZONE, '2026-12-05T12:00Z', 'closes tomorrow', 'tomorrow', true],
  [NO_ZONE, '2026-12-06T12:00Z', 'closes today', 'closes today', true],
  [NO_ZONE, '2026-12-06T23:00Z', 'may be closed', 'may be closed', true],
  // Clocks are put back between: 49 hours are two days all the same, and 48 can end on the next one.
  [{ at: '2026-10-26T00:30', timezone: 'Europe/Berlin' }, '2026-10-23T22:30Z', 'closes in 2 days', 'in 2 days', false],
  [{ at: '2026-10-25T23:30', timezone: 'Europe/Berlin' }, '2026-10-23T22:30Z', 'closes tomorrow', 'tomorrow', false],
  [{ ...AOE, kind: 'abstract' }, '2026-11-21T12:00Z', 'due in 16 days', 'in 16 days', false],
  [{ ...AOE, kind: 'paper' }, '2026-12-06T23:00Z', 'due today, in 12 h 59 min', 'today, 12 h 59 min', true],
  [{ ...AOE, kind: 'early-bird' }, '2026-11-21T12:00Z', 'ends in 16 days', 'in 16 days', false],
  [{ ...NO_ZONE, kind: 'early-bird' }, '2026-12-06T23:00Z', 'may be over', 'may be over', true],
  [{ ...AOE, kind: 'registration' }, '2026-11-21T12:00Z', 'closes in 16 days', 'in 16 days', false],
  // A notification closes nothing.
  [{ ...NO_ZONE, kind: 'notification' }, '2026-11-21T12:00Z', 'comes in 15 days', 'in 15 days', false],
  [{ ...NO_ZONE, kind: 'notification' }, '2026-12-06T12:00Z', 'comes today', 'comes today', true],
  [{ ...NO_ZONE, kind: 'notification' }, '2026-12-06T23:00Z', 'may be out', 'may be out', true],
])('%o at %s: %s', (milestone, now, words, short, urgent) => {
  const instant = Date.parse(now);
  const found = due(milestone, instant);
  expect([timeLeftText(found, instant), shortTimeLeft(found, instant), isUrgent(found, instant)]).toEqual([
    words,
    short,
    urgent,
  ]);
});

test.each<[kind: Milestone['kind'], noun: string]>([
  ['cfp', 'CFP'],
  ['abstract', 'abstracts'],
  ['paper', 'papers'],
  ['notification', 'notification'],
  ['early-bird', 'early bird'],
  ['registration', 'registration'],
])('%s is called %s', (kind, noun) => expect(nounOf({ kind })).toBe(noun));
