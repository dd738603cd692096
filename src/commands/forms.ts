import type { Context, Format } from '../context';
import { UsageError } from '../errors';

/**
 * For a command that prints no rows: a form or fields that it cannot have are refused, not passed over, for what was
 * asked for as JSON is read as JSON.
 * @param what the command gives, such as `open gives an address`
 * @param forms that it can have
 * @throws UsageError
 */
export function refuseOtherForms(
  { format, isFormatGiven, fields }: Context,
  what: string,
  forms: readonly Format[],
  hint: string,
): void {
  const isOther = isFormatGiven && !forms.includes(format);
  if (!isOther && !fields) return;
  throw new UsageError(`${what}: it takes no ${isOther ? `--format ${format}` : '--fields'}.`, { hint });
}
