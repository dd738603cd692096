import { describe, expect, test } from 'vitest';
import { inFolder, readerFolder, type FolderUse } from '../../src/reader/folders';

const on = (platform: string, use: FolderUse, env: Readonly<Record<string, string | undefined>>) =>
  readerFolder(use, { platform, env });

describe('where files of the reader are', () => {
  test.each([
    {
      name: 'own variable',
      platform: 'linux',
      env: { MLOPS_GUIDE_DATA_DIR: '/own', XDG_DATA_HOME: '/x', HOME: '/h' },
      is: '/own',
    },
    { name: 'XDG', platform: 'linux', env: { XDG_DATA_HOME: '/x', HOME: '/h' }, is: '/x/mlops-guide' },
    {
      name: 'a relative XDG path is ignored',
      platform: 'linux',
      env: { XDG_DATA_HOME: 'x', HOME: '/h' },
      is: '/h/.local/share/mlops-guide',
    },
    {
      name: 'an empty variable is none',
      platform: 'linux',
      env: { MLOPS_GUIDE_DATA_DIR: '', XDG_DATA_HOME: '', HOME: '/h' },
      is: '/h/.local/share/mlops-guide',
    },
    { name: 'nothing known', platform: 'linux', env: {}, is: undefined },
    { name: 'no home on macOS', platform: 'darwin', env: {}, is: undefined },
    {
      name: 'macOS',
      platform: 'darwin',
      env: { HOME: '/Users/a' },
      is: '/Users/a/Library/Application Support/mlops-guide',
    },
    { name: 'XDG on macOS', platform: 'darwin', env: { HOME: '/Users/a', XDG_DATA_HOME: '/x' }, is: '/x/mlops-guide' },
    {
      name: 'Windows',
      platform: 'win32',
      env: { LOCALAPPDATA: 'C:\\L', APPDATA: 'C:\\R' },
      is: 'C:\\L\\mlops-guide\\data',
    },
    { name: 'XDG on Windows', platform: 'win32', env: { XDG_DATA_HOME: 'D:\\x' }, is: 'D:\\x\\mlops-guide' },
    { name: 'nothing known on Windows', platform: 'win32', env: { HOME: '/h' }, is: undefined },
  ] satisfies { name: string; platform: string; env: Record<string, string>; is: string | undefined }[])(
    '$name',
    ({ platform, env, is }) => {
      expect(on(platform, 'data', env)).toBe(is);
    },
  );

  test.each([
    { use: 'config', is: '/h/.config/mlops-guide', windows: 'R\\mlops-guide\\config' },
    { use: 'cache', is: '/h/.cache/mlops-guide', windows: 'L\\mlops-guide\\cache' },
  ] as const)('$use', ({ use, is, windows }) => {
    expect(on('linux', use, { HOME: '/h' })).toBe(is);
    expect(on('win32', use, { LOCALAPPDATA: 'L', APPDATA: 'R' })).toBe(windows);
  });

  test('no two uses share a folder on Windows, where both may be in LOCALAPPDATA', () => {
    const env = { LOCALAPPDATA: 'C:\\L', APPDATA: 'C:\\L' };
    const folders = (['config', 'data', 'cache'] as const).map((use) => on('win32', use, env));
    expect(new Set(folders).size).toBe(3);
  });

  test('paths in a folder use the separator of the folder', () => {
    expect(inFolder('/a/b', 'c', 'd.yaml')).toBe('/a/b/c/d.yaml');
    expect(inFolder('C:\\a', 'c', 'd.yaml')).toBe('C:\\a\\c\\d.yaml');
  });
});
