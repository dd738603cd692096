import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { expectTwoLines } from '../helpers/run';
import { BIN, ENV, SMALL } from './program';

/** Rights do not bind root, so the program runs as somebody else. */
const somebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlops-guide-files-'));
  folders.push(folder);
  if (somebody.uid !== undefined) chownSync(folder, somebody.uid, somebody.gid);
});

function run(...words: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [BIN, 'export-ics', '--catalogue', SMALL, '--what', 'all', ...words],
    { cwd: folder, encoding: 'utf8', env: ENV, ...somebody },
  );
  return { status, out: stdout, err: stderr };
}
/** A file that whoever runs the program owns. */
function put(name: string, content: string, mode = 0o644): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  if (somebody.uid !== undefined) chownSync(path, somebody.uid, somebody.gid);
  chmodSync(path, mode);
  return path;
}
const exported = (): string => run('-o', '-').out;

describe('what cannot be written is told in words, with a way out', () => {
  test.each([
    { words: ['-o', '.'], says: 'cannot write .: it is a folder.', way: '--split -o DIR' },
    { words: ['--merge', '.'], says: 'cannot read .: it is a folder.', way: 'a calendar file' },
    { words: ['--merge', '.', '--from', '2040-01-01'], says: 'cannot read .: it is a folder.', way: 'a calendar file' },
    { words: ['-o', 'no/x.ics'], says: 'cannot write no/x.ics: its folder does not exist.', way: 'Make the folder' },
    { words: ['--merge', 'no/x.ics'], says: 'cannot write no/x.ics: its folder does not', way: 'Make the folder' },
    { words: ['-o', 'file/x.ics'], says: 'cannot write file/x.ics: a file stands where', way: 'another name' },
    { words: ['--split', '-o', 'file'], says: 'cannot write file: a file stands where a folder', way: 'another name' },
    { words: ['-o', 'x'.repeat(300)], says: 'the name is too long.', way: 'another name' },
  ])('$words', ({ words, says, way }) => {
    put('file', 'kept');
    const { status, out, err } = run(...words);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expectTwoLines(err, says, way);
    expect(readdirSync(folder)).toEqual(['file']);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept');
  });

  test.each([['-o'], ['--merge']])('%s with a file that is read-only: it stays', (option) => {
    const old = exported().replaceAll('Data Days', 'Days');
    const path = put('mlops.ics', old, 0o444);
    const { status, err } = run(option, 'mlops.ics');
    expect(status).toBe(1);
    expectTwoLines(err, 'cannot write mlops.ics: permission denied.', 'another name');
    expect(readFileSync(path, 'utf8')).toBe(old);
    expect(readdirSync(folder)).toEqual(['mlops.ics']);
  });

  test('a folder without rights', () => {
    mkdirSync(join(folder, 'locked'), { mode: 0o555 });
    expectTwoLines(run('-o', 'locked/x.ics').err, 'cannot write locked/x.ics: permission denied.', 'another name');
  });
});

describe('--merge', () => {
  test.each([['\r\n'], ['\n']])('behind a link: the link and the rights stay, with lines that end in %j', (end) => {
    const old = exported()
      .replaceAll('Data Days 2027', 'Data Days')
      .replace('END:VCALENDAR', 'BEGIN:VEVENT\r\nUID:own\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR')
      .replaceAll('\r\n', end);
    const path = put('real.ics', old, 0o600);
    symlinkSync('real.ics', join(folder, 'link.ics'));
    const before = statSync(path);
    const { status, err } = run('--merge', 'link.ics');
    expect({ status, err }).toMatchObject({ status: 0, err: expect.stringContaining('3 changed') as unknown });
    expect(lstatSync(join(folder, 'link.ics')).isSymbolicLink()).toBe(true);
    const after = statSync(path);
    expect(after.mode).toBe(before.mode);
    expect(after.ino).not.toBe(before.ino); // another file under its name: never half of one
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(['BEGIN:VEVENT', 'UID:own', 'SUMMARY:Dentist', 'END:VEVENT', ''].join(end));
    expect(text.replaceAll(end, '')).not.toMatch(/[\r\n]/);
    expect(text).toContain(`SUMMARY:Data Days 2027${end}`);
    expect(readdirSync(folder).sort()).toEqual(['link.ics', 'real.ics']);
  });

  test('again: nothing is written', () => {
    const path = put('mlops.ics', exported());
    const { mtimeMs, ino } = statSync(path);
    expect(run('--merge', 'mlops.ics').err).toContain('0 added, 0 changed, 0 cancelled');
    expect(statSync(path)).toMatchObject({ mtimeMs, ino });
  });
});

test('two exports are the same bytes, wherever and whenever they are made', () => {
  const one = exported();
  expect(one.length).toBeGreaterThan(5000);
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    const { stdout } = spawnSync(process.execPath, [BIN, 'export-ics', '--catalogue', SMALL, '--what', 'all'], {
      encoding: 'utf8',
      env: { ...ENV, TZ: zone, LC_ALL: 'de_DE.UTF-8', MLOPS_GUIDE_NOW: '2026-11-21T09:59:59Z' },
    });
    expect(stdout).toBe(one);
  }
});
