import type { Entries, EntriesOptions } from '../calendar/calendar-entries';
import { calendarText, itemFiles, type CalendarOptions } from '../calendar/ics';
import type { Catalogue } from '../catalogue/catalogue';
import type { Series } from '../catalogue/schema';
import type { Context } from '../context';
import { GuideError } from '../errors';
import { onDisk, saveCalendar, saveItems } from './calendar-file';
import { mergeInto } from './export-merge';
import type { Target } from './export-target';
import type { RecurringOf } from './recurring-finder';

/** What writing needs to know besides the entries. */
export interface ExportDetails {
  readonly catalogue: Catalogue;
  readonly series: readonly Series[];
  readonly recurringOf: RecurringOf;
  readonly deadlinesAs: EntriesOptions['deadlinesAs'];
  readonly isAlarmGiven: boolean;
  readonly isForced: boolean;
  /** The same entries beside other patterns. */
  entriesWith(recurring: EntriesOptions['recurring']): Entries;
}

/** Writes the entries where they are to go, and says so. @throws GuideError where that cannot be */
export function writeCalendar(
  ctx: Context,
  target: Target,
  made: Entries,
  form: CalendarOptions,
  details: ExportDetails,
): void {
  if (target.to === 'stdout') {
    // Written as it is: CRLF at the end included, nothing added.
    ctx.host.write(calendarText(made.entries, form));
    return;
  }
  const { to, path } = target;
  const { isForced } = details;
  const what = counted(made, details.deadlinesAs);
  if (to === 'folder') {
    const items = itemFiles(made.entries, form);
    saveItems(ctx, path, items, isForced);
    ctx.note(`${what} written to ${path}, ${count(items.length, 'file')}.`);
    return;
  }
  const old = to === 'merge' ? readOld(ctx, path) : undefined;
  if (old === undefined) {
    saveCalendar(ctx, path, calendarText(made.entries, form), isForced);
    ctx.note(`${what} written to ${path}. Import it: open the file, or khal import ${path}`);
  } else {
    merge(ctx, path, old, form, details);
  }
}

function merge(ctx: Context, path: string, old: Buffer, { alarms }: CalendarOptions, details: ExportDetails): void {
  const { catalogue, series, recurringOf, isForced, isAlarmGiven, entriesWith } = details;
  const merged = mergeInto(path, old, ctx, catalogue, {
    ...{ series, recurringOf, isForced },
    ...(isAlarmGiven && { alarms }),
    entriesWith: (recurring) => entriesWith(recurring).entries,
  });
  const content = Buffer.from(merged.file, 'latin1');
  if (!content.equals(old)) {
    onDisk('write', path, () => {
      if (!ctx.host.readBytes(path)?.equals(old)) {
        throw new GuideError(`${path} was changed by another program just now.`, { hint: 'Run it again.' });
      }
      ctx.host.writeFile(path, content);
    });
  }
  const { added, changed, cancelled, same, others } = merged;
  const alone = others === 0 ? '' : `; ${count(others, 'other entry', 'other entries')} left alone`;
  ctx.note(`${path}: ${added} added, ${changed} changed, ${cancelled} cancelled, ${same} as before${alone}.`);
}

/** What is to be brought up to date; undefined where there is none yet. @throws GuideError where it cannot be read */
export function readOld(ctx: Context, path: string): Buffer | undefined {
  return onDisk('read', path, () => ctx.host.readBytes(path));
}

/** `3 events, 2 recurring series and 1 deadline`. */
function counted({ events, series, deadlines }: Entries, deadlinesAs: EntriesOptions['deadlinesAs']): string {
  const parts = [
    ...(events > 0 ? [count(events, 'event')] : []),
    ...(series > 0 ? [count(series, 'recurring series', 'recurring series')] : []),
    ...(deadlines > 0 ? [count(deadlines, deadlinesAs === 'VTODO' ? 'task' : 'deadline')] : []),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}
