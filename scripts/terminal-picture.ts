import { cells } from '../src/render/width';

/** A stretch of text that stands in one place and looks one way. */
export interface Piece {
  readonly text: string;
  /** First cell that it takes, from 0. */
  readonly column: number;
  /** How many cells it takes. */
  readonly cells: number;
  /** CSS classes, sorted; empty for plain text. */
  readonly look: readonly string[];
}

/** What each SGR code (ECMA-48, 8.3.117) that the program prints puts on, and what it takes off before. */
const SGR: Readonly<Record<string, { readonly on?: string; readonly off: readonly string[] }>> = {
  '0': { off: ['bold', 'dim', 'underline', 'red', 'green', 'yellow', 'cyan'] },
  '1': { on: 'bold', off: [] },
  '2': { on: 'dim', off: [] },
  '4': { on: 'underline', off: [] },
  '22': { off: ['bold', 'dim'] },
  '24': { off: ['underline'] },
  '31': { on: 'red', off: ['green', 'yellow', 'cyan'] },
  '32': { on: 'green', off: ['red', 'yellow', 'cyan'] },
  '33': { on: 'yellow', off: ['red', 'green', 'cyan'] },
  '36': { on: 'cyan', off: ['red', 'green', 'yellow'] },
  '39': { off: ['red', 'green', 'yellow', 'cyan'] },
};

/**
 * Reads what a terminal got.
 * @returns its lines, each as pieces from left to right; blanks at the ends of pieces and of lines are left out
 * @throws RangeError for an escape sequence that it does not know: better no picture than a wrong one
 */
export function readTerminal(output: string): Piece[][] {
  let look = new Set<string>();
  return output.split('\n').map((line) => {
    let column = 0;
    // Text stands at the even places, an escape sequence at the odd ones.
    return line.split(/(\u001b\[[\d;]*m)/).flatMap((part, at) => {
      if (at % 2 === 0) {
        const pieces = piecesOf(part, column, [...look].sort());
        column += cells(part);
        return pieces;
      }
      for (const code of part.slice(2, -1).split(';')) look = changed(look, code || '0');
      return [];
    });
  });
}

function changed(look: ReadonlySet<string>, code: string): Set<string> {
  const change = SGR[code];
  if (!change) throw new RangeError(`SGR code ${code} is not drawn yet`);
  const kept = [...look].filter((name) => !change.off.includes(name));
  return new Set(change.on === undefined ? kept : [...kept, change.on]);
}

/** Cut where columns stand apart and where wide characters begin or end, so that no font can shift what follows. */
function piecesOf(text: string, start: number, look: readonly string[]): Piece[] {
  if (text.includes('\u001b')) throw new RangeError('only SGR sequences are drawn');
  const pieces: Piece[] = [];
  let column = start;
  for (const part of text.split(/( {2,})/).flatMap(byWidth)) {
    const trimmed = part.trim();
    if (trimmed !== '')
      pieces.push({ text: trimmed, column: column + part.indexOf(trimmed), cells: cells(trimmed), look });
    column += cells(part);
  }
  return pieces;
}

function byWidth(text: string): string[] {
  const parts: string[] = [];
  let isWide = false;
  for (const character of text) {
    const width = cells(character);
    // A mark that takes no cell stays with what it marks.
    if (parts.length === 0 || (width > 0 && width > 1 !== isWide)) parts.push('');
    if (width > 0) isWide = width > 1;
    parts.push((parts.pop() ?? '') + character);
  }
  return parts;
}

const CELL = 8.4;
const LINE = 20;
const FONT = 14;
const MARGIN = 20;

/** One palette with a ground of its own: readable on dark pages and on light ones. Contrast is 7:1 or more. */
const STYLE = `text { font: ${FONT}px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; fill: #e6edf3; }
.bold { font-weight: 700; }
.dim { fill: #a3adb8; }
.underline { text-decoration: underline; }
.red { fill: #ff9a92; }
.green { fill: #6fdd8b; }
.yellow { fill: #f0c674; }
.cyan { fill: #76d9e6; }`;

/**
 * A terminal as a picture: SVG with real text, the same bytes for the same input.
 * @param title what a screen reader says
 * @param columns width of the terminal in cells; a longer line makes the picture wider
 */
export function terminalSvg(title: string, lines: readonly (readonly Piece[])[], columns: number): string {
  const widest = Math.max(columns, ...lines.flat().map(({ column, cells: wide }) => column + wide));
  const width = Math.ceil(widest * CELL + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#0d1117" stroke="#4d5763"/>`,
    ...lines.flatMap((pieces, row) => pieces.map((piece) => drawn(piece, MARGIN + row * LINE + FONT))),
    '</svg>\n',
  ].join('\n');
}

function drawn({ text, column, cells: wide, look }: Piece, y: number): string {
  const x = round(MARGIN + column * CELL);
  const classes = look.length === 0 ? '' : ` class="${look.join(' ')}"`;
  return `<text x="${x}" y="${y}" textLength="${round(wide * CELL)}"${classes}>${escape(text)}</text>`;
}

const round = (length: number): string => String(Math.round(length * 10) / 10);

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
