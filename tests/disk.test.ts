import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createDisk } from '../src/disk';
import { aFolder } from './helpers/folder';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const disk = createDisk(() => NOW);
/** A process number that no process has: beyond what systems hand out. */
const NOBODY = '4194999';

describe('writing', () => {
  test('makes the folder, leaves no draft, and says what it is told of its last change', () => {
    const path = join(aFolder(), 'new', 'deep', 'a.json');
    disk.write(path, [Buffer.from('a'), Buffer.from('b')], NOW - 5000);
    expect(readFileSync(path, 'utf8')).toBe('ab');
    expect(readdirSync(join(path, '..'))).toEqual(['a.json']);
    expect(disk.facts(path)).toMatchObject({ isFolder: false, bytes: 2, changed: NOW - 5000 });
  });

  test('a link stays a link, and rights stay', () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'real'), 'old', { mode: 0o600 });
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    disk.write(join(folder, 'link'), 'new');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'real')).mode & 0o777).toBe(0o600);
  });

  test('sweeps up drafts that nobody finishes, and no other file', () => {
    const folder = aFolder();
    const old = NOW / 1000 - 7200;
    for (const name of ['a.json.1-x.tmp', 'b.json.1-x.tmp', 'a.json.mine']) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), old, old);
    }
    writeFileSync(join(folder, 'a.json.2-y.tmp'), '');
    utimesSync(join(folder, 'a.json.2-y.tmp'), NOW / 1000, NOW / 1000);
    disk.write(join(folder, 'a.json'), 'x');
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'a.json.2-y.tmp', 'a.json.mine', 'b.json.1-x.tmp']);
  });

  test('where it cannot write, it says so, names the file and keeps what was there', () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'file'), 'kept');
    expect(() => disk.write(join(folder, 'file', 'a.json'), 'x')).toThrow(
      /cannot write .*a\.json: a file stands where/,
    );
    mkdirSync(join(folder, 'a.json'));
    expect(() => disk.write(join(folder, 'a.json'), 'x')).toThrow(/cannot write/);
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'file']);
  });
});

describe('setting aside', () => {
  test('keeps the content under a name with the time, never over another one', () => {
    const path = join(aFolder(), 'a.json');
    const names = ['one', 'two'].map((content) => {
      writeFileSync(path, content);
      return disk.setAside(path);
    });
    expect(names).toEqual([`${path}.damaged-20261121T090000Z`, `${path}.damaged-20261121T090000Z-2`]);
    expect(names.map((name) => readFileSync(name ?? '', 'utf8'))).toEqual(['one', 'two']);
    expect(existsSync(path)).toBe(false);
  });
});

describe('lock', () => {
  test('is gone afterwards, also when the work fails', () => {
    const path = join(aFolder(), 'a.json');
    expect(disk.locked(path, () => readdirSync(join(path, '..')))).toEqual(['a.json.lock']);
    expect(() =>
      disk.locked(path, () => {
        throw new Error('work failed');
      }),
    ).toThrow('work failed');
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  test.each([
    { name: 'of a process that is gone', owner: NOBODY, minutesOld: 0 },
    { name: 'so old that its number may be another process’s', owner: String(process.pid), minutesOld: 11 },
    { name: 'that was never signed', owner: '', minutesOld: 1 },
  ])('a lock $name is taken over', ({ owner, minutesOld }) => {
    const path = join(aFolder(), 'a.json');
    writeFileSync(`${path}.lock`, owner);
    utimesSync(`${path}.lock`, NOW / 1000 - minutesOld * 60, NOW / 1000 - minutesOld * 60);
    expect(disk.locked(path, () => 'done')).toBe('done');
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  test('a lock of a living process is not taken over, and the wait has an end', () => {
    const path = join(aFolder(), 'a.json');
    writeFileSync(`${path}.lock`, String(process.ppid));
    utimesSync(`${path}.lock`, NOW / 1000, NOW / 1000);
    let now = NOW;
    const hurried = createDisk(() => (now += 7_000));
    expect(() => hurried.locked(path, () => 'done')).toThrow(/another mlops-guide is at work: .*a\.json\.lock/);
    expect(readFileSync(`${path}.lock`, 'utf8')).toBe(String(process.ppid));
  });

  test('of many processes that count up, none loses a step', async () => {
    const folder = aFolder();
    const path = join(folder, 'count');
    writeFileSync(path, '0');
    // Left by a process that was killed: all of them find it at once.
    writeFileSync(`${path}.lock`, NOBODY);
    const program = join(__dirname, '..', 'dist', 'disk.js');
    const code = `const disk = require(${JSON.stringify(program)}).createDisk(() => Date.now());
      for (let i = 0; i < 40; i += 1) disk.locked(${JSON.stringify(path)}, () =>
        disk.write(${JSON.stringify(path)}, String(Number(disk.read(${JSON.stringify(path)})) + 1)));`;
    await Promise.all(Array.from({ length: 6 }, () => promisify(execFile)(process.execPath, ['-e', code])));
    expect(readFileSync(path, 'utf8')).toBe('240');
    expect(readdirSync(folder)).toEqual(['count']);
  });
});
