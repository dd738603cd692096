import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { withLock } from '../src/lock';
import { aFolder } from './helpers/folder';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, linkSync: vi.fn(real.linkSync) };
});
afterEach(() => vi.mocked(fs.linkSync).mockClear());

const options = { clock: () => 0, foreseen: <T>(work: () => T): T => work() };

test('a lock is signed from its first moment, and nothing is left of it', () => {
  const folder = aFolder();
  const lock = join(folder, 'a.lock');
  const during = withLock(lock, () => [fs.readdirSync(folder), fs.readFileSync(lock, 'utf8')], options);
  expect(during).toEqual([['a.lock'], String(process.pid)]);
  expect(fs.linkSync).toHaveBeenCalledTimes(1);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test.each(['EPERM', 'ENOTSUP'])('where a file can have one name only (%s), it is made and then signed', (code) => {
  vi.mocked(fs.linkSync).mockImplementationOnce(() => {
    throw Object.assign(new Error(code), { code });
  });
  const folder = aFolder();
  const lock = join(folder, 'a.lock');
  expect(withLock(lock, () => fs.readFileSync(lock, 'utf8'), options)).toBe(String(process.pid));
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('what else goes wrong is told, and leaves no draft', () => {
  vi.mocked(fs.linkSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('full'), { code: 'ENOSPC' });
  });
  const folder = aFolder();
  expect(() => withLock(join(folder, 'a.lock'), () => 'done', options)).toThrow('full');
  expect(fs.readdirSync(folder)).toEqual([]);
});
