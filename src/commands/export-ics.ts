import { parseAlarm, type Alarm } from '../calendar/alarm';
import { calendarEntries, NO_DEADLINE, type Entries, type EntriesOptions } from '../calendar/calendar-entries';
import { cleanText } from '../catalogue/clean';
import type { Catalogue } from '../catalogue/catalogue';
import { outlineOf } from '../catalogue/outline';
import type { GuideEvent, Series } from '../catalogue/schema';
import type { Context } from '../context';
import { counted } from '../counted';
import { UsageError } from '../errors';
import { asComing, startsWithin } from '../query/expected';
import type { Criteria } from '../query/select';
import { filledText, list, oneOf, text, wholeNumber, type RawOptions } from '../raw-options';
import { jsonArray } from '../render/formats';
import { pick } from '../render/pick';
import { isClosed } from '../time/interval';
import { VERSION } from '../version';
import { comingRecord } from './coming-fields';
import { readCriteria } from './criteria';
import { filterInTheWay } from './empty';
import { entriesNamed, noteNamed, nothingIn } from './export-named';
import { finderFor, type Selection } from './export-selection';
import { checkTarget, targetOf } from './export-target';
import { readOld, writeCalendar } from './export-write';
import { horizonOf, nextOf, recurringFinder } from './recurring-finder';
import { sorted } from './sort';
import type { Action } from './specs';

type What = EntriesOptions['what'];

export const exportIcs: Action = async (ctx, ids, options) => {
  const what = oneOf('what', text(options, 'what') ?? 'events', ['events', 'deadlines', 'all']);
  const deadlinesAs = deadlineForm(options, what);
  const alarms = list(options, 'alarm')?.map(alarmOf);
  checkTarget(ctx, options);
  const catalogue = await ctx.catalogue();
  const criteria = await readCriteria(options, ctx, catalogue);
  const { near } = criteria;
  const { zones, now } = ctx.moment;
  const finder = await recurringFinder(catalogue, zones);
  const { recurringOf } = finder;
  const find = finderFor(ctx, catalogue, options, finder);
  const named = ids.length > 0 ? await entriesNamed(ctx, catalogue, ids) : undefined;
  if (named) noteNamed(ctx, named, find, options, criteria);
  const found = find(criteria, named);
  const limit = wholeNumber('limit', text(options, 'limit')) || Infinity;
  const rows = sorted(found.rows, options, catalogue, ({ event }) => outlineOf(event), near).slice(0, limit);
  const series = what === 'deadlines' ? [] : found.series.slice(0, Math.max(0, limit - rows.length));
  const entriesOf = (coming: Selection['rows'], recurring: EntriesOptions['recurring']): Entries =>
    calendarEntries(
      coming.map(({ event }) => event),
      {
        ...{ what, deadlinesAs, recurring, zones },
        // A deadline that has passed helps nobody, unless the past was asked for.
        wanted: (_, milestone) => options.past !== undefined || ids.length > 0 || !isClosed(milestone, zones, now),
      },
    );
  const entriesWith = (recurring: EntriesOptions['recurring']): Entries => entriesOf(rows, recurring);
  const made = entriesWith(series.map(recurringOf));
  noteSkipped(ctx, made.skipped, ids.length > 0, options.past === undefined);
  if (what !== 'deadlines') noteUnwritten(ctx, found.unwritten().length, catalogue);
  const target = targetOf(ctx, options);
  // What is in a file already is brought up to date all the same.
  if (made.entries.length === 0 && !(target.to === 'merge' && readOld(await ctx.host.openDisk(), target.path))) {
    const countOf = (asked: Criteria): number => {
      const less = find(asked, named);
      return entriesOf(less.rows, less.series.map(recurringOf)).entries.length;
    };
    if (named && countOf({}) === 0) throw nothingIn(what === 'deadlines' ? 'deadline' : 'date');
    if (ctx.format === 'json') ctx.out(jsonArray([]));
    // Of what was named, each has been told already.
    const why = named ? '' : filterInTheWay(criteria, options, countOf);
    ctx.note(`Nothing to export: no ${what === 'all' ? 'events' : what} match.${why}`);
  } else if (ctx.format === 'json') {
    const left = new Set(made.skipped.map(({ id }) => id));
    const distances = near && (await import('./places')).distanceRecord;
    const away = (entry: GuideEvent | Series): object => (near && distances?.(near, entry)) ?? {};
    const events = rows
      .filter(({ event }) => !left.has(event.id))
      .map((row) => ({ ...comingRecord(row), ...away(row.event) }));
    const { from } = startsWithin(ctx.moment, options.from === undefined ? undefined : criteria.from, undefined);
    const patterns = series
      .filter(({ id }) => !left.has(id))
      .flatMap((one) => {
        const next = nextOf(recurringOf(one), zones, from);
        return next ? [{ ...comingRecord(asComing(one, next, ctx.moment, () => [next])), ...away(one) }] : [];
      });
    const { fields } = ctx;
    const records = [...events, ...patterns].map((record) => (fields ? pick(record, fields) : record));
    ctx.out(jsonArray(records.map((record) => JSON.stringify(record))));
  } else {
    const name = cleanText(filledText(options, 'name') ?? 'MLOps events');
    const form = { name, productVersion: VERSION, alarms: alarms ?? [], stamp: catalogue.date, zones };
    await writeCalendar(ctx, target, made, form, {
      ...{ catalogue, series, deadlinesAs, recurringOf, entriesWith },
      isAlarmGiven: alarms !== undefined,
      isForced: options.force === true,
    });
  }
};

/** @throws UsageError where there is no deadline to become a task */
function deadlineForm(options: RawOptions, what: What): EntriesOptions['deadlinesAs'] {
  if (oneOf('as', text(options, 'as') ?? 'vevent', ['vevent', 'vtodo']) === 'vevent') return 'VEVENT';
  if (what !== 'events') return 'VTODO';
  throw new UsageError('--as vtodo is for deadlines: an event is no task.', {
    hint: 'Use: --what deadlines --as vtodo',
  });
}

/** By name where the reader named them; else as a count: most events have no deadline, and that is no failure. */
function noteSkipped(ctx: Context, skipped: Entries['skipped'], isNamed: boolean, isOpenOnly: boolean): void {
  if (isNamed) {
    for (const { id, why } of skipped) ctx.note(`left out ${id}: ${why}`);
    return;
  }
  const without = skipped.filter(({ why }) => why === NO_DEADLINE).length;
  const others = skipped.length - without;
  if (without > 0) ctx.note(`${counted(without, 'event has', 'events have')} no ${isOpenOnly ? 'open ' : ''}deadline`);
  if (others > 0) ctx.note(`left out ${counted(others, 'event', 'events')}: the time cannot be told`);
}

/** Patterns are the same in every export, so they do not reach to every day that may be asked for. */
function noteUnwritten(ctx: Context, length: number, catalogue: Catalogue): void {
  if (length === 0) return;
  ctx.note(
    `left out ${counted(length, 'recurring series', 'recurring series')}, expected by rule: a pattern is written from the day ` +
      `on which its series came into the catalogue, up to ${horizonOf(catalogue)}`,
  );
}

function alarmOf(word: string): Alarm {
  const alarm = parseAlarm(word);
  if (alarm) return alarm;
  throw new UsageError(`--alarm: "${cleanText(word)}" is no time before.`, { hint: 'Use 7d, 12h or 30m.' });
}
