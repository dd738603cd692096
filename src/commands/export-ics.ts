import { parseAlarm, type Alarm } from '../calendar/alarm';
import { isOurs } from '../calendar/file-mark';
import { calendarText } from '../calendar/ics';
import { cleanText } from '../catalogue/clean';
import { outlineOf } from '../catalogue/outline';
import type { Catalogue } from '../catalogue/catalogue';
import type { GuideEvent } from '../catalogue/schema';
import type { Context } from '../context';
import { list, oneOf, text, wholeNumber } from '../raw-options';
import { GuideError, isGuideError, NotFoundError, UsageError } from '../errors';
import { matcher, type Criteria } from '../query/select';
import { asSeen, type Coming } from '../query/upcoming';
import { jsonArray } from '../render/formats';
import { addSpan, type Span } from '../time/span';
import { dayAt } from '../time/reader';
import { isClosed } from '../time/interval';
import { comingRecord } from './coming-fields';
import { readCriteria, spanOf } from './criteria';
import { findEntry } from './find-entry';
import { sorted } from './sort';
import type { Action } from './specs';
import type { RawOptions } from '../raw-options';
import { VERSION } from '../version';

const DEFAULT_FILE = 'mlops-guide.ics';

export const exportIcs: Action = async (ctx, ids, options) => {
  const catalogue = await ctx.catalogue();
  const what = oneOf('what', text(options, 'what') ?? 'events', ['events', 'deadlines', 'all']);
  const alarms = (list(options, 'alarm') ?? []).map(alarmOf);
  checkForm(ctx, options);
  const criteria = await readCriteria(options, ctx, catalogue);
  const { near } = criteria;
  const chosen =
    ids.length > 0 ? await named(ctx, catalogue, ids, criteria) : filtered(ctx, catalogue, options, criteria);
  const limit = wholeNumber('limit', text(options, 'limit')) ?? 0;
  const rows = sorted(chosen, options, catalogue, ({ event }) => outlineOf(event), near).slice(0, limit || undefined);
  const isJson = ctx.format === 'json';
  const { zones, now } = ctx.moment;
  const made = calendarText(
    rows.map(({ event }) => event),
    {
      name: cleanText(text(options, 'name') ?? 'MLOps events'),
      productVersion: VERSION,
      what,
      alarms,
      stamp: catalogue.date,
      zones,
      // A deadline that has passed helps nobody, unless the past was asked for.
      wanted: (_, milestone) => options.past !== undefined || ids.length > 0 || !isClosed(milestone, zones, now),
    },
  );
  noteSkipped(ctx, made.skipped, ids.length > 0);
  if (made.events + made.deadlines === 0) {
    nothingToExport(ctx, what, ids.length > 0);
    return;
  }
  if (isJson) {
    const distances = near && (await import('./places')).distanceRecord;
    const record = (row: Coming): object => ({ ...comingRecord(row), ...(near && distances?.(near, row.event)) });
    const left = new Set(made.skipped.map(({ id }) => id));
    ctx.out(jsonArray(rows.filter(({ event }) => !left.has(event.id)).map((row) => JSON.stringify(record(row)))));
    return;
  }
  const file = text(options, 'output') ?? (ctx.host.stdout.isTerminal ? DEFAULT_FILE : '-');
  if (file === '-') {
    // Written as it is: CRLF at the end included, nothing added.
    ctx.host.write(made.text);
    return;
  }
  save(ctx, file, made.text, options.force === true);
  const parts = [
    made.events > 0 && count(made.events, 'event'),
    made.deadlines > 0 && count(made.deadlines, 'deadline'),
  ];
  const written = parts.filter(Boolean).join(' and ');
  ctx.note(`${written} written to ${file}. Import it: open the file, or khal import ${file}`);
};

/** @throws NotFoundError when what was named has nothing to write; a filter that leaves nothing is no failure */
function nothingToExport(ctx: Context, what: 'events' | 'deadlines' | 'all', isNamed: boolean): void {
  if (isNamed) {
    throw new NotFoundError(`nothing to export: none of these has a ${what === 'deadlines' ? 'deadline' : 'date'}.`, {
      hint: 'See what has: mlops-guide upcoming',
    });
  }
  if (ctx.format === 'json') ctx.out(jsonArray([]));
  ctx.note(`Nothing to export: no ${what === 'all' ? 'events' : what} match. Try --within 12mo.`);
}

