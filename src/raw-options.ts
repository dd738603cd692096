import { cleanText } from './catalogue/clean';
import { didYouMean, UsageError } from './errors';
import { nearest } from './search/distance';

/** What a person typed, understood but not yet judged: option name → value, `true` for a switch, a list for `many`. */
export type RawOptions = Readonly<Record<string, string | true | readonly string[] | undefined>>;

/** Text value of an option; undefined when it was not given. */
export function text(options: RawOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The same of an option that names something, without blanks around it. @throws UsageError where nothing is left */
export function filledText(options: RawOptions, name: string): string | undefined {
  const value = text(options, name)?.trim();
  if (value === '') throw new UsageError(`--${name} needs a value.`);
  return value;
}

/** Values of an option that may be repeated or hold commas; undefined when it was not given. */
export function list(options: RawOptions, name: string): readonly string[] | undefined {
  const value = options[name];
  if (value === undefined || typeof value === 'string' || value === true) return undefined;
  const given = value
    .flatMap((words) => words.split(','))
    .map((word) => word.trim())
    .filter(Boolean);
  if (given.length === 0) throw new UsageError(`--${name} needs a value.`);
  return given;
}

/** Is it what stands for stdout where a file may be named? */
export const isStdout = (path: string): boolean => path === '-' || path === '/dev/stdout';

/** @throws UsageError when it is none of the choices, naming the nearest */
export function oneOf<T extends string>(
  option: string,
  value: string,
  choices: readonly T[],
  hint = `One of: ${choices.join(', ')}`,
): T {
  const found = choices.find((choice) => choice === value) ?? choices.find((choice) => choice === value.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(
    `--${option}: no "${cleanText(value)}".${didYouMean(nearest(value.toLowerCase(), choices, 1))}`,
    { hint },
  );
}

/** @throws UsageError when it is not 0, 1, 2, … */
export function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) {
    const most = /^\d+$/.test(value) ? ' up to 999999999' : '';
    throw new UsageError(`--${option} takes a whole number${most}, not "${cleanText(value)}".`);
  }
  return Number(value);
}
