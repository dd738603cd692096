import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CatalogueError, GuideError, isGuideError } from '../errors';
import type { Catalogue } from './catalogue';
import { checkFiles, type CatalogueFile, type Checked } from './check';
import { memoryCatalogue } from './memory';
import { problemLine } from './problem';
import type { Vocabulary } from './vocabulary';

/** A file beyond this is no catalogue that a person keeps by hand. */
const MOST_BYTES = 64 * 1024 * 1024;
const NAME_IT = 'Name a catalogue file, or a folder of them.';
/** As many problems as an error message shows; `validate` shows all. */
const MOST_SHOWN = 10;

/**
 * Reads catalogue files. A file of a folder that cannot be read comes with its fault, so that the others are checked
 * all the same.
 * @param paths files, or folders of which every `.yaml` and `.yml` file is taken once, in name order
 * @throws GuideError when a path itself cannot be read, CatalogueError when a folder holds no catalogue file, or a file
 * that was named is too large or not UTF-8
 */
export function readCatalogueFiles(paths: readonly string[]): CatalogueFile[] {
  return paths.flatMap((path): CatalogueFile[] => {
    const names = filesIn(path);
    return names ? names.map(fileInFolder) : [{ name: path, text: readText(path) }];
  });
}

function fileInFolder(name: string): CatalogueFile {
  try {
    return { name, text: readText(name) };
  } catch (error) {
    if (!isGuideError(error)) throw error;
    return { name, text: '', fault: error.message.replace(`${name} `, '').replace(` ${name}`, '') };
  }
}

/** Reads and checks files without complaint: what is wrong comes with the answer. */
export function checkPaths(
  paths: readonly string[],
  borrowed: Vocabulary,
  options?: Parameters<typeof checkFiles>[2],
): Checked & { files: number } {
  const files = readCatalogueFiles(paths);
  return { ...checkFiles(files, borrowed, options), files: files.length };
}

/**
 * Reads a catalogue that must be sound.
 * @throws CatalogueError naming the first problems
 */
export function loadFiles(paths: readonly string[], borrowed: Vocabulary): Catalogue {
  const checked = checkPaths(paths, borrowed);
  const { problems } = checked;
  if (problems.length > 0) {
    const more = problems.length > MOST_SHOWN ? [`… and ${problems.length - MOST_SHOWN} more`] : [];
    const lines = [...problems.slice(0, MOST_SHOWN).map(problemLine), ...more];
    throw new CatalogueError(
      `the catalogue has ${problems.length} problem${problems.length === 1 ? '' : 's'}\n${lines.join('\n')}`,
      {
        hint: `See all: mlops-guide validate ${paths.join(' ')}`,
      },
    );
  }
  const entries = checked.entries.map((entry) => ({ ...entry, origin: `file:${checked.fileOf(entry)}` }));
  return memoryCatalogue({ ...checked, entries }, paths.join(', '));
}

/** The catalogue files in a folder, each once however many links lead to it; undefined for what is no folder. */
function filesIn(folder: string): string[] | undefined {
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

/** Of a link that leads nowhere, the link. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function readText(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new CatalogueError(`${path} is larger than ${MOST_BYTES / 1024 / 1024} MB`);
    // A strict decoder: a file in another encoding would turn into replacement characters in silence.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    if (isGuideError(error)) throw error;
    if (error instanceof TypeError) throw new CatalogueError(`${path} is not UTF-8 text`, { cause: error });
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): GuideError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const why =
    code === 'ENOENT' ? 'no such file or folder' : code === 'EACCES' ? 'permission denied' : code || String(cause);
  return new GuideError(`cannot read ${path}: ${why}`, { hint: NAME_IT, cause });
}
