import { describe, expect, test } from 'vitest';
import { entryText } from '../../src/catalogue/entry-text';
import { withRaisedSequence } from '../../src/catalogue/raised-sequence';
import { aSeries } from '../helpers/entries';

const EVENT = `- id: a-2027
  kind: event
  name: A 2027 # as they write it
  summary: We meet.
  topics: [monitoring, drift]
  sources:
    - ref: us
      verified: '2026-11-20'
  added: '2026-11-20'
  type: conference
  certainty: confirmed
  relevance: core
  start: '2027-03-10'
  end: '2027-03-12'
  place:
    city: Oslo
    country: 'NO'
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
    const rule = { rule: 'FREQ=WEEKLY;BYDAY=TH', time: '18:00', timezone: 'Europe/Oslo' };
    const series = entryText(aSeries({ recurrence: rule }));
    expect(withRaisedSequence(series, series.replace('=TH', '=FR'))).toContain('\n  sequence: 1\n');
  });
});

const EARLY_BIRD = "    - kind: early-bird\n      label: Cheap tickets\n      at: '2026-11-30'\n";

describe('milestones are told apart by kind and number, as calendars do it, wherever they stand', () => {
  const sequences = (before: string, after: string): string[] => {
    const raised = withRaisedSequence(before, after);
    const milestones = raised.slice(raised.indexOf('milestones:')).split('- kind: ').slice(1);
    return milestones.map((one) => `${/^\S+/.exec(one)?.[0] ?? ''} ${/sequence: (\d+)/.exec(one)?.[1] ?? 'none'}`);
  };
  const withFirst = EVENT.replace('milestones:\n', `milestones:\n${EARLY_BIRD}`);
  const withSequence = withFirst.replace("was: '2026-12-01'", "was: '2026-12-01'\n      sequence: 3");

  test('a new one of another kind before them moves none', () => {
    expect(sequences(EVENT, withFirst)).toEqual(['early-bird none', 'cfp none', 'abstract none']);
  });

  test('one that moved is found behind one that has gone', () => {
    const [before, after] = [withSequence, withSequence.replace(EARLY_BIRD, '').replace(...ABSTRACT)];
    expect(sequences(before, after)).toEqual(['cfp none', 'abstract 4']);
  });

  test('a new one of the same kind before another takes its place in calendars', () => {
    const other = EVENT.replace(
      '    - kind: cfp',
      "    - kind: cfp\n      label: Talks\n      at: '2026-12-03'\n    - kind: cfp",
    );
    expect(sequences(EVENT, other)).toEqual(['cfp 1', 'cfp none', 'abstract none']);
  });

  test('a new label alone moves none', () => {
    expect(sequences(EVENT, to(['Call for papers', 'Talks']))).toEqual(['cfp none', 'abstract none']);
  });
});

test.each([
  ['nothing changed', EVENT],
  ['other words', to(['A 2027 #', 'A, 2027 #'])],
  ['the same place, in another order', to(["    city: Oslo\n    country: 'NO'", "    country: 'NO'\n    city: Oslo"])],
  ['the same days in other quotes', to(["'2027-03-12'", '"2027-03-12"'])],
  ['one that was raised by hand', to([...START], ['status:', 'sequence: 7\n  status:'])],
  ['a milestone extended for the first time, with its first date', to([CFP[0], `${CFP[1]}\n      was: '2026-12-06'`])],
  ['no entry', '[]\n'],
])('stays: %s', (_, after) => {
  expect(withRaisedSequence(EVENT, after)).toBe(after);
});
