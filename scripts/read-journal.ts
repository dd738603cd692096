import { readReleases } from '../src/journal/journal';
import type { Change } from '../src/sources/fetched';

/**
 * Reads data/changes.jsonl: a change a line, oldest first.
 * @throws Error naming the line that is not valid, or older than the one before it
 */
export function readJournal(text: string): readonly Change[] {
  let last = '';
  return text.split('\n').flatMap((line, at) => {
    if (line === '') return [];
    try {
      const [change] = readReleases(`[${line}]`);
      if (!change) return [];
      if (change.day < last) throw new Error(`${change.day} stands behind ${last}`);
      last = change.day;
      return [change];
    } catch (error) {
      throw new Error(`data/changes.jsonl:${at + 1}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  });
}
