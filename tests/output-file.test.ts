import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { saveFile } from '../src/output-file';
import { aDevice } from './helpers/device';
import { aFolder } from './helpers/folder';

describe('a file', () => {
  test('is written, replaced whole, and leaves no draft; a link stays one, and what is private stays so', () => {
    const folder = aFolder();
    const [file, link] = [join(folder, 'file'), join(folder, 'link')];
    saveFile(file, 'one');
    chmodSync(file, 0o600);
    symlinkSync(file, link);
    saveFile(link, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['file', 'link']);
  });

  test('a folder, and a place without a folder, are the system’s error', () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'there'));
    expect(() => saveFile(join(folder, 'there'), 'x')).toThrow(expect.objectContaining({ code: 'EISDIR' }));
    expect(() => saveFile(join(folder, 'none', 'file'), 'x')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(readdirSync(folder)).toEqual(['there']);
  });
});

// Windows has neither.
describe.skipIf(process.platform === 'win32')('what cannot be replaced is written to as it is', () => {
  test.runIf(process.platform === 'linux')('devices; a full one says so', () => {
    const device = aDevice('null');
    saveFile(device, 'x');
    expect(statSync(device).isCharacterDevice()).toBe(true);
    const full = aDevice('full');
    expect(() => saveFile(full, 'x')).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
    expect(statSync(full).isCharacterDevice()).toBe(true);
  });

  test('a pipe without a reader is not waited for; one with a reader gets all, and stays a pipe', async () => {
    const pipe = join(aFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(() => saveFile(pipe, 'x')).toThrow(expect.objectContaining({ code: 'ENXIO' }));
    // It holds the pipe open before it says so, and then counts what comes.
    const reader = spawn('sh', ['-c', 'exec 3<>"$0"; echo ready; head -c 300000 <&3 | wc -c', pipe]);
    let said = '';
    reader.stdout.on('data', (part: Buffer) => (said += part.toString()));
    const closed = new Promise((resolve) => reader.once('close', resolve));
    await new Promise((resolve) => reader.stdout.once('data', resolve));
    saveFile(pipe, Buffer.alloc(300_000));
    await closed;
    expect(said.replace('ready', '').trim()).toBe('300000');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
});
