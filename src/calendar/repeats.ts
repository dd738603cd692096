import type ICAL from 'ical.js';
import type { Day } from '../time/day';
import { ruleDays } from '../time/rule-days';
import type { Clock } from './file-clocks';

/** Of one length each, so that the past can be left out in one go. */
const STEP_MS: ReadonlyMap<string, number> = new Map([
  ['DAILY', 86_400_000],
  ['WEEKLY', 7 * 86_400_000],
]);
const BY_DAYS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/**
 * Local times, or days, at which a rule repeats, those from day `from` to day `to` among them. Rules are asked for days,
 * as everywhere in the program, and the hours of those days are those of the start or of the rule.
 * @param first where the rule begins: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` on `clock`
 * @throws RangeError for a rule of hours, minutes or seconds
 */
export function repeats(
  rule: ICAL.Recur,
  first: string,
  clock: Clock,
  { from, to }: { readonly from: Day; readonly to: Day },
): string[] {
  if (!BY_DAYS.includes(rule.freq)) throw new RangeError(`it repeats ${rule.freq}, which is not followed`);
  const until = rule.until === null ? undefined : localUntil(rule.until.toString(), first.length === 10, clock);
  if (until !== undefined && until.slice(0, 10) < from) return [];
  const text = rule.toString().replace(/;?(UNTIL|BYHOUR|BYMINUTE|BYSECOND)=[^;]*/g, '');
  const times = timesOfDay(rule, first);
  const firstDay = first.slice(0, 10);
  const isBehind = (wall: string): boolean => wall < first || (until !== undefined && wall > until);
  if (rule.count !== null && times.length > 1) {
    // What is counted are times, not days.
    const days = ruleDays(text.replace(/;?COUNT=\d+/, ''), firstDay, firstDay, to);
    return timesOn(days, times).filter((wall) => !isBehind(wall)).slice(0, rule.count); // prettier-ignore
  }
  const start = rule.count === null ? nearStart(rule, firstDay, from) : firstDay;
  return timesOn(ruleDays(text, start, from, to), times).filter((wall) => !isBehind(wall));
}

const timesOn = (days: readonly Day[], times: readonly string[]): string[] =>
  days.flatMap((day) => times.map((time) => day + time));

/** `T10:00:00`, one or several, in order; of a day nothing. */
function timesOfDay({ parts }: ICAL.Recur, first: string): string[] {
  if (first.length === 10) return [''];
  const own = [first.slice(11, 13), first.slice(14, 16), first.slice(17, 19)];
  const [hours = [], minutes = [], seconds = []] = (['BYHOUR', 'BYMINUTE', 'BYSECOND'] as const).map((name, at) => {
    const given = parts[name];
    return given ? given.map((value) => String(value).padStart(2, '0')) : [own[at] ?? ''];
  });
  return hours
    .flatMap((hour) => minutes.flatMap((minute) => seconds.map((second) => `T${hour}:${minute}:${second}`)))
    .sort();
}

/** The end of a rule on the clock that it runs by. A day alone is meant with all its hours. */
function localUntil(until: string, isDays: boolean, clock: Clock): string {
  const local = until.endsWith('Z') && !isDays ? clock.wall(Date.parse(until)) : until.replace('Z', '');
  if (isDays) return local.slice(0, 10);
  return local.length === 10 ? `${local}T23:59:59` : local;
}

/** Where to start, so that the years between a rule's beginning and now need not be walked; in step with the rule. */
function nearStart({ freq, interval }: ICAL.Recur, first: Day, from: Day): Day {
  const step = (STEP_MS.get(freq) ?? 0) * interval;
  const gap = Date.parse(from) - Date.parse(first);
  if (!(step > 0) || gap <= 2 * step) return first;
  return new Date(Date.parse(first) + (Math.floor(gap / step) - 1) * step).toISOString().slice(0, 10);
}
