import { describe, expect, test } from 'vitest';
import { guide, SMALL } from './program';

interface Row {
  readonly id: string;
  readonly mode?: string;
  readonly distanceKm?: number;
  readonly place?: { readonly city?: string; readonly country?: string };
}
const rows = (...args: string[]): Row[] => {
  const { status, stdout, stderr } = guide([...args, '--json']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Row[];
};

describe('--near in the built program', () => {
  const near = rows('list', 'events', '--near', 'Berlin', '--km', '800', '--sort', 'distance');

  test('gives what is within that distance, with it, the nearest first', () => {
    expect(near.length).toBeGreaterThan(20);
    const kms = near.map(({ distanceKm }) => distanceKm ?? NaN);
    expect(kms.filter((km) => !(km >= 0 && km <= 800))).toEqual([]);
    expect(kms).toEqual([...kms].sort((a, b) => a - b));
    expect(near.filter(({ mode }) => mode === 'online')).toEqual([]);
  });

  // From city centre to city centre; tables differ by a few kilometres in where that is.
  test.each([
    ['Berlin', 0],
    ['Hamburg', 255],
    ['Prague', 280],
    ['Munich', 504],
    ['Amsterdam', 577],
    ['Copenhagen', 355],
    ['Darmstadt', 450],
  ])('%s is %i km away', (city, km) => {
    const found = near.find(({ place }) => place?.city === city);
    expect(Math.abs((found?.distanceKm ?? NaN) - km)).toBeLessThan(10);
  });

  test('all in-person events are somewhere: half of the way round the Earth takes in every one with a city', () => {
    const everywhere = new Set(rows('list', 'events', '--near', '0,0', '--km', '20040').map(({ id }) => id));
    const inCities = rows('list', 'events').filter(({ mode, place }) => mode !== 'online' && place?.city !== undefined);
    expect(inCities.length).toBeGreaterThan(250);
    expect(inCities.filter(({ id }) => !everywhere.has(id))).toEqual([]);
  });

  test('a catalogue of the reader goes by the same table', () => {
    const own = rows('list', 'events', '--near', 'Bern', '--km', '150', '--catalogue', SMALL);
    expect(own.map(({ id }) => id)).toEqual(['mlops-day-2022', 'mlops-day-2026', 'mlops-day-2027']);
  });

  test('one of several cities is not guessed', () => {
    const { status, stdout, stderr } = guide(['upcoming', '--near', 'London']);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toContain('"London, GB"');
    expect(rows('list', 'events', '--near', 'London, GB').length).toBeGreaterThan(15);
  });
});
