import { describe, expect, test } from 'vitest';
import { withRaisedSequence } from '../../src/catalogue/raised-sequence';

const EVENT = `- id: a-2027
  kind: event
  name: A 2027 # as they write it
  topics: [monitoring, drift]
  start: '2027-03-10'
  end: '2027-03-12'
  place:
    city: Oslo
  status: scheduled
  milestones:
    - kind: cfp
      label: Call for papers
      at: '2026-12-06T23:59'
      timezone: AoE
    - kind: abstract
      label: Abstracts
      at: '2026-12-09'
      was: '2026-12-01'
`;
const to = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [old, now]) => {
    expect(text.split(old), old).toHaveLength(2);
    return text.replace(old, now);
  }, EVENT);
const START = ["'2027-03-10'", "'2027-03-11'"] as const;
const CFP = ["at: '2026-12-06T23:59'", "at: '2026-12-13T23:59'"] as const;
const ABSTRACT = ["at: '2026-12-09'", "at: '2026-12-10'"] as const;

describe('rises', () => {
  test.each([
    ['with its first day', [START], 1, []],
    ['with its place', [['city: Oslo', 'city: Bergen']], 1, []],
    ['with its status', [['scheduled', 'cancelled']], 1, []],
    ['with an end that is no longer known', [["  end: '2027-03-12'\n", '']], 1, []],
    ['of a milestone', [CFP], 0, [1]],
    ['of a milestone that moved before', [ABSTRACT], 0, [2]],
    ['of both', [START, CFP], 1, [1]],
  ] as const)('%s', (_, changes, own, ofMilestones) => {
    const changed = to(...changes);
    const raised = withRaisedSequence(EVENT, changed);
    expect([...raised.matchAll(/^ {2}sequence: (\d+)$/gm)].map(([, n]) => Number(n))).toEqual(own ? [own] : []);
    expect([...raised.matchAll(/^ {6}sequence: (\d+)$/gm)].map(([, n]) => Number(n))).toEqual(ofMilestones);
    // Nothing else differs, comments and quotes included.
    expect(raised.replace(/^ +sequence: \d+\n/gm, '')).toBe(changed);
  });

  test('from what it was', () => {
    const [before, after] = [EVENT, to(START)].map((text) => text.replace('status:', 'sequence: 4\n  status:'));
    expect(withRaisedSequence(before ?? '', after ?? '')).toContain('\n  sequence: 5\n  status:');
  });

  test('of a series with its rule', () => {
    const series = '- id: b\n  kind: series\n  recurrence:\n    rule: FREQ=WEEKLY\n';
    expect(withRaisedSequence(series, series.replace('WEEKLY', 'MONTHLY'))).toContain('  sequence: 1\n');
  });
});

test.each([
  ['nothing changed', EVENT],
  ['other words', to(['A 2027 #', 'A, 2027 #'])],
  ['the same days in other quotes', to(["'2027-03-12'", '"2027-03-12"'])],
  ['one that was raised by hand', to([...START], ['status:', 'sequence: 7\n  status:'])],
  ['a milestone extended for the first time, with its first date', to([CFP[0], `${CFP[1]}\n      was: '2026-12-06'`])],
  ['no entry', '[]\n'],
])('stays: %s', (_, after) => {
  expect(withRaisedSequence(EVENT, after)).toBe(after);
});
