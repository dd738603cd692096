import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Others may not write it: what lies here is run. */
const OWNER_ONLY = 0o600;
const OTHERS_WRITE = 0o022;

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
  readonly source: Buffer;
  readonly script: Script;
}

/**
 * Loads a CommonJS file of the build, and those that it requires, with the code that V8 compiled in an earlier run: a
 * third of a start goes into compiling the same text again. What is kept counts only where it was made of the very bytes
 * of the file, and is the reader's own.
 * @param requireOther for Node's own modules
 * @returns writes what was compiled anew, and tells of how many files; to be called at the end, when it is known which
 *   functions a run needs
 * @throws what the file throws; never for the cache, which may be missing, damaged or read-only
 */
export function loadWithCache(file: string, cache: CodeCache, requireOther: (id: string) => unknown): () => number {
  const made: Made[] = [];
  const modules = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const known = modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const source = readFileSync(path);
    const kept = join(cache.folder, `${basename(path, '.js')}-${cache.use}-${cache.version}.bin`);
    const cachedData = compiledOf(kept, source);
    const script = new Script(
      `(function (exports, require, module, __filename, __dirname) { ${source.toString()}\n})`,
      {
        filename: path,
        ...(cachedData ? { cachedData } : {}),
      },
    );
    if (!cachedData || script.cachedDataRejected) made.push({ path: kept, source, script });
    const requireHere = (id: string): unknown =>
      id.startsWith('./') ? load(join(dirname(path), id)) : requireOther(id);
    const run: unknown = script.runInThisContext();
    if (typeof run !== 'function') throw new TypeError(`${path} is no code`);
    Reflect.apply(run, module.exports, [module.exports, requireHere, module, path, dirname(path)]);
    return module.exports;
  };
  load(file);
  return () => made.filter(keep).length;
}

/**
 * What was compiled of this source: the file holds the length of the source, the source, and the code twice. V8 crashes on
 * damaged code, and to compare two copies takes less time than any checksum.
 */
function compiledOf(path: string, source: Buffer): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { uid, mode } = fstatSync(file);
    if (process.getuid && (uid !== process.getuid() || mode & OTHERS_WRITE)) return undefined;
    const kept = readFileSync(file);
    const end = 4 + source.length;
    if (kept.length <= end || kept.readUInt32LE() !== source.length || !kept.subarray(4, end).equals(source)) return;
    const middle = end + Math.floor((kept.length - end) / 2);
    const code = kept.subarray(end, middle);
    return code.equals(kept.subarray(middle)) ? code : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The folder, that of the program and that of all caches; never a home that is not there. */
function makeFolders(folder: string): void {
  for (const one of [dirname(dirname(folder)), dirname(folder), folder]) {
    try {
      mkdirSync(one);
    } catch (error) {
      if (!existsSync(one)) throw error;
    }
  }
}

function keep({ path, source, script }: Made): boolean {
  try {
    makeFolders(dirname(path));
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
