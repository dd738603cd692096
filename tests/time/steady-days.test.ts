import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/time/day';
import { ruleDays } from '../../src/time/rule-days';
import { isSteady, steadyDays } from '../../src/time/steady-days';

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const weekly = fc
  .tuple(fc.uniqueArray(weekday, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 5 }))
  .map(([days, n]) => `FREQ=WEEKLY${n === 1 ? '' : `;INTERVAL=${n}`};BYDAY=${days.join()}`);
const monthly = fc
  .tuple(fc.constantFrom('1', '+1', '2', '3', '4', '5', '-1', '-2', '-5'), weekday)
  .map(([n, day]) => `FREQ=MONTHLY;BYDAY=${n}${day}`);
const day = fc.integer({ min: -3000, max: 30_000 }).map((days) => addDays('1970-01-01', days));

test('the library finds the same days', () => {
  fc.assert(
    fc.property(
      fc.oneof(weekly, monthly),
      fc.option(day, { nil: undefined }),
      day,
      fc.nat({ max: 800 }),
      (rule, start, from, length) => {
        const to = addDays(from, length);
        const found = steadyDays(rule, start, from, to);
        if (found === undefined)
          expect({ start, rule }).toEqual({ start: undefined, rule: expect.stringContaining('INTERVAL') as unknown });
        else expect(found).toEqual(ruleDays(rule, start, from, to));
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['FREQ=WEEKLY;BYDAY=TH', undefined, true],
  ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20270401', undefined, true],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2025-02-11T09:00', true],
  ['FREQ=MONTHLY;BYDAY=-1FR', undefined, true],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', undefined, false],
  ['FREQ=WEEKLY;BYDAY=TH;COUNT=3', '2025-02-11', false],
  ['FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU', '2025-02-11', false],
  ['FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU', '2025-02-04', false],
  ['FREQ=MONTHLY;BYDAY=1TU,3TU', undefined, false],
  ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1', undefined, false],
  ['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', undefined, false],
  ['FREQ=DAILY', undefined, false],
])('%s from %s: %s', (rule, start, isOne) => {
  expect(isSteady({ rule, start })).toBe(isOne);
});
