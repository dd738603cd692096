import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/links/probe';
import { isSettled, linksFormat, nextRecord, verdictOf, withRecords, type LinkRecord } from '../../src/links/record';

const URL_ = 'https://example.org/';
type State = Finding['state'];

const seen = (before: LinkRecord | undefined, state: State, day: string, more: Partial<Finding> = {}): LinkRecord =>
  nextRecord(URL_, { state, isAnswered: true, ...more }, before, { instant: `${day}T09:00:00.000Z`, day });
/** `ok 1, gone 2`: what was found on which day of November. */
const after = (...steps: readonly string[]): LinkRecord =>
  steps.reduce<LinkRecord | undefined>((before, step) => {
    const [state = '', day = ''] = step.split(' ');
    return seen(before, state as State, `2026-11-${day.padStart(2, '0')}`);
  }, undefined)!;

describe('dead is only what was gone on two days', () => {
  test.each([
    { steps: ['ok 1'], verdict: 'ok' },
    { steps: ['moved 1'], verdict: 'moved' },
    { steps: ['blocked 1'], verdict: 'blocked' },
    { steps: ['unknown 1', 'unknown 2', 'unknown 3'], verdict: 'unknown' },
    { steps: ['gone 1'], verdict: 'unknown' },
    { steps: ['gone 1', 'gone 1', 'gone 1'], verdict: 'unknown' },
    { steps: ['gone 1', 'gone 2'], verdict: 'dead' },
    { steps: ['gone 1', 'unknown 2', 'gone 3'], verdict: 'dead' },
    { steps: ['gone 1', 'blocked 2'], verdict: 'blocked' },
    { steps: ['gone 1', 'ok 2', 'gone 3'], verdict: 'unknown' },
    { steps: ['gone 1', 'moved 2', 'gone 3'], verdict: 'unknown' },
    { steps: ['gone 1', 'gone 2', 'ok 3'], verdict: 'ok' },
    { steps: ['ok 1', 'gone 2', 'gone 3', 'gone 4'], verdict: 'dead' },
  ])('$steps: $verdict', ({ steps, verdict }) => expect(verdictOf(after(...steps))).toBe(verdict));

  test('says since when, and when it was last well', () => {
    expect(after('ok 1', 'unknown 2', 'gone 3', 'gone 5')).toMatchObject({
      well: '2026-11-01',
      since: '2026-11-02',
      gone: ['2026-11-03', '2026-11-05'],
      day: '2026-11-05',
    });
    expect(after('gone 1', 'ok 2')).not.toHaveProperty('since');
  });

  test('never on one day alone, whatever happens on it', () => {
    const states = fc.constantFrom<State>('ok', 'moved', 'gone', 'blocked', 'unknown');
    fc.assert(
      fc.property(fc.array(states, { minLength: 1 }), (list) => {
        expect(verdictOf(after(...list.map((state) => `${state} 7`)))).not.toBe('dead');
      }),
    );
  });
});

test('what was looked at today is settled, unless there was no answer', () => {
  const day = '2026-11-07';
  expect(isSettled(undefined, day)).toBe(false);
  expect(isSettled(seen(undefined, 'ok', day, { status: 200 }), day)).toBe(true);
  expect(isSettled(seen(undefined, 'unknown', day, { status: 500 }), day)).toBe(true);
  expect(isSettled(seen(undefined, 'blocked', day), day)).toBe(true);
  expect(isSettled(seen(undefined, 'unknown', day), day)).toBe(false);
  expect(isSettled(seen(undefined, 'ok', day, { status: 200 }), '2026-11-08')).toBe(false);
});

test('the newer record counts, whoever wrote it, and old ones go', () => {
  const [old, middle, young] = [1, 2, 3].map((day) => after(`ok ${day}`));
  const other = { ...old!, url: 'https://example.com/' };
  const stored = withRecords(undefined, [middle!, other], '2026-11-03');
  expect(withRecords(stored, [old!], '2026-11-03').links).toEqual([other, middle]);
  expect(withRecords(stored, [young!], '2026-11-03').links).toEqual([other, young]);
  expect(withRecords(stored, [{ ...young!, day: '2027-12-20' }], '2027-12-20').links).toHaveLength(1);
});

test('what is stored can be read again; what is something else cannot', () => {
  const stored = withRecords(undefined, [after('ok 1', 'gone 2', 'gone 3')], '2026-11-03');
  expect(linksFormat.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  for (const raw of [
    null,
    [],
    { version: 1 },
    { version: 1, links: [{ url: URL_ }] },
    { version: 1, links: [{ ...after('ok 1'), day: 'x' }] },
    { version: 1, links: [{ ...after('moved 1'), to: 'javascript:alert(1)' }] },
  ])
    expect(linksFormat.parse(raw)).toBeUndefined();
});
