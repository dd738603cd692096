import { zlib } from './squeezed';

/** Content bytes of a block: smaller ones pack worse, larger ones take longer where one entry is wanted. */
export const BLOCK_BYTES = 131_072;

/** Content cut into blocks, each compressed alone (brotli, RFC 7932), so that a part can be read without the rest. */
export interface Packed {
  readonly bytes: Buffer;
  /** Bytes of each block, one after the other. */
  readonly sizes: readonly number[];
}

export function packBlocks(content: Buffer): Packed {
  const count = Math.ceil(content.length / BLOCK_BYTES);
  const blocks = Array.from({ length: count }, (_, at) =>
    zlib().brotliCompressSync(content.subarray(at * BLOCK_BYTES, (at + 1) * BLOCK_BYTES)),
  );
  return { bytes: Buffer.concat(blocks), sizes: blocks.map(({ length }) => length) };
}

/**
 * Reads parts of what `packBlocks` packed; a block is unpacked once.
 * @param read `length` bytes of the packed content from `start`
 * @returns the content from its byte `start` to before `end`
 */
export function blockReader(
  read: (start: number, length: number) => Buffer,
  sizes: readonly number[],
): (start: number, end: number) => Buffer {
  const unpacked = new Map<number, Buffer>();
  const block = (at: number, start: number): Buffer => {
    const known = unpacked.get(at) ?? zlib().brotliDecompressSync(read(start, sizes[at] ?? 0));
    unpacked.set(at, known);
    return known;
  };
  return (start, end) => {
    const first = Math.floor(start / BLOCK_BYTES);
    let next = 0;
    const blocks: Buffer[] = [];
    for (const [at, size] of sizes.entries()) {
      if (at * BLOCK_BYTES >= end) break;
      if (at >= first) blocks.push(block(at, next));
      next += size;
    }
    const [only] = blocks;
    const whole = blocks.length === 1 && only ? only : Buffer.concat(blocks);
    return whole.subarray(start - first * BLOCK_BYTES, end - first * BLOCK_BYTES);
  };
}
