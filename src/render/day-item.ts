import type { Milestone } from '../catalogue/schema';
import type { DayItem } from '../query/day-items';
import type { Moment } from '../query/upcoming';
import type { Day } from '../time/day';
import { dayRange } from '../time/words';
import { clockTime } from '../time/skipped-time';
import { isSameClock, placeText, stampText, zoneText } from './facts';
import type { Style } from './style';
import { timeRange, timesOf } from './time-range';

/** Short enough for a cell of a month. */
const MILESTONE_WORDS: Readonly<Record<Milestone['kind'], string>> = {
  cfp: 'CFP',
  abstract: 'abs',
  paper: 'paper',
  notification: 'notif',
  'early-bird': 'early',
  registration: 'reg',
};

/** Marks of an item, explained by `itemLegend`: empty, or one to three characters. */
export function itemMarks({ kind, entry }: DayItem): string {
  if (entry.kind === 'series') return '~';
  const off = offText(entry) === '' ? '' : 'x';
  if (kind === 'deadline') return `${off}!`;
  return [off, entry.certainty === 'confirmed' ? '' : '?', entry.relevance === 'core' ? '*' : ''].join('');
}

/** `cancelled` or `postponed`: it does not take place on those days. Empty where it does. */
function offText({ status }: DayItem['entry']): string {
  return status === 'cancelled' || status === 'postponed' ? status : '';
}

const MEANINGS: readonly (readonly [mark: string, meaning: string])[] = [
  ['*', 'about MLOps itself'],
  ['?', 'date not confirmed'],
  ['!', 'deadline'],
  ['x', 'cancelled or postponed'],
  ['~', 'expected by its stated rule, not confirmed'],
];

/** What the marks of those items mean. */
export function itemLegend(items: readonly DayItem[]): string[] {
  const used = new Set(items.flatMap((item) => itemMarks(item).split('')));
  return MEANINGS.flatMap(([mark, meaning]) => (used.has(mark) ? [`${mark} ${meaning}`] : []));
}

/** An item in few words: `*MLOps Day`, `18:00 Meetup`, `!CFP MLOps Day`, `x!CFP MLOps Day`. */
export function itemLabel(item: DayItem, { zone, zones }: Moment): string {
  const { milestone, entry, isTimed, startsAt } = item;
  if (milestone) return `${itemMarks(item)}${MILESTONE_WORDS[milestone.kind]} ${entry.name}`;
  const time = isTimed && startsAt !== null ? `${zones.wall(startsAt, zone).slice(11)} ` : '';
  return `${itemMarks(item)}${time}${entry.name}`;
}

/** An item by its whole name: `Call for papers: MLOps Day`. */
export function itemName({ milestone, entry }: DayItem): string {
  return milestone ? `${milestone.label}: ${entry.name}` : entry.name;
}

/**
 * When it is, for the reader: `8–10 Dec`, `7 Dec 12:59 CET`, `9 Dec 18:00 – 20:30 CET`; `to 25 Jan 2027`, or
 * `to 10 Dec 17:00 CET`, where the month finds it under way.
 * @param firstDay of the month that it stands under, whose year goes without saying
 */
export function itemWhen(item: DayItem, { zone, zones }: Moment, firstDay: Day): string {
  const { entry, first, last, isTimed, startsAt, endsAt } = item;
  const year = Number(firstDay.slice(0, 4));
  const isUnderWay = first < firstDay;
  if (!isTimed || startsAt === null)
    return isUnderWay ? `to ${dayRange(last, last, year)}` : dayRange(first, last, year);
  const times =
    item.kind === 'event' && entry.kind === 'event' && endsAt !== null
      ? timesOf(entry, { starts: startsAt, ends: endsAt })
      : { starts: startsAt };
  // Where it begins in that month, its own year is the month's.
  const parts = timeRange(times, { zone, zones, words: stampText, year: Number(first.slice(0, 4)) });
  return isUnderWay ? `to ${parts.at(-1) ?? ''}` : parts.join(' – ');
}

/** Where an event is, and when again in that month; how a deadline is stated; of both, that the event is off. */
export function itemWhere(item: DayItem, moment: Moment): string {
  const { milestone, entry, endsAt } = item;
  const parts = milestone
    ? [offText(entry), statedText(milestone, endsAt, moment), milestone.was ? `was ${shortStamp(milestone.was)}` : '']
    : [
        offText(entry),
        placeText(entry),
        item.also ? `also ${item.also.map((day) => Number(day.slice(8))).join(', ')}` : '',
      ];
  return parts.filter(Boolean).join(', ');
}

/**
 * As the organiser says it, where that is not how the reader sees it anyway: `6 Dec 23:59 AoE`, `zone not stated`.
 * @param closes the last instant: on a day on which clocks change, its beginning has the zone's other name
 */
function statedText({ at, timezone }: Milestone, closes: number | null, { zone, zones }: Moment): string {
  if (timezone === undefined || closes === null)
    return at.length > 10 ? `${at.slice(11)}, zone not stated` : 'zone not stated';
  if (isSameClock(closes, timezone, zone, zones)) return '';
  return `${shortStamp(clockTime(at, timezone, zones))} ${zoneText(closes, timezone, zones)}`;
}

const shortStamp = (stamp: string): string => stampText(stamp, Number(stamp.slice(0, 4)));

/** Colour beside the marks, which say the same. */
export function paintItem(text: string, { kind, entry }: DayItem, style: Style): string {
  if (kind === 'occurrence') return style.dim(text);
  if (offText(entry) !== '') return style.red(text);
  if (kind === 'deadline') return style.yellow(text);
  return entry.relevance === 'core' ? style.bold(text) : text;
}
