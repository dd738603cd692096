/** A whole file made small (brotli, RFC 7932): for what few starts read. */
export function squeezed(content: Buffer): Buffer {
  return zlib().brotliCompressSync(content);
}

export function unsqueezed(packed: Buffer): Buffer {
  return zlib().brotliDecompressSync(packed);
}

/** Loaded when something packed is wanted: most starts want nothing of the kind, and it takes a millisecond. */
export const zlib = (): typeof import('node:zlib') => process.getBuiltinModule('node:zlib');
