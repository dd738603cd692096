import { plainStyle, type Style } from './style';
import { cells, fit, pad, wrap } from './width';

/** One column of a table for people. */
export interface Column<Row> {
  readonly head: string;
  /** Said before the value where a row becomes a block and heads are gone, such as `CFP`. */
  readonly label?: string;
  /** Unpainted; a column that is empty in every row is left out. */
  show(row: Row): string;
  paint?(text: string, row: Row, style: Style): string;
  link?(row: Row): string | undefined;
  /** May be cut down to so many cells; absent: never cut. */
  readonly min?: number;
  /** Where there is no room, columns go in this order, 1 first; absent: never. */
  readonly drop?: number;
}

/** Columns stand apart by two blanks; below this width a row becomes a few lines instead. */
const GAP = 2;
const NARROW = 60;

/**
 * A table fitted to a width, without rules: the least useful columns go first, then cells are cut, from the right.
 * Under 60 cells each row is a small block with its first column as the heading.
 */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number,
  style: Style = plainStyle,
): string {
  const texts = rows.map((row) => columns.map((column) => column.show(row)));
  const used = columns.flatMap((column, at) => (texts.some((row) => row[at] !== '') ? [{ column, at }] : []));
  if (width < NARROW) return blocks(rows, texts, used, width, style);
  const natural = used.map(({ column, at }) =>
    Math.max(column.head.length, ...texts.map((row) => cells(row[at] ?? ''))),
  );
  const widths = fitWidths(
    used.map(({ column }) => column),
    natural,
    width,
  );
  if (!widths) return blocks(rows, texts, used, width, style);
  const line = (parts: readonly string[]): string => parts.join(' '.repeat(GAP)).trimEnd();
  const kept = used.flatMap((place, at) => (widths[at] === undefined ? [] : [{ ...place, width: widths[at] }]));
  const head = line(kept.map(({ column, width: cell }) => style.bold(pad(column.head.toUpperCase(), cell))));
  const body = rows.map((row, index) =>
    line(
      kept.map(({ column, at, width: cell }) =>
        paintCell(fit(texts[index]?.[at] ?? '', cell), cell, column, row, style),
      ),
    ),
  );
  return [head, ...body].join('\n');
}

function paintCell<Row>(text: string, width: number, column: Column<Row>, row: Row, style: Style): string {
  const painted = column.paint?.(text, row, style) ?? text;
  const url = column.link?.(row);
  // Blanks stay outside, or the underline of a link would run through them.
  return (url ? style.link(painted, url) : painted) + ' '.repeat(Math.max(0, width - cells(text)));
}

/** @returns a width for each column, undefined for those that go; undefined when even the others do not fit */
function fitWidths<Row>(
  columns: readonly Column<Row>[],
  natural: readonly number[],
  width: number,
): (number | undefined)[] | undefined {
  const least = (at: number): number => Math.min(natural[at] ?? 0, columns[at]?.min ?? natural[at] ?? 0);
  const kept = new Set(columns.keys());
  const total = (size: (at: number) => number): number =>
    [...kept].reduce((sum, at) => sum + size(at), 0) + GAP * (kept.size - 1);
  while (total(least) > width) {
    const next = [...kept]
      .filter((at) => columns[at]?.drop !== undefined)
      .sort((a, b) => (columns[a]?.drop ?? 0) - (columns[b]?.drop ?? 0))[0];
    if (next === undefined) return undefined;
    kept.delete(next);
  }
  const widths = columns.map((_, at) => (kept.has(at) ? natural[at] : undefined));
  for (let over = total((at) => widths[at] ?? 0) - width; over > 0; over -= 1) {
    // What stands further to the right says less: it gives first.
    const give = [...kept].filter((at) => (widths[at] ?? 0) > least(at)).at(-1);
    if (give === undefined) break;
    widths[give] = (widths[give] ?? 0) - 1;
  }
  return widths;
}

function blocks<Row>(
  rows: readonly Row[],
  texts: readonly string[][],
  used: readonly { column: Column<Row>; at: number }[],
  width: number,
  style: Style,
): string {
  return rows
    .map((_, index) => {
      const heading = used.find(({ column }) => column.link !== undefined) ?? used[0];
      const title = wrap(heading ? (texts[index]?.[heading.at] ?? '') : '', width).map((text) => style.bold(text));
      const rest = used.flatMap((place) => {
        const text = texts[index]?.[place.at] ?? '';
        return place === heading || text === '' ? [] : [[place.column.label, text].filter(Boolean).join(' ')];
      });
      const facts = wrap(rest.join(' · '), width - 2).map((text) => `  ${style.dim(text)}`);
      return [...title, ...facts].join('\n');
    })
    .join('\n');
}
