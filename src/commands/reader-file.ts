import type { Context } from '../context';
import { GuideError } from '../errors';
import { inFolder, readerFolder, type FolderUse } from '../reader/folders';

/** The path of a file of the reader's, whether it exists or not. @throws GuideError where the reader has no home */
export function readerFile({ host }: Context, use: FolderUse, name: string): string {
  const folder = readerFolder(use, host);
  if (folder !== undefined) return inFolder(folder, name);
  throw new GuideError('there is no folder for files of your own: HOME is not set.', {
    hint: `Name it: MLOPS_GUIDE_${use.toUpperCase()}_DIR`,
  });
}
