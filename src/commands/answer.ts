import { cleanText } from '../catalogue/clean';
import type { Context } from '../context';
import { counted, type Noun } from '../counted';
import { UsageError } from '../errors';
import type { Host } from '../host';
import { wholeNumber, text } from '../raw-options';
import { csv, jsonArray, markdown, tsv, type Field } from '../render/formats';
import { pick, valueAt } from '../render/pick';
import type { Column } from '../render/table';
import { dayAt } from '../time/reader';
import { daysBetween } from '../time/day';
import type { RawOptions } from '../raw-options';
import type { Entry } from '../catalogue/schema';
import type { Near } from '../places/near';

/** Rows that a terminal shows when nobody says how many. */
const TERMINAL_ROWS = 20;
/** Older data than this are worth a word. */
const STALE_DAYS = 30;

export const ENTRIES: Noun = ['entry', 'entries'];

/** What a command found, and how it can be said. */
export interface Answer<Row> {
  readonly rows: readonly Row[];
  /** For people; loaded only for them. */
  columns(): Promise<readonly Column<Row>[]>;
  /** For scripts, in the fixed order that they rely on. */
  readonly fields: readonly Field<Row>[];
  /** The row as scripts get it, with the keys of the contract. */
  record(row: Row): object;
  /** The same as JSON, one a line with commas between, where that is at hand without parsing. */
  json?(rows: readonly Row[]): readonly Uint8Array[];
  /** The fields as tab-separated lines, likewise. */
  tsv?(rows: readonly Row[]): readonly Uint8Array[];
  /** What the rows are, for the footer. */
  readonly noun: Noun;
  /** What a terminal shows where not all of it has room; the first ones, when left out. */
  firstPage?(rows: readonly Row[], length: number): readonly Row[];
  /** For people, in place of a table. */
  page?(rows: readonly Row[]): string;
  /** What marks in the table mean, where some are used. */
  legend?(rows: readonly Row[]): Promise<readonly string[]>;
  /** Where nearness was asked for: to what, and the entry behind each row. Says how far away it is in every form. */
  readonly near?: { readonly to: Near; of(row: Row): Entry } | undefined;
}

/** How many rows are shown, all that there are where it is 0. A table in a pipe is not cut either. @throws UsageError */
export function limitOf({ format, host }: Context, options: RawOptions): number {
  return (
    wholeNumber('limit', text(options, 'limit')) ?? (format === 'table' && host.stdout.isTerminal ? TERMINAL_ROWS : 0)
  );
}

/**
 * Prints an answer in the form that was asked for, cut to the limit, and says on stderr what is not shown.
 * An empty answer prints nothing, or `[]` as JSON.
 */
export async function printAnswer<Row>(ctx: Context, options: RawOptions, asked: Answer<Row>): Promise<void> {
  const answer: Answer<Row> = asked.near ? (await import('./places')).withDistances(asked, asked.near) : asked;
  const { format } = ctx;
  const limit = limitOf(ctx, options);
  const cut =
    (options.limit === undefined && answer.firstPage) ||
    ((rows: readonly Row[], length: number) => rows.slice(0, length));
  const rows = limit > 0 ? cut(answer.rows, limit) : answer.rows;
  if (!printReady(ctx, answer, rows)) {
    const printed = await render(ctx, answer, rows);
    if (printed !== '') ctx.out(printed);
  }
  const isCut = rows.length < answer.rows.length;
  if (answer.rows.length > 0 && format === 'table') ctx.note(ctx.style.dim(await footer(ctx, answer, rows)));
  if (format === 'table') await suggestUpdate(ctx);
  else if (isCut) ctx.note(`${rows.length} of ${counted(answer.rows.length, ...answer.noun)}; --limit 0 gives all`);
}

/** Says to a person at a terminal, once, that newer data may be had. */
export async function suggestUpdate(ctx: Context): Promise<void> {
  if (!ctx.host.stdout.isTerminal || ctx.cataloguePaths.length > 0) return;
  const days = await daysOld(ctx);
  if (days > STALE_DAYS) ctx.note(`The data are ${days} days old. Newer ones: mlops-guide update`);
}

