import { cleanText } from '../catalogue/clean';
import { UsageError } from '../errors';
import { isDay, type Day } from '../time/day';
import { addSpan, backwards, longestSpan, parseSpan } from '../time/span';

/** The first day that `--since` means: a day, or a span back from today. @throws UsageError for what is neither */
export function sinceDay(value: string, today: Day): Day {
  if (isDay(value)) return value;
  const span = parseSpan(value);
  if (span) return addSpan(today, backwards(span));
  const most = longestSpan(value);
  throw new UsageError(
    `--since: "${cleanText(value)}" is ${most ? `too long, ${most}` : 'neither a day nor a span'}.`,
    {
      hint: 'Use YYYY-MM-DD, 14d, 6w or 3mo.',
    },
  );
}
