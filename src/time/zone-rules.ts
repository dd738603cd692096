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

/**
 * [names, minutes east of UTC, for each period the place of its kind in both as a digit, minutes of a unit, units from
 * 1990 and then between starts]. Where the last two kinds take turns to the end, as they do wherever there is a summer
 * time, each of them stands there once.
 */
type Packed = readonly [readonly string[], readonly number[], string, number, readonly number[]];

/** Kinds that take turns. */
const TURNS = 2;
/** Digits of the places of kinds: no zone has had as many since 1990. */
const DIGITS = 36;

/**
 * Packs rules for the build, as JSON, which is unpacked faster than any text of our own.
 * @throws RangeError when a period does not start on a whole minute after 1990, or there are more than 36 kinds of them
 */
export function packRules({ starts, offsets, abbreviations }: ZoneRules): string {
  const names = offsets.map((offset, index) => `${abbreviations[index] ?? ''} ${offset}`);
  const kinds = [...new Set(names)];
  if (kinds.length > DIGITS) throw new RangeError(`more than ${DIGITS} kinds of periods`);
  const gaps = starts
    .slice(1)
    .map((start, index) => (start - (index === 0 ? EPOCH : (starts[index] ?? NaN))) / MINUTE_MS);
  const odd = gaps.find((gap) => !Number.isInteger(gap) || gap < 0);
  if (odd !== undefined) throw new RangeError(`not a whole number of minutes after 1990: ${odd}`);
  // Most zones change on the hour, and hours are a third shorter than minutes.
  const unit = gaps.reduce(commonDivisor, 0) || 1;
  const packed: Packed = [
    kinds.map((kind) => kind.split(' ')[0] ?? ''),
    kinds.map((kind) => Number(kind.split(' ')[1])),
    withoutTurns(names.map((name) => kinds.indexOf(name).toString(DIGITS)).join('')),
    unit,
    gaps.map((gap) => gap / unit),
  ];
  return JSON.stringify(packed);
}

/** A text without the end of which each character is the last but one before it. */
function withoutTurns(text: string): string {
  let length = text.length;
  while (length > TURNS && text[length - 1] === text[length - 1 - TURNS]) length -= 1;
  return text.slice(0, length);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Undoes `packRules`; its input is trusted, being made by the build. */
export function unpackRules(text: string): ZoneRules {
  const [names, minutes, kinds, unit, gaps] = JSON.parse(text) as Packed;
  const starts = [-Infinity];
  const offsets: number[] = [];
  const abbreviations: string[] = [];
  // Plain loops: they run cold, once a zone, where closures are dear.
  let at = EPOCH;
  for (const gap of gaps) starts.push((at += gap * unit * MINUTE_MS));
  for (let period = 0; period <= gaps.length; period += 1) {
    if (period < kinds.length) {
      const kind = parseInt(kinds.charAt(period), DIGITS);
      offsets.push(minutes[kind] ?? NaN);
      abbreviations.push(names[kind] ?? '');
    } else {
      offsets.push(offsets[period - TURNS] ?? NaN);
      abbreviations.push(abbreviations[period - TURNS] ?? '');
    }
  }
  return { starts, offsets, abbreviations };
}
