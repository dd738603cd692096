/** What the folders are worked out from: a part of the Host. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** Settings; what the reader made or fetched and cannot have again for nothing; what can be made again at any time. */
export type FolderUse = 'config' | 'data' | 'cache';

/** Below the reader's home folder, and below the folders that Windows names. */
const ELSEWHERE: Readonly<Record<FolderUse, readonly [unix: string, mac: string, windows: string, inside: string]>> = {
  config: ['.config', 'Library/Application Support', 'APPDATA', 'config'],
  data: ['.local/share', 'Library/Application Support', 'LOCALAPPDATA', 'data'],
  cache: ['.cache', 'Library/Caches', 'LOCALAPPDATA', 'cache'],
};

/**
 * Where files of the reader's own are, whether the folder exists or not: `MLOPS_GUIDE_DATA_DIR` and its like, else
 * `mlops-guide` in the folder of the XDG Base Directory Specification, else in the system's usual one.
 * @returns undefined where neither is known, as for a service without a home: then the reader has no files
 */
export function readerFolder(use: FolderUse, { env, platform }: Surroundings): string | undefined {
  const name = use.toUpperCase();
  const own = env[`MLOPS_GUIDE_${name}_DIR`];
  if (own) return own;
  const isWindows = platform === 'win32';
  const xdg = env[`XDG_${name}_HOME`];
  // The specification wants a relative path to be ignored.
  if (xdg && (isWindows ? /^([A-Za-z]:)?[\\/]/ : /^\//).test(xdg)) return join(isWindows, xdg, 'mlops-guide');
  const [unix, mac, windows, inside] = ELSEWHERE[use];
  if (isWindows) {
    const base = env[windows];
    return base ? join(isWindows, base, 'mlops-guide', inside) : undefined;
  }
  const home = env.HOME;
  return home ? join(isWindows, home, platform === 'darwin' ? mac : unix, 'mlops-guide') : undefined;
}

/** A path inside a folder of the reader's. */
export function inFolder(folder: string, ...names: readonly string[]): string {
  return join(/^[A-Za-z]:\\|^\\\\/.test(folder), folder, ...names);
}

function join(isWindows: boolean, ...names: readonly string[]): string {
  return names.join(isWindows ? '\\' : '/');
}
