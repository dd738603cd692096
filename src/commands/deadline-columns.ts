import { isClosing, type Due } from '../query/deadlines';
import type { Moment } from '../query/moment';
import { isUrgent, nounOf, shortTimeLeft, timeLeftText } from '../render/deadline-words';
import { isNearDay, isSameClock, zoneText } from '../render/facts';
import type { Column } from '../render/table';
import { clockTime } from '../time/skipped-time';
import { wallInWords } from '../time/words';

const SOON_DAYS = 7;

/** Milestones ahead, for people. Marks are explained by `deadlineLegend`. */
export function deadlineColumns(moment: Moment): readonly Column<Due>[] {
  const { now } = moment;
  return [
    {
      head: 'due',
      show: (due) => timeLeftText(due, now),
      short: (due) => shortTimeLeft(due, now),
      paint: (text, due, style) => {
        if (!isClosing(due.milestone)) return text;
        if (isUrgent(due, now)) return style.red(text);
        return due.daysLeft <= SOON_DAYS ? style.yellow(text) : style.green(text);
      },
    },
    {
      head: 'date',
      show: (due) => dateParts(due, moment).join(' '),
      short: (due) => dateParts(due, moment).join('\n'),
    },
    {
      head: 'event',
      show: ({ event }) => (event.relevance === 'core' ? '* ' : '  ') + event.name,
      link: ({ event, milestone }) => milestone.url ?? event.url,
      min: 16,
      wrap: 2,
      paint: (text, { event }, style) => (event.relevance === 'core' ? style.bold(text) : text),
    },
    {
      head: 'what',
      show: (due) => due.milestone.label + doubts(due),
      short: (due) => nounOf(due.milestone) + doubts(due),
      min: 12,
      wrap: 0,
    },
  ];
}

/** What the marks in those rows mean. */
export function deadlineLegend(rows: readonly Due[]): readonly string[] {
  return [
    ...(rows.some(({ event }) => event.relevance === 'core') ? ['* about MLOps itself'] : []),
    ...(rows.some(({ event }) => event.certainty !== 'confirmed') ? ['? event not confirmed'] : []),
  ];
}

/**
 * As stated, then where the reader is, where that reads differently, then the date before an extension:
 * `Sun 6 Dec 23:59 AoE`, `= Mon 7 Dec 12:59 CET`, `(was Sun 15 Nov)`. Of the same day only the time is said again.
 */
function dateParts({ milestone: { at, timezone, was }, closes }: Due, moment: Moment): string[] {
  const { zone, zones } = moment;
  const before = was === undefined ? [] : [`(was ${inWords(was, moment)})`];
  if (closes === null || timezone === undefined) return [`${inWords(at, moment)}, zone not stated`, ...before];
  const wall = zones.wall(closes, zone);
  const here = `${inWords(wall, moment)} ${zoneText(closes, zone, zones)}`;
  if (isSameClock(closes, timezone, zone, zones)) return [here, ...before];
  const stated = `${inWords(clockTime(at, timezone, zones), moment)} ${zoneText(closes, timezone, zones)}`;
  const isSameDay = wall.slice(0, 10) === at.slice(0, 10);
  return [stated, `= ${isSameDay ? `${wall.slice(11)} ${zoneText(closes, zone, zones)}` : here}`, ...before];
}

function inWords(wall: string, moment: Moment): string {
  return wallInWords(wall, isNearDay(wall.slice(0, 10), moment) ? Number(wall.slice(0, 4)) : undefined);
}

function doubts({ event }: Due): string {
  const mark = event.certainty === 'confirmed' ? '' : '?';
  return event.status === 'scheduled' ? mark : `${mark}, event ${event.status}`;
}
