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
  const definitions = mergedZones(
    pieces.filter(({ component }) => component === 'VTIMEZONE'),
    question.entries,
    zones,
  );
  const wanted = new Map(definitions.entries.map((entry) => [keyOf(entryPiece(entry, [], zones)), entry] as const));
  const uids = new Set(definitions.entries.map(({ uid }) => uid));
  const seen = new Set<string>();
  const count = { added: 0, changed: 0, cancelled: 0, same: 0, others: 0 };

  function merged(piece: Piece): string {
    const uid = uidOf(piece);
    const key = keyOf(piece) ?? '';
    if (!isOurUid(uid)) {
      if (uid !== '') count.others++;
      return definitions.replaced.get(piece) ?? piece.raw;
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
    count[raw === piece.raw ? 'same' : as]++;
    return raw;
  }

  const parts = pieces.map(merged);
  const missing = [...wanted].filter(([key]) => !seen.has(key ?? '')).map(([, entry]) => entry);
  count.added = missing.length;
  const additions = missing.map((entry) => entryPiece(entry, alarms ?? [], zones).raw).join('');
  const firstComponent = pieces.findIndex(({ component }) => component !== undefined);
  const end = pieces.findIndex(({ lines: [line] }) => line?.name === 'END' && line.depth === 0);
  const file = parts
    .map((part, index) => {
      const before =
        (index === (firstComponent < 0 ? end : firstComponent) ? definitions.added : '') +
        (index === end ? additions : '');
      return (
        before +
        (isDescription(pieces[index])
          ? `${octetsOf(contentLine('X-WR-CALDESC', calendarDescription(stamp)))}\r\n`
          : part)
      );
    })
    .join('');
  return { file: file.replace(/^\u00EF\u00BB\u00BF/, ''), ...count };
}

/** Of a component only: a property of the calendar has none. */
function uidOf(piece: Piece): string {
  return piece.component === undefined ? '' : (propertyOf(piece, 'UID')?.value.trim() ?? '');
}

/** The line that says of which catalogue the file is. */
function isDescription(piece: Piece | undefined): boolean {
  const [line] = piece?.lines ?? [];
  return line?.name === 'X-WR-CALDESC' && /^From the mlops-guide catalogue of \d{4}-\d\d-\d\d$/.test(line.value);
}
