/**
 * A calendar file taken apart without loss: the `raw` of all pieces, one after another, is the file. Raw text has a
 * character for each octet (latin1), because other programs fold inside characters, and not every file is UTF-8.
 */
export interface Piece {
  readonly raw: string;
  /** `VEVENT`, `VTIMEZONE`, … of a component in a calendar; absent for a line of the calendar itself. */
  readonly component?: string;
  readonly lines: readonly RawLine[];
}

/** A content line, with its folds and line ends as it lies there, and what it says. */
export interface RawLine {
  readonly raw: string;
  /** In capitals: names are the same in any case (RFC 5545, 1.3). */
  readonly name: string;
  /** Everything between the name and the value, `;TZID=Europe/Berlin`. */
  readonly parameters: string;
  readonly value: string;
  /** How many components of the piece it is in: 1 for a property of the component itself, 2 for one of an alarm in it. */
  readonly depth: number;
}

/** What `--merge` cannot update, and all else reads. */
export const MORE_THAN_ONE = 'holds more than one calendar';

/**
 * Lines end in CRLF or LF alone; a line that starts with a blank or a tab continues the one before (RFC 5545, 3.1).
 * @param file one character for each octet
 * @throws RangeError with words that follow the name of the file, when it is no calendar or not a whole one
 */
export function piecesOf(file: string): Piece[] {
  const open: string[] = [];
  const pieces: Piece[] = [];
  let lines: RawLine[] = [];
  for (const raw of file.match(/[^\n]*\n(?:[ \t][^\n]*\n?)*|[^\n]+$/g) ?? []) {
    const line = parsed(raw, Math.max(0, open.length - 1));
    const isBegin = line.name === 'BEGIN';
    const name = line.value.trim().toUpperCase();
    if (open.length === 0 && line.name !== '' && !(isBegin && name === 'VCALENDAR'))
      throw new RangeError('is no calendar');
    if (isBegin) open.push(name);
    lines.push(isBegin ? { ...line, depth: open.length - 1 } : line);
    if (line.name === 'END' && open.pop() !== name)
      throw new RangeError(`is damaged: END:${name} where it does not belong`);
    if (open.length > 1) continue;
    const component = line.name === 'END' && open.length === 1 ? { component: name } : {};
    pieces.push({ raw: lines.map((one) => one.raw).join(''), lines, ...component });
    lines = [];
  }
  if (open[0] !== undefined) throw new RangeError(`is not whole: END:${open[0]} is missing`);
  const calendars = pieces.filter(({ lines: [line] }) => line?.name === 'BEGIN' && line.depth === 0).length;
  if (calendars !== 1) throw new RangeError(calendars === 0 ? 'is no calendar' : MORE_THAN_ONE);
  return pieces;
}

/** A byte order mark and blank lines have no name. */
function parsed(raw: string, depth: number): RawLine {
  const text = raw.replace(/\r?\n[ \t]/g, '').replace(/\r?\n$/, '');
  const [, name = '', parameters = '', value = ''] =
    /^(?:\u00EF\u00BB\u00BF)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?):([^]*)$/.exec(text) ?? [];
  return { raw, name: name.toUpperCase(), parameters, value, depth };
}

/** Its own property of that name, not that of an alarm in it. */
export function propertyOf({ lines }: Piece, name: string): RawLine | undefined {
  return lines.find((line) => line.depth === 1 && line.name === name);
}
