import { commandAt, readCall, withExclusions, type Call } from './argv';
import { cleanText } from './catalogue/clean';
import { actionNamed } from './commands/actions';
import { commandNamed } from './commands/specs';
import { createContext } from './context';
import { EXIT, HELP_HINT, isGuideError } from './errors';
import type { Host } from './host';

/**
 * Runs one command line.
 * @param words after the program's name
 * @returns the exit code
 */
export async function run(words: readonly string[], host: Host): Promise<number> {
  const argv = withExclusions(words);
  try {
    const call = readCall(argv) ?? (await askCommander(argv, host));
    return call ? await perform(call, host) : EXIT.ok;
  } catch (error) {
    return report(error, argv, host);
  }
}

async function askCommander(argv: readonly string[], host: Host): Promise<Call | undefined> {
  const program = await import('./program');
  return program.askCommander(argv, (text) => host.write(text));
}

async function perform({ command, args, options }: Call, host: Host): Promise<number> {
  const name = options.version === true ? 'version' : (command?.name ?? 'welcome');
  const ctx = await createContext(host, options, name);
  const action = await actionNamed(name);
  return (await action(ctx, args, options)) ?? EXIT.ok;
}

/** First line what, second line the way out; no stack unless it is asked for, or the error is a bug. */
function report(error: unknown, argv: readonly string[], host: Host): number {
  const isForeseen = isGuideError(error);
  const lines = (error instanceof Error ? error.message : String(error)).split('\n').map(cleanText);
  host.writeError(`mlops-guide: ${lines.join('\n')}\n`);
  const hint = isForeseen
    ? wayOut(error.hint, argv)
    : 'This is a bug. Run it again with --debug and report what it prints.';
  host.writeError(`  ${cleanText(hint)}\n`);
  if (argv.includes('--debug') && error instanceof Error) host.writeError(`${stackOf(error)}\n`);
  return isForeseen ? error.exitCode : EXIT.failure;
}

/** Options of a command are on its own page, not on the first one. */
function wayOut(hint: string, argv: readonly string[]): string {
  const word = argv[commandAt(argv) ?? -1];
  const isCommand = hint === HELP_HINT && word !== undefined && commandNamed(word) !== undefined;
  return isCommand ? `See: mlops-guide ${word} --help` : hint;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncaused by ${stackOf(error.cause)}` : '';
  return (error.stack ?? error.message) + cause;
}
