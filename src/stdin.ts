import { UsageError } from './errors';

const NAMES: readonly string[] = ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0'];

/** Is it what stands for standard input where a file may be named? */
export const isStdin = (path: string): boolean => NAMES.includes(path);

/** What has been read from there is gone. @throws UsageError where two of these files are standard input */
export function refuseSecondStdin(paths: readonly string[]): void {
  if (paths.filter(isStdin).length < 2) return;
  throw new UsageError('standard input can be read only once.', { hint: 'Save it to a file, and name that.' });
}
