import { addDays, type Day, isDay } from '../time/day';
import { ruleDays } from '../time/rule-days';
import { nothingFaulty, type Known, type Rule } from './rule';
import type { Recurrence } from './schema';

const MOSTLY_ENOUGH = 366;
/** What no day fits in so many never will: a fifth Monday of February comes every 28 years, over 2100 every 40. */
const LONG_ENOUGH = 41 * 366;
/** Any day: a rule that does not count from a start fits the same days wherever one begins. */
const SOME_DAY = '2020-01-01';
/** Days outside are slips of the pen, and a rule that is followed from or to them takes seconds. */
const EARLIEST: Day = '1900-01-01';
const LATEST: Day = '2100-12-31';

type Parts = ReadonlyMap<string, string>;
type Fault = readonly [field: keyof Recurrence, message: string];

type KnownRecurrence = Known<Recurrence>;
/** Was a field of the recurrence left out because it is malformed? */
type IsFaultyField = (field: keyof Recurrence) => boolean;

/** An RRULE that the schema lets through is made of sound parts; here they must make sense together. */
export const recurrenceIsSound: Rule = (entries, _, isFaulty = nothingFaulty) =>
  entries.flatMap((entry) =>
    entry.kind === 'series' && entry.recurrence
      ? faultsOf(entry.recurrence, (field) => isFaulty(entry, 'recurrence', field)).map(([field, message]) => ({
          entry,
          path: ['recurrence', field],
          message,
        }))
      : [],
  );

/** Looks at the days of a rule only when its words are right: they bound how long that may take. */
function faultsOf(recurrence: KnownRecurrence, isFaulty: IsFaultyField): readonly Fault[] {
  const { rule, start } = recurrence;
  if (rule === undefined) return [];
  const words = rule.split(';').map((part): [string, string] => {
    const [name = '', value = ''] = part.split('=');
    return [name, value];
  });
  const parts: Parts = new Map(words);
  if (parts.size < words.length) return [['rule', 'names a part twice']];
  const unsound = misfit(parts);
  if (unsound !== undefined) return [['rule', unsound]];
  // Without a start nothing says which days the rule has.
  const needed = isFaulty('start') ? undefined : needForStart(parts, start);
  const message = needed ?? untilFault(parts, start);
  if (message !== undefined) return [['rule', message]];
  return isFaulty('start') ? [] : dayFaults({ ...recurrence, rule });
}

/** Parts that RFC 5545 (3.3.10) does not allow together, or that nobody could tell the meaning of. */
function misfit(parts: Parts): string | undefined {
  const freq = parts.get('FREQ') ?? '';
  const has = (part: string): boolean => parts.has(part);
  const isNth = /\d/.test(parts.get('BYDAY') ?? '');
  const misfits: readonly (readonly [boolean, string])[] = [
    [has('COUNT') && has('UNTIL'), 'has COUNT and UNTIL: leave one out'],
    [has('BYDAY') && has('BYMONTHDAY'), 'has BYDAY and BYMONTHDAY: leave one out'],
    [has('BYMONTHDAY') && freq !== 'MONTHLY' && freq !== 'YEARLY', `has BYMONTHDAY, which FREQ=${freq} does not take`],
    [isNth && freq !== 'MONTHLY' && freq !== 'YEARLY', `counts weekdays in BYDAY, which FREQ=${freq} does not take`],
    [has('BYSETPOS') && (freq !== 'MONTHLY' || !has('BYDAY')), 'has BYSETPOS, which needs FREQ=MONTHLY and BYDAY'],
    [freq === 'DAILY' && has('BYMONTH'), 'has BYMONTH, which FREQ=DAILY does not take'],
    [freq === 'DAILY' && has('BYDAY') && has('INTERVAL'), 'has BYDAY and INTERVAL: say FREQ=WEEKLY instead'],
    [freq === 'YEARLY' && !has('BYMONTH') && (has('BYDAY') || has('BYMONTHDAY')), 'has FREQ=YEARLY and needs BYMONTH'],
  ];
  return misfits.find(([isOne]) => isOne)?.[1];
}

/** INTERVAL and COUNT count from the start, and what no part says is as on the first day. */
function needForStart(parts: Parts, start: string | undefined): string | undefined {
  if (start !== undefined) return undefined;
  const freq = parts.get('FREQ') ?? '';
  if (parts.has('COUNT')) return 'has COUNT, so the recurrence needs a start to count from';
  if (Number(parts.get('INTERVAL') ?? '1') > 1) return 'has INTERVAL, so the recurrence needs a start to count from';
  const saysDay = freq === 'DAILY' || parts.has('BYDAY') || parts.has('BYMONTHDAY');
  return saysDay
    ? undefined
    : `does not say on which day, so the recurrence needs a start: FREQ=${freq} alone is not enough`;
}

function untilFault(parts: Parts, start: string | undefined): string | undefined {
  const until = parts.get('UNTIL');
  if (until === undefined) return undefined;
  const [, y, m, d, clock = ''] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6}))?/.exec(until) ?? [];
  const day = `${y}-${m}-${d}`;
  if (!isDay(day) || !/^(([01]\d|2[0-3])[0-5]\d[0-5]\d)?$/.test(clock))
    return `has UNTIL=${until}, which is no day or time`;
  return start !== undefined && day < addDays(start.slice(0, 10), -1)
    ? `has UNTIL=${until}, before the start`
    : undefined;
}

function dayFaults({
  rule,
  start,
  time,
  exceptions: listed = [],
}: KnownRecurrence & { rule: string }): readonly Fault[] {
  const exceptions = listed.flatMap((day) => day ?? []);
  const first = start?.slice(0, 10);
  const far = (day: Day): boolean => day < EARLIEST || day > LATEST;
  const beyond = `is outside the years ${EARLIEST.slice(0, 4)} to ${LATEST.slice(0, 4)}`;
  if (first !== undefined && far(first)) return [['start', beyond]];
  if (exceptions.some(far)) return [['exceptions', beyond]];
  const endless = rule.replace(/;UNTIL=[^;]*/, '');
  const from = first ?? SOME_DAY;
  const firstWithin = (days: number): Day | undefined => ruleDays(endless, first, from, addDays(from, days))[0];
  const earliest = firstWithin(MOSTLY_ENOUGH) ?? firstWithin(LONG_ENOUGH);
  if (earliest === undefined) return [['rule', 'fits no day']];
  const sorted = [...exceptions].sort();
  const fitting = new Set(ruleDays(endless, first, sorted[0] ?? from, sorted.at(-1) ?? from));
  return [
    ...(first !== undefined && earliest !== first ? [['start', 'is no day of the rule'] as const] : []),
    ...(start !== undefined && start.length > 10 && time !== undefined && start.slice(11) !== time
      ? [['start', `has another time than the recurrence, ${time}`] as const]
      : []),
    ...exceptions
      .filter((day) => !fitting.has(day))
      .map((day): Fault => ['exceptions', `${day} is no day of the rule`]),
  ];
}
