import { GuideError, isGuideError } from '../errors';
import { codeOf, diskReason } from '../reader/disk-reason';

/** Work on a file that a person named. @throws GuideError with the file and the reason in words, where the system does not do it */
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
  if (code === 'ENXIO') return 'Start what reads it first, or use -o - for stdout.';
  return 'Use another name, or -o - for stdout.';
}
