import { expect, test } from 'vitest';
import { compileZones } from '../../scripts/compile-zones';
import { zoneSource, zoneText } from '../../src/time/zone-table';

const table = compileZones();

test('a table written and read gives the rules of every name, links too', () => {
  const source = zoneSource(Buffer.from(zoneText(table)));
  expect(source.version).toBe(table.version);
  for (const name of [...Object.keys(table.zones), ...Object.keys(table.links)]) {
    expect(source.rules(name), name).toBe(table.rules(name));
  }
});

test.each(['Europe', 'Berlin', 'Europe/Berli', 'urope/Berlin', '2026f', ''])('%j is no name in it', (name) => {
  expect(zoneSource(Buffer.from(zoneText(table))).rules(name)).toBeUndefined();
});
