import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CatalogueError, GuideError, isGuideError } from '../errors';
import type { Catalogue } from './catalogue';
import { checkFiles, type CatalogueFile, type Checked } from './check';
import { memoryCatalogue } from './memory';
import { problemLine } from './problem';
import type { Vocabulary } from './vocabulary';

/** A file beyond this is no catalogue that a person keeps by hand. */
const MOST_BYTES = 64 * 1024 * 1024;
/** As many problems as an error message shows; `validate` shows all. */
const MOST_SHOWN = 10;

/**
 * Reads catalogue files.
 * @param paths files, or folders of which every `.yaml` and `.yml` file is taken, in name order
 * @throws GuideError when a path cannot be read, CatalogueError when a folder holds no catalogue file, or a file is too
 * large or not UTF-8
 */
export function readCatalogueFiles(paths: readonly string[]): CatalogueFile[] {
  return paths.flatMap(filesAt).map((name) => ({ name, text: readText(name) }));
}

/** Reads and checks files without complaint: what is wrong comes with the answer. */
export function checkPaths(paths: readonly string[], borrowed: Vocabulary): Checked & { files: number } {
  const files = readCatalogueFiles(paths);
  return { ...checkFiles(files, borrowed), files: files.length };
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
  return memoryCatalogue(checked, paths.join(', '));
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/i.test(name));
    if (names.length === 0) throw new CatalogueError(`no .yaml file in ${path}`);
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    throw isGuideError(error) ? error : unreadable(path, error);
  }
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
  return new GuideError(`cannot read ${path}: ${why}`, { cause });
}
