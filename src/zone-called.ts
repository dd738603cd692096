import { cleanText } from './catalogue/clean';
import { zonesAlike } from './catalogue/zones-alike';
import { didYouMean, UsageError } from './errors';

/**
 * The time zone of this name, whatever case it is typed in.
 * @param names of all zones that a reader may be in
 * @throws UsageError naming the zone of the city that was typed, or those that are written nearly so
 */
export function zoneCalled(asked: string, names: readonly string[]): string {
  const typed = asked.trim().toLowerCase().replace(/\s+/g, '_');
  const near = zonesAlike(typed, names).slice(0, 2);
  const [first] = near;
  if (first?.toLowerCase() === typed) return first;
  throw new UsageError(`no time zone "${cleanText(asked)}".${didYouMean(near)}`, {
    hint: 'Use an IANA name such as Europe/Berlin or UTC.',
  });
}
