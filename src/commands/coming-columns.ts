import { counted } from '../counted';
import { isCall } from '../query/deadlines';
import type { Ahead } from '../query/expected';
import type { Moment } from '../query/moment';
import { isNearDay, placeText, stampText } from '../render/facts';
import type { Column } from '../render/table';
import { timeRange, timesOf } from '../render/time-range';
import { daysLeftInWords, dayRange } from '../time/words';
import { dayAt } from '../time/reader';
import { cityOf, ruleWords } from '../time/rule-words';
import { clockTime } from '../time/skipped-time';

/** Events ahead, for people. Marks are explained by `comingLegend`. */
export function comingColumns(moment: Moment): readonly Column<Ahead>[] {
  const thisYear = Number(dayAt(moment.now, moment.zone, moment.zones).slice(0, 4));
  return [
    {
      head: 'when',
      show: (row) => whenText(row, thisYear, moment) + (isUnsure(row) ? '?' : ''),
      short: (row) => shortWhen(row, thisYear, moment) + (isUnsure(row) ? '?' : ''),
    },
    {
      head: 'starts',
      show: startsText,
      short: (row) => startsText(row).replace(/^in /, ''),
      paint: (text, row, style) =>
        row.event.status === 'cancelled' ? style.red(text) : row.state === 'ongoing' ? style.green(text) : text,
    },
    {
      head: 'event',
      show: (row) => (row.event.relevance === 'core' ? '* ' : '  ') + row.event.name + clockThere(row, moment),
      link: ({ event }) => event.url,
      min: 18,
      wrap: 2,
      paint: (text, { event }, style) => (event.relevance === 'core' ? style.bold(text) : text),
    },
    {
      head: 'where',
      show: ({ event }) => placeText(event),
      short: ({ event }) => placeText(event).replace(' + online', '\n+ online'),
      min: 16,
      wrap: 0,
    },
    {
      head: 'cfp ends',
      label: 'CFP',
      show: callText,
      paint: (text, { nextCall }, style) =>
        nextCall === null ? style.dim(text) : nextCall.daysLeft <= 7 ? style.yellow(text) : style.green(text),
    },
    { head: 'type', show: ({ event }) => event.type, drop: 1 },
    { head: 'id', show: ({ event }) => event.id, drop: 2, paint: (text, _, style) => style.dim(text) },
  ];
}

/** What the marks in those rows mean. */
export function comingLegend(rows: readonly Ahead[]): readonly string[] {
  return [
    ...(rows.some(({ event }) => event.relevance === 'core') ? ['* about MLOps itself'] : []),
    ...(rows.some(isUnsure) ? ['? date not confirmed'] : []),
    ...(rows.some(({ pattern }) => pattern) ? ['expected: by the rule its organiser states'] : []),
  ];
}

/** The rule of what recurs, or the clock where a timed event takes place when it is not the reader's. */
function clockThere({ event, pattern, allDay, starts }: Ahead, { zone, zones }: Moment): string {
  if (pattern?.recurrence) return `, ${ruleWords(pattern.recurrence)}`;
  if (allDay || event.timezone === undefined || zones.offset(zone, starts) === zones.offset(event.timezone, starts))
    return '';
  const there = clockTime(event.start, event.timezone, zones);
  return ` (${stampText(there, Number(there.slice(0, 4)))} ${cityOf(event.timezone)})`;
}

function isUnsure({ event }: Ahead): boolean {
  return event.certainty !== 'confirmed';
}

/**
 * When it is, where the reader is: `8–10 Dec`, `9 Dec 18:00 – 20:30 CET`.
 * @param year goes without saying; a range that leaves it names the last day's
 */
function whenText(row: Ahead, year: number, { zone, zones }: Moment): string {
  const { event, allDay } = row;
  if (allDay) return dayRange(event.start, lastDay(row), year).replace(` ${year} – `, ' – ');
  return timeRange(timesOf(event, row), { zone, zones, words: stampText, year }).join(' – ');
}

/** Its own year goes without saying where the days are near; times, and days of two years, take two lines. */
function shortWhen(row: Ahead, thisYear: number, moment: Moment): string {
  const { event, allDay, starts } = row;
  const last = lastDay(row);
  const isNear = isNearDay(event.start.slice(0, 10), moment) && isNearDay(last, moment);
  const first = allDay ? event.start : dayAt(starts, moment.zone, moment.zones);
  const text = whenText(row, isNear ? yearOf(first) : thisYear, moment);
  return allDay && yearOf(first) === yearOf(last) ? text : text.replace(' – ', ' –\n');
}

const lastDay = ({ event }: Ahead): string => (event.end ?? event.start).slice(0, 10);
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Days are counted to what is confirmed alone: a countdown would make a date of a guess. */
function startsText({ event, state, startsInDays }: Ahead): string {
  if (event.status !== 'scheduled') return event.status;
  if (state === 'expected') return state;
  if (event.certainty !== 'confirmed') return event.certainty;
  return state === 'ongoing' ? 'on now' : daysLeftInWords(startsInDays);
}

/** State of the call for papers: open with the days left, closed, or nothing where none is known. */
function callText({ event, nextCall }: Ahead): string {
  if (!nextCall) return event.milestones?.some(isCall) ? 'closed' : '';
  const { daysLeft } = nextCall;
  return daysLeft === 0 ? 'today' : counted(daysLeft, 'day', 'days');
}
