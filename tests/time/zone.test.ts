import fc from 'fast-check';
import moment from 'moment-timezone';
import { describe, expect, test, vi } from 'vitest';
import { compileZones } from '../../scripts/compile-zones';
import { createZones } from '../../src/time/zone';

const table = compileZones();
const zones = createZones(() => table);
const names = [...Object.keys(table.zones), ...Object.keys(table.links), 'UTC', 'AoE'];
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2037, 11, 31);
const MINUTE = 60_000;
const DAY = 86_400_000;
const iso = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z');
const anyZone = fc.constantFrom(...names);
const anyInstant = fc.integer({ min: FIRST, max: LAST });

test('the table is tz 2026f, whole, and small', () => {
  expect(zones.version).toBe('2026f');
  expect(names.length).toBe(moment.tz.names().filter((name) => name.includes('/')).length + 2);
  expect(JSON.stringify(table).length).toBeLessThan(150_000);
});

describe('a wall time is an instant', () => {
  test.each([
    // The clocks of 2026 that Node's own rules get wrong (tz 2026a to 2026f).
    ['America/Vancouver', '2026-12-10T18:00', '2026-12-11T01:00Z'],
    ['America/Vancouver', '2026-06-10T18:00', '2026-06-11T01:00Z'],
    ['America/Vancouver', '2025-12-10T18:00', '2025-12-11T02:00Z'],
    ['America/Edmonton', '2026-12-10T18:00', '2026-12-11T00:00Z'],
    ['America/Edmonton', '2025-12-10T18:00', '2025-12-11T01:00Z'],
    ['America/Winnipeg', '2026-12-10T18:00', '2026-12-10T23:00Z'],
    ['America/Winnipeg', '2025-12-10T18:00', '2025-12-11T00:00Z'],
    ['America/Inuvik', '2026-12-10T18:00', '2026-12-11T00:00Z'],
    ['America/Havana', '2026-12-10T18:00', '2026-12-10T22:00Z'],
    ['America/Havana', '2025-12-10T18:00', '2025-12-10T23:00Z'],
    ['Africa/Casablanca', '2026-12-10T18:00', '2026-12-10T18:00Z'],
    ['Africa/Casablanca', '2025-12-10T18:00', '2025-12-10T17:00Z'],
    ['Africa/El_Aaiun', '2026-12-10T18:00', '2026-12-10T18:00Z'],
    // Far from UTC, and not by whole hours.
    ['Pacific/Kiritimati', '2026-12-10T18:00', '2026-12-10T04:00Z'],
    ['Pacific/Chatham', '2026-12-10T18:00', '2026-12-10T04:15Z'],
    ['Pacific/Chatham', '2026-07-10T18:00', '2026-07-10T05:15Z'],
    ['Australia/Lord_Howe', '2026-12-10T18:00', '2026-12-10T07:00Z'],
    ['Australia/Lord_Howe', '2026-07-10T18:00', '2026-07-10T07:30Z'],
    ['Asia/Kolkata', '2026-12-10T18:00', '2026-12-10T12:30Z'],
    ['Asia/Calcutta', '2026-12-10T18:00', '2026-12-10T12:30Z'],
    ['Etc/GMT+12', '2026-12-10T18:00', '2026-12-11T06:00Z'],
    ['AoE', '2026-11-30T23:59', '2026-12-01T11:59Z'],
    ['UTC', '2026-12-10T18:00', '2026-12-10T18:00Z'],
    // A day is its midnight.
    ['Europe/Berlin', '2026-07-10', '2026-07-09T22:00Z'],
    ['America/Los_Angeles', '2026-07-10', '2026-07-10T07:00Z'],
    // Outside the table the nearest year known stands.
    ['Europe/Berlin', '1985-01-10T12:00', '1985-01-10T11:00Z'],
    ['Europe/Berlin', '2050-01-10T12:00', '2050-01-10T11:00Z'],
  ])('%s %s is %s', (zone, wall, instant) => {
    expect(iso(zones.instant(wall, zone))).toBe(instant);
  });

  test('seconds count', () => {
    expect(zones.instant('2026-12-10T18:00:59', 'Asia/Kolkata')).toBe(Date.UTC(2026, 11, 10, 12, 30, 59));
  });

  test.each([
    ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59Z', 'the last minute before a gap'],
    ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T01:00Z', 'a gap starts: 03:00'],
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30Z', 'inside it: 03:30'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00Z', 'it is over'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30Z', 'west of UTC: 03:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45Z', 'half an hour: 02:45'],
    ['America/Havana', '2026-03-08', '2026-03-08T05:00Z', 'a day that starts at 01:00'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00Z', 'another'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00Z', 'a day that Samoa left out: noon of the next'],
    ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59Z', 'the last minute before an overlap'],
    ['Europe/Berlin', '2026-10-25T02:00', '2026-10-25T00:00Z', 'it starts: the first 02:00'],
    ['Europe/Berlin', '2026-10-25T02:59', '2026-10-25T00:59Z', 'the first 02:59'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00Z', 'it is over'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30Z', 'west of UTC: still EDT'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45Z', 'half an hour'],
  ])('%s %s is %s: %s', (zone, wall, instant) => {
    expect(iso(zones.instant(wall, zone))).toBe(instant);
  });

  test.each(['', '2026-12', '2026-02-30', '2026-12-10 18:00', '2026-12-10T24:00', '2026-12-10T18:60', '2026-12-10T18'])(
    '%j is refused',
    (wall) => {
      expect(() => zones.instant(wall, 'Europe/Berlin')).toThrow(RangeError);
    },
  );
  test.each(['2026-12-10T18:00:60', '2026-12-10T18:00Z', '2026-12-10T18:00:00.5'])('%j is refused', (wall) => {
    expect(() => zones.instant(wall, 'Europe/Berlin')).toThrow(RangeError);
  });
});

test.each([
  ['0000-01-01T00:00Z', 'Pacific/Pago_Pago', '0000-01-01T00:00'],
  ['9999-12-31T23:59Z', 'Pacific/Kiritimati', '9999-12-31T23:59'],
  ['9999-12-31T12:59Z', 'UTC', '9999-12-31T12:59'],
])('at %s, clocks in %s show %s: there is no year before 0000, none after 9999', (instant, zone, wall) => {
  expect(zones.wall(Date.parse(instant), zone)).toBe(wall);
});

describe('names', () => {
  test.each([
    'Europe/Berlin',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'US/Pacific',
    'Etc/UTC',
    'UTC',
    'AoE',
  ])('%s is a zone', (zone) => {
    expect(zones.has(zone)).toBe(true);
  });

  test.each(
    'PST IST EST MST HST CET EET MET WET EST5EDT PST8PDT MST7MDT GMT Zulu Japan NZ Europe/Berln europe/berlin utc aoe'
      .split(' ')
      .concat('', '/', 'constructor', '__proto__', 'Pacific Standard Time', '+01:00'),
  )('%j is none, and asking about it is an error', (zone) => {
    expect(zones.has(zone)).toBe(false);
    expect(() => zones.offset(zone, 0)).toThrow(RangeError);
    expect(() => zones.instant('2026-01-01', zone)).toThrow(RangeError);
    expect(() => zones.wall(0, zone)).toThrow(RangeError);
    expect(() => zones.abbreviation(zone, 0)).toThrow(RangeError);
    expect(() => zones.transitions(zone, 0, 1)).toThrow(RangeError);
  });
});

test('the table is read once, and not before it is needed', () => {
  const read = vi.fn(() => table);
  const lazy = createZones(read);
  expect(lazy.has('AoE') && lazy.has('UTC') && !lazy.has('PST')).toBe(true);
  expect(lazy.instant('2026-11-30T23:59', 'AoE')).toBe(Date.UTC(2026, 11, 1, 11, 59));
  expect(read).not.toHaveBeenCalled();
  lazy.offset('Europe/Berlin', 0);
  lazy.offset('Asia/Tokyo', 0);
  expect(lazy.version).toBe('2026f');
  expect(read).toHaveBeenCalledOnce();
});

test.each([
  ['Europe/Berlin', '2026-01-10', 'CET'],
  ['Europe/Berlin', '2026-07-10', 'CEST'],
  ['America/Los_Angeles', '2026-12-10', 'PST'],
  ['America/Vancouver', '2026-12-10', 'MST'],
  ['Asia/Kolkata', '2026-12-10', 'IST'],
  ['Asia/Dubai', '2026-12-10', undefined],
  ['America/Sao_Paulo', '2026-12-10', undefined],
  ['AoE', '2026-12-10', 'AoE'],
  ['UTC', '2026-12-10', 'UTC'],
])('clocks in %s on %s are called %s', (zone, day, name) => {
  expect(zones.abbreviation(zone, zones.instant(day, zone))).toBe(name);
});

describe('transitions', () => {
  const at = (text: string) => Date.parse(text);

  test('of a year', () => {
    expect(zones.transitions('Europe/Berlin', at('2026-01-01'), at('2027-01-01'))).toEqual([
      { at: at('2026-03-29T01:00Z'), offset: 120, before: 60, abbreviation: 'CEST', isDst: true },
      { at: at('2026-10-25T01:00Z'), offset: 60, before: 120, abbreviation: 'CET', isDst: false },
    ]);
  });

  test('the first instant is inside, the last is not', () => {
    const [spring, autumn] = [at('2026-03-29T01:00Z'), at('2026-10-25T01:00Z')];
    expect(zones.transitions('Europe/Berlin', spring, autumn).map((change) => change.at)).toEqual([spring]);
    expect(zones.transitions('Europe/Berlin', spring + 1, autumn + 1).map((change) => change.at)).toEqual([autumn]);
  });

  test('a new name alone is one too: Vancouver stays at -07:00 in November 2026', () => {
    const found = zones.transitions('America/Vancouver', at('2026-04-01'), at('2030-01-01'));
    expect(found).toMatchObject([{ offset: -420, before: -420, abbreviation: 'MST', isDst: false }]);
  });

  test.each([
    ['Europe/Dublin', '2026', [true, false]], // as people call it; tzdata has winter as the exception
    ['Africa/Casablanca', '2025', [false, false]], // an hour back for Ramadan only
    ['Australia/Sydney', '2026', [false, true]],
    ['America/Vancouver', '2026', [true, false]], // summer time that was made the standard
    ['Europe/Istanbul', '2016', [true, false]], // the same
    ['Europe/Moscow', '2011', [false]], // forward for good, by its letters
  ])('%s in %s: summer time is %j', (zone, year, summer) => {
    const next = String(Number(year) + 1);
    const found = zones.transitions(zone, at(`${year}-01-01`), at(`${next}-01-01`)).map(({ isDst }) => isDst);
    expect(found.slice(0, summer.length)).toEqual(summer);
  });

  test('the last one known says nothing of summer time when the table ends in it', () => {
    expect(zones.transitions('Australia/Sydney', at('2037-06-01'), Infinity)).toMatchObject([{ isDst: undefined }]);
  });

  test('fixed zones have none', () => {
    expect(zones.transitions('AoE', -Infinity, Infinity)).toEqual([]);
    expect(zones.transitions('Asia/Kolkata', -Infinity, Infinity)).toEqual([]);
  });
});

describe('moment-timezone as oracle', () => {
  const known = names.filter((name) => name !== 'AoE');

  test('offset and name, every zone, either side of every change and between', () => {
    for (const name of known) {
      const zone = moment.tz.zone(name);
      const changes = zone?.untils.filter((until) => until > FIRST && until < LAST) ?? [];
      const instants = [
        FIRST,
        LAST,
        Date.UTC(2026, 10, 21),
        ...changes.flatMap((until) => [until - 1, until, until + 30 * DAY]),
      ];
      const ours = instants.map((instant) => zones.offset(name, instant));
      const theirs = instants.map((instant) => 0 - (zone?.utcOffset(instant) ?? Number.NaN));
      expect({ name, offsets: ours }).toEqual({ name, offsets: theirs });
      const letters = instants
        .map((instant) => zone?.abbr(instant))
        .map((text) => (/^[+-]/.test(text ?? '') ? undefined : text));
      expect({ name, letters: instants.map((instant) => zones.abbreviation(name, instant)) }).toEqual({
        name,
        letters,
      });
    }
  });

  test('wall, any zone at any instant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), anyInstant, (name, instant) => {
        expect(zones.wall(instant, name)).toBe(moment.tz(instant, name).format('YYYY-MM-DDTHH:mm'));
      }),
    );
  });

  test('instant, any zone, gaps and overlaps included', () => {
    const changing = known.filter((name) => zones.transitions(name, FIRST, LAST).length > 0);
    const nearChange = fc
      .constantFrom(...changing)
      .chain((name) =>
        fc.tuple(
          fc.constant(name),
          fc.constantFrom(...zones.transitions(name, FIRST, LAST).map(({ at }) => at)),
          fc.integer({ min: -300, max: 300 }),
        ),
      );
    fc.assert(
      fc.property(nearChange, ([name, at, minutes]) => {
        const wall = zones.wall(at + minutes * MINUTE, 'UTC');
        const shifted = new Date(Date.parse(`${wall}Z`) + zones.offset(name, at - 1) * MINUTE)
          .toISOString()
          .slice(0, 16);
        expect(iso(zones.instant(shifted, name))).toBe(iso(moment.tz(shifted, name).valueOf()));
      }),
      { numRuns: 2000 },
    );
  });
});

test('an instant comes back from its wall time, or is the second of two that share it', () => {
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, any) => {
      const instant = Math.floor(any / MINUTE) * MINUTE;
      const wall = zones.wall(instant, zone);
      const first = zones.instant(wall, zone);
      expect(zones.wall(first, zone)).toBe(wall);
      const setBack = zones.offset(zone, first) - zones.offset(zone, instant);
      expect(instant - first).toBe(setBack * MINUTE); // 0 but in an overlap
      expect(setBack).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1000 },
  );
});

test('later instants never show an earlier first instant for their wall time, but across a clock put back', () => {
  fc.assert(
    fc.property(anyZone, anyInstant, fc.integer({ min: 1, max: 400 * 1440 }), (zone, from, minutes) => {
      const to = from + minutes * MINUTE;
      fc.pre(zones.transitions(zone, from, to + 1).every(({ offset, before }) => offset >= before));
      expect(zones.wall(to, zone) > zones.wall(from, zone)).toBe(true);
    }),
  );
});
