import { GLOBAL_OPTIONS } from './commands/options';
import type { CommandSpec } from './commands/specs';

/**
 * Turns `--name "Our day"` and `--name="Our day"` into `--set name=Our day`, for a command whose fields may be given as
 * flags; the command's own flags, and what stands behind `--`, stay as they are.
 * A field that is named like a flag of every command (`--format`) can only be given with `--set`.
 */
export function withFieldFlags(argv: readonly string[], command: CommandSpec): string[] {
  const own = new Set([...GLOBAL_OPTIONS, ...command.options].map(({ name }) => name));
  const words: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') return [...words, ...argv.slice(at)];
    const [, key = '', value] = /^--([a-z][a-zA-Z.]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const next = argv[at + 1];
    if (key === '' || own.has(key)) words.push(word);
    else if (value !== undefined) words.push('--set', `${key}=${value}`);
    // Without a value it stays a mistake, which the command line's reader explains.
    else if (next === undefined || next.startsWith('--')) words.push(word);
    else {
      words.push('--set', `${key}=${next}`);
      at++;
    }
  }
  return words;
}
