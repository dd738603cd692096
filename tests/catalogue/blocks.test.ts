import { brotliDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_BYTES, blockReader, packBlocks } from '../../src/catalogue/blocks';

/** Bytes of which no two stretches are alike. */
const content = (length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 7919 + (at >> 8) * 31) & 0xff;
  return bytes;
};

const LENGTHS = [0, 1, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1, 2.5 * BLOCK_BYTES];

test.each(LENGTHS)('any part of %i bytes comes out as it went in', (length) => {
  const whole = content(length);
  const { bytes, sizes } = packBlocks(whole);
  const read = (from: number, count: number): Buffer => bytes.subarray(from, from + count);
  fc.assert(
    fc.property(fc.nat(length), fc.nat(length), (one, other) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      expect(blockReader(read, sizes)(start, end).equals(whole.subarray(start, end))).toBe(true);
    }),
  );
});

test('each block is a brotli stream of its own (RFC 7932)', () => {
  const whole = content(BLOCK_BYTES + 5);
  const { bytes, sizes } = packBlocks(whole);
  let start = 0;
  const blocks = sizes.map((size) => brotliDecompressSync(bytes.subarray(start, (start += size))));
  expect(blocks.map(({ length }) => length)).toEqual([BLOCK_BYTES, 5]);
  expect(Buffer.concat(blocks).equals(whole)).toBe(true);
});

test('only the blocks of a part are read, each once', () => {
  const { bytes, sizes } = packBlocks(content(3 * BLOCK_BYTES));
  const asked: number[] = [];
  const read = blockReader((from, count) => {
    asked.push(from);
    return bytes.subarray(from, from + count);
  }, sizes);
  read(BLOCK_BYTES + 7000, 2 * BLOCK_BYTES + 4000);
  read(BLOCK_BYTES + 100, BLOCK_BYTES + 200);
  expect(asked).toEqual([sizes[0], (sizes[0] ?? 0) + (sizes[1] ?? 0)]);
});
