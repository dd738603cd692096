import { describe, expect, test, vi } from 'vitest';
import { compileZones } from '../../scripts/compile-zones';
import { dayAt, parseNow, systemZone } from '../../src/time/reader';
import { createZones } from '../../src/time/zone';

const zones = createZones(compileZones);

describe("the system's zone", () => {
  const berlin = '/usr/share/zoneinfo/Europe/Berlin';

  test.each([
    { name: 'TZ first', tz: 'Asia/Tokyo', link: berlin, text: 'America/Lima', intl: 'Asia/Dubai', is: 'Asia/Tokyo' },
    { name: 'TZ with a colon', tz: ':Asia/Tokyo', link: berlin, is: 'Asia/Tokyo' },
    { name: 'TZ as a path', tz: ':/usr/share/zoneinfo/Asia/Tokyo', link: berlin, is: 'Asia/Tokyo' },
    { name: "TZ as the machine's own link", tz: ':/etc/localtime', link: berlin, is: 'Europe/Berlin' },
    { name: 'TZ is UTC', tz: 'UTC', link: berlin, is: 'UTC' },
    { name: 'TZ is no name', tz: 'PST', link: berlin, is: 'Europe/Berlin', isTold: true },
    { name: 'TZ is a name of UTC', tz: 'UTC0', link: berlin, is: 'UTC' },
    { name: 'TZ is another', tz: 'Zulu', link: berlin, is: 'UTC' },
    { name: 'TZ is a name without a slash', tz: 'Japan', link: berlin, intl: 'Asia/Tokyo', is: 'Asia/Tokyo' },
    { name: 'TZ is no zone', tz: 'Foo/Bar', is: 'UTC', isTold: true },
    { name: 'TZ is a rule', tz: '<+0330>-3:30', intl: 'UTC', is: 'UTC', isTold: true },
    {
      name: 'TZ is a rule, the machine elsewhere',
      tz: 'CET-1CEST',
      link: berlin,
      intl: 'UTC',
      is: 'Europe/Berlin',
      isTold: true,
    },
    { name: 'TZ is empty', tz: '', link: berlin, is: 'Europe/Berlin' },
    { name: 'the link', link: berlin, text: 'America/Lima', is: 'Europe/Berlin' },
    { name: 'a relative link', link: '../usr/share/zoneinfo/Etc/UTC', is: 'Etc/UTC' },
    { name: 'macOS', link: '/var/db/timezone/zoneinfo/America/Argentina/Salta', is: 'America/Argentina/Salta' },
    { name: 'macOS, as shipped', link: '/usr/share/zoneinfo.default/Europe/Berlin', is: 'Europe/Berlin' },
    { name: 'the posix tree', link: '/usr/share/zoneinfo/posix/Europe/Berlin', is: 'Europe/Berlin' },
    { name: 'a link to elsewhere', link: '/etc/my-zone', text: 'America/Lima\n', is: 'America/Lima' },
    { name: 'the text file', text: 'America/Lima\n', intl: 'Asia/Dubai', is: 'America/Lima' },
    { name: 'a broken text file', text: 'Lima', intl: 'Asia/Dubai', is: 'Asia/Dubai' },
    { name: 'Intl', intl: 'Asia/Calcutta', is: 'Asia/Calcutta' },
    { name: 'nothing', intl: 'Etc/Unknown', is: 'UTC' },
  ])('$name: $is', ({ tz, link, text, intl = 'Etc/Unknown', is, isTold = false }) => {
    const io = {
      env: { TZ: tz },
      readLink: (path: string) => (path === '/etc/localtime' ? link : undefined),
      readText: (path: string) => (path === '/etc/timezone' ? text : undefined),
      intlZone: () => intl,
    };
    const notes: string[] = [];
    expect(systemZone(io, zones, (note) => notes.push(note))).toBe(is);
    // Who sets TZ and does not get it is told; nobody else is.
    expect(notes).toEqual(
      isTold ? [`TZ is "${tz}", which is no known time zone: times are in ${is}. Set MLOPS_GUIDE_TZ or --tz.`] : [],
    );
  });

  test('costs no more than it must', () => {
    const io = { env: {}, readLink: () => berlin, readText: vi.fn(), intlZone: vi.fn(() => 'UTC') };
    systemZone(io, zones, vi.fn());
    expect(io.readText).not.toHaveBeenCalled();
    expect(io.intlZone).not.toHaveBeenCalled();
  });
});

describe('now, as written', () => {
  test.each([
    ['2026-11-21', 'Europe/Berlin', '2026-11-20T23:00:00.000Z'],
    ['2026-11-21', 'America/Vancouver', '2026-11-21T07:00:00.000Z'],
    ['2026-03-08', 'America/Havana', '2026-03-08T05:00:00.000Z'],
    ['2026-11-21T10:30', 'Europe/Berlin', '2026-11-21T09:30:00.000Z'],
    ['2026-11-21T10:30:45', 'Asia/Kolkata', '2026-11-21T05:00:45.000Z'],
    ['2026-11-21T10:30Z', 'Europe/Berlin', '2026-11-21T10:30:00.000Z'],
    ['2026-11-21T10:30:45.123Z', 'Europe/Berlin', '2026-11-21T10:30:45.123Z'],
    ['2026-11-21T10:30+05:30', 'Europe/Berlin', '2026-11-21T05:00:00.000Z'],
    ['2026-11-21T23:30:00-08:00', 'Europe/Berlin', '2026-11-22T07:30:00.000Z'],
  ])('%s for a reader in %s is %s', (text, zone, instant) => {
    expect(new Date(parseNow(text, zones, zone) ?? NaN).toISOString()).toBe(instant);
  });

  test.each([
    ...['', 'now', 'tomorrow', '2026', '2026-11', '2026-02-30', '2026-02-30T10:00', '2026-02-30T10:00Z', '2026-13-01'],
    ...[
      '2026-11-21T24:00',
      '2026-11-21T10:60',
      '2026-11-21T10',
      '2026-11-21 10:30',
      '2026-11-21Z',
      '2026-11-21T10:30+5',
    ],
    ...[
      '2026-11-21T10:30z',
      '2026-11-21T10:30+24:00',
      '2026-11-21T10:30:00.5',
      '20261121',
      '1763721000',
      ' 2026-11-21',
    ],
  ])('%j is none', (text) => {
    expect(parseNow(text, zones, 'Europe/Berlin')).toBeUndefined();
  });
});

test.each([
  ['2026-11-21T23:30Z', 'Europe/Berlin', '2026-11-22'],
  ['2026-11-21T23:30Z', 'UTC', '2026-11-21'],
  ['2026-11-21T09:59Z', 'Pacific/Kiritimati', '2026-11-21'],
  ['2026-11-21T10:00Z', 'Pacific/Kiritimati', '2026-11-22'],
  ['2026-11-21T11:59Z', 'AoE', '2026-11-20'],
  ['2026-12-11T06:59Z', 'America/Vancouver', '2026-12-10'],
  ['2026-12-11T07:00Z', 'America/Vancouver', '2026-12-11'],
])('at %s calendars in %s show %s', (instant, zone, day) => {
  expect(dayAt(Date.parse(instant), zone, zones)).toBe(day);
});
