import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameClock, stampText, zoneInFull } from '../../src/render/facts';
import { timeRange, timesOf } from '../../src/render/time-range';
import { eventInterval } from '../../src/time/interval';
import { wallInWords } from '../../src/time/words';
import { anEvent, zones } from '../helpers/entries';

const BERLIN = 'Europe/Berlin';

function range(start: string, end: string | undefined, own: string, reader = own): string {
  const event = anEvent({ start, ...(end && { end }), timezone: own });
  const { start: starts, end: ends } = eventInterval(event, zones, reader);
  return timeRange(timesOf(event, { starts, ends }), { zone: reader, zones, words: stampText, year: 2026 }).join(' – ');
}

describe('from when to when, its zone once', () => {
  test.each([
    ['2026-12-08T09:00', '2026-12-10T17:00', BERLIN, BERLIN, '8 Dec 09:00 – 10 Dec 17:00 CET'],
    ['2026-12-08T09:00', '2026-12-08T11:30', BERLIN, BERLIN, '8 Dec 09:00 – 11:30 CET'],
    ['2026-12-08T09:00', '2026-12-08T11:30', BERLIN, 'UTC', '8 Dec 08:00 – 10:30 UTC'],
    ['2026-12-08T09:00', '2026-12-08T17:00', BERLIN, 'Asia/Tokyo', '8 Dec 17:00 – 9 Dec 01:00 JST'],
    ['2026-12-08T09:00', undefined, BERLIN, BERLIN, '8 Dec 09:00 CET'],
    ['2026-12-31T20:00', '2027-01-01T02:30', BERLIN, BERLIN, '31 Dec 20:00 – 1 Jan 2027 02:30 CET'],
    ['2027-02-01T20:00', '2027-02-02T02:30', BERLIN, BERLIN, '1 Feb 2027 20:00 – 2 Feb 02:30 CET'],
    ['2025-12-31T20:00', '2026-01-01T02:30', BERLIN, BERLIN, '31 Dec 2025 20:00 – 1 Jan 2026 02:30 CET'],
    ['2026-12-08T09:00', '2026-12-08T17:00', 'Asia/Dubai', 'Asia/Dubai', '8 Dec 09:00 – 17:00 UTC+4'],
    // Clocks change meanwhile: each time has the zone in which it is meant.
    ['2026-10-24T09:00', '2026-10-25T17:00', BERLIN, BERLIN, '24 Oct 09:00 CEST – 25 Oct 17:00 CET'],
    ['2026-10-24T09:00', '2026-10-25T17:00', BERLIN, 'UTC', '24 Oct 07:00 – 25 Oct 16:00 UTC'],
    // A day alone, to the end of which it lasts where it is.
    ['2026-12-08T09:00', '2026-12-10', BERLIN, BERLIN, '8 Dec 09:00 CET – 10 Dec'],
    ['2026-12-08T09:00', '2026-12-10', BERLIN, 'Asia/Tokyo', '8 Dec 17:00 JST – 11 Dec'],
    ['2026-12-08T09:00', '2026-12-08', BERLIN, BERLIN, '8 Dec 09:00 CET'],
    // What clocks skip has moved the start behind the end.
    ['2026-03-29T02:45', '2026-03-29T03:15', BERLIN, BERLIN, '29 Mar 03:45 CEST'],
  ])('%s to %s %s, in %s', (start, end, own, reader, said) => {
    expect(range(start, end, own, reader)).toBe(said);
  });

  test('with weekdays and the year of the start', () => {
    const starts = zones.instant('2026-12-08T09:00', BERLIN);
    const ends = zones.instant('2026-12-10T17:00', BERLIN);
    const parts = timeRange({ starts, ends }, { zone: BERLIN, zones, words: wallInWords });
    expect(parts).toEqual(['Tue 8 Dec 2026 09:00', 'Thu 10 Dec 17:00 CET']);
  });

  test('whatever the instants, no time is without its zone and nothing undefined is said', () => {
    const minute = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2028, 0) / 60_000 });
    const zone = fc.constantFrom(BERLIN, 'America/New_York', 'Asia/Kathmandu', 'AoE', 'UTC');
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 600_000 }), zone, (at, length, name) => {
        const times = { starts: at * 60_000, ends: (at + length) * 60_000 };
        const text = timeRange(times, { zone: name, zones, words: stampText, year: 2026 }).join(' – ');
        expect(text).toMatch(/ ([A-Z]{2,4}|AoE|UTC\+5:45)$/);
        expect(text).not.toMatch(/undefined|NaN/);
      }),
    );
  });
});

describe('names of zones', () => {
  const instant = Date.parse('2026-12-01T22:59Z');
  test.each([
    [BERLIN, 'CET (Europe/Berlin)'],
    ['Asia/Dubai', 'UTC+4 (Asia/Dubai)'],
    ['UTC', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['AoE', 'AoE'],
  ])('%s in full', (zone, said) => {
    expect(zoneInFull(instant, zone, zones)).toBe(said);
  });

  test.each([
    ['UTC', 'Etc/UTC', true],
    [BERLIN, 'Europe/Paris', true],
    ['Europe/London', 'UTC', false], // the same time, but GMT is another word
    [BERLIN, 'Africa/Lagos', false],
    ['America/Los_Angeles', 'Asia/Manila', false],
  ])('%s and %s are one clock: %s', (a, b, same) => {
    expect(isSameClock(instant, a, b, zones)).toBe(same);
  });
});
