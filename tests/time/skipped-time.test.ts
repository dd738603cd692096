import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTime, skipOf } from '../../src/time/skipped-time';
import { zones } from '../helpers/entries';

const NEW_YORK = 'America/New_York';

describe('a time that clocks skip', () => {
  test.each([
    { wall: '2027-03-14T02:30', zone: NEW_YORK, comes: '2027-03-14T03:30', from: '02:00', to: '03:00' },
    { wall: '2027-03-14T02:00', zone: NEW_YORK, comes: '2027-03-14T03:00', from: '02:00', to: '03:00' },
    { wall: '2027-03-14T02:59:59', zone: NEW_YORK, comes: '2027-03-14T03:59', from: '02:00', to: '03:00' },
    { wall: '2027-03-28T01:15', zone: 'Europe/London', comes: '2027-03-28T02:15', from: '01:00', to: '02:00' },
    { wall: '2026-10-04T02:10', zone: 'Australia/Lord_Howe', comes: '2026-10-04T02:40', from: '02:00', to: '02:30' },
  ])('$wall $zone comes as $comes', ({ wall, zone, comes, from, to }) => {
    const day = wall.slice(0, 10);
    expect(skipOf(wall, zone, zones)).toEqual({ from: `${day}T${from}`, to: `${day}T${to}` });
    expect(clockTime(wall, zone, zones)).toBe(comes);
  });

  test('a whole day that an island left out', () => {
    expect(skipOf('2011-12-30T12:00', 'Pacific/Apia', zones)).toEqual({
      from: '2011-12-30T00:00',
      to: '2011-12-31T00:00',
    });
  });

  test.each([
    ['2027-03-14T01:59:59', NEW_YORK],
    ['2027-03-14T03:00', NEW_YORK],
    ['2027-03-14', NEW_YORK],
    ['2026-11-01T01:30', NEW_YORK], // shown twice
    ['2027-03-14T02:30', 'UTC'],
    ['2027-03-14T02:30', 'AoE'],
  ])('%s %s is none', (wall, zone) => {
    expect(skipOf(wall, zone, zones)).toBeUndefined();
    expect(clockTime(wall, zone, zones)).toBe(wall);
  });

  test('what comes in its place is the same instant, and is not skipped itself', () => {
    const minute = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
    const zone = fc.constantFrom(NEW_YORK, 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Tokyo');
    fc.assert(
      fc.property(minute, zone, (at, name) => {
        const wall = new Date(at * 60_000).toISOString().slice(0, 16);
        const comes = clockTime(wall, name, zones);
        expect(zones.instant(comes, name)).toBe(zones.instant(wall, name));
        expect(skipOf(comes, name, zones)).toBeUndefined();
        expect(skipOf(wall, name, zones) === undefined).toBe(comes === wall);
      }),
    );
  });
});
