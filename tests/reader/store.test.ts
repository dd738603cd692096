import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDisk } from '../../src/disk';
import { readStored, updateStored, type Format } from '../../src/reader/store';
import { aFolder } from '../helpers/folder';

interface Count {
  readonly version: 1;
  readonly count: number;
}
const format: Format<Count> = {
  version: 1,
  parse: (raw) =>
    typeof raw === 'object' && raw !== null && 'count' in raw && typeof raw.count === 'number'
      ? { version: 1, count: raw.count }
      : undefined,
};
const disk = createDisk(() => Date.parse('2026-11-21T09:00:00Z'));
const more = (old: Count | undefined): Count => ({ version: 1, count: (old?.count ?? 0) + 1 });

function store(content?: string) {
  const folder = aFolder();
  const path = join(folder, 'count.json');
  if (content !== undefined) writeFileSync(path, content);
  const notes: string[] = [];
  const tell = (note: string) => void notes.push(note);
  return {
    folder,
    path,
    notes,
    read: () => readStored(disk, path, format, tell),
    update: (change = more) => updateStored(disk, path, format, tell, change),
  };
}

test('a pipe in its place is damaged, and is not waited for', () => {
  const { path, read, notes } = store();
  execFileSync('mkfifo', [path]);
  expect(read()).toBeUndefined();
  expect(notes).toEqual([`${path} is damaged and is not read.`]);
});

test('begins with nothing, and counts up', () => {
  const { read, update, notes, folder } = store();
  expect(read()).toBeUndefined();
  update();
  update();
  expect(read()).toEqual({ version: 1, count: 2 });
  expect({ notes, files: readdirSync(folder) }).toEqual({ notes: [], files: ['count.json'] });
});

test('writes nothing where nothing changes', () => {
  const { path, update } = store('{ "version": 1, "count": 7 }');
  expect(update((old) => old ?? more(old))).toEqual({ version: 1, count: 7 });
  expect(readFileSync(path, 'utf8')).toBe('{ "version": 1, "count": 7 }');
});

describe.each([
  { name: 'cut off', content: '{"version":1,"cou' },
  { name: 'empty', content: '' },
  { name: 'of another form', content: '{"version":1,"count":"many"}' },
  { name: 'binary', content: '\u0000\u0001\u0002' },
  { name: 'null', content: 'null' },
  { name: 'of a version that is no number', content: '{"version":"9"}' },
])('a document that is $name', ({ content }) => {
  test('is not read, not touched by reading, and is named', () => {
    const { path, read, notes, folder } = store(content);
    expect(read()).toBeUndefined();
    expect(notes).toEqual([`${path} is damaged and is not read.`]);
    expect(readdirSync(folder)).toEqual(['count.json']);
  });

  test('is set aside by writing, and named', () => {
    const { path, update, notes, folder } = store(content);
    expect(update()).toEqual({ version: 1, count: 1 });
    const aside = `${path}.damaged-20261121T090000Z`;
    expect(readFileSync(aside, 'utf8')).toBe(content);
    expect(notes).toEqual([`${path} was damaged. It is kept as ${aside}; a new one is begun.`]);
    expect(readdirSync(folder).length).toBe(2);
  });
});

test('a newer program’s document is neither read nor overwritten', () => {
  const content = '{"version":2,"count":{"of":"things"}}';
  const { path, read, update, notes } = store(content);
  expect(read()).toBeUndefined();
  expect(notes).toEqual([`${path} was written by a newer version of this program.`]);
  expect(() => update()).toThrow(/newer version/);
  expect(readFileSync(path, 'utf8')).toBe(content);
});

test('a folder in its place is set aside like a damaged file', () => {
  const { path, read, update } = store();
  mkdirSync(path);
  expect(read()).toBeUndefined();
  expect(update()).toEqual({ version: 1, count: 1 });
});
