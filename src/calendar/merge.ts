import type { Day } from '../time/day';
import type { CalendarEntry } from './entry';
import { entryPiece, keyOf } from './entry-piece';
import { calendarDescription } from './ics';
import { contentLine } from './content-line';
import { freshened, withdrawn, type MergeOptions } from './merge-entry';
import { mergedZones } from './merge-zones';
import { octetsOf } from './octets';
import { propertyOf, type Piece } from './pieces';
import { isOurUid } from './uid';

export interface MergeQuestion extends MergeOptions {
  /** All of the file's entries that the catalogue can tell, and those to add. */
  readonly entries: readonly CalendarEntry[];
  /** What becomes of an entry of ours that is not among `entries`; what is replaced lives on under another UID. */
  fate(uid: string, piece: Piece): 'stays' | 'withdrawn' | 'replaced';
}

export interface Merged {
  /** A character for each octet. */
  readonly file: string;
  readonly added: number;
  readonly changed: number;
  readonly cancelled: number;
  readonly same: number;
  /** Entries that are not ours. */
  readonly others: number;
}

/** Ours among the entries of a file. */
export function ourUids(pieces: readonly Piece[]): Set<string> {
  return new Set(pieces.map(uidOf).filter((uid) => isOurUid(uid)));
}

/**
 * Brings an earlier export up to date: entries of ours change in their places, new ones come behind all others, and
 * whatever is not ours stays as it is, octet for octet.
 * @param pieces of the first calendar of a file, and all that is around it
 */
export function mergeCalendar(pieces: readonly Piece[], question: MergeQuestion): Merged {
  const { zones, alarms, fate, stamp } = question;
  const inFile = pieces.filter(({ component }) => component === 'VTIMEZONE');
  const definitions = mergedZones(inFile, question.entries, zones);
  const wanted = new Map(definitions.entries.map((entry) => [keyOf(entryPiece(entry, [], zones)), entry] as const));
  // CRLF is the rule (RFC 5545, 3.1), but a file is not left with two kinds of line ends.
  const hasLf = pieces[0]?.raw.endsWith('\r\n') === false;
  const ours = (raw: string): string => (hasLf ? raw.replaceAll('\r\n', '\n') : raw);
  const uids = new Set(definitions.entries.map(({ uid }) => uid));
  const seen = new Set<string>();
  const count = { added: 0, changed: 0, cancelled: 0, same: 0, others: 0 };

  function merged(piece: Piece): string {
    const uid = uidOf(piece);
    const key = keyOf(piece) ?? '';
    if (!isOurUid(uid)) {
      if (uid !== '') count.others++;
      return ours(definitions.replaced.get(piece) ?? '') || piece.raw;
    }
    if (seen.has(key)) return ''; // twice the same: the first is up to date
    seen.add(key);
    const entry = wanted.get(key);
    if (entry !== undefined) return counted(piece, freshened(piece, entry, question), 'changed');
    // One place of a pattern that is again as the pattern says, or an edition that is now in such a place.
    const end = uids.has(uid) ? 'replaced' : fate(uid, piece);
    if (end === 'replaced') return counted(piece, '', 'changed');
    return counted(piece, end === 'withdrawn' ? (withdrawn(piece, stamp) ?? piece.raw) : piece.raw, 'cancelled');
  }

  function counted(piece: Piece, raw: string, as: 'changed' | 'cancelled'): string {
    if (raw === piece.raw) {
      count.same++;
      return raw;
    }
    count[as]++;
    return ours(raw);
  }

  const parts = pieces.map(merged);
  const missing = [...wanted].filter(([key]) => !seen.has(key ?? '')).map(([, entry]) => entry);
  count.added = missing.length;
  const additions = ours(missing.map((entry) => entryPiece(entry, alarms ?? [], zones).raw).join(''));
  const firstComponent = pieces.findIndex(({ component }) => component !== undefined);
  const end = pieces.findIndex(({ lines: [line] }) => line?.name === 'END' && line.depth === 0);
  const file = parts
    .map((part, index) => {
      const before =
        (index === (firstComponent < 0 ? end : firstComponent) ? ours(definitions.added) : '') +
        (index === end ? additions : '');
      return before + (isOfAnother(pieces[index], stamp) ? ours(descriptionLine(stamp)) : part);
    })
    .join('');
  return { file: file.replace(/^\u00EF\u00BB\u00BF/, ''), ...count };
}

/** Of a component only: a property of the calendar has none. */
function uidOf(piece: Piece): string {
  return piece.component === undefined ? '' : (propertyOf(piece, 'UID')?.value.trim() ?? '');
}

/** Whether it is the line that says of which catalogue the file is, and says another one. */
function isOfAnother(piece: Piece | undefined, stamp: Day): boolean {
  const [line] = piece?.lines ?? [];
  if (line?.name !== 'X-WR-CALDESC' || line.value === calendarDescription(stamp)) return false;
  return /^From the mlops-guide catalogue of \d{4}-\d\d-\d\d$/.test(line.value);
}

function descriptionLine(stamp: Day): string {
  return `${octetsOf(contentLine('X-WR-CALDESC', calendarDescription(stamp)))}\r\n`;
}
