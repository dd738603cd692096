import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CatalogueError, GuideError, isGuideError } from '../errors';

/** Some four hundred thousand entries. A text twice as long is more than a string can hold. */
export const MOST_BYTES = 256 * 1024 * 1024;

export const NAME_IT = 'Name a catalogue file, or a folder of them.';

/**
 * The catalogue files in a folder, each once however many links lead to it; undefined for what is no folder.
 * @throws GuideError when it cannot be read, CatalogueError when there is none in it
 */
export function filesIn(folder: string): string[] | undefined {
  try {
    if (!statSync(folder).isDirectory()) return undefined;
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/i.test(name));
    const paths = names.sort().map((name) => join(folder, name));
    const files = new Map(paths.filter((path) => !isFolder(path)).map((path) => [realPath(path), path]));
    if (files.size === 0) throw new CatalogueError(`no .yaml file in ${folder}`, { hint: NAME_IT });
    return [...files.values()];
  } catch (error) {
    throw isGuideError(error) ? error : unreadable(folder, error);
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Is it there, but a pipe, a device or the like? */
export const isNoFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === false;

/** Of a link that leads nowhere, the link. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

export function unreadable(path: string, cause: unknown): GuideError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why =
    code === 'ENOENT' ? 'no such file or folder' : code === 'EACCES' ? 'permission denied' : code || String(cause);
  return new GuideError(`cannot read ${path}: ${why}`, { hint: NAME_IT, cause });
}
