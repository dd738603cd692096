import { cleanText } from '../catalogue/clean';
import type { Context, Format } from '../context';
import { GuideError, UsageError } from '../errors';
import { isStdout, text, type RawOptions } from '../raw-options';
import type { Disk } from '../reader/disk';
import { plainStyle } from '../render/style';
import { onDisk } from './on-disk';

const FORM_OF: ReadonlyMap<string, Format> = new Map([
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['tsv', 'tsv'],
  ['csv', 'csv'],
  ['md', 'md'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['txt', 'table'],
]);

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
export async function outlet(ctx: Context, options: RawOptions): Promise<Outlet> {
  const file = text(options, 'output');
  if (file === '') throw new UsageError('-o needs a file name.', { hint: 'Use -o report.json, or -o - for stdout.' });
  if (file === undefined || isStdout(file)) return { ctx, options, close: () => undefined };
  const form = ctx.isFormatGiven ? ctx.format : FORM_OF.get(/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '');
  if (form === undefined) {
    throw new UsageError(`the name ${cleanText(file)} says no form.`, {
      hint: `Use --format, or a name that ends in .${[...FORM_OF.keys()].join(', .')}`,
    });
  }
  const disk = await ctx.host.openDisk();
  checkFree(disk, file, options);
  const parts: string[] = [];
  return {
    ctx: { ...ctx, format: form, style: plainStyle, out: (words) => void parts.push(`${words}\n`) },
    options: { ...options, limit: options.limit ?? '0' },
    close: () => {
      onDisk('write', file, () => disk.save(file, parts.join('')));
      ctx.note(`written to ${file}`);
    },
  };
}

/** What is no file, such as a pipe, holds nothing that could be lost. */
function checkFree(disk: Disk, file: string, options: RawOptions): void {
  const facts = disk.facts(file);
  if (facts?.isFolder) throw new GuideError(`${cleanText(file)} is a folder.`, { hint: 'Name a file in it.' });
  if (options.force === true || !facts?.isFile) return;
  throw new GuideError(`${cleanText(file)} is there already.`, {
    hint: 'Use another name, or --force to overwrite it.',
  });
}
