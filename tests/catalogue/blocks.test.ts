import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockReader, packBlocks } from '../../src/catalogue/blocks';

/** Bytes of which no two stretches are alike. */
const content = (length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 7919 + (at >> 8) * 31) & 0xff;
  return bytes;
};

test('any part comes out as it went in', () => {
  fc.assert(
    fc.property(fc.nat(150_000), fc.nat(), fc.nat(), (length, one, other) => {
      const whole = content(length);
      const [start = 0, end = 0] = [one % (length + 1), other % (length + 1)].sort((a, b) => a - b);
      const { bytes, sizes } = packBlocks(whole);
      const part = blockReader((from, count) => bytes.subarray(from, from + count), sizes)(start, end);
      expect(part.equals(whole.subarray(start, end))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('only the blocks of a part are read, each once', () => {
  const { bytes, sizes } = packBlocks(content(5 * 32_768));
  const asked: number[] = [];
  const read = blockReader((from, count) => {
    asked.push(from);
    return bytes.subarray(from, from + count);
  }, sizes);
  read(40_000, 70_000);
  read(33_000, 34_000);
  expect(asked).toEqual([sizes[0], (sizes[0] ?? 0) + (sizes[1] ?? 0)]);
});
