import { closeSync, fstatSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { makeFolder } from './make-folder';

/** Others may not write it: what lies here is run. */
const OWNER_ONLY = 0o600;
const OTHERS_WRITE = 0o022;
/** The folder, that of the program and that of all caches; never a home that is not there. */
const OWN_FOLDERS = 3;

/** Where compiled code is kept. */
export interface CodeCache {
  readonly folder: string;
  /** Tells uses apart that need other functions: only those that ran are kept. */
  readonly use: string;
  /** Of the run-time; another one reads nothing of it. */
  readonly version: string;
}

interface Made {
  readonly path: string;
  readonly text: string;
  readonly script: Script;
}

/** Around the source of a file, as Node has it around that of a module. */
const BEFORE = '(function (exports, require, module, __filename, __dirname) { ';
const AFTER = '\n})';

/**
 * Loads a CommonJS file of the build, and those that it requires, with the code that V8 compiled in an earlier run: a
 * third of a start goes into compiling the same text again. What is kept counts only where it was made of the very bytes
 * of the file, and is the reader's own.
 * @param requireOther for Node's own modules
 * @returns what the file exports; `keep` writes what was compiled anew, and tells of how many files: to be called at the
 *   end, when it is known which functions a run needs
 * @throws what the file throws; never for the cache, which may be missing, damaged or read-only
 */
export function loadWithCache(
  file: string,
  cache: CodeCache,
  requireOther: (id: string) => unknown,
): { readonly exports: unknown; readonly keep: () => number } {
  const made: Made[] = [];
  const modules = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const known = modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const source = readFileSync(path);
    const kept = join(cache.folder, `${basename(path, '.js')}-${cache.use}-${cache.version}.bin`);
    const compiled = compiledOf(kept, source);
    const text = compiled?.text ?? `${BEFORE}${source.toString()}${AFTER}`;
    const script = new Script(text, { filename: path, cachedData: compiled?.code });
    if (!compiled || script.cachedDataRejected) made.push({ path: kept, text, script });
    const requireHere = (id: string): unknown =>
      id.startsWith('./') ? load(join(dirname(path), id)) : requireOther(id);
    const run: unknown = script.runInThisContext();
    if (typeof run !== 'function') throw new TypeError(`${path} is no code`);
    Reflect.apply(run, module.exports, [module.exports, requireHere, module, path, dirname(path)]);
    return module.exports;
  };
  return { exports: load(file), keep: () => made.filter(isKept).length };
}

/**
 * What was compiled of this source: the file holds the length of the text, the text, and the code twice. V8 crashes on
 * damaged code, and to compare two copies takes less time than any checksum. The text is read from there, for to put it
 * around the source here would be two more copies of it.
 */
function compiledOf(path: string, source: Buffer): { readonly text: string; readonly code: Buffer } | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { uid, mode } = fstatSync(file);
    if (process.getuid && (uid !== process.getuid() || mode & OTHERS_WRITE)) return undefined;
    const kept = readFileSync(file);
    const start = 4 + BEFORE.length;
    const end = start + source.length + AFTER.length;
    if (kept.length <= end || kept.readUInt32LE() !== end - 4) return undefined;
    if (!kept.subarray(start, start + source.length).equals(source)) return undefined;
    const middle = end + Math.floor((kept.length - end) / 2);
    const code = kept.subarray(end, middle);
    const text = kept.toString('utf8', 4, end);
    const isWhole = text.startsWith(BEFORE) && text.endsWith(AFTER) && code.equals(kept.subarray(middle));
    return isWhole ? { text, code } : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Writes it, where that can be done. */
function isKept({ path, text, script }: Made): boolean {
  try {
    makeFolder(dirname(path), OWN_FOLDERS);
    const source = Buffer.from(text);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(source.length);
    const code = script.createCachedData();
    const draft = `${path}.${process.pid}.tmp`;
    writeFileSync(draft, Buffer.concat([length, source, code, code]), { mode: OWNER_ONLY });
    renameSync(draft, path);
    return true;
  } catch {
    // The next start is as slow as this one.
    return false;
  }
}
