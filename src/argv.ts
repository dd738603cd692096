import { parseArgs, type ParseArgsConfig } from 'node:util';
import { GLOBAL_OPTIONS, type OptionSpec } from './commands/options';
import { commandNamed, COMMANDS, type CommandSpec } from './commands/specs';
import type { RawOptions } from './raw-options';

/** A command line, understood. */
export interface Call {
  /** Absent when no command was named. */
  readonly command: CommandSpec | undefined;
  readonly args: readonly string[];
  readonly options: RawOptions;
}

/** Every option of every command, each once: a name means the same everywhere. */
const ALL_OPTIONS: ReadonlySet<OptionSpec> = new Set([
  ...GLOBAL_OPTIONS,
  ...COMMANDS.flatMap(({ options }) => options),
]);

/**
 * Reads a command line that is plainly right; flags may stand before or after the command.
 * Help and every mistake are commander's: it explains them better, but loading it costs a third of a start.
 * @returns undefined when commander should look at it
 */
export function readCall(argv: readonly string[]): Call | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: configFor(argv),
      allowPositionals: true,
    });
    const [name, ...args] = positionals;
    const command = name === undefined ? undefined : commandNamed(name);
    if (values.help || (name !== undefined && !command) || !fits(command, args.length)) return undefined;
    const allowed = new Set([...GLOBAL_OPTIONS, ...(command?.options ?? [])].map((option) => option.name));
    return Object.keys(values).every((option) => allowed.has(option))
      ? { command, args, options: rawOptions(values) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** `-kubernetes`, `-"a phrase"`, `-kind:tool`, but neither a long option nor the limit, `-n5`. */
const EXCLUSION = /^-(?!-|n\d)..+/s;

/**
 * In a search, words behind a minus are words that must not be there; both readers of command lines would take them for
 * options, so they go behind `--`. Their place in a question means nothing.
 */
export function withExclusions(argv: readonly string[]): readonly string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const before = argv.slice(0, end);
  if (!before.some((word) => EXCLUSION.test(word))) return argv;
  if (argv[commandAt(argv) ?? -1] !== 'search') return argv;
  const [options, excluded] = [false, true].map((is) => before.filter((word) => EXCLUSION.test(word) === is));
  return [...(options ?? []), '--', ...(excluded ?? []), ...argv.slice(end + 1)];
}

/**
 * Where in any command line the command stands: the first word that is neither an option nor an option's value. Behind
 * an unknown option, of which nobody knows whether it takes a value, only the name of a command counts.
 */
export function commandAt(argv: readonly string[]): number | undefined {
  const options = configFor(argv);
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name));
  return tokens.find(
    (token) => token.kind === 'positional' && (!unknown || token.index < unknown.index || commandNamed(token.value)),
  )?.index;
}

/** The options that may be meant: to tell Node of all hundred takes longer than to read a catalogue. */
function configFor(argv: readonly string[]): NonNullable<ParseArgsConfig['options']> {
  const flags = argv.filter((word) => word.startsWith('-'));
  if (flags.length === 0) return {};
  const isMeant = ({ name, short }: OptionSpec): boolean =>
    flags.some((flag) => flag.startsWith(`--${name}`) || (short !== undefined && !flag.startsWith('--')));
  return Object.fromEntries(
    Array.from(ALL_OPTIONS)
      .filter(isMeant)
      .map(({ name, short, value, many }) => [
        name,
        {
          type: value ? ('string' as const) : ('boolean' as const),
          ...(short ? { short } : {}),
          multiple: many ?? false,
        },
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
