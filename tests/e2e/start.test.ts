import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../helpers/folder';
import { guide } from './program';

describe('the code of earlier runs', () => {
  const LINES = [['upcoming'], ['list', 'books', '--json'], ['search', 'feature', 'store'], ['--help'], ['shw']];

  test.each(LINES)('%s %s says the same without, at first, and with it', (...line) => {
    const args = line.filter((word) => typeof word === 'string');
    const env = { MLOPS_GUIDE_CACHE_DIR: join(aFolder(), 'cache') };
    const told = ({ status, stdout, stderr }: ReturnType<typeof guide>) => ({ status, stdout, stderr });
    const without = told(guide(args));
    expect(told(guide(args, { env }))).toEqual(without);
    const code = join(env.MLOPS_GUIDE_CACHE_DIR, 'code');
    const names = readdirSync(code);
    expect(names.some((name) => name.startsWith('main-'))).toBe(true);
    const before = names.map((name) => readFileSync(join(code, name)));
    expect(told(guide(args, { env }))).toEqual(without);
    expect(names.map((name) => readFileSync(join(code, name)))).toEqual(before);
  });

  test('is neither kept nor read when that is turned off', () => {
    const folder = join(aFolder(), 'cache');
    const env = { MLOPS_GUIDE_CACHE_DIR: folder };
    guide(['list'], { env: { ...env, NODE_DISABLE_COMPILE_CACHE: '1' } });
    guide(['list'], { env, node: ['--no-warnings'] });
    expect(existsSync(folder)).toBe(false);
  });

  test('makes no home folder', () => {
    const home = join(aFolder(), 'gone');
    guide(['list'], { env: { HOME: home } });
    expect(existsSync(home)).toBe(false);
  });

  test('damaged, stops nothing', () => {
    const env = { MLOPS_GUIDE_CACHE_DIR: join(aFolder(), 'cache') };
    const { stdout } = guide(['list'], { env });
    const code = join(env.MLOPS_GUIDE_CACHE_DIR, 'code');
    for (const name of readdirSync(code)) {
      const bytes = readFileSync(join(code, name));
      for (let at = bytes.length >> 1; at < bytes.length; at += 997) bytes.writeUInt8(bytes.readUInt8(at) ^ 8, at);
      writeFileSync(join(code, name), bytes);
    }
    expect(guide(['list'], { env })).toMatchObject({ status: 0, stderr: '', stdout });
  });
});
