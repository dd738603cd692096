import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { GuideError } from './errors';
import { attempt } from './files';
import { codeOf } from './reader/disk-reason';

/** A lock is held while a file is written, not while somebody waits for a network. */
const PATIENCE_MS = 20_000;
/** So old, its process number may be somebody else's by now. */
const ABANDONED_MS = 600_000;
/** The moment in which a lock may be unsigned (see `makeInPlace`), and as long as a take-over may last. */
const UNSIGNED_MS = 5_000;
/** What file systems without a second name for a file say (FAT, some network drives). */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

interface LockOptions {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Words errors of the file system for people. */
  readonly foreseen: <T>(work: () => T) => T;
}

/** Runs `action` while this process alone has the lock file. A lock whose process is gone is taken over. */
export function withLock<T>(lock: string, action: () => T, { clock, foreseen }: LockOptions): T {
  const until = clock() + PATIENCE_MS;
  while (!foreseen(() => make(lock))) {
    if (isLeft(lock, clock())) takeAway(lock, clock);
    else if (clock() > until) {
      throw new GuideError(`another mlops-guide is at work: ${lock}`, {
        hint: 'Try again in a moment; where none is running, delete that file.',
      });
    } else pause(5 + Math.random() * 20);
  }
  try {
    return action();
  } finally {
    attempt(() => rmSync(lock, { force: true }));
  }
}

/**
 * False when it is there already. It comes into being signed, as another name of a file that is: who is killed at any
 * moment leaves none, or one whose owner can be seen to be gone.
 */
function make(lock: string): boolean {
  if (statSync(lock, { throwIfNoEntry: false })) return false;
  // Named as a draft is, so that one that is left is swept away as drafts are.
  const draft = `${lock}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, String(process.pid));
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (NO_LINKS.has(codeOf(error))) return makeInPlace(lock);
    throw error;
  } finally {
    attempt(() => rmSync(draft, { force: true }));
  }
}

/** Where a file has one name only: between its making and its signing there is a moment. */
function makeInPlace(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Made, but there was no room to sign it.
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') attempt(() => rmSync(lock, { force: true }));
    throw error;
  }
}

/** Is its process gone? */
function isLeft(lock: string, now: number): boolean {
  const age = attempt(() => now - statSync(lock).mtimeMs);
  if (age === undefined) return false;
  const owner = Number(attempt(() => readFileSync(lock, 'utf8')));
  return age > ABANDONED_MS || (owner > 0 ? !isRunning(owner) : age > UNSIGNED_MS);
}

/**
 * Removes a lock that was left. One process at a time may do so, and looks once more: otherwise the second of two would
 * remove the lock that the first has just made.
 */
function takeAway(lock: string, clock: () => number): void {
  const right = `${lock}.take`;
  const now = clock();
  const age = attempt(() => now - statSync(right).mtimeMs);
  if (age !== undefined && age > UNSIGNED_MS) attempt(() => rmSync(right, { force: true }));
  if (!attempt(() => make(right))) {
    pause(5);
    return;
  }
  if (isLeft(lock, clock())) attempt(() => rmSync(lock, { force: true }));
  attempt(() => rmSync(right, { force: true }));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
