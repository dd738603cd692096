import type { GuideEvent, Series, Source } from '../catalogue/schema';
import { plainLetters } from '../search/plain-letters';
import type { Reading } from './reading';

/** What an entry needs beside what the source says. */
export interface Setting {
  readonly id: string;
  readonly series: Series | undefined;
  readonly topics: readonly string[];
  readonly evidence: Source;
  /** Day on which it came in. */
  readonly added: string;
}

/** An event made of one reading. Facts are the source's; where it says nothing, nothing is said. */
export function candidate(reading: Reading, { id, series, topics, evidence, added }: Setting): GuideEvent {
  const { name, url, language, start, end, timezone, mode, place, milestones, status } = reading;
  return {
    id,
    kind: 'event',
    name: hasYear(name) ? name : `${name} ${reading.year}`,
    ...(url === undefined ? {} : { url }),
    summary: summaryOf(reading, series),
    topics: [...topics],
    ...(language === undefined ? {} : { language }),
    ...(series ? { series: series.id } : {}),
    type: series?.type ?? typeOf(name),
    start,
    ...(end === undefined ? {} : { end }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(mode === undefined ? {} : { mode }),
    ...(place ? { place } : {}),
    ...(milestones.length > 0 ? { milestones: [...milestones] } : {}),
    certainty: reading.isOfficial ? 'confirmed' : 'tentative',
    status,
    relevance: series?.relevance ?? (/\b(mlops|llmops)\b/i.test(name) ? 'core' : 'adjacent'),
    sources: [evidence],
    added,
  };
}

const TYPES = ['meetup', 'webinar', 'workshop', 'summit', 'seminar'] as const;

function typeOf(name: string): GuideEvent['type'] {
  return TYPES.find((type) => new RegExp(`\\b${type}\\b`, 'i').test(name)) ?? 'conference';
}

const hasYear = (name: string): boolean => /(?<!\d)20\d\d(?!\d)/.test(name);

/** The series' own words, or no more than what and where it is. */
function summaryOf({ place, mode, name }: Reading, series: Series | undefined): string {
  if (series) return series.summary;
  const type = typeOf(name);
  const where = place?.city ?? place?.venue;
  const at = where === undefined ? (mode === 'online' ? ', online' : '') : ` in ${where.slice(0, 60)}`;
  return `A ${type}${at}, as listed by its source; nothing else is known here.`;
}

/** `KubeCon + CloudNativeCon Europe`, 2026 → `kubecon-cloudnativecon-europe-2026`; never a path, never empty. */
export function idOf(name: string, year: number): string {
  const words = plainLetters(name)
    .replace(/20\d\d/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return `${words || 'event'}-${year}`;
}