/** @throws UsageError for a form that it does not write, or a file for JSON, which goes to stdout */
function checkForm({ format, isFormatGiven, fields }: Context, options: RawOptions): void {
  const isJson = format === 'json';
  if ((isFormatGiven && !isJson) || fields) {
    throw new UsageError('export-ics writes a calendar file, or JSON with --json.', {
      hint: 'See: mlops-guide export-ics --help',
    });
  }
  if (options.output === '')
    throw new UsageError('-o needs a file name.', { hint: 'Use -o mlops.ics, or -o - for stdout.' });
  if (isJson && options.output !== undefined) {
    throw new UsageError('--json goes to stdout: it takes no -o.', {
      hint: 'Use: mlops-guide export-ics --json > FILE',
    });
  }
}

/** By name where the reader named them; else as a count: most events have no deadline. */
function noteSkipped(ctx: Context, skipped: readonly { id: string; why: string }[], isNamed: boolean): void {
  if (isNamed) for (const { id, why } of skipped) ctx.note(`left out ${id}: ${why}`);
  else if (skipped.length > 0) ctx.note(`left out ${count(skipped.length, 'event')} with nothing to write`);
}

/** @throws GuideError rather than to overwrite somebody else's file */
function save(ctx: Context, file: string, content: string, isForced: boolean): void {
  try {
    const old = ctx.host.readText(file);
    if (old !== undefined && !isForced && !isOurs(old)) {
      throw new GuideError(`${file} was not made by this program.`, {
        hint: 'Use another name, or --force to overwrite it.',
      });
    }
    ctx.host.writeFile(file, content);
  } catch (error) {
    if (isGuideError(error)) throw error;
    throw new GuideError(`cannot write ${file}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Events that were asked for by id; a series stands for its editions. */
async function named(
  ctx: Context,
  catalogue: Catalogue,
  ids: readonly string[],
  { to: _, from: __, ...criteria }: Criteria,
): Promise<Coming[]> {
  const fits = matcher(criteria);
  const found: Coming[] = [];
  for (const id of ids) {
    const entry = await findEntry(ctx, catalogue, id);
    const events = eventsOf(catalogue).filter((event) => event.id === entry.id || event.series === entry.id);
    if (events.length === 0) ctx.note(`left out ${entry.id}: it has no date`);
    found.push(...events.filter((event) => fits(event, outlineOf(event))).map((event) => asSeen(event, ctx.moment)));
  }
  if (found.length === 0)
    throw new NotFoundError('none of these has a date.', { hint: 'See what has: mlops-guide upcoming' });
  return [...new Map(found.map((row) => [row.event.id, row])).values()];
}

function filtered(
  ctx: Context,
  catalogue: Catalogue,
  options: RawOptions,
  { from, to, ...criteria }: Criteria,
): Coming[] {
  const { now, zone, zones } = ctx.moment;
  const past = text(options, 'past');
  const back = past === undefined ? undefined : addSpan(dayAt(now, zone, zones), negative(spanOf('past', past)));
  const fits = matcher({ ...criteria, ...(to && { to }) });
  return (
    eventsOf(catalogue)
      .filter((event) => fits(event, outlineOf(event)))
      .map((event) => asSeen(event, ctx.moment))
      // A first day that was asked for takes the place of now, be it past or future.
      .filter(({ ends, event }) => {
        const last = (event.end ?? event.start).slice(0, 10);
        if (options.from !== undefined && from !== undefined) return last >= from;
        return ends > now || (back !== undefined && last >= back);
      })
  );
}

function eventsOf(catalogue: Catalogue): GuideEvent[] {
  return catalogue.entries(['event']).filter((entry) => entry.kind === 'event');
}

function alarmOf(word: string): Alarm {
  const alarm = parseAlarm(word);
  if (alarm) return alarm;
  throw new UsageError(`--alarm: "${cleanText(word)}" is no time before.`, { hint: 'Use 7d, 12h or 30m.' });
}

const negative = ({ days = 0, months = 0 }: Span): Span => ({ days: -days, months: -months });
const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
