import { compiledCatalogue } from '../catalogue/compiled';
import type { Host } from '../host';
import { packBytes } from './pack';
import type { OwnCatalogue } from './own-catalogue';

/** Where a compiled catalogue is kept, and what it was made of. */
export interface Place {
  readonly pack: string;
  readonly stamp: string;
}

/**
 * Keeps a compiled catalogue for the next run, and opens it for this one. Where it cannot be kept, as on a read-only
 * disk, nothing is lost but time.
 * @param files as `compileCatalogue` gives them
 * @param origin as `Catalogue` has it
 */
export async function keepCompiled(
  host: Host,
  place: Place | undefined,
  files: Readonly<Record<string, Buffer>>,
  { origin, notes = [] }: { readonly origin: string; readonly notes?: readonly string[] },
): Promise<OwnCatalogue> {
  if (place) {
    // Whole seconds: some file systems keep no more.
    const changed = Math.floor(host.clock() / 1000) * 1000;
    try {
      const disk = await host.openDisk();
      disk.write(place.pack, packBytes({ stamp: place.stamp, changed, notes }, files), changed);
    } catch {
      // It only saves time.
    }
  }
  const read = (file: string, start = 0, length?: number): Buffer =>
    (files[file] ?? Buffer.alloc(0)).subarray(start, length === undefined ? undefined : start + length);
  return { catalogue: compiledCatalogue(read, origin), notes };
}
