import type { Zones } from '../time/zone';
import { type Alarm, ALARM_MARK, parseAlarm } from './alarm';
import type { CalendarEntry } from './entry';
import { entryComponent } from './entry-component';
import { octetsOf } from './octets';
import { piecesOf, propertyOf, type Piece, type RawLine } from './pieces';

/** What we write of an entry; of these the catalogue is the master. All else in an entry of ours is the reader's. */
const OURS = new Set([
  ...['BEGIN', 'END', 'UID', 'DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE'],
  ...['DTSTART', 'DTEND', 'DUE', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID'],
  ...['SUMMARY', 'STATUS', 'TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS'],
  ...['CATEGORIES', 'LOCATION', 'GEO', 'URL', 'DESCRIPTION'],
]);
/** These tell when an entry changed, not what it says. */
const STAMPS = new Set(['DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE']);
/** What a reader says of a task, and we do not know. */
const DONE = /^(COMPLETED|IN-PROCESS)$/i;

/** A component as it would lie in a file. */
export function entryPiece(entry: CalendarEntry, alarms: readonly Alarm[], zones: Zones): Piece {
  const text = octetsOf(entryComponent(entry, alarms, zones));
  const [, piece] = piecesOf(`BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR\r\n`);
  if (piece === undefined) throw new RangeError('an entry that is none');
  return piece;
}

/** What makes it the same entry in another file; undefined where it has no UID. */
export function keyOf(piece: Piece): string | undefined {
  const uid = propertyOf(piece, 'UID')?.value.trim();
  return uid === undefined ? undefined : `${uid} ${propertyOf(piece, 'RECURRENCE-ID')?.value.trim() ?? ''}`;
}

/** RFC 5545, 3.8.7.4: 0 where it does not say. */
export function sequenceOf(piece: Piece): number {
  return Math.max(0, Math.floor(Number(propertyOf(piece, 'SEQUENCE')?.value ?? 0)) || 0);
}

/** Alarms of ours in it; those of the reader are among `readersLines`. */
export function ourAlarms(piece: Piece): Alarm[] {
  return piece.lines.filter(({ name }) => name === ALARM_MARK).flatMap(({ value }) => parseAlarm(value.trim()) ?? []);
}

/** What a reader, or their program, has put into an entry of ours: alarms, colours, notes, that a task is done. */
export function readersLines(piece: Piece): RawLine[] {
  const own = piece.lines.filter((line) => line.depth === 1 && (!OURS.has(line.name) || isDone(line)));
  return [
    ...own,
    ...partsOf(piece)
      .filter((part) => !part.some(isMark))
      .flat(),
  ];
}

/** Whether both say the same, whatever their order, folds and stamps; what is the reader's does not count. */
export function saysTheSame(some: Piece, other: Piece): boolean {
  const isTaskDone = [some, other].some(({ lines }) => lines.some(isDone));
  const words = (piece: Piece): string => {
    const own = piece.lines.filter(({ depth, name }) => depth === 1 && OURS.has(name) && !STAMPS.has(name));
    const alarms = partsOf(piece).filter((part) => part.some(isMark));
    return [...own, ...alarms.flat()]
      .filter(({ name }) => !(isTaskDone && name === 'STATUS'))
      .map(({ name, parameters, value }) => `${name}${parameters}:${value}`)
      .sort()
      .join('\n');
  };
  return words(some) === words(other);
}

const isMark = ({ name }: RawLine): boolean => name === ALARM_MARK;
const isDone = ({ name, value }: RawLine): boolean => name === 'STATUS' && DONE.test(value.trim());

/** The components in a component, each with its lines. */
function partsOf({ lines }: Piece): RawLine[][] {
  const parts: RawLine[][] = [];
  for (const line of lines.filter(({ depth }) => depth > 1)) {
    if (line.name === 'BEGIN' && line.depth === 2) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts;
}
