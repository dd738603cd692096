import type { Day } from '../time/day';
import type { Zones } from '../time/zone';
import type { Alarm } from './alarm';
import { contentLine, escapeText } from './content-line';
import { dateValue } from './date-value';
import type { CalendarEntry } from './entry';
import { CANCELLED } from './entry-component';
import { entryPiece, ourAlarms, readersLines, saysTheSame, sequenceOf } from './entry-piece';
import { octetsOf, textOf } from './octets';
import { propertyOf, type Piece, type RawLine } from './pieces';

/** RFC 5545, 3.3.8: the greatest INTEGER. */
const MOST = 2 ** 31 - 1;

export interface MergeOptions {
  /** For what is written anew; absent = the alarms of ours that an entry has are kept. */
  readonly alarms?: readonly Alarm[];
  /** Of the catalogue. */
  readonly stamp: Day;
  readonly zones: Zones;
}

/**
 * An entry of ours as it is to lie in the file from now on: untouched where it says the same, else as the catalogue has
 * it, with a higher SEQUENCE, and with what the reader has put into it.
 * @returns raw text
 */
export function freshened(
  old: Piece,
  entry: CalendarEntry,
  { alarms = ourAlarms(old), stamp, zones }: MergeOptions,
): string {
  const same = saysTheSame(old, entryPiece(entry, entry.state === 'cancelled' ? [] : alarms, zones));
  const before = sequenceOf(old);
  if (same && entry.sequence <= before) return old.raw;
  const sequence = same ? entry.sequence : Math.max(entry.sequence, Math.min(before + 1, MOST));
  // Where the data do not say when they changed, it was at the latest when this catalogue was made.
  const oldDay = (propertyOf(old, 'LAST-MODIFIED') ?? propertyOf(old, 'DTSTAMP'))?.value.slice(0, 8) ?? '';
  const changed = dateValue(entry.changed) > oldDay ? entry.changed : stamp;
  const { lines } = entryPiece({ ...entry, sequence, changed }, alarms, zones);
  const kept = readersLines(old);
  const isReadersState = kept.some(({ name }) => name === 'STATUS') && entry.state !== 'cancelled';
  const fresh = lines.filter(({ name }) => !(isReadersState && name === 'STATUS'));
  const readers = isReadersState ? kept : kept.filter(({ name }) => name !== 'STATUS');
  return whole([...fresh.slice(0, -1), ...readers, ...fresh.slice(-1)]);
}

/**
 * An entry of ours that the catalogue no longer has: it stays, as cancelled, and says why.
 * @returns raw text; undefined where it says so already
 */
export function withdrawn(old: Piece, stamp: Day): string | undefined {
  if (/^CANCELLED$/i.test(propertyOf(old, 'STATUS')?.value.trim() ?? '')) return undefined;
  const isEvent = old.component === 'VEVENT';
  const why = escapeText(
    `No longer in the mlops-guide catalogue of ${stamp}: cancelled, or withdrawn. Its own page may know more.`,
  );
  const valueOf = (name: string): string => textOf(propertyOf(old, name)?.value ?? '');
  const changed = `${dateValue(stamp)}T000000Z`;
  const lines = {
    DTSTAMP: changed,
    'LAST-MODIFIED': changed,
    SEQUENCE: String(Math.min(sequenceOf(old) + 1, MOST)),
    SUMMARY: CANCELLED + valueOf('SUMMARY'),
    STATUS: 'CANCELLED',
    ...(isEvent && { TRANSP: 'TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS': 'FREE' }),
    DESCRIPTION: [why, valueOf('DESCRIPTION')].filter(Boolean).join('\\n'),
  };
  const readers = new Set(readersLines(old).filter(({ name }) => name !== 'STATUS'));
  const untouched = old.lines.filter((line) =>
    line.depth === 1 ? !Object.hasOwn(lines, line.name) : readers.has(line),
  );
  const fresh = Object.entries(lines).map(([name, value]) => ({
    raw: `${octetsOf(contentLine(name, value))}\r\n`,
    depth: 1,
  }));
  return whole([...untouched.slice(0, -1), ...fresh, ...untouched.slice(-1)]);
}

/** Lines of a component, with its own properties before the components in it (RFC 5545, 3.6.1), and END behind both. */
function whole(lines: readonly Pick<RawLine, 'raw' | 'depth'>[]): string {
  const inside = lines.slice(0, -1);
  const properties = inside.filter(({ depth }) => depth === 1);
  const components = inside.filter(({ depth }) => depth > 1);
  return [...properties, ...components, ...lines.slice(-1)].map(({ raw }) => raw).join('');
}
