import {
  entriesIn,
  entryText,
  entryTextIn,
  withItem,
  withItemEmptied,
  withItemReplaced,
} from '../catalogue/entry-text';
import { withRaisedSequence } from '../catalogue/raised-sequence';
import type { Entry } from '../catalogue/schema';
import type { Context } from '../context';
import { CatalogueError, GuideError, UsageError } from '../errors';
import { inFolder, readerFolder } from '../reader/folders';
import { OWN_FOLDER } from '../reader/own-catalogue';
import { findEntry } from './find-entry';
import { changeOwnFile, filesBeside, ownFile, problemsOf } from './own-file';
import type { Action } from './specs';

/**
 * Opens an entry in the reader's editor and takes what comes back once it is sound. An entry of the reader's own is changed
 * in its file; any other gets one of the reader's own over it.
 */
export const edit: Action = async (ctx, [word = '']) => {
  if (ctx.cataloguePaths.length > 0) {
    throw new UsageError('edit changes your own entries: it takes no --catalogue.', {
      hint: 'Open that file in your editor.',
    });
  }
  const editor = ctx.host.env.VISUAL || ctx.host.env.EDITOR;
  if (!editor) throw new GuideError('no editor is set.', { hint: 'Set EDITOR, such as: export EDITOR=nano' });
  const entry = await findEntry(ctx, await ctx.catalogue(), word);
  const disk = await ctx.host.openDisk();
  const home = ownHome(ctx, entry);
  const before = (home && entryTextIn(disk.read(home)?.toString('utf8') ?? '', entry.id)) ?? entryText(entry);
  const draft = draftPath(ctx, entry.id);
  if (disk.facts(draft)) ctx.note(`Going on with what was written before: ${draft}`);
  else disk.write(draft, before);
  const written = await edited(ctx, editor, draft, entry);
  const after = withRaisedSequence(before, written);
  if (after !== written) ctx.note('Its sequence is one higher: by that, calendars take the change.');
  if (after === before) ctx.note(`${entry.id} is unchanged.`);
  else {
    const path = home ?? ownFile(ctx, entry.kind);
    await changeOwnFile(ctx, path, (text) => withItemReplaced(text, entry.id, after) ?? withItem(text, after));
    ctx.note(home ? `Changed in ${path}` : `Your own ${entry.id} is in ${path}, over the bundled one.`);
  }
  disk.remove(draft);
};

/** Opens the draft until what is in it can be taken. @throws CatalogueError when it cannot and nobody is asked */
async function edited(ctx: Context, editor: string, draft: string, entry: Entry): Promise<string> {
  const disk = await ctx.host.openDisk();
  for (;;) {
    if (!(await ctx.host.runEditor(editor, draft))) {
      throw new GuideError(`the editor "${editor}" ended with an error.`, { hint: `What was written is in ${draft}` });
    }
    const text = disk.read(draft)?.toString('utf8') ?? '';
    const problems = await problemsIn(ctx, text, entry);
    if (problems.length === 0) return text;
    const lines = problems.map((line) => `  ${line}`).join('\n');
    if (!ctx.mayAsk)
      throw new CatalogueError(`${entry.id} cannot be taken so:\n${lines}`, { hint: `It is kept in ${draft}` });
    ctx.note(lines);
    if (!(await ctx.host.ask(({ confirm }) => confirm('Open it again?')))) {
      throw new CatalogueError(`${entry.id} is as it was.`, { hint: `What was written is in ${draft}` });
    }
  }
}

async function problemsIn(ctx: Context, text: string, { id, kind }: Entry): Promise<string[]> {
  // All of the reader's own are read together. Where the entry stands itself, it is about to be replaced.
  const files = await filesBeside(ctx, ownFile(ctx, kind));
  const beside = files.map((file) => ({ ...file, text: withItemEmptied(file.text, id) }));
  const problems = (await problemsOf(ctx, text, beside)).map(({ line }) => line);
  const entries = entriesIn(text);
  if (entries === undefined) return problems;
  const [only] = entries;
  if (entries.length !== 1 || only?.id !== id) return [`must be one entry with the id ${id}: ids are for ever`];
  return only.kind === kind ? problems : [`must stay a ${kind}`];
}

/** The file of the reader's own in which the entry stands; undefined where it is not the reader's. */
function ownHome({ host }: Context, { origin }: Entry): string | undefined {
  const data = readerFolder('data', host);
  const name = origin?.startsWith('own:') ? origin.slice('own:'.length) : undefined;
  return data !== undefined && name !== undefined ? inFolder(data, OWN_FOLDER, name) : undefined;
}

/** Kept where it outlives a crash, and ends in .yaml so that editors know what it is. */
function draftPath({ host }: Context, id: string): string {
  const folder = readerFolder('cache', host) ?? readerFolder('data', host);
  if (folder === undefined)
    throw new GuideError('there is no folder for a draft.', { hint: 'Set MLOPS_GUIDE_CACHE_DIR or HOME.' });
  return inFolder(folder, 'drafts', `${id}.yaml`);
}
