import { existsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../src/make-folder';
import { aFolder } from './helpers/folder';

test('makes all that is missing, and lets be what is there', () => {
  const path = join(aFolder(), 'a', '..', 'b', 'c');
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

test('takes a link to a folder for one', () => {
  const folder = aFolder();
  symlinkSync(aFolder(), join(folder, 'link'));
  makeFolder(join(folder, 'link', 'a'));
  expect(existsSync(join(folder, 'link', 'a'))).toBe(true);
});

test('another process may be faster', () => {
  const path = join(aFolder(), 'a', 'b');
  const made: string[] = [];
  makeFolder(path, undefined, (folder) => {
    made.push(folder);
    makeFolder(folder);
    throw Object.assign(new Error('there'), { code: 'EEXIST' });
  });
  expect(made).toEqual([join(path, '..'), path]);
});

describe('ends with the error of the system', () => {
  test('where a file stands in its place, or above it', () => {
    const file = join(aFolder(), 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'a')]) expect(() => makeFolder(path)).toThrow(/EEXIST/);
  });

  test('where no folder can be made in one that is there, after a single try', () => {
    const path = join(aFolder(), 'a', 'b', 'c');
    const tried: string[] = [];
    expect(() =>
      makeFolder(path, undefined, (folder) => {
        tried.push(folder);
        throw Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
      }),
    ).toThrow('no such file or directory');
    expect(tried).toEqual([join(path, '..', '..')]);
  });

  test('where more is missing than may be made', () => {
    const path = join(aFolder(), 'a', 'b', 'c');
    expect(() => makeFolder(path, 2)).toThrow(/ENOENT/);
    makeFolder(join(path, '..', '..'));
    makeFolder(path, 2);
    expect(existsSync(path)).toBe(true);
  });
});
