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
 * Packs rules for the build: `CET 60,CEST 120|0101…|2k9o 5u00 …`, that is the kinds of time, then for each period the kind
 * as one base-36 digit, then base-36 minutes from 1990 to the second period's start and from each start to the next.
 * @throws RangeError when that form cannot hold them
 */
export function packRules({ starts, offsets, abbreviations }: ZoneRules): string {
  const names = offsets.map((offset, index) => `${abbreviations[index]} ${offset}`);
  const kinds = [...new Set(names)];
  if (kinds.length > 36) throw new RangeError(`more than 36 kinds of time: ${kinds.join()}`);
  const gaps = starts
    .slice(1)
    .map((start, index) => (start - (index === 0 ? EPOCH : (starts[index] ?? NaN))) / MINUTE_MS);
  const odd = gaps.find((gap) => !Number.isInteger(gap) || gap < 0);
  if (odd !== undefined) throw new RangeError(`not a whole number of minutes after 1990: ${odd}`);
  const digits = names.map((name) => kinds.indexOf(name).toString(36));
  return [kinds.join(), digits.join(''), gaps.map((gap) => gap.toString(36)).join(' ')].join('|');
}

/** Undoes `packRules`; its input is trusted, being made by the build. */
export function unpackRules(packed: string): ZoneRules {
  const [kindText = '', digits = '', gapText = ''] = packed.split('|');
  const kinds = kindText.split(',').map((kind) => kind.split(' '));
  const ofPeriods = [...digits].map((digit) => kinds[Number.parseInt(digit, 36)] ?? []);
  let at = EPOCH;
  const gaps = gapText === '' ? [] : gapText.split(' ');
  return {
    starts: [-Infinity, ...gaps.map((gap) => (at += Number.parseInt(gap, 36) * MINUTE_MS))],
    offsets: ofPeriods.map(([, offset]) => Number(offset)),
    abbreviations: ofPeriods.map(([abbreviation = '']) => abbreviation),
  };
}
