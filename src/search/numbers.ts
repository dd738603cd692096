/** Digits 0..109 end a number and 110..219 continue it: the bytes from '#' on, so that none is a blank or ends a line. */
const BASE = 110;
const FIRST = '#'.charCodeAt(0);

/** A whole number ≥ 0 as characters of a byte each, lowest digit first; the small ones, which are the common ones, take a single one. */
export function encodeNumber(value: number): string {
  const digit = value % BASE;
  const rest = (value - digit) / BASE;
  return rest === 0
    ? String.fromCharCode(FIRST + digit)
    : String.fromCharCode(FIRST + BASE + digit) + encodeNumber(rest);
}

/**
 * The same one after the other. By bytes: of a text made longer a character at a time each step is remembered, which for
 * a word that a hundred thousand entries have is many times its own size.
 */
export function encodeNumbers(values: Iterable<number>): string {
  let bytes = Buffer.alloc(64);
  let length = 0;
  for (const value of values) {
    // A number has at most twelve digits.
    if (length + 12 > bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
    let rest = value;
    while (rest >= BASE) {
      const digit = rest % BASE;
      bytes[length++] = FIRST + BASE + digit;
      rest = (rest - digit) / BASE;
    }
    bytes[length++] = FIRST + rest;
  }
  return bytes.toString('latin1', 0, length);
}

/** Reads the number that begins at `start`, and tells where the next one would. */
export function numberAt(text: string, start: number): { readonly value: number; readonly end: number } {
  const digit = text.charCodeAt(start) - FIRST;
  if (digit < BASE) return { value: digit, end: start + 1 };
  const rest = numberAt(text, start + 1);
  return { value: digit - BASE + BASE * rest.value, end: rest.end };
}

/**
 * Reads numbers from `start` on, up to a blank or the end of the line, and calls `visit` with each.
 * A callback, because an answer may look at many thousands and no array of them is needed.
 */
export function forEachNumber(text: string, start: number, visit: (value: number) => void): void {
  let value = 0;
  let factor = 1;
  for (let at = start; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - FIRST;
    if (digit < 0) return;
    if (digit >= BASE) {
      value += (digit - BASE) * factor;
      factor *= BASE;
      continue;
    }
    visit(value + digit * factor);
    value = 0;
    factor = 1;
  }
}

/**
 * Reads pairs, of how many places were skipped since the last one and a value, and calls `visit` with each place and its
 * value. Not by way of `forEachNumber`: a question looks at thousands, in code that is not yet compiled, where calls
 * cost the most.
 */
export function forEachPlace(text: string, start: number, visit: (place: number, value: number) => void): void {
  let place = -1;
  let isPlace = true;
  let value = 0;
  let factor = 1;
  for (let at = start; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - FIRST;
    if (digit < 0) return;
    if (digit >= BASE) {
      value += (digit - BASE) * factor;
      factor *= BASE;
      continue;
    }
    value += digit * factor;
    if (isPlace) place += value + 1;
    else visit(place, value);
    isPlace = !isPlace;
    value = 0;
    factor = 1;
  }
}
