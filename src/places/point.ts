/** A place on the globe: degrees north and degrees east. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the Earth, km (IUGG). A sphere is off by half a percent at most, less than cities are wide. */
const EARTH_KM = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Kilometres between two points along the surface: the haversine formula, which keeps its figures for near points and,
 * being made of sines of halves, needs no care at the poles or where 180° turns into −180°.
 * @see R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), 159
 */
export function kilometres(a: Point, b: Point): number {
  const north = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const east = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  const half = north + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east;
  // Rounding can take points on opposite sides of the globe past 1.
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * Coordinates as a person writes them: `52.52,13.40`, latitude first.
 * @returns undefined for a text that is no pair of numbers; numbers that are no place on the globe come back as they are
 */
export function parsePoint(text: string): Point | undefined {
  const [, lat, lon] = /^\s*([-+−]?\d+(?:\.\d+)?)°?\s*[,;\s]\s*([-+−]?\d+(?:\.\d+)?)°?\s*$/.exec(text) ?? [];
  if (lat === undefined || lon === undefined) return undefined;
  return { lat: Number(lat.replace('−', '-')), lon: Number(lon.replace('−', '-')) };
}

export function isOnGlobe({ lat, lon }: Point): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

/** As `parsePoint` reads it. */
export function pointText({ lat, lon }: Point): string {
  return `${lat},${lon}`;
}
