import { cleanText } from './catalogue/clean';
import { didYouMean, UsageError } from './errors';
import { nearest } from './search/distance';

/** In less than these letters, every abbreviation is like some other. */
const LEAST_LETTERS = 4;

/**
 * The time zone of this name, whatever case it is typed in.
 * @param table of all zones, as `zoneText` writes it
 * @throws UsageError naming the zone of the city that was typed, or those that are written nearly so
 */
export function zoneCalled(asked: string, table: string): string {
  const names = ['UTC', ...Array.from(table.matchAll(/^([^\t\n]+)\t/gm), ([, name = '']) => name)];
  const typed = asked.trim().toLowerCase().replace(/\s+/g, '_');
  const same = names.find((name) => name.toLowerCase() === typed);
  if (same !== undefined) return same;
  throw new UsageError(`no time zone "${cleanText(asked)}".${didYouMean(alike(typed, names).slice(0, 2))}`, {
    hint: 'Use an IANA name such as Europe/Berlin or UTC.',
  });
}

function alike(typed: string, names: readonly string[]): string[] {
  const cityOf = (name: string): string => name.toLowerCase().split('/').at(-1) ?? '';
  const there = names.filter((name) => cityOf(name) === typed);
  if (there.length > 0 || typed.length < LEAST_LETTERS) return there;
  const byWords = new Map(
    names.flatMap((name) => [[name.toLowerCase(), name] as const, [cityOf(name), name] as const]),
  );
  return [...new Set(nearest(typed, [...byWords.keys()], 2).flatMap((words) => byWords.get(words) ?? []))];
}
