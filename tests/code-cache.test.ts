import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadWithCache, type CodeCache } from '../src/code-cache';
import { aFolder } from './helpers/folder';

const MAIN = `const { double } = require('./other.js');
require('node:fs').writeFileSync(require('node:path').join(__dirname, 'said'), String(double(21)));`;
const OTHER = 'exports.double = (number) => 2 * number;';

function aProgram(version = 'v1') {
  const folder = aFolder();
  const cache: CodeCache = { folder: join(folder, 'cache', 'code'), use: 'list', version };
  const file = join(folder, 'main.js');
  writeFileSync(file, MAIN);
  writeFileSync(join(folder, 'other.js'), OTHER);
  return {
    folder,
    cache,
    /** What the program said, and how many files it then kept. */
    run(more: Partial<CodeCache> = {}): { said: string; kept: number } {
      const { keep } = loadWithCache(file, { ...cache, ...more }, createRequire(import.meta.url));
      return { said: readFileSync(join(folder, 'said'), 'utf8'), kept: keep() };
    },
    kept: (): string[] => readdirSync(cache.folder).map((name) => join(cache.folder, name)),
    write: (name: string, text: string) => writeFileSync(join(folder, name), text),
  };
}

function flipped(bytes: Buffer, at: number): Buffer {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  return bytes;
}

describe('code that was compiled once', () => {
  test('is kept for each file, and read the next time', () => {
    const { run, kept } = aProgram();
    expect(run()).toEqual({ said: '42', kept: 2 });
    expect(kept()).toHaveLength(2);
    expect(run()).toEqual({ said: '42', kept: 0 });
  });

  test('is kept apart for each use and version', () => {
    const { run, kept } = aProgram();
    run();
    expect(run({ use: 'search' })).toEqual({ said: '42', kept: 2 });
    expect(run({ version: 'v2' })).toEqual({ said: '42', kept: 2 });
    expect(kept()).toHaveLength(6);
  });

  test('is never run for a source that has changed, not even for one of the same length', () => {
    const { run, write } = aProgram();
    run();
    write('other.js', OTHER.replace('2 *', '3 *'));
    expect(run()).toEqual({ said: '63', kept: 1 });
    expect(run()).toEqual({ said: '63', kept: 0 });
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['empty', () => Buffer.alloc(0)],
    ['another file', () => Buffer.from('{}')],
    ['damaged in one bit', (bytes: Buffer) => flipped(bytes, bytes.length - 300)],
    ['damaged in front of the source', (bytes: Buffer) => flipped(bytes, 12)],
    ['damaged behind the source', (bytes: Buffer) => flipped(bytes, bytes.indexOf('\n})'))],
  ])('is made anew where what was kept is %s', (_, damage) => {
    const { run, kept } = aProgram();
    run();
    for (const path of kept()) writeFileSync(path, damage(readFileSync(path)));
    expect(run()).toEqual({ said: '42', kept: 2 });
    expect(run()).toEqual({ said: '42', kept: 0 });
  });

  test('is not run where others may have written it', () => {
    const { run, kept } = aProgram();
    run();
    for (const path of kept()) chmodSync(path, 0o666);
    expect(run()).toEqual({ said: '42', kept: 2 });
  });

  test('is done without where it cannot be kept', () => {
    const { run, folder } = aProgram();
    writeFileSync(join(folder, 'cache'), 'a file');
    expect(run()).toEqual({ said: '42', kept: 0 });
    expect(run()).toEqual({ said: '42', kept: 0 });
  });

  test('a file that fails fails as ever, and keeps nothing', () => {
    const { run, write, cache } = aProgram();
    write('other.js', 'throw new Error("as ever")');
    expect(() => run()).toThrow('as ever');
    mkdirSync(cache.folder, { recursive: true });
    expect(existsSync(cache.folder) && readdirSync(cache.folder)).toEqual([]);
  });
});
