/** One zone's periods of steady time, oldest first: the three arrays are of one length, at least 1. */
export interface ZoneRules {
  /** Epoch ms at which each period starts; the first is -Infinity. */
  readonly starts: readonly number[];
  /** Minutes east of UTC. */
  readonly offsets: readonly number[];
  /** `CET`; `+03` or `-00` where tzdata has no letters. */
  readonly abbreviations: readonly string[];
}

const EPOCH = Date.UTC(1990, 0, 1);
const MINUTE_MS = 60_000;

/** [names, minutes east of UTC, for each period the place of its kind in both, minutes from 1990 and then between starts] */
type Packed = readonly [readonly string[], readonly number[], readonly number[], readonly number[]];

/**
 * Packs rules for the build, as JSON, which is unpacked faster than any text of our own: a start asks for two dozen zones.
 * @throws RangeError when a period does not start on a whole minute after 1990
 */
export function packRules({ starts, offsets, abbreviations }: ZoneRules): string {
  const names = offsets.map((offset, index) => `${abbreviations[index] ?? ''} ${offset}`);
  const kinds = [...new Set(names)];
  const gaps = starts
    .slice(1)
    .map((start, index) => (start - (index === 0 ? EPOCH : (starts[index] ?? NaN))) / MINUTE_MS);
  const odd = gaps.find((gap) => !Number.isInteger(gap) || gap < 0);
  if (odd !== undefined) throw new RangeError(`not a whole number of minutes after 1990: ${odd}`);
  const packed: Packed = [
    kinds.map((kind) => kind.split(' ')[0] ?? ''),
    kinds.map((kind) => Number(kind.split(' ')[1])),
    names.map((name) => kinds.indexOf(name)),
    gaps,
  ];
  return JSON.stringify(packed);
}

/** Undoes `packRules`; its input is trusted, being made by the build. */
export function unpackRules(text: string): ZoneRules {
  const [names, minutes, kinds, gaps] = JSON.parse(text) as Packed;
  const starts = [-Infinity];
  const offsets: number[] = [];
  const abbreviations: string[] = [];
  // One plain loop: it runs cold, once a zone, where closures are dear.
  let at = EPOCH;
  for (const gap of gaps) starts.push((at += gap * MINUTE_MS));
  for (const kind of kinds) {
    offsets.push(minutes[kind] ?? NaN);
    abbreviations.push(names[kind] ?? '');
  }
  return { starts, offsets, abbreviations };
}
