import { addDays, type Day } from './day';
import { OCCURRENCE_MS, type Occurrence } from './occurrence';

/**
 * When a series is expected, worked out by the build for some years: a start of the program then needs neither rule nor
 * zone. Times are minutes since 1970.
 */
export interface Pattern {
  /** It holds for what starts from here on, where nothing goes before it null … */
  readonly from: number | null;
  /** … and before this; null where nothing follows. */
  readonly to: number | null;
  /** The first day, where the series is. */
  readonly day: Day;
  /** The first start; then pairs, how many minutes to the next and how often in a row. */
  readonly starts: readonly number[];
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/**
 * @param occurrences all from `from` on and before `to`, in order
 * @param from epoch ms, as `to`; null where there are none before, or after, at all
 */
export function packPattern(occurrences: readonly Occurrence[], from: number | null, to: number | null): Pattern {
  const [first] = occurrences;
  const starts = first ? [first.start / MINUTE_MS] : [];
  let before = first?.start ?? 0;
  for (const { start } of occurrences.slice(1)) {
    const gap = (start - before) / MINUTE_MS;
    const count = starts.at(-1) ?? 0;
    if (starts.length > 2 && starts.at(-2) === gap) starts[starts.length - 1] = count + 1;
    else starts.push(gap, 1);
    before = start;
  }
  const minutes = (instant: number | null): number | null => instant && Math.ceil(instant / MINUTE_MS);
  return { from: minutes(from), to: minutes(to), day: first?.day ?? '', starts };
}

/** Can the pattern tell what is first from `from` on, epoch ms? */
export function patternTells({ from: first, to, starts }: Pattern, from: number): boolean {
  let last = starts[0] ?? -Infinity;
  for (let run = 1; run < starts.length; run += 2) last += (starts[run] ?? 0) * (starts[run + 1] ?? 0);
  return (first === null || from >= first * MINUTE_MS) && (to === null || from <= last * MINUTE_MS);
}

/**
 * The occurrences of a pattern from `from` on and before `to`, epoch ms, in order.
 * @param time what clocks show where the series is, HH:MM
 */
export function* patternOccurrences(pattern: Pattern, time: string, from: number, to: number): Generator<Occurrence> {
  const { day: firstDay, starts } = pattern;
  const first = starts[0] ?? Infinity;
  let at = first;
  let run = 1;
  for (let left = starts[2] ?? 0; at * MINUTE_MS < to; left -= 1) {
    const start = at * MINUTE_MS;
    if (start >= from) {
      // The clock there stays where it is, but for an hour or two in summer: rounded, days are whole.
      const day = addDays(firstDay, Math.round((at - first) / DAY_MINUTES));
      yield { day, wall: `${day}T${time}`, start, end: start + OCCURRENCE_MS };
    }
    if (left === 0) {
      run += 2;
      left = starts[run + 1] ?? 0;
    }
    at += starts[run] ?? Infinity;
  }
}
