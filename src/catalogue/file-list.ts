import { existsSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { CatalogueError, GuideError, isGuideError } from '../errors';
import { isStdin } from '../stdin';

/** Some four hundred thousand entries. A text twice as long is more than a string can hold. */
export const MOST_BYTES = 256 * 1024 * 1024;

export const NAME_IT = 'Name a catalogue file, or a folder of them.';

/**
 * The catalogue files in a folder, each once however many links lead to it; undefined for what is no folder.
 * @throws GuideError when it cannot be read, CatalogueError when there is none in it
 */
export function filesIn(folder: string): string[] | undefined {
  try {
    if (isStdin(folder) || !statSync(folder).isDirectory()) return undefined;
    const files = yamlFilesBelow(folder);
    if (files.length === 0) throw new CatalogueError(`no .yaml file in ${folder}`, { hint: NAME_IT });
    return files.sort();
  } catch (error) {
    throw isGuideError(error) ? error : unreadable(folder, error);
  }
}

/** Each file and folder by the shortest way to it: links may lead back to where they stand, several times over. */
function yamlFilesBelow(top: string): string[] {
  const seen = new Set([realPath(top)]);
  const isNew = (path: string): boolean => seen.size < seen.add(realPath(path)).size;
  const files: string[] = [];
  const folders = [top];
  for (const folder of folders) {
    const found = readdirSync(folder, { withFileTypes: true });
    // What stands there itself before what links lead to.
    const paths = [false, true].flatMap(
      (isLink) =>
      found.filter((entry) => entry.isSymbolicLink() === isLink).map(({ name }) => join(folder, name)).sort(), // prettier-ignore
    );
    for (const path of paths) {
      if (isFolder(path)) {
        if (isNew(path)) folders.push(path);
      } else if (/\.ya?ml$/i.test(path) && isNew(path)) files.push(path);
    }
  }
  return files;
}

/** Has a file been taken before, perhaps by another name? A pipe or device is another each time. */
export function firstTimes(): (path: string) => boolean {
  const seen = new Set<string>();
  return (path) => isStdin(path) || isNoFile(path) || seen.size < seen.add(realPath(path)).size;
}

const isFolder = (path: string): boolean => factsOf(path)?.isDirectory() ?? false;

/** Is it there, but a pipe, a device or the like? */
export const isNoFile = (path: string): boolean => factsOf(path)?.isFile() === false;

/** Undefined where nothing is, and of a link that leads to itself: reading will tell. */
function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

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
