import { MILESTONE_KINDS } from '../catalogue/kinds';
import { outlineOf } from '../catalogue/outline';
import type { Milestone } from '../catalogue/schema';
import type { Context } from '../context';
import { EXIT, UsageError } from '../errors';
import { dueByText, isClosing, openDeadlines, type Due } from '../query/deadlines';
import { matcher, type Criteria } from '../query/select';
import { list, oneOf, text, wholeNumber, type RawOptions } from '../raw-options';
import { isUrgent, nounOf, timeLeftText } from '../render/deadline-words';
import type { Day } from '../time/day';
import { dayAt } from '../time/reader';
import { addSpan } from '../time/span';
import { printAnswer } from './answer';
import { readCriteria, spanOf } from './criteria';
import { DEADLINE_FIELDS, deadlineRecord } from './deadline-fields';
import { filterInTheWay } from './empty';
import { sorted } from './sort';
import type { Action } from './specs';

/** Cells of `--one-line` when nobody says how many. */
const LINE_WIDTH = 60;

export const deadlines: Action = async (ctx, _, options) => {
  checkForm(ctx, options);
  const catalogue = await ctx.catalogue();
  const asked = await readCriteria(options, ctx, catalogue);
  const kinds = list(options, 'milestone')?.map((kind) => oneOf('milestone', kind, MILESTONE_KINDS));
  const nearBy = nearDay(ctx, options);
  const near = catalogue.outlines(['event']).filter(dueByText(ctx.moment));
  const find = (criteria: Criteria, wanted: readonly Milestone['kind'][] | undefined = kinds): readonly Due[] => {
    const { from, to, ...rest } = criteria;
    const fits = matcher(rest);
    const events = near.flatMap((outline) => {
      const entry = catalogue.entry(outline);
      return entry.kind === 'event' && fits(entry, outline) ? [entry] : [];
    });
    // The answer for scripts has no word to say that an event is called off: who asks by status knows.
    const ofCalledOff = rest.statuses !== undefined;
    // `--within` looks ahead from now; what is still open somewhere is not over because the reader's day has changed.
    const first = options.from === undefined ? undefined : from;
    return openDeadlines(events, ctx.moment, { ofCalledOff }).filter(
      ({ day, milestone }) =>
        (first === undefined || day >= first) &&
        (to === undefined || day <= to) &&
        (wanted?.includes(milestone.kind) ?? true),
    );
  };
  const found = find(asked);
  const rows = sorted(found, options, catalogue, ({ event }) => outlineOf(event), asked.near, sortKeyOf);
  if (options['one-line'] === true) await printOneLine(ctx, options, rows[0]);
  else {
    await printAnswer(ctx, options, {
      rows,
      columns: async () => (await import('./table-columns')).deadlineColumns(ctx.moment),
      fields: DEADLINE_FIELDS,
      record: deadlineRecord,
      noun: ['deadline', 'deadlines'],
      near: asked.near && { to: asked.near, of: ({ event }: Due) => event },
      legend: async (shown) => (await import('./table-columns')).deadlineLegend(shown),
    });
    if (rows.length === 0) noteEmpty(ctx, options, asked, find);
  }
  return nearBy === undefined ? EXIT.ok : judge(ctx, options, found, nearBy);
};

/** For cron: the exit code, and why. */
function judge(ctx: Context, options: RawOptions, found: readonly Due[], nearBy: Day): number {
  // What closes nothing is no reason to hurry, unless it was asked for by name.
  const counts = (milestone: Milestone): boolean => options.milestone !== undefined || isClosing(milestone);
  const near = found.filter(({ day, milestone }) => day <= nearBy && counts(milestone)).length;
  if (near === 0) return EXIT.ok;
  if (options['one-line'] !== true) ctx.note(`${near} due by ${nearBy}: exit code ${EXIT.near}`);
  return EXIT.near;
}

/** @throws UsageError for a form of output that one line cannot have */
function checkForm({ isFormatGiven, fields }: Context, options: RawOptions): void {
  if (options['one-line'] !== true || (!isFormatGiven && !fields)) return;
  throw new UsageError('--one-line is text: it takes no --json, --format or --fields.', {
    hint: 'Use --limit 1 for the next one in another form.',
  });
}

/** Until when a deadline is near, where that is asked. */
function nearDay({ moment }: Context, options: RawOptions): Day | undefined {
  const span = text(options, 'fail-within');
  if (span === undefined) return undefined;
  return addSpan(dayAt(moment.now, moment.zone, moment.zones), spanOf('fail-within', span));
}

/** A milestone's own date and kind, not those of its event. */
function sortKeyOf({ milestone, day, closes }: Due, key: string): string | undefined {
  if (key === 'date') return `${day} ${closes ?? ''}`;
  return key === 'kind' ? milestone.kind : undefined;
}

/** Nothing but the line goes out, not even a note: it stands in somebody's prompt. */
async function printOneLine({ out, style, moment }: Context, options: RawOptions, due?: Due): Promise<void> {
  if (!due) return;
  const width = wholeNumber('width', text(options, 'width')) ?? LINE_WIDTH;
  const line = `${nounOf(due.milestone)} ${timeLeftText(due, moment.now)}: ${due.event.name}`;
  // Code for wide characters and for cutting is read only where there is something to measure.
  const isShort = line.length <= width && /^[ -~]*$/.test(line);
  const shown = isShort ? line : (await import('./table-columns')).fit(line, width);
  out(isUrgent(due, moment.now) ? style.red(shown) : shown);
}

function noteEmpty(
  ctx: Context,
  options: RawOptions,
  asked: Criteria,
  find: (criteria: Criteria, wanted?: readonly Milestone['kind'][]) => readonly Due[],
): void {
  const others = options.milestone === undefined ? 0 : find(asked, MILESTONE_KINDS).length;
  const ways = [
    filterInTheWay(asked, options, (criteria) => find(criteria).length),
    others > 0 && ` Without --milestone there would be ${others}.`,
  ];
  ctx.note(`No open deadlines match.${ways.find(Boolean) ?? ''}`);
}
