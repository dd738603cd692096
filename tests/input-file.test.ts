import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../src/errors';
import { readInput } from '../src/input-file';
import { aFolder } from './helpers/folder';

const LIMIT = 2 * 1024 * 1024;
const read = (path: string): Buffer => readInput(path, LIMIT, 'Name a smaller one.');
const TOO_LARGE = expect.objectContaining({
  message: expect.stringMatching(/ is larger than 2 MB$/),
  hint: 'Name a smaller one.',
  exitCode: EXIT.badData,
});

describe('a file', () => {
  test.each([0, 1, 65_536, 65_537, LIMIT])('of %d bytes comes whole', (bytes) => {
    const path = join(aFolder(), 'file');
    const content = Buffer.alloc(bytes, 'abc');
    writeFileSync(path, content);
    expect(read(path).equals(content)).toBe(true);
  });

  test('of one byte more than allowed is refused', () => {
    const path = join(aFolder(), 'file');
    writeFileSync(path, Buffer.alloc(LIMIT + 1));
    expect(() => read(path)).toThrow(TOO_LARGE);
  });

  test('that is not there, or is a folder, is the system’s error', () => {
    expect(() => read(join(aFolder(), 'none'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(() => read(aFolder())).toThrow(expect.objectContaining({ code: 'EISDIR' }));
  });
});

// Windows has neither.
describe.skipIf(process.platform === 'win32')('what states no size', () => {
  test('a device without an end is read no further than allowed', () => {
    expect(() => read('/dev/zero')).toThrow(TOO_LARGE);
    expect(read('/dev/null')).toHaveLength(0);
  });

  test.each([
    { name: 'a pipe comes whole, however it is cut', bytes: 300_000, is: 300_000 },
    { name: 'a pipe that gives too much is left', bytes: LIMIT * 3, is: undefined },
  ])('$name', async ({ bytes, is }) => {
    const pipe = join(aFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', `head -c ${bytes} /dev/zero > "$0"`, pipe], { stdio: 'ignore' });
    const ended = new Promise((resolve) => writer.once('close', resolve));
    if (is === undefined) expect(() => read(pipe)).toThrow(TOO_LARGE);
    else expect(read(pipe)).toHaveLength(is);
    await ended;
  });
});
