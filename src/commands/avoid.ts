import { editionUid, seriesUid } from '../calendar/uid';
import { cleanText } from '../catalogue/clean';
import type { Context } from '../context';
import { counted } from '../counted';
import { CatalogueError, GuideError, UsageError } from '../errors';
import { ownClashes } from '../query/own-clashes';
import type { Ahead } from '../query/expected';
import type { RawOptions } from '../raw-options';
import type { Disk } from '../reader/disk';
import type { BusyTime } from '../time/busy-time';
import type { Interval } from '../time/interval';
import type { Answer } from './answer';
import { readCalendar } from './calendar-file';

/** Notes on one file that a person reads. */
const MOST_DOUBTS = 5;
/** Titles in a cell of a table. */
const MOST_TITLES = 3;

export interface Avoided {
  readonly answer: Answer<Ahead>;
  /** Does it collide with the reader's own calendar? */
  isTaken(row: Ahead): boolean;
}

/**
 * Holds events against the calendar files of `--avoid`: a column, field and key more with what each collides with; with
 * `--hide-clashes` those that do are left out, and counted on stderr.
 * @throws GuideError for a file that is not there, CatalogueError for one that is no calendar
 */
export async function withoutOwnClashes(ctx: Context, options: RawOptions, answer: Answer<Ahead>): Promise<Avoided> {
  const files = options.avoid;
  if (typeof files !== 'object') {
    if (options['hide-clashes'] === true) {
      throw new UsageError('--hide-clashes needs --avoid.', { hint: 'Such as: --avoid my.ics --hide-clashes' });
    }
    return { answer, isTaken: () => false };
  }
  const busy = await readAll(ctx, files, answer.rows);
  const uidOf = ({ event, pattern }: Ahead): string => (pattern ? seriesUid(pattern.id) : editionUid(event.id));
  const found = new Map(answer.rows.map((row) => [row, ownClashes(row, busy, uidOf(row))]));
  const of = (row: Ahead): readonly BusyTime[] => found.get(row) ?? [];
  if (options['hide-clashes'] === true) {
    const rows = answer.rows.filter((row) => of(row).length === 0);
    const hidden = answer.rows.length - rows.length;
    if (hidden > 0)
      ctx.note(`${hidden} of ${counted(answer.rows.length, ...answer.noun)} collide with your calendar: left out.`);
    return { answer: { ...answer, rows }, isTaken: () => false };
  }
  // What lies ready in the catalogue's files knows nothing of the reader's calendar.
  const { json: _, tsv: __, ...rest } = answer;
  return {
    isTaken: (row) => of(row).length > 0,
    answer: {
      ...rest,
      fields: [
        ...answer.fields,
        {
          key: 'clashesWith',
          value: (row) => [...new Set(of(row).map(({ title }) => title))].join('; '),
        },
      ],
      record: (row) => ({ ...answer.record(row), clashesWith: of(row).map(busyRecord) }),
      async columns() {
        const [when, starts, ...others] = await answer.columns();
        const clash = {
          head: 'collides with',
          label: 'collides with',
          show: (row: Ahead) => titlesOf(of(row)),
          paint: (text: string, _row: Ahead, style: Context['style']) => style.yellow(text),
          min: 13,
          wrap: 0,
        };
        return [...(when ? [when] : []), ...(starts ? [starts] : []), ...others.slice(0, 1), clash, ...others.slice(1)];
      },
    },
  };
}

/** Paths may hold commas: only repeating the option gives several. */
async function readAll(ctx: Context, files: readonly string[], rows: readonly Ahead[]): Promise<BusyTime[]> {
  const { readBusyTimes } = await import('./from-files');
  const disk = await ctx.host.openDisk();
  const { zone, zones } = ctx.moment;
  const windows = windowsAround(rows);
  return files.flatMap((file) => {
    const name = cleanText(file);
    const text = textOf(disk, file);
    try {
      const { busy, doubts } = readBusyTimes(text, windows, zone, zones);
      for (const doubt of doubts.slice(0, MOST_DOUBTS)) ctx.note(`${name}: ${cleanText(doubt)}`);
      if (doubts.length > MOST_DOUBTS) ctx.note(`${name}: ${doubts.length - MOST_DOUBTS} more like these`);
      return busy.map((time) => ({ ...time, title: cleanText(time.title).trim() || 'untitled' }));
    } catch (error) {
      // Its words follow the name of the file; all others are the library's, which nobody needs to read.
      const why = error instanceof RangeError ? cleanText(error.message) : 'is no calendar that can be read';
      throw new CatalogueError(`${name} ${why}.`, {
        hint: 'Export it anew from your calendar as iCalendar (.ics).',
        cause: error,
      });
    }
  });
}

/** Apart from one another by more, two events are looked at each for itself. */
const GAP_MS = 366 * 86_400_000;
/** A day off is compared as a date, wherever an event is, and the farthest clocks are 26 hours apart. */
const MARGIN_MS = 2 * 86_400_000;

/** When rows take place: a weekly date is not followed through the years between, for one may lie in year 9999. */
function windowsAround(rows: readonly Ahead[]): Interval[] {
  const windows: { start: number; end: number }[] = [];
  for (const { starts, ends } of rows.toSorted((a, b) => a.starts - b.starts)) {
    const last = windows.at(-1);
    if (last && starts - last.end <= GAP_MS) last.end = Math.max(last.end, ends + MARGIN_MS);
    else windows.push({ start: starts - MARGIN_MS, end: ends + MARGIN_MS });
  }
  return windows;
}

function textOf(disk: Disk, file: string): string {
  const content = readCalendar(disk, file);
  if (content) return content.toString('utf8');
  throw new GuideError(`no such file: ${file}`, { hint: 'Name a calendar file of yours, such as --avoid my.ics' });
}

/** `Holidays, Stand-up ×4`; of many the first few. */
function titlesOf(busy: readonly BusyTime[]): string {
  const counts = new Map<string, number>();
  for (const { title } of busy) counts.set(title, (counts.get(title) ?? 0) + 1);
  const titles = [...counts].map(([title, count]) => (count > 1 ? `${title} ×${count}` : title));
  const more = titles.length - MOST_TITLES;
  return [...titles.slice(0, MOST_TITLES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function busyRecord({ title, interval, days }: BusyTime): object {
  if (days) return { title, start: days.first, end: days.last };
  return { title, start: new Date(interval.start).toISOString(), end: new Date(interval.end).toISOString() };
}
