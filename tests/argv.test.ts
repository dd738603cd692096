import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandAt, readCall, type Call } from '../src/argv';
import { GLOBAL_OPTIONS, type OptionSpec } from '../src/commands/options';
import { COMMANDS } from '../src/commands/specs';
import type { RawOptions } from '../src/raw-options';
import { UsageError } from '../src/errors';
import { askCommander } from '../src/program';

const words = (line: string): string[] => line.split(' ').filter(Boolean);
const withCommander = (argv: readonly string[]): Call | undefined => askCommander(argv, () => undefined);
/** A call with the name of its command alone, which is what differs. */
const plain = (call: Call | undefined) =>
  call && { command: call.command?.name, args: call.args, options: call.options };

test.each<{ line: string; command?: string; args?: string[]; options?: RawOptions }>([
  { line: '' },
  { line: 'list', command: 'list' },
  { line: 'list books podcasts', command: 'list', args: ['books', 'podcasts'] },
  { line: '--json list', command: 'list', options: { json: true } },
  { line: 'list --json', command: 'list', options: { json: true } },
  { line: '--topic a list --topic b,c', command: 'list', options: { topic: ['a', 'b,c'] } },
  { line: 'list --topic=a=b', command: 'list', options: { topic: ['a=b'] } },
  { line: 'due --one-line', command: 'deadlines', options: { 'one-line': true } },
  {
    line: '--fail-within 3d due --milestone cfp,paper',
    command: 'deadlines',
    options: { 'fail-within': '3d', milestone: ['cfp,paper'] },
  },
  { line: 'list -n5', command: 'list', options: { limit: '5' } },
  { line: 'list -n 5', command: 'list', options: { limit: '5' } },
  { line: '-n 5 list books', command: 'list', args: ['books'], options: { limit: '5' } },
  { line: 'list --limit 1 --limit 2', command: 'list', options: { limit: '2' } },
  { line: 'search --kind book -- --json -n', command: 'search', args: ['--json', '-n'], options: { kind: ['book'] } },
  { line: 'export-ics -o -', command: 'export-ics', options: { output: '-' } },
  { line: '--no-input list', command: 'list', options: { 'no-input': true } },
  { line: '-V', options: { version: true } },
  { line: '-V --verbose', options: { version: true, verbose: true } },
])('reads: mlops-guide $line', ({ line, command, args = [], options = {} }) => {
  expect(plain(readCall(words(line)))).toEqual({ command, args, options });
});

test.each([
  '--help',
  '-h',
  'list --help',
  'help list',
  'lst',
  'list --nope',
  'list -x',
  'list --limit',
  'list --json=yes',
  'list --print', // an option of another command
  'show', // a word too few
  'open a b', // a word too many
  'upcoming tomorrow',
  '--topic a',
])('leaves to commander: mlops-guide %s', (line) => {
  expect(readCall(words(line))).toBeUndefined();
});

test.each([
  { line: 'list --nope', says: "unknown option '--nope'", see: 'list --help' },
  { line: 'list --jsno', says: '--json', see: 'list --help' },
  { line: '--jsno list', says: '--json', see: 'list --help' },
  { line: '--author x --topc llmops list', says: '--topc', see: 'list --help' },
  { line: '--topc llmops', says: '--topc', see: '--help' },
  { line: 'show', says: 'ids', see: 'show --help' },
  { line: 'open a b', says: 'too many arguments', see: 'open --help' },
  { line: 'list --limit', says: 'argument missing', see: 'list --help' },
  { line: 'list --print', says: '--print', see: 'list --help' },
  { line: 'due --milestne cfp', says: '--milestone', see: 'due --help' },
  { line: '--author list --jsno list', says: '--json', see: 'list --help' },
])('a mistake is explained on two lines: mlops-guide $line', ({ line, says, see }) => {
  const error = complaintOf(words(line));
  expect(error.message).toContain(says);
  expect(error.message).not.toMatch(/\n|^error/);
  expect(error.hint).toBe(`See: mlops-guide ${see}`);
});

function complaintOf(argv: readonly string[]): UsageError {
  try {
    withCommander(argv);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('no complaint');
}

test.each(['--help', '-h', 'help', 'list --help', '--json list -h', 'help list'])('help: mlops-guide %s', (line) => {
  let help = '';
  expect(askCommander(words(line), (text) => (help += text))).toBeUndefined();
  expect(help).toContain(line.includes('list') ? '[kinds...]' : 'Find MLOps events');
  expect(help).toContain('Examples:');
  // Options for every command are told where a command is explained, too.
  expect(help).toContain('--catalogue <path>');
});

test('a shorter name gets the help of its command, with all its options', () => {
  const helpOf = (line: string): string => {
    let help = '';
    expect(askCommander(words(line), (text) => (help += text))).toBeUndefined();
    return help;
  };
  for (const { name, alias } of COMMANDS) {
    if (alias === undefined) continue;
    expect(helpOf(`${alias} --help`)).toBe(helpOf(`${name} --help`));
    expect(helpOf(`help ${alias}`)).toBe(helpOf(`help ${name}`));
    expect(helpOf('--help')).toContain(`${name}|${alias}`);
  }
  expect(helpOf('due --help')).toContain('--fail-within <span>');
  expect(helpOf('help')).toBe(helpOf('--help'));
  expect(helpOf('help help')).toBe(helpOf('--help'));
  expect(helpOf('help due')).toBe(helpOf('due --help'));
});

test('no two commands share a name', () => {
  const names = COMMANDS.flatMap(({ name, alias }) => [name, ...(alias === undefined ? [] : [alias])]);
  expect(new Set(names).size).toBe(names.length);
});

test('one option name means the same in every command', () => {
  const known = new Map<string, OptionSpec>();
  for (const option of [...GLOBAL_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)]) {
    const { short, value, many } = known.get(option.name) ?? option;
    expect({ name: option.name, short, value, many }).toEqual({
      name: option.name,
      short: option.short,
      value: option.value,
      many: option.many,
    });
    known.set(option.name, option);
  }
});

