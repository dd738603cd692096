import { Command, CommanderError, Option } from 'commander';
import type { Call } from './argv';
import { commandAt } from './argv';
import { GLOBAL_OPTIONS, type OptionSpec } from './commands/options';
import { COMMANDS, commandNamed, type CommandSpec } from './commands/specs';
import { withFieldFlags } from './field-flags';
import type { RawOptions } from './raw-options';
import { didYouMean, UsageError } from './errors';
import { nearest } from './search/distance';

const ABOUT = 'Find MLOps events, books, courses, podcasts, tools and terms: offline, sourced and dated.';

/**
 * Reads a command line with commander: what `readCall` leaves, that is help and mistakes.
 * @param printHelp takes help that was asked for
 * @returns the call, or undefined when help has been printed
 * @throws UsageError with what is wrong and, where one is near, the right name
 */
export function askCommander(typed: readonly string[], printHelp: (text: string) => void): Call | undefined {
  const typedAt = commandAt(typed);
  const word = typedAt === undefined ? undefined : typed[typedAt];
  const asked = word === undefined ? undefined : commandNamed(word);
  const argv = asked?.takesFields ? withFieldFlags(typed, asked) : typed;
  const at = commandAt(argv);
  const named = word === 'help' ? argv.slice((at ?? 0) + 1).find((next) => !next.startsWith('-')) : word;
  const meant = named === undefined ? undefined : commandNamed(named);
  let call: Call | undefined;
  let complaint = '';
  const io = {
    writeOut: printHelp,
    writeErr: (text: string) => void (complaint += text),
  };
  const program = new Command('mlops-guide')
    .description(ABOUT)
    .configureOutput(io)
    .exitOverride()
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .usage('<command> [options]');
  addOptions(program, GLOBAL_OPTIONS);
  for (const spec of COMMANDS) {
    const command = program.command([spec.name, spec.args].filter(Boolean).join(' ')).description(spec.about);
    // Only the command in question needs its options: two hundred of them take longer than all the rest.
    if (spec === meant) addOptions(command, spec.options);
    if (spec.alias !== undefined) command.alias(spec.alias);
    command
      .configureOutput(io)
      .configureHelp({ showGlobalOptions: true })
      .exitOverride()
      .helpOption('-h, --help', 'show help')
      .addHelpText('after', exampleText(spec))
      .action(() => {
        const options = { ...given(program, GLOBAL_OPTIONS), ...given(command, spec.options) };
        call = { command: spec, args: command.args, options };
      });
  }
  program.addHelpText('after', exampleText(...COMMANDS));
  program.action(() => void (call = { command: undefined, args: [], options: given(program, GLOBAL_OPTIONS) }));
  // Commander would complain of the unknown command's options, or take its name for one argument too many.
  if (named !== undefined && named !== 'help' && !meant) throw unknownCommand(named);
  try {
    // To commander, help has no help.
    const isOfHelp = word === 'help' && named === 'help';
    program.parse(isOfHelp ? ['help'] : commandFirst(argv, at), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    const known = word === undefined || word === 'help' ? '' : `${word} `;
    const [what = '', nearest] = (complaint || error.message)
      .replace(/^error: /, '')
      .trim()
      .split('\n');
    throw new UsageError([what, nearest?.replace(/^\((.*)\)$/, '$1')].filter(Boolean).join('. '), {
      hint: `See: mlops-guide ${known}--help`,
    });
  }
  return call;
}

/** Commander takes a command's own flags only behind the command. */
function commandFirst(argv: readonly string[], at: number | undefined): string[] {
  return at === undefined ? [...argv] : [...argv.slice(at, at + 1), ...argv.slice(0, at), ...argv.slice(at + 1)];
}

function unknownCommand(word: string): UsageError {
  const near = nearest(
    word.toLowerCase(),
    COMMANDS.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias])),
    1,
  );
  return new UsageError(`no command "${word}".${didYouMean(near)}`, { hint: 'See all: mlops-guide --help' });
}

function addOptions(command: Command, specs: readonly OptionSpec[]): void {
  for (const { name, short, value, many, about } of specs) {
    if (name === 'help') continue;
    const flags = `${short ? `-${short}, ` : ''}--${name}${value ? ` <${value}>` : ''}`;
    const option = new Option(flags, about);
    if (many) option.argParser((word: string, before: string[] | undefined) => [...(before ?? []), word]);
    command.addOption(option);
  }
}

/** Options that were given, by the names of their specs; commander turns `--no-x` into `x: false`. */
function given(command: Command, specs: readonly OptionSpec[]): RawOptions {
  const raw: Record<string, string | true | readonly string[]> = {};
  for (const { name } of specs) {
    const key = new Option(`--${name}`).attributeName();
    const value: unknown = command.getOptionValueSource(key) === 'cli' ? command.getOptionValue(key) : undefined;
    if (name.startsWith('no-')) {
      if (value === false) raw[name] = true;
    } else if (typeof value === 'string' || value === true) raw[name] = value;
    else if (Array.isArray(value)) raw[name] = value.map(String);
  }
  return raw;
}

function exampleText(...specs: readonly CommandSpec[]): string {
  const examples = specs.flatMap(({ examples: [first, ...rest] }) => (specs.length > 1 ? [first] : [first, ...rest]));
  const rows = examples.flatMap((example) => (example ? [`  mlops-guide ${example[0]}\n      ${example[1]}`] : []));
  return rows.length === 0 ? '' : `\nExamples:\n${rows.join('\n')}`;
}
