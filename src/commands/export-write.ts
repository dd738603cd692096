import type { Entries, EntriesOptions } from '../calendar/calendar-entries';
import { calendarText, itemFiles, type CalendarOptions } from '../calendar/ics';
import type { Catalogue } from '../catalogue/catalogue';
import type { Series } from '../catalogue/schema';
import type { Context } from '../context';
import { counted } from '../counted';
import { GuideError } from '../errors';
import { readCalendar, saveCalendar, saveItems } from './calendar-file';
import { mergeInto } from './export-merge';
import type { Target } from './export-target';
import type { Disk } from '../reader/disk';
import { onDisk } from './on-disk';
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
export async function writeCalendar(
  ctx: Context,
  target: Target,
  made: Entries,
  form: CalendarOptions,
  details: ExportDetails,
): Promise<void> {
  if (target.to === 'stdout') {
    // Written as it is: CRLF at the end included, nothing added.
    ctx.host.write(calendarText(made.entries, form));
    return;
  }
  const disk = await ctx.host.openDisk();
  const { to, path } = target;
  const { isForced } = details;
  const what = madeText(made, details.deadlinesAs);
  if (to === 'folder') {
    const items = itemFiles(made.entries, form);
    saveItems(disk, path, items, isForced);
    ctx.note(`${what} written to ${path}, ${counted(items.length, 'file', 'files')}.`);
    return;
  }
  const old = to === 'merge' ? readOld(disk, path) : undefined;
  if (old === undefined) {
    saveCalendar(disk, path, calendarText(made.entries, form), isForced);
    const how = disk.facts(path)?.isFile ? ` Import it: open the file, or khal import ${path}` : '';
    ctx.note(`${what} written to ${path}.${how}`);
  } else {
    merge(ctx, disk, path, old, form, details);
  }
}

function merge(
  ctx: Context,
  disk: Disk,
  path: string,
  old: Buffer,
  { alarms }: CalendarOptions,
  details: ExportDetails,
): void {
  const { catalogue, series, recurringOf, isForced, isAlarmGiven, entriesWith } = details;
  const merged = mergeInto(path, old, ctx, catalogue, {
    ...{ series, recurringOf, isForced },
    ...(isAlarmGiven && { alarms }),
    entriesWith: (recurring) => entriesWith(recurring).entries,
  });
  const content = Buffer.from(merged.file, 'latin1');
  if (!content.equals(old)) {
    onDisk('write', path, () => {
      if (!disk.read(path)?.equals(old)) {
        throw new GuideError(`${path} was changed by another program just now.`, { hint: 'Run it again.' });
      }
      disk.save(path, content);
    });
  }
  const { added, changed, cancelled, same, others } = merged;
  const alone = others === 0 ? '' : `; ${counted(others, 'other entry', 'other entries')} left alone`;
  ctx.note(`${path}: ${added} added, ${changed} changed, ${cancelled} cancelled, ${same} as before${alone}.`);
}

/** What is to be brought up to date; undefined where there is none yet. @throws GuideError where it cannot be */
export function readOld(disk: Disk, path: string): Buffer | undefined {
  const facts = disk.facts(path);
  if (facts && !facts.isFile && !facts.isFolder) {
    throw new GuideError(`cannot update ${path}: it is no file.`, { hint: 'To write to a pipe or a device, use -o.' });
  }
  return readCalendar(disk, path);
}

/** `3 events, 2 recurring series and 1 deadline`. */
function madeText({ events, series, deadlines }: Entries, deadlinesAs: EntriesOptions['deadlinesAs']): string {
  const parts = [
    ...(events > 0 ? [counted(events, 'event', 'events')] : []),
    ...(series > 0 ? [counted(series, 'recurring series', 'recurring series')] : []),
    ...(deadlines > 0
      ? [deadlinesAs === 'VTODO' ? counted(deadlines, 'task', 'tasks') : counted(deadlines, 'deadline', 'deadlines')]
      : []),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
