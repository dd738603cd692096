import { plainStyle, type Style } from './style';
import { cells, fit, pad, widest, wrap } from './width';

/** One column of a table for people. */
export interface Column<Row> {
  readonly head: string;
  /** Said before the value where a row becomes a block and heads are gone, such as `CFP`. */
  readonly label?: string;
  /** Unpainted; a column that is empty in every row is left out. */
  show(row: Row): string;
  /** The same in fewer cells, for where not all fits; may be of several lines. */
  short?(row: Row): string;
  paint?(text: string, row: Row, style: Style): string;
  link?(row: Row): string | undefined;
  /** May be cut down to so many cells; absent: never cut. */
  readonly min?: number;
  /** Goes on in the next line instead of being cut, indented by so many cells. */
  readonly wrap?: number;
  /** Where there is no room, columns go in this order, 1 first; absent: never. */
  readonly drop?: number;
}

/** Columns stand apart by two blanks; below this width a row becomes a few lines instead. */
const GAP = 2;
const NARROW = 60;

/** What a column shows in each row, and how many cells that takes. */
interface Form {
  readonly texts: readonly string[];
  readonly width: number;
}

interface Used<Row> {
  readonly column: Column<Row>;
  readonly long: Form;
  readonly short: Form | undefined;
}

/** A column as it is drawn. */
interface Placed<Row> {
  readonly column: Column<Row>;
  readonly texts: readonly string[];
  readonly width: number;
}

/**
 * A table fitted to a width, without rules: the least useful columns go first, then columns take their short form, from
 * the left, then cells are cut or broken, from the right.
 * Under 60 cells each row is a small block with its first column as the heading.
 */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number,
  style: Style = plainStyle,
): string {
  const used = columns.flatMap((column): Used<Row>[] => {
    const long = formOf(column, rows.map(column.show));
    if (long.texts.every((text) => text === '')) return [];
    return [{ column, long, short: column.short && formOf(column, rows.map(column.short)) }];
  });
  const placed = width < NARROW ? undefined : fitted(used, width);
  if (!placed) return blocks(rows, used, width, style);
  const line = (parts: readonly string[]): string => parts.join(' '.repeat(GAP)).trimEnd();
  const head = line(placed.map(({ column, width: cell }) => style.bold(pad(column.head.toUpperCase(), cell))));
  const body = rows.flatMap((row, index) => {
    const cellsOf = placed.map(({ column, texts, width: cell }) => cellLines(texts[index] ?? '', cell, column));
    const height = Math.max(...cellsOf.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) =>
      line(
        placed.map(({ column, width: cell }, from) => paintCell(cellsOf[from]?.[at] ?? '', cell, column, row, style)),
      ),
    );
  });
  return [head, ...body].join('\n');
}

function formOf<Row>({ head }: Column<Row>, texts: readonly string[]): Form {
  return { texts, width: Math.max(head.length, widest(texts.flatMap((text) => text.split('\n')))) };
}

function cellLines<Row>(text: string, width: number, { wrap: indent }: Column<Row>): string[] {
  return text.split('\n').flatMap((line) => {
    if (indent === undefined || cells(line) <= width) return [fit(line, width)];
    const [first = '', ...rest] = wrap(line.slice(indent), width - indent);
    return [line.slice(0, indent) + first, ...rest.map((more) => ' '.repeat(indent) + more)];
  });
}

function paintCell<Row>(text: string, width: number, column: Column<Row>, row: Row, style: Style): string {
  if (text === '') return ' '.repeat(width);
  const words = text.trimStart();
  const painted = column.paint?.(words, row, style) ?? words;
  const url = column.link?.(row);
  // Blanks stay outside, or the underline of a link would run through them.
  const lead = ' '.repeat(text.length - words.length);
  return lead + (url ? style.link(painted, url) : painted) + ' '.repeat(Math.max(0, width - cells(text)));
}

/** @returns the columns that stay, each with its form and width; undefined when even they do not fit */
function fitted<Row>(used: readonly Used<Row>[], width: number): readonly Placed<Row>[] | undefined {
  const least = ({ column, long, short }: Used<Row>): number => {
    const natural = Math.min(long.width, short?.width ?? long.width);
    return Math.min(natural, column.min ?? natural);
  };
  const total = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, GAP * (sizes.length - 1));
  let kept = used;
  while (total(kept.map(least)) > width) {
    const next = kept
      .filter(({ column }) => column.drop !== undefined)
      .sort((a, b) => (a.column.drop ?? 0) - (b.column.drop ?? 0))[0];
    if (next === undefined) return undefined;
    kept = kept.filter((one) => one !== next);
  }
  const forms = kept.map(({ long }) => long);
  for (const [at, { short }] of kept.entries()) {
    if (short && total(forms.map((form) => form.width)) > width) forms[at] = short;
  }
  const widths = forms.map((form) => form.width);
  // What stands further to the right says less: it gives first.
  for (const [at, one] of [...kept.entries()].reverse()) {
    const over = total(widths) - width;
    if (over > 0) widths[at] = Math.max(least(one), (widths[at] ?? 0) - over);
  }
  return kept.map(({ column }, at) => ({ column, texts: forms[at]?.texts ?? [], width: widths[at] ?? 0 }));
}

function blocks<Row>(rows: readonly Row[], used: readonly Used<Row>[], width: number, style: Style): string {
  const heading = used.find(({ column }) => column.link !== undefined) ?? used[0];
  return rows
    .map((row, index) => {
      const title = wrap(heading?.long.texts[index] ?? '', width).map((text) =>
        style.bold(heading?.column.paint?.(text, row, style) ?? text),
      );
      const rest = used.flatMap((one) => {
        const text = one.long.texts[index] ?? '';
        return one === heading || text === '' ? [] : [[one.column.label, text].filter(Boolean).join(' ')];
      });
      const facts = wrap(rest.join(' · '), width - 2).map((text) => `  ${style.dim(text)}`);
      return [...title, ...facts].join('\n');
    })
    .join('\n');
}