test.each([
  { line: 'lst', says: 'no command "lst". Did you mean "list"?' },
  { line: '--json upcomming --online', says: 'no command "upcomming". Did you mean "upcoming"?' },
  { line: 'lst --help', says: 'no command "lst". Did you mean "list"?' },
  { line: 'deu', says: 'no command "deu". Did you mean "due"?' },
  { line: 'deadline', says: 'no command "deadline". Did you mean "deadlines"?' },
  { line: 'help lst', says: 'no command "lst". Did you mean "list"?' },
  { line: 'frobnicate', says: 'no command "frobnicate".' },
])('an unknown command is named, with the nearest one: mlops-guide $line', ({ line, says }) => {
  expect(complaintOf(words(line))).toMatchObject({ message: says, hint: 'See all: mlops-guide --help' });
});

test.each([
  ['list --json', 0],
  ['--author list open x', 2],
  ['-n 5 list', 2],
  ['-n5 list', 1],
  ['--json', undefined],
  ['--nope list', 1],
  ['--nope x list', 2],
  ['--nope x', undefined],
  ['-- list', 1],
])('the command word of "%s" is at %s', (line, at) => {
  expect(commandAt(words(line))).toBe(at);
});

describe('against commander', () => {
  const everyOption = [...GLOBAL_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)];
  const word = fc.constantFrom('books', 'a', 'list', 'show', '5', 'a,b', 'a=b', '监控', '-', 'x y', 'help');
  const value = fc.oneof(word, fc.constantFrom('', '-5', '--', '--json', '-n'));
  const option = fc.constantFrom(...everyOption);
  /** An option as people write it, right or wrong. */
  const flag = fc.tuple(option, value, fc.nat(5)).map(([{ name, short, value: takes }, given, form]): string[] => {
    if (!takes) return form === 0 ? [`--${name}=${given}`] : form === 1 && short ? [`-${short}`] : [`--${name}`];
    if (form === 0) return [`--${name}`];
    if (form === 1 && short) return [`-${short}${given}`];
    if (form === 2 && short) return [`-${short}`, given];
    return form === 3 ? [`--${name}=${given}`] : [`--${name}`, given];
  });
  const odd = fc.constantFrom(
    ['--'],
    ['--nope'],
    ['-x'],
    ['-Vn5'],
    ['-n=5'],
    ['--no-json'],
    ['--input'],
    ['--LIMIT', '5'],
    [''],
  );
  const name = fc.constantFrom(
    ...COMMANDS.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias])),
  );
  /** Mostly right, and mostly with a command: or nearly every line would be declined. */
  const line = fc
    .tuple(
      fc.array(flag, { maxLength: 2 }),
      fc.option(name, { freq: 8 }),
      fc.array(
        fc.oneof(
          { weight: 5, arbitrary: flag },
          { weight: 3, arbitrary: word.map((one) => [one]) },
          { weight: 1, arbitrary: odd },
        ),
        {
          maxLength: 4,
        },
      ),
    )
    .map(([before, command, after]) => [...before, ...(command === null ? [] : [[command]]), ...after].flat());

  test('what readCall accepts, commander reads the same', () => {
    let accepted = 0;
    fc.assert(
      fc.property(line, (argv) => {
        const call = readCall(argv);
        if (call === undefined) return;
        accepted += 1;
        expect(plain(call)).toEqual(plain(withCommander(argv)));
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  test('a right command line is not declined, wherever its flags stand', () => {
    const call = fc.constantFrom(...COMMANDS).chain((command) => {
      const most = command.args === undefined ? 0 : command.args.includes('...') ? 3 : 1;
      const least = command.args?.startsWith('<') ? 1 : 0;
      const options = fc.constantFrom(
        ...[...GLOBAL_OPTIONS, ...command.options].filter(({ name: option }) => option !== 'help'),
      );
      const given = fc.tuple(options, word, fc.boolean(), fc.boolean());
      return fc.tuple(
        fc.constant(command),
        fc.boolean(),
        fc.array(word, { minLength: least, maxLength: most }),
        fc.uniqueArray(given, { maxLength: 5, selector: ([{ name: option }]) => option }),
      );
    });
    fc.assert(
      fc.property(call, ([command, isShort, args, options]) => {
        const written = options.map(([{ name: option, value: takes }, text, isJoined, isBefore]) => ({
          isBefore,
          flag: takes ? (isJoined ? [`--${option}=${text}`] : [`--${option}`, text]) : [`--${option}`],
        }));
        const side = (isBefore: boolean): string[] =>
          written.flatMap((one) => (one.isBefore === isBefore ? one.flag : []));
        const expected = Object.fromEntries(
          options.map(([{ name: option, value: takes, many }, text]) => [
            option,
            takes ? (many ? [text] : text) : true,
          ]),
        );
        const argv = [...side(true), isShort ? (command.alias ?? command.name) : command.name, ...args, ...side(false)];
        expect(plain(readCall(argv))).toEqual({ command: command.name, args, options: expected });
      }),
      { numRuns: 1000 },
    );
  });
});
