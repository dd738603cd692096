import { counted } from '../counted';
import { CatalogueError, isGuideError } from '../errors';
import { readInput } from '../input-file';
import type { Catalogue } from './catalogue';
import { cleanText } from './clean';
import { checkFiles, type CatalogueFile, type Checked } from './check';
import type { SearchAids } from '../search/aids';
import { filesIn, firstTimes, isNoFile, MOST_BYTES, NAME_IT, unreadable } from './file-list';
import { memoryCatalogue } from './memory';
import { problemLine } from './problem';
import { pathForShell } from './shell-words';
import type { Entry } from './schema';
import type { Vocabulary } from './vocabulary';

/** As many problems as an error message shows; `validate` shows all. */
const MOST_SHOWN = 10;

/**
 * Reads catalogue files. A file of a folder that cannot be read comes with its fault, so that the others are checked
 * all the same.
 * @param paths files, or folders of which every `.yaml` and `.yml` file is taken, in name order; each file once
 * @throws GuideError when a path itself cannot be read, CatalogueError when a folder holds no catalogue file, or a file
 * that was named is too large or not UTF-8
 */
export function readCatalogueFiles(paths: readonly string[]): CatalogueFile[] {
  const isNew = firstTimes();
  return paths.flatMap((path): CatalogueFile[] => {
    const names = filesIn(path);
    if (names) return names.filter(isNew).map(fileInFolder);
    return isNew(path) ? [{ name: path, text: readText(path) }] : [];
  });
}

/** A file that nobody named, with its fault where it cannot be read: it may be a pipe, and those are not waited for. */
export function fileInFolder(name: string): CatalogueFile {
  try {
    if (isNoFile(name)) return { name, text: '', fault: 'is no file that can be read' };
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
 * @param mend what an entry turns into once it has been found sound
 * @param aids what search is to know beside the entries
 * @throws CatalogueError naming the first problems
 */
export function loadFiles(
  paths: readonly string[],
  borrowed: Vocabulary,
  { mend = (entry) => entry, aids }: { mend?(entry: Entry): Entry; aids?: SearchAids } = {},
): Catalogue {
  const checked = checkPaths(paths, borrowed);
  const { problems } = checked;
  if (problems.length > 0) {
    const more = problems.length > MOST_SHOWN ? [`… and ${problems.length - MOST_SHOWN} more`] : [];
    const lines = [...problems.slice(0, MOST_SHOWN).map(problemLine), ...more];
    throw new CatalogueError(
      `the catalogue has ${counted(problems.length, 'problem', 'problems')}\n${lines.join('\n')}`,
      {
        hint: `See all: mlops-guide validate ${paths.map(pathForShell).join(' ')}`,
      },
    );
  }
  const entries = checked.entries.map((entry) => ({
    ...mend(entry),
    origin: `file:${cleanText(checked.fileOf(entry))}`,
  }));
  return memoryCatalogue({ ...checked, entries }, paths.join(', '), aids);
}

function readText(path: string): string {
  try {
    // A strict decoder: a file in another encoding would turn into replacement characters in silence.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readInput(path, MOST_BYTES, NAME_IT));
  } catch (error) {
    if (isGuideError(error)) throw error;
    if (error instanceof TypeError)
      throw new CatalogueError(`${path} is not UTF-8 text`, { hint: 'Save it as UTF-8.', cause: error });
    throw unreadable(path, error);
  }
}
