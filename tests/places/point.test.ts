import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOnGlobe, kilometres, parsePoint, pointText, type Point } from '../../src/places/point';

const HALF_ROUND = 20015.115;
const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const berlin = { lat: 52.52, lon: 13.405 };

describe('kilometres', () => {
  // Great-circle distances on a sphere of 6371.0088 km.
  test.each<{ name: string; a: Point; b: Point; km: number }>([
    { name: 'Berlin to Paris', a: berlin, b: { lat: 48.8566, lon: 2.3522 }, km: 877.5 },
    { name: 'London to New York', a: { lat: 51.5074, lon: -0.1278 }, b: { lat: 40.7128, lon: -74.006 }, km: 5570.2 },
    { name: 'one degree along a meridian', a: { lat: 0, lon: 0 }, b: { lat: 1, lon: 0 }, km: 111.195 },
    { name: 'one degree at 60° north', a: { lat: 60, lon: 0 }, b: { lat: 60, lon: 1 }, km: 55.596 },
    { name: 'over the antimeridian', a: { lat: 0, lon: 179.5 }, b: { lat: 0, lon: -179.5 }, km: 111.195 },
    { name: 'over the North Pole', a: { lat: 89, lon: 0 }, b: { lat: 89, lon: 180 }, km: 222.39 },
    { name: 'at the South Pole all longitudes are one', a: { lat: -90, lon: 10 }, b: { lat: -90, lon: -170 }, km: 0 },
    { name: 'pole to pole', a: { lat: 90, lon: 0 }, b: { lat: -90, lon: 77 }, km: HALF_ROUND },
  ])('$name', ({ a, b, km }) => {
    expect(Math.abs(kilometres(a, b) - km)).toBeLessThan(0.1);
  });

  test('is a distance: never negative, at most half of the way round, the same both ways, no shorter by a third point', () => {
    fc.assert(
      fc.property(point, point, point, (a, b, c) => {
        const ab = kilometres(a, b);
        expect(ab).toBeGreaterThanOrEqual(0);
        expect(ab).toBeLessThanOrEqual(HALF_ROUND + 0.001);
        expect(ab).toBeCloseTo(kilometres(b, a), 6);
        expect(ab).toBeLessThanOrEqual(kilometres(a, c) + kilometres(c, b) + 1e-3);
        expect(kilometres(a, a)).toBe(0);
      }),
    );
  });

  test('180° west and 180° east are one meridian, and a turn of the globe changes nothing', () => {
    fc.assert(
      fc.property(point, point, fc.double({ min: -180, max: 180, noNaN: true }), (a, b, turn) => {
        expect(kilometres({ ...a, lon: 180 }, { ...a, lon: -180 })).toBeLessThan(1e-6);
        const turned = ({ lat, lon }: Point): Point => ({ lat, lon: ((lon + turn + 540) % 360) - 180 });
        expect(Math.abs(kilometres(turned(a), turned(b)) - kilometres(a, b))).toBeLessThan(1e-3);
      }),
    );
  });

  test('agrees with the angle between vectors, a formula of its own, wherever that one is exact enough', () => {
    const vector = ({ lat, lon }: Point): readonly [number, number, number] => {
      const [north, east] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
      return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
    };
    fc.assert(
      fc.property(point, point, (a, b) => {
        const [[ax, ay, az], [bx, by, bz]] = [vector(a), vector(b)];
        const cross = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
        const angle = Math.atan2(cross, ax * bx + ay * by + az * bz);
        expect(Math.abs(kilometres(a, b) - 6371.0088 * angle)).toBeLessThan(0.5);
      }),
    );
  });
});

describe('parsePoint', () => {
  test.each([
    ['52.52,13.40', { lat: 52.52, lon: 13.4 }],
    [' 52.52 , 13.40 ', { lat: 52.52, lon: 13.4 }],
    ['45.5;-122.6', { lat: 45.5, lon: -122.6 }],
    ['-33.87 151.2', { lat: -33.87, lon: 151.2 }],
    ['−33.87°, +151.2°', { lat: -33.87, lon: 151.2 }],
    ['91,0', { lat: 91, lon: 0 }],
    ['Berlin', undefined],
    ['52.52', undefined],
    ['52,13,9', undefined],
    ['1e3,2', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(parsePoint(text)).toEqual(expected);
  });

  test('reads what pointText writes', () => {
    const short = fc.integer({ min: -9000, max: 9000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(short, short, (lat, lon) => {
        expect(parsePoint(pointText({ lat, lon }))).toEqual({ lat, lon });
      }),
    );
  });

  test.each([
    [{ lat: 90, lon: -180 }, true],
    [{ lat: -90, lon: 180 }, true],
    [{ lat: 90.1, lon: 0 }, false],
    [{ lat: 0, lon: 180.1 }, false],
  ])('on the globe: %o is %s', (where, expected) => {
    expect(isOnGlobe(where)).toBe(expected);
  });
});
