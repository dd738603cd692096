import { isOurs } from '../calendar/file-mark';
import { GuideError } from '../errors';
import type { Disk } from '../reader/disk';
import { onDisk } from './on-disk';

/** A calendar of a whole company is a tenth of this; to take one apart needs some twenty times its size. */
const MOST_BYTES = 64 * 1024 * 1024;
/** As much of a file as tells who made it. */
const BEGINNING = 64 * 1024;

/** A calendar that a person named; undefined where there is none. @throws GuideError where it cannot be read */
export function readCalendar(disk: Disk, file: string): Buffer | undefined {
  return onDisk('read', file, () => disk.input(file, MOST_BYTES, 'Name a calendar file, with fewer entries in it.'));
}

/** @throws GuideError rather than to overwrite somebody else's file, or where it cannot be written */
export function saveCalendar(disk: Disk, file: string, content: string, isForced: boolean): void {
  onDisk('write', file, () => {
    refuseOthers(disk, file, isForced);
    disk.save(file, content);
  });
}

/**
 * One file each, in a folder that is made where it is missing. All are looked at before one is written.
 * @throws as above
 */
export function saveItems(
  disk: Disk,
  folder: string,
  items: readonly { readonly name: string; readonly text: string }[],
  isForced: boolean,
): void {
  const files = items.map(({ name, text }) => ({ file: `${folder.replace(/\/+$/, '')}/${name}`, text }));
  onDisk('write', folder, () => disk.makeFolder(folder));
  for (const { file } of files) onDisk('write', file, () => refuseOthers(disk, file, isForced));
  for (const { file, text } of files) {
    // What is there already stays untouched: programs that watch a folder see only what is new.
    onDisk('write', file, () => {
      if (!disk.facts(file)?.isFile || disk.read(file)?.toString() !== text) disk.save(file, text);
    });
  }
}

/** What is no file, such as a pipe, holds nothing that could be lost. */
function refuseOthers(disk: Disk, file: string, isForced: boolean): void {
  if (isForced || !disk.facts(file)?.isFile) return;
  if (isOurs(disk.read(file, 0, BEGINNING)?.toString() ?? '')) return;
  throw new GuideError(`${file} was not made by this program.`, {
    hint: 'Use another name, --merge to update our entries in it, or --force to overwrite it.',
  });
}
