import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { aFolder } from './folder';

const MINOR = { null: 3, full: 7 };

/**
 * A device of Linux, in a folder of its own where that may be made: a test that fails must not put a file in the place of
 * the machine's own, which is taken only where none may be made.
 */
export function aDevice(name: keyof typeof MINOR): string {
  const path = join(aFolder(), name);
  const made = spawnSync('sh', ['-c', 'mknod "$0" c 1 "$1" && : >"$0"', path, String(MINOR[name])]);
  return made.status === 0 ? path : `/dev/${name}`;
}