/** Prints what lies ready in the catalogue's files, neither parsed nor written anew; false where that is not asked for. */
function printReady<Row>(
  { host, format, fields, withHeader }: Context,
  answer: Answer<Row>,
  rows: readonly Row[],
): boolean {
  if (fields || rows.length === 0) return false;
  if (format === 'json' && answer.json) {
    writeJoined(host, ['[\n', ...answer.json(rows), '\n]\n']);
    return true;
  }
  if (format === 'tsv' && answer.tsv && !withHeader) {
    writeJoined(host, [...answer.tsv(rows), '\n']);
    return true;
  }
  return false;
}

/** From here on a second copy takes more than writing piece by piece. */
const MOST_JOINED = 2 ** 20;

function writeJoined(host: Host, pieces: readonly (string | Uint8Array)[]): void {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length > MOST_JOINED) pieces.forEach(host.write);
  else host.write(Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece))));
}

/** Is a page for reading wanted, rather than the fields of entries in some form? */
export function wantsPage({ format, isFormatGiven, fields }: Context): boolean {
  return !fields && (format === 'table' || !isFormatGiven);
}

/** Prints entries one after the other, for commands that show them in full. */
export async function printRecords(ctx: Context, records: readonly object[]): Promise<void> {
  const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const answer: Answer<object> = {
    rows: records,
    columns: () => Promise.resolve([]),
    fields: keys.map((key) => ({ key, value: (record) => cellText(valueAt(record, key)) })),
    record: (record) => record,
    noun: ENTRIES,
  };
  ctx.out(await render(ctx, answer, records));
}

async function render<Row>(ctx: Context, answer: Answer<Row>, rows: readonly Row[]): Promise<string> {
  const asked = ctx.fields;
  const record = (row: Row): object => (asked ? pick(answer.record(row), asked) : answer.record(row));
  const json = (row: Row): string => JSON.stringify(record(row));
  const fields = asked ? asked.map((key) => fieldAt(key, answer)) : answer.fields;
  switch (ctx.format) {
    case 'json':
      return jsonArray(rows.map(json));
    case 'jsonl':
      return rows.map(json).join('\n');
    case 'yaml': {
      if (rows.length === 0) return '[]';
      const { yamlText } = await import('./from-files');
      return yamlText(rows.map(record)).trimEnd();
    }
    case 'tsv':
      return tsv(rows, fields, ctx.withHeader && rows.length > 0);
    case 'csv':
      return rows.length === 0 ? '' : csv(rows, fields);
    case 'md':
      return rows.length === 0 ? '' : markdown(rows, fields);
    case 'atom':
      throw new UsageError('only changes can be an Atom feed.', { hint: 'Use: mlops-guide changes --format atom' });
    case 'table': {
      if (rows.length === 0) return '';
      if (answer.page && !asked) return answer.page(rows);
      const [{ table }, columns] = await Promise.all([
        import('./table-columns'),
        asked ? fields.map(columnOf) : answer.columns(),
      ]);
      return table(rows, columns, ctx.width, ctx.style);
    }
  }
}

async function footer<Row>(
  ctx: Context,
  { rows: { length: total }, noun, legend }: Answer<Row>,
  shown: readonly Row[],
): Promise<string> {
  const count =
    shown.length < total ? `${shown.length} of ${counted(total, ...noun)}, -n 0 shows all` : counted(total, ...noun);
  return `\n${[count, ...((await legend?.(shown)) ?? []), await catalogueAge(ctx)].join(' · ')}`;
}

/** `catalogue of 2026-11-21, 3 days old`; with the paths it came from where it is not the bundled one. */
export async function catalogueAge(ctx: Context): Promise<string> {
  const { date, origin } = await ctx.catalogue();
  if (date === '') return `catalogue ${cleanText(origin)}, empty`;
  const days = await daysOld(ctx);
  const age = days <= 0 ? '' : `, ${counted(days, 'day', 'days')} old`;
  return `catalogue ${origin === 'bundled' ? '' : `${cleanText(origin)} `}of ${date}${age}`;
}

/** Whole days since the newest fact of the catalogue was checked; 0 where it has none. */
async function daysOld(ctx: Context): Promise<number> {
  const { date } = await ctx.catalogue();
  const { now, zone, zones } = ctx.moment;
  return date === '' ? 0 : daysBetween(date, dayAt(now, zone, zones));
}

function fieldAt<Row>(key: string, answer: Answer<Row>): Field<Row> {
  return { key, value: (row) => cellText(valueAt(answer.record(row), key)) };
}

function columnOf<Row>({ key, value }: Field<Row>): Column<Row> {
  return { head: key, show: value, min: 12 };
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
