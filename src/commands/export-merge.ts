import type { Alarm } from '../calendar/alarm';
import { calendarEntries, type EntriesOptions } from '../calendar/calendar-entries';
import type { CalendarEntry } from '../calendar/entry';
import { mergeCalendar, ourUids, type Merged } from '../calendar/merge';
import { isOver } from '../calendar/over';
import { piecesOf, type Piece } from '../calendar/pieces';
import { deadlineUid, editionUid, seriesUid } from '../calendar/uid';
import type { Catalogue } from '../catalogue/catalogue';
import type { Series } from '../catalogue/schema';
import type { Context } from '../context';
import { CatalogueError, GuideError } from '../errors';
import { eventsOf, hasPattern, seriesOf, type RecurringOf } from './recurring-finder';

/** What is to be in the file besides what it holds. */
export interface MergeInput {
  readonly series: readonly Series[];
  readonly recurringOf: RecurringOf;
  /** Those that were asked for; absent = every entry keeps its own. */
  readonly alarms?: readonly Alarm[];
  /** Merge also into what holds nothing of this catalogue. */
  readonly isForced: boolean;
  /** The entries of this export beside these patterns. */
  entriesWith(recurring: EntriesOptions['recurring']): readonly CalendarEntry[];
}

/**
 * Brings the entries of ours in a calendar file up to date, all of them, whatever this export selects: one that has
 * moved out of a filter has moved nevertheless.
 * @param content of the file
 * @throws CatalogueError for what is no whole calendar, GuideError for one that is nothing of ours, unless that is forced
 */
export function mergeInto(
  file: string,
  content: Uint8Array,
  ctx: Context,
  catalogue: Catalogue,
  input: MergeInput,
): Merged {
  const pieces = piecesIn(file, content);
  const uids = ourUids(pieces);
  const { zones, now } = ctx.moment;
  const inFile = seriesOf(catalogue).filter((one) => uids.has(seriesUid(one.id)) && hasPattern(one));
  const recurring = [...new Set([...inFile, ...input.series])].map(input.recurringOf);
  const known = knownUids(catalogue);
  refuseStrangers(file, uids, known, input.isForced);
  const events = eventsOf(catalogue);
  const all = (deadlinesAs: CalendarEntry['component']): readonly CalendarEntry[] =>
    calendarEntries(events, { what: 'all', deadlinesAs, recurring, zones }).entries;
  const told = [...all('VEVENT'), ...all('VTODO')].filter(({ uid }) => uids.has(uid));
  const selected = input.entriesWith(recurring);
  const entries = [...new Map([...told, ...selected].map((entry) => [placeOf(entry), entry])).values()];
  const replacing = new Set(recurring.flatMap(({ editions }) => editions.map(({ id }) => editionUid(id))));
  return mergeCalendar(pieces, {
    entries,
    ...(input.alarms && { alarms: input.alarms }),
    stamp: catalogue.date,
    zones,
    fate: (uid, piece) => {
      if (replacing.has(uid)) return 'replaced';
      return known.has(uid) || isOver(piece, now, zones) ? 'stays' : 'withdrawn';
    },
  });
}

function piecesIn(file: string, content: Uint8Array): Piece[] {
  try {
    return piecesOf(Buffer.from(content).toString('latin1'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CatalogueError(`${file} ${error.message}.`, {
      hint: 'Name a calendar file that export-ics wrote, or leave --merge out.',
    });
  }
}

/** A file of another catalogue would have all its entries cancelled, one of a reader's own would be filled with ours. */
function refuseStrangers(file: string, uids: ReadonlySet<string>, known: ReadonlySet<string>, isForced: boolean): void {
  if (isForced || [...uids].some((uid) => known.has(uid))) return;
  const why = uids.size === 0 ? 'holds no entry of this program' : 'holds entries of another catalogue only';
  throw new GuideError(`${file} ${why}.`, { hint: 'Use --force to merge all the same.' });
}

/** Every UID that the catalogue could be asked about. */
function knownUids(catalogue: Catalogue): Set<string> {
  return new Set([
    ...eventsOf(catalogue).flatMap((event) => [
      editionUid(event.id),
      ...(event.milestones ?? []).flatMap((_, index) => [
        deadlineUid(event, index, 'VEVENT'),
        deadlineUid(event, index, 'VTODO'),
      ]),
    ]),
    ...seriesOf(catalogue)
      .filter(hasPattern)
      .map(({ id }) => seriesUid(id)),
  ]);
}

const placeOf = ({ uid, replaces }: CalendarEntry): string => `${uid} ${replaces?.start ?? ''}`;
