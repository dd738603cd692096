import { expect, test } from 'vitest';
import { WINDOWS_ZONES, zoneNamed } from '../../src/time/zone-names';
import { zones } from '../helpers/entries';

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  [' Europe/Berlin ', 'Europe/Berlin'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['UTC', 'UTC'],
  ['Z', 'UTC'],
  ['GMT', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['Etc/GMT', 'UTC'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['Pakistan Standard Time', 'Asia/Karachi'],
  ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
  ['/x/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['AoE', undefined],
  ['PST', undefined],
  ['', undefined],
  ['(UTC+01:00) Amsterdam, Berlin', undefined],
  ['constructor', undefined],
])('%j is %s', (tzid, zone) => expect(zoneNamed(tzid, zones)).toBe(zone));

test('every zone that stands for a name of Windows is known', () => {
  expect(WINDOWS_ZONES.length).toBeGreaterThan(70);
  expect(WINDOWS_ZONES.filter((zone) => !zones.has(zone))).toEqual([]);
});
