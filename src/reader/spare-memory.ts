import { setFlagsFromString } from 'node:v8';

/** From here on indexing takes noticeable time, and hundreds of megabytes. */
const LARGE_BYTES = 8 * 1024 * 1024;

/**
 * Makes Node collect its garbage when the heap has grown by half, not when it has doubled or more, where much is to be
 * indexed: two thirds of the memory at the peak in the same time.
 * @param bytes of catalogue files
 */
export function spareMemory(bytes: number): void {
  if (bytes >= LARGE_BYTES) setFlagsFromString('--heap-growing-percent=50');
}
