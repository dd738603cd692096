import type { Context } from '../context';
import type { RawOptions } from '../raw-options';
import type { OptionSpec } from './options';

/** Runs a command. Answers the exit code when it is not 0. */
export type Action = (
  ctx: Context,
  args: readonly string[],
  options: RawOptions,
) => Promise<number | void> | number | void;

/** A command, as data: for the argument reader, help and the documentation. Its code is in a file of its name. */
export interface CommandSpec {
  readonly name: string;
  /** A shorter name that means the same. */
  readonly alias?: string;
  /** Positional arguments as help shows them, `<needed…>` or `[optional…]`. */
  readonly args?: string;
  readonly about: string;
  /** Whether every field of an entry is a flag, too, beside the options. */
  readonly takesFields?: true;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly (readonly [command: string, what: string])[];
}
