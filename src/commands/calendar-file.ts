import { isOurs } from '../calendar/file-mark';
import type { Context } from '../context';
import { GuideError, isGuideError } from '../errors';
import { codeOf, diskReason } from '../reader/disk-reason';

/** @throws GuideError rather than to overwrite somebody else's file, or where it cannot be written */
export function saveCalendar(ctx: Context, file: string, content: string, isForced: boolean): void {
  onDisk('write', file, () => {
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
  onDisk('write', folder, () => ctx.host.makeFolder(folder));
  for (const { file } of files) onDisk('write', file, () => refuseOthers(ctx, file, isForced));
  for (const { file, text } of files) {
    // What is there already stays untouched: programs that watch a folder see only what is new.
    onDisk('write', file, () => {
      if (ctx.host.readText(file) !== text) ctx.host.writeFile(file, text);
    });
  }
}

/** Work on a file. @throws GuideError with the file and the reason in words, where the system does not do it */
export function onDisk<T>(verb: 'read' | 'write', file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isGuideError(error)) throw error;
    const code = codeOf(error);
    const reason = code === '' && error instanceof Error ? error.message : diskReason(code);
    throw new GuideError(`cannot ${verb} ${file}: ${reason}.`, { hint: wayOut(code, verb), cause: error });
  }
}

function wayOut(code: string, verb: 'read' | 'write'): string {
  if (verb === 'read') return 'Name a calendar file that you may read.';
  if (code === 'EISDIR') return 'Name a file in it, or use --split -o DIR for a file for each entry.';
  if (code === 'ENOENT') return 'Make the folder first, or use another name.';
  return 'Use another name, or -o - for stdout.';
}

function refuseOthers(ctx: Context, file: string, isForced: boolean): void {
  const old = isForced ? undefined : ctx.host.readText(file);
  if (old === undefined || isOurs(old)) return;
  throw new GuideError(`${file} was not made by this program.`, {
    hint: 'Use another name, --merge to update our entries in it, or --force to overwrite it.',
  });
}
