import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlineIn } from '../../src/sources/deadline-text';
import { closesAt } from '../../src/time/interval';
import { zones } from '../helpers/entries';

test.each([
  { text: '2026-12-08 22:59:59', zone: 'UTC', is: { at: '2026-12-08T22:59', timezone: 'UTC' } },
  { text: '2026-12-08 23:59:59', zone: 'AoE', is: { at: '2026-12-08T23:59', timezone: 'AoE' } },
  { text: '2026-12-08 23:59:59', zone: 'UTC-12', is: { at: '2026-12-08T23:59', timezone: 'AoE' } },
  { text: '2026-12-08 17:00:00', zone: 'PT', is: { at: '2026-12-08T17:00', timezone: 'America/Los_Angeles' } },
  { text: '2026-12-08 20:00', zone: 'UTC+8', is: { at: '2026-12-08T12:00', timezone: 'UTC' } },
  { text: '2026-12-08 02:00:00', zone: 'UTC+8', is: { at: '2026-12-07T18:00', timezone: 'UTC' } },
  { text: '2026-12-31 23:00:00', zone: 'UTC-5', is: { at: '2027-01-01T04:00', timezone: 'UTC' } },
  { text: '2026-12-08 12:00:00', zone: 'GMT+5:30', is: { at: '2026-12-08T06:30', timezone: 'UTC' } },
  { text: '2026-12-08 12:00:00', zone: 'Europe/Berlin', is: { at: '2026-12-08T12:00', timezone: 'Europe/Berlin' } },
  { text: '2026-12-08T12:00:00', zone: 'UTC', is: { at: '2026-12-08T12:00', timezone: 'UTC' } },
  { text: '2026-12-08', zone: 'AoE', is: { at: '2026-12-08', timezone: 'AoE' } },
  // What cannot be read is not stated: the day stays.
  { text: '2026-12-08 12:00:00', zone: 'PST', is: { at: '2026-12-08' } },
  { text: '2026-12-08 12:00:00', zone: 'UTC+99', is: { at: '2026-12-08' } },
  { text: '2026-12-08 12:00:00', zone: undefined, is: { at: '2026-12-08' } },
  { text: '2026-12-08 12:00:00', zone: 'constructor', is: { at: '2026-12-08' } },
  { text: 'TBD', zone: 'AoE', is: undefined },
  { text: '2026-13-40 12:00:00', zone: 'AoE', is: undefined },
])('$text $zone', ({ text, zone, is }) => {
  expect(deadlineIn(text, zone, zones.has)).toEqual(is);
});

test('a distance from UTC is always the same instant', () => {
  const property = fc.property(fc.integer({ min: -11, max: 14 }), fc.integer({ min: 0, max: 23 }), (hours, hour) => {
    const sign = hours < 0 ? '-' : '+';
    const two = (number: number): string => String(Math.abs(number)).padStart(2, '0');
    const deadline = deadlineIn(`2026-03-01 ${two(hour)}:30:00`, `UTC${sign}${Math.abs(hours)}`, zones.has);
    const expected = Date.parse(`2026-03-01T${two(hour)}:30:00${sign}${two(hours)}:00`);
    expect(closesAt(deadline!, zones)).toBe(expected);
  });
  fc.assert(property);
});
