import type { Recurrence } from '../catalogue/schema';
import { counted } from '../counted';
import { dayRange, MONTHS } from './words';

const WEEKDAYS: ReadonlyMap<string, string> = new Map([
  ['MO', 'Mon'],
  ['TU', 'Tue'],
  ['WE', 'Wed'],
  ['TH', 'Thu'],
  ['FR', 'Fri'],
  ['SA', 'Sat'],
  ['SU', 'Sun'],
]);
const PLACES: ReadonlyMap<string, string> = new Map([
  ['1', 'first'],
  ['2', 'second'],
  ['3', 'third'],
  ['4', 'fourth'],
  ['5', 'fifth'],
  ['-1', 'last'],
  ['-2', 'second to last'],
]);
const UNITS: ReadonlyMap<string, readonly [every: string, several: string]> = new Map([
  ['DAILY', ['daily', 'days']],
  ['WEEKLY', ['weekly', 'weeks']],
  ['MONTHLY', ['monthly', 'months']],
  ['YEARLY', ['yearly', 'years']],
]);

/**
 * A rule for people, on the clock of its zone: `weekly, Thu 13:00 Los Angeles`; `every 2 months, first Tue 09:00 Berlin`.
 * What has no short words, such as BYSETPOS, is left out: the words never say more than the rule.
 */
export function ruleWords({ rule, time, timezone }: Readonly<Recurrence>): string {
  const parts = new Map(
    rule.split(';').map((part): [string, string] => [part.replace(/=.*/, ''), part.replace(/.*=/, '')]),
  );
  const list = (name: string): string[] => parts.get(name)?.split(',') ?? [];
  const [every = '', several = ''] = UNITS.get(parts.get('FREQ') ?? '') ?? [];
  const interval = parts.get('INTERVAL') ?? '1';
  const days = parts.has('BYSETPOS') ? [] : [...list('BYDAY').map(weekday), ...list('BYMONTHDAY').map(monthDay)];
  const months = list('BYMONTH').map((month) => (MONTHS[Number(month) - 1] ?? '').slice(0, 3));
  const clock = `${time} ${cityOf(timezone)}`;
  return [
    interval === '1' ? every : `every ${interval} ${several}`,
    [joined(days), months.length > 0 ? `in ${joined(months)}` : '', clock].filter(Boolean).join(' '),
    ...list('COUNT').map((count) => `${counted(Number(count), 'time', 'times')} in all`),
    ...list('UNTIL').map((until) => `until ${dayRange(dayOf(until), dayOf(until))}`),
  ].join(', ');
}

/** `Los Angeles` of `America/Los_Angeles`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function weekday(code: string): string {
  const [, place = '', letters = ''] = /^\+?(-?\d)?(..)$/.exec(code) ?? [];
  const name = WEEKDAYS.get(letters) ?? letters;
  return place === '' ? name : `${PLACES.get(place) ?? `${place.slice(1)}th to last`} ${name}`;
}

function monthDay(day: string): string {
  if (!day.startsWith('-')) return `on day ${day}`;
  return day === '-1' ? 'on the last day' : `on the last day but ${Number(day.slice(1)) - 1}`;
}

const dayOf = (until: string): string => `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`;

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
