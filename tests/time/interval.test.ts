import { describe, expect, test } from 'vitest';
import { compileZones } from '../../scripts/compile-zones';
import { closesAt, dayEnd, eventInterval, isClosed } from '../../src/time/interval';
import { createZones } from '../../src/time/zone';

const zones = createZones(compileZones);
const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');

describe('an event lasts', () => {
  test.each([
    {
      name: 'one day, where it is',
      event: { start: '2026-12-08', timezone: 'America/Vancouver' },
      is: ['2026-12-08T07:00:00Z', '2026-12-09T07:00:00Z', true],
    },
    {
      name: 'to the end of its last day',
      event: { start: '2026-12-08', end: '2026-12-10', timezone: 'Asia/Kolkata' },
      is: ['2026-12-07T18:30:00Z', '2026-12-10T18:30:00Z', true],
    },
    {
      name: "the reader's days when its zone is unknown",
      event: { start: '2026-12-08', end: '2026-12-10' },
      is: ['2026-12-07T23:00:00Z', '2026-12-10T23:00:00Z', true],
    },
    {
      name: '49 hours over the end of summer time',
      event: { start: '2026-10-24', end: '2026-10-25', timezone: 'Europe/Berlin' },
      is: ['2026-10-23T22:00:00Z', '2026-10-25T23:00:00Z', true],
    },
    {
      name: 'from 01:00 on a day without a midnight',
      event: { start: '2026-03-08', timezone: 'America/Havana' },
      is: ['2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z', true],
    },
    {
      name: 'the whole last day when only the end has a time',
      event: { start: '2026-12-08', end: '2026-12-10T12:00', timezone: 'Europe/Berlin' },
      is: ['2026-12-07T23:00:00Z', '2026-12-10T23:00:00Z', true],
    },
    {
      name: 'from one time to the other',
      event: { start: '2026-12-10T18:00', end: '2026-12-10T20:30', timezone: 'America/Vancouver' },
      is: ['2026-12-11T01:00:00Z', '2026-12-11T03:30:00Z', false],
    },
    {
      name: 'an hour when nobody says how long',
      event: { start: '2026-12-10T18:00', timezone: 'America/Vancouver' },
      is: ['2026-12-11T01:00:00Z', '2026-12-11T02:00:00Z', false],
    },
    {
      name: 'from a time to the end of a day',
      event: { start: '2026-12-10T18:00', end: '2026-12-11', timezone: 'Europe/Berlin' },
      is: ['2026-12-10T17:00:00Z', '2026-12-11T23:00:00Z', false],
    },
  ])('$name', ({ event, is }) => {
    const { start, end, allDay } = eventInterval(event, zones, 'Europe/Berlin');
    expect([iso(start), iso(end), allDay]).toEqual(is);
  });

  test('an unknown zone is an error', () => {
    expect(() => eventInterval({ start: '2026-12-08', timezone: 'PST' }, zones, 'UTC')).toThrow(RangeError);
  });
});

test.each([
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
  ['2026-03-07', 'America/Havana', '2026-03-08T05:00:00Z'], // the day that follows begins at 01:00
  ['9999-12-30', 'UTC', '9999-12-31T00:00:00Z'],
  ['9999-12-31', 'Pacific/Pago_Pago', '+010000-01-01T11:00:00Z'], // none follows
])('the day %s is over in %s at %s', (day, zone, over) => {
  expect(iso(dayEnd(day, zone, zones))).toBe(over);
});

describe('a milestone', () => {
  test.each([
    { at: '2026-11-30', timezone: 'AoE', closes: '2026-12-01T11:59:59Z' },
    { at: '2026-11-30T23:59', timezone: 'AoE', closes: '2026-12-01T11:59:00Z' },
    { at: '2026-11-30', timezone: 'America/Vancouver', closes: '2026-12-01T06:59:59Z' },
    { at: '2026-10-25', timezone: 'Europe/Berlin', closes: '2026-10-25T22:59:59Z' },
    { at: '2026-03-07', timezone: 'America/Havana', closes: '2026-03-08T04:59:59Z' },
    { at: '2026-12-31', timezone: 'Pacific/Kiritimati', closes: '2026-12-31T09:59:59Z' },
  ])('$at $timezone closes at $closes', ({ at, timezone, closes }) => {
    expect(iso(closesAt({ at, timezone }, zones) ?? NaN)).toBe(closes);
  });

  test.each(['2026-11-30', '2026-11-30T18:00'])('%s without a zone is no instant', (at) => {
    expect(closesAt({ at }, zones)).toBeNull();
  });

  test.each([
    {
      name: 'a day',
      at: '2026-11-30',
      timezone: 'Europe/Berlin',
      open: '2026-11-30T22:59:59.999Z',
      over: '2026-11-30T23:00Z',
    },
    {
      name: 'a time',
      at: '2026-11-30T18:00',
      timezone: 'UTC',
      open: '2026-11-30T18:00:00.999Z',
      over: '2026-11-30T18:00:01Z',
    },
    {
      name: 'a day AoE',
      at: '2026-11-30',
      timezone: 'AoE',
      open: '2026-12-01T11:59:59.999Z',
      over: '2026-12-01T12:00Z',
    },
    {
      name: 'no zone',
      at: '2026-11-30',
      timezone: undefined,
      open: '2026-12-01T11:59:59.999Z',
      over: '2026-12-01T12:00Z',
    },
    {
      name: 'a time, no zone',
      at: '2026-11-30T18:00',
      timezone: undefined,
      open: '2026-12-01T11:59:59.999Z',
      over: '2026-12-01T12:00Z',
    },
  ])('$name: open at $open, closed at $over', ({ at, timezone, open, over }) => {
    expect(isClosed({ at, timezone }, zones, Date.parse(open))).toBe(false);
    expect(isClosed({ at, timezone }, zones, Date.parse(over))).toBe(true);
  });
});
