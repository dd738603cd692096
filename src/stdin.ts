import { UsageError } from './errors';

/** Is it what stands for standard input where a file may be named? */
export const isStdin = (path: string): boolean => path === '-' || path === '/dev/stdin';

/** What has been read from there is gone. @throws UsageError where two of these files are standard input */
export function refuseSecondStdin(paths: readonly string[]): void {
  if (paths.filter(isStdin).length < 2) return;
  throw new UsageError('standard input can be read only once.', { hint: 'Save it to a file, and name that.' });
}
