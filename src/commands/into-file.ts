import { cleanText } from '../catalogue/clean';
import type { Context, Format } from '../context';
import { GuideError, isGuideError, UsageError } from '../errors';
import { text, type RawOptions } from '../raw-options';
import { plainStyle } from '../render/style';

const FORM_OF: Readonly<Record<string, Format>> = {
  json: 'json',
  jsonl: 'jsonl',
  tsv: 'tsv',
  csv: 'csv',
  md: 'md',
  yaml: 'yaml',
  yml: 'yaml',
  txt: 'table',
};

/** Where results go with `--output`, and how they get there. */
export interface Outlet {
  /** The context to print with. */
  readonly ctx: Context;
  /** The options to print with: in a file nothing is cut. */
  readonly options: RawOptions;
  /** Writes the file, where there is one. @throws GuideError rather than to overwrite a file without --force */
  close(): void;
}

/**
 * Results to stdout, or into the file of `--output`, in the form that its name says unless another one is asked for.
 * @throws UsageError for a name that says no form
 */
export function outlet(ctx: Context, options: RawOptions): Outlet {
  const file = text(options, 'output');
  if (file === '') throw new UsageError('-o needs a file name.', { hint: 'Use -o report.json, or -o - for stdout.' });
  if (file === undefined || file === '-') return { ctx, options, close: () => undefined };
  const form = ctx.isFormatGiven ? ctx.format : FORM_OF[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (form === undefined) {
    throw new UsageError(`the name ${cleanText(file)} says no form.`, {
      hint: `Use --format, or a name that ends in .${Object.keys(FORM_OF).join(', .')}`,
    });
  }
  checkFree(ctx, file, options);
  const parts: string[] = [];
  return {
    ctx: { ...ctx, format: form, style: plainStyle, out: (words) => void parts.push(`${words}\n`) },
    options: { ...options, limit: options.limit ?? '0' },
    close: () => {
      write(ctx, file, parts.join(''));
      ctx.note(`written to ${file}`);
    },
  };
}

function checkFree({ host }: Context, file: string, options: RawOptions): void {
  if (options.force === true || !host.disk.facts(file)) return;
  throw new GuideError(`${cleanText(file)} is there already.`, {
    hint: 'Use another name, or --force to overwrite it.',
  });
}

function write({ host }: Context, file: string, content: string): void {
  try {
    host.writeFile(file, content);
  } catch (error) {
    if (isGuideError(error)) throw error;
    throw new GuideError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
