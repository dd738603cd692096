import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recurrence } from '../../src/catalogue/schema';
import { occurrences, type Occurrence } from '../../src/time/occurrences';
import { packPattern, patternOccurrences, patternTells, type Pattern } from '../../src/time/pattern';
import { aSeries, zones } from '../helpers/entries';

const FROM = Date.parse('2025-11-20T00:00Z');
const TO = Date.parse('2029-11-20T00:00Z');
const HOUR = 3_600_000;
const time = '02:30';

const recurrenceArb: fc.Arbitrary<Recurrence> = fc
  .tuple(
    fc.constantFrom(
      'FREQ=WEEKLY;BYDAY=SU',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU',
      'FREQ=MONTHLY;BYDAY=1SU',
      'FREQ=MONTHLY;BYDAY=-1SU',
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=SA,SU;COUNT=40',
      'FREQ=WEEKLY;BYDAY=SU;UNTIL=20270401',
      'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    ),
    // Where clocks change on Sundays at night, an hour or half, on both sides of the date line, or not at all.
    fc.constantFrom(
      'Europe/Berlin',
      'America/Los_Angeles',
      'Australia/Lord_Howe',
      'Pacific/Kiritimati',
      'Asia/Kolkata',
      'UTC',
    ),
    fc.constantFrom<string[] | undefined>(undefined, ['2026-11-29', '2027-03-28']),
  )
  .map(([rule, timezone, exceptions]) => ({ rule, start: '2025-06-01', time, timezone, exceptions }));

const found = (recurrence: Recurrence, from: number, to: number): Occurrence[] =>
  occurrences(aSeries({ recurrence }), zones, from, to);
const packed = (recurrence: Recurrence): Pattern =>
  packPattern(found(recurrence, FROM, TO), FROM, found(recurrence, TO, TO + 5e11).length > 0 ? TO : null);

test('a pattern gives back what the rule said, over changes of the clock', () => {
  fc.assert(
    fc.property(recurrenceArb, fc.nat(TO - FROM), fc.nat(TO - FROM), (recurrence, a, b) => {
      const [from, to] = [FROM + Math.min(a, b), FROM + Math.max(a, b)];
      const pattern = JSON.parse(JSON.stringify(packed(recurrence))) as Pattern;
      expect([...patternOccurrences(pattern, time, from, to)]).toEqual(found(recurrence, from, to));
    }),
    { numRuns: 300 },
  );
});

describe('it tells what is first', () => {
  const weekly: Recurrence = { rule: 'FREQ=WEEKLY;BYDAY=SU', start: '2025-06-01', time, timezone: 'Europe/Berlin' };
  const all = found(weekly, FROM, TO);
  const last = all.at(-1)?.start ?? NaN;
  const pattern = packPattern(all, FROM, TO);

  test.each([
    ['from its first instant on', pattern, FROM, true],
    ['not before', pattern, FROM - 60_000, false],
    ['up to its last start', pattern, last, true],
    ['not after', pattern, last + 1, false],
    ['before, where nothing is', packPattern(all, null, TO), FROM - 60_000, true],
    ['after, where nothing follows', packPattern(all, FROM, null), last + 1, true],
    ['nothing, of one that is empty', packPattern([], FROM, TO), FROM, false],
    ['that there is none, of one that is empty for ever', packPattern([], null, null), FROM, true],
  ])('%s', (_, given, from, is) => {
    expect(patternTells(given, from)).toBe(is);
  });

  test('in a few numbers', () => {
    expect(pattern.starts.length).toBeLessThan(40);
    expect([...patternOccurrences(packPattern([], null, null), time, FROM, TO)]).toEqual([]);
    expect([...patternOccurrences(packPattern(all.slice(0, 1), null, null), time, FROM, TO + HOUR)]).toEqual(
      all.slice(0, 1),
    );
  });
});
