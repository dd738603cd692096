import { COMPILED_FILES } from '../catalogue/compiled-files';
import type { ReadPart } from '../catalogue/compiled';
import type { DiskReader } from './disk';

/**
 * A compiled catalogue as one file: what a run reads when the reader has entries beside the bundled ones. One file,
 * because its parts must never be of two different writings. The first line is the head, as JSON.
 */
export interface PackHead {
  /** What it was made of; another text, and it must be made anew. */
  readonly stamp: string;
  /** What the file system says of its last change, epoch milliseconds: an altered file is none of ours. */
  readonly changed: number;
  /** What a reader should be told whenever it is read. */
  readonly notes: readonly string[];
  /** Bytes of each compiled file, in this order behind the head. */
  readonly parts: readonly (readonly [file: string, bytes: number])[];
}

/** Room for the head in the first look. */
const FIRST_LOOK = 8192;

export interface Pack {
  readonly notes: readonly string[];
  readonly read: ReadPart;
}

/** Opens a pack; undefined where it is missing, damaged or of another stamp. */
export function openPack(disk: DiskReader, path: string, stamp: string): Pack | undefined {
  const facts = disk.facts(path);
  const start = facts && disk.read(path, 0, FIRST_LOOK);
  if (!start) return undefined;
  const end = start.indexOf('\n');
  const head = headIn(end === -1 ? '' : start.toString('utf8', 0, end));
  if (!head || head.stamp !== stamp || head.changed !== facts.changed) return undefined;
  const places = new Map<string, readonly [number, number]>();
  let at = end + 1;
  for (const [file, bytes] of head.parts) {
    places.set(file, [at, bytes]);
    at += bytes;
  }
  if (at !== facts.bytes) return undefined;
  return {
    notes: head.notes,
    read: (file, from = 0, length) => {
      const [first, bytes] = places.get(file) ?? [0, 0];
      const part = disk.read(path, first + from, length ?? bytes - from);
      if (!part) throw new RangeError(`${path} went away`);
      return part;
    },
  };
}

/** The bytes of a pack. @param files as `compileCatalogue` gives them */
export function packBytes(head: Omit<PackHead, 'parts'>, files: Readonly<Record<string, Buffer>>): Buffer[] {
  const parts = Object.values(COMPILED_FILES).map((file) => [file, files[file] ?? Buffer.alloc(0)] as const);
  const whole: PackHead = { ...head, parts: parts.map(([file, bytes]) => [file, bytes.length]) };
  return [Buffer.from(`${JSON.stringify(whole)}\n`), ...parts.map(([, bytes]) => bytes)];
}

function headIn(line: string): PackHead | undefined {
  try {
    return JSON.parse(line) as PackHead;
  } catch {
    return undefined;
  }
}
