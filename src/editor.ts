import { spawn } from 'node:child_process';

/**
 * Runs an editor on a file, at the same terminal, and waits for it. `command` may hold arguments (`code --wait`), so a
 * shell takes it apart, as for git; the path is no part of what the shell reads.
 */
export function runEditor(command: string, path: string, platform: string): Promise<boolean> {
  const child =
    platform === 'win32'
      ? spawn(`${command} "${path}"`, { stdio: 'inherit', shell: true })
      : spawn('/bin/sh', ['-c', `${command} "$1"`, 'sh', path], { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}
