import { checkFiles, type CatalogueFile } from '../catalogue/check';
import type { Catalogue } from '../catalogue/catalogue';
import { vocabularyOf, type Vocabulary } from '../catalogue/vocabulary';
import { editorLine } from '../catalogue/entry-text';
import { pluralOf, type Kind } from '../catalogue/kinds';
import { problemLine, type Problem } from '../catalogue/problem';
import type { Context } from '../context';
import { CatalogueError, GuideError, isGuideError } from '../errors';
import type { Host } from '../host';
import { inFolder, readerFolder } from '../reader/folders';
import { OWN_FOLDER, ownParts } from '../reader/own-catalogue';
import { compiledSchemas } from './compiled-schemas';

/** JSON Schema beside the folder of own entries, for editors. */
const SCHEMA_FILE = 'catalogue.schema.json';

/**
 * The file of the reader's own entries of a kind, whether it exists or not.
 * @throws GuideError where the reader has no folder for data
 */
export function ownFile({ host }: Context, kind: Kind): string {
  const data = readerFolder('data', host);
  if (data === undefined) {
    throw new GuideError('there is no folder for your own entries.', { hint: 'Set MLOPS_GUIDE_DATA_DIR or HOME.' });
  }
  return inFolder(data, OWN_FOLDER, `${pluralOf(kind)}.yaml`);
}

/**
 * Changes a file of the reader's own, under its lock. A new one begins with the line by which editors know the schema.
 * @throws GuideError for what is no file
 * @param change gets the text that is there, perhaps none, and answers the text that shall be
 */
export async function changeOwnFile({ host }: Context, path: string, change: (text: string) => string): Promise<void> {
  const disk = await host.openDisk();
  const facts = disk.facts(path);
  if (facts && !facts.isFile) {
    throw new GuideError(`${path} is ${facts.isFolder ? 'a folder' : 'no file'}: entries are kept in files.`, {
      hint: 'Name a .yaml file; what was written is above.',
    });
  }
  disk.locked(path, () => {
    const old = disk.read(path)?.toString('utf8');
    const data = homeOf(host, path);
    const before = old ?? (data === undefined ? '' : editorLine(`../${SCHEMA_FILE}`));
    const text = named(path, () => change(before));
    if (text === old) return;
    disk.write(path, text);
    if (data !== undefined)
      disk.write(
        inFolder(data, SCHEMA_FILE),
        `${JSON.stringify(compiledSchemas(host).get('catalogue'), undefined, 2)}\n`,
      );
  });
}

/** The reader's folder for data where a path is among their own entries in it. */
function homeOf(host: Host, path: string): string | undefined {
  const data = readerFolder('data', host);
  return data !== undefined && path.startsWith(inFolder(data, OWN_FOLDER, '')) ? data : undefined;
}

/** A file that an entry is to stand in, as it is now, and those that are read together with it: all of the reader's own. */
export async function filesBeside({ host }: Context, path: string): Promise<CatalogueFile[]> {
  const disk = await host.openDisk();
  const own = homeOf(host, path) === undefined ? [] : (ownParts(host)?.files ?? []);
  return [...new Set([...own, path])].flatMap((name) =>
    disk.facts(name)?.isFile ? [{ name, text: disk.read(name)?.toString('utf8') ?? '' }] : [],
  );
}

/** @throws CatalogueError with the name of the file before what is wrong with it */
function named(path: string, work: () => string): string {
  try {
    return work();
  } catch (error) {
    if (!isGuideError(error)) throw error;
    throw new CatalogueError(`${path} ${error.message}`, { hint: error.hint, cause: error });
  }
}

/**
 * Where ids stand that an entry may refer to, the catalogue in use first. Files that are named borrow from the bundled one
 * unless they are a whole catalogue, with stages of their own.
 */
export async function referredTo(ctx: Context): Promise<readonly Catalogue[]> {
  const inUse = await ctx.catalogue();
  return inUse.stages.length > 0 ? [inUse] : [inUse, ctx.bundled()];
}

async function vocabularyFor(ctx: Context): Promise<Vocabulary> {
  const all = (await referredTo(ctx)).map((catalogue) => vocabularyOf(catalogue, ctx.zones));
  return {
    ...vocabularyOf(undefined, ctx.zones),
    kinds: new Map(all.toReversed().flatMap(({ kinds }) => [...kinds])),
    stages: new Set(all.flatMap(({ stages }) => [...stages])),
    categories: new Set(all.flatMap(({ categories }) => [...categories])),
  };
}

/**
 * What is wrong with an item of a list, given the catalogue in use; one line a problem.
 * @param beside files that it will be read together with: what becomes wrong in them counts, what was wrong before does not
 */
export async function problemsOf(
  ctx: Context,
  item: string,
  beside: readonly CatalogueFile[] = [],
): Promise<{ field: string; line: string }[]> {
  const vocabulary = await vocabularyFor(ctx);
  const check = (files: readonly CatalogueFile[]): readonly Problem[] =>
    checkFiles(files, vocabulary, { isPart: true }).problems;
  const known = new Set(check(beside).map(problemLine));
  return check([...beside, { name: '', text: item }])
    .filter((problem) => !known.has(problemLine(problem)))
    .map((problem) => {
      const { file, field, message } = problem;
      if (file !== '') return { field: '', line: problemLine(problem) };
      return { field, line: [field, message].filter(Boolean).join(': ') };
    });
}
