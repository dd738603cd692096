import { parseArgs, type ParseArgsConfig } from 'node:util';
import { GLOBAL_OPTIONS, type OptionSpec } from './commands/options';
import { commandNamed, COMMANDS, type CommandSpec, type RawOptions } from './commands/specs';

/** A command line, understood. */
export interface Call {
  /** Absent when no command was named. */
  readonly command: CommandSpec | undefined;
  readonly args: readonly string[];
  readonly options: RawOptions;
}

/**
 * Reads a command line that is plainly right; flags may stand before or after the command.
 * Help and every mistake are commander's: it explains them better, but loading it costs a third of a start.
 * @returns undefined when commander should look at it
 */
export function readCall(argv: readonly string[]): Call | undefined {
  const name = commandWord(argv);
  const command = name === undefined ? undefined : commandNamed(name);
  if (name !== undefined && !command) return undefined;
  const specs = [...GLOBAL_OPTIONS, ...(command?.options ?? [])];
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: configOf(specs),
      allowPositionals: true,
    });
    const args = positionals.slice(command ? 1 : 0);
    if (values.help || !fits(command, args.length)) return undefined;
    return { command, args, options: rawOptions(values) };
  } catch {
    return undefined;
  }
}

/** The first word that is neither an option nor an option's value; looks past any command's options. */
export function commandWord(argv: readonly string[]): string | undefined {
  const all = [...GLOBAL_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)];
  const { tokens } = parseArgs({ args: [...argv], options: configOf(all), strict: false, tokens: true });
  const first = tokens.find(({ kind }) => kind === 'positional');
  return first?.kind === 'positional' ? first.value : undefined;
}

function configOf(specs: readonly OptionSpec[]): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    specs.map(({ name, short, value, many }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}), multiple: many ?? false },
    ]),
  );
}

function rawOptions(values: Readonly<Record<string, unknown>>): RawOptions {
  const raw: Record<string, string | true | readonly string[]> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' || value === true) raw[name] = value;
    else if (Array.isArray(value)) raw[name] = value.map(String);
  }
  return raw;
}

/** Are there as many words as the command takes? */
function fits(command: CommandSpec | undefined, count: number): boolean {
  const args = command?.args;
  if (args === undefined) return count === 0;
  return (count > 0 || args.startsWith('[')) && (count <= 1 || args.includes('...'));
}
