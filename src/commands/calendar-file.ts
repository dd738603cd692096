import { isOurs } from '../calendar/file-mark';
import type { Context } from '../context';
import { GuideError, isGuideError } from '../errors';

/** @throws GuideError rather than to overwrite somebody else's file, or where it cannot be written */
export function saveCalendar(ctx: Context, file: string, content: string, isForced: boolean): void {
  onDisk(file, () => {
    refuseOthers(ctx, file, isForced);
    ctx.host.writeFile(file, content);
  });
}

/**
 * One file each, in a folder that is made where it is missing. All are looked at before one is written.
 * @throws as above
 */
export function saveItems(
  ctx: Context,
  folder: string,
  items: readonly { readonly name: string; readonly text: string }[],
  isForced: boolean,
): void {
  const files = items.map(({ name, text }) => ({ file: `${folder.replace(/\/+$/, '')}/${name}`, text }));
  onDisk(folder, () => ctx.host.makeFolder(folder));
  for (const { file } of files) onDisk(file, () => refuseOthers(ctx, file, isForced));
  for (const { file, text } of files) {
    // What is there already stays untouched: programs that watch a folder see only what is new.
    onDisk(file, () => {
      if (ctx.host.readText(file) !== text) ctx.host.writeFile(file, text);
    });
  }
}

/** Work on a file, with its name in what goes wrong. */
export function onDisk<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isGuideError(error)) throw error;
    throw new GuideError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function refuseOthers(ctx: Context, file: string, isForced: boolean): void {
  const old = isForced ? undefined : ctx.host.readText(file);
  if (old === undefined || isOurs(old)) return;
  throw new GuideError(`${file} was not made by this program.`, {
    hint: 'Use another name, --merge to update our entries in it, or --force to overwrite it.',
  });
}
