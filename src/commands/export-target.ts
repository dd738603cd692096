import type { Context } from '../context';
import { UsageError } from '../errors';
import { isStdout, text, type RawOptions } from '../raw-options';

/** Where a calendar goes. */
export type Target = { readonly to: 'stdout' } | { readonly to: 'file' | 'folder' | 'merge'; readonly path: string };

const DEFAULT_FILE = 'mlops-guide.ics';

/** @param options as `checkTarget` lets them through */
export function targetOf(ctx: Context, options: RawOptions): Target {
  const merge = text(options, 'merge');
  if (merge !== undefined) return { to: 'merge', path: merge };
  const path = text(options, 'output') ?? (ctx.host.stdout.isTerminal ? DEFAULT_FILE : '-');
  if (options.split === true) return { to: 'folder', path };
  return isStdout(path) ? { to: 'stdout' } : { to: 'file', path };
}

/** @throws UsageError for a form that it does not write, or places that exclude each other */
export function checkTarget({ format, isFormatGiven, fields }: Context, options: RawOptions): void {
  const isJson = format === 'json';
  const output = text(options, 'output');
  if (fields && !isJson) {
    throw new UsageError('--fields is for JSON: a calendar file has fields of its own.', { hint: 'Add --json.' });
  }
  if (isFormatGiven && !isJson) {
    throw new UsageError('export-ics writes a calendar file, or JSON with --json.', {
      hint: 'See: mlops-guide export-ics --help',
    });
  }
  checkMerge(isJson, options);
  if (output === '') throw new UsageError('-o needs a file name.', { hint: 'Use -o mlops.ics, or -o - for stdout.' });
  if (isJson && output !== undefined) {
    throw new UsageError('--json goes to stdout: it takes no -o.', {
      hint: 'Use: mlops-guide export-ics --json > FILE',
    });
  }
  if (options.split === true && !isJson && (output === undefined || isStdout(output))) {
    throw new UsageError('--split needs a folder to write to.', { hint: 'Use: --split -o DIR' });
  }
}

function checkMerge(isJson: boolean, options: RawOptions): void {
  const merge = text(options, 'merge');
  if (merge === undefined) return;
  if (merge === '' || merge === '-') {
    throw new UsageError('--merge needs a calendar file.', { hint: 'Use: --merge mlops.ics' });
  }
  const others = {
    '-o': options.output,
    '--split': options.split,
    '--json': isJson || undefined,
    '--name': options.name,
  };
  const other = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
  if (other === undefined) return;
  throw new UsageError(`--merge and ${other} exclude each other.`, {
    hint: other === '--name' ? 'The calendar keeps the name that it has.' : 'It updates the file that it names.',
  });
}
