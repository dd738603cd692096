import type { Milestone } from '../catalogue/schema';
import { daysIn } from './days-text';
import { deadlineIn } from './deadline-text';
import { whereaboutsIn } from './place-text';
import { notValid, type Converted, type LeftOut, type Reading } from './reading';
import { isRecord, listAt, numberAt, recordName, textAt, webAddress, type RawRecord } from './record';

export type HasZone = (zone: string) => boolean;

/**
 * Converts a file of ccfddl/ccf-deadlines: a YAML list of conferences, each with its editions in `confs`. Days are free
 * text there, and deadlines have the zone of their edition.
 */
export function convertCcfDeadlines(conferences: readonly unknown[], hasZone: HasZone): Converted {
  const readings: Reading[] = [];
  const leftOut: LeftOut[] = [];
  conferences.forEach((conference, at) => {
    const title = isRecord(conference) ? textAt(conference, 'title') : undefined;
    if (!isRecord(conference) || title === undefined) {
      leftOut.push(notValid(recordName(conference, at, 'title'), 'has no title'));
      return;
    }
    listAt(conference, 'confs').forEach((edition, index) => {
      const reading = isRecord(edition) ? readingOf(title, conference, edition, hasZone) : 'is no mapping';
      const record = `${title} ${recordName(edition, index, 'year')}`;
      if (reading === undefined) leftOut.push({ record, why: 'no date yet' });
      else if (typeof reading === 'string') leftOut.push(notValid(record, reading));
      else readings.push(reading);
    });
  });
  return { readings, leftOut };
}

/** What is wrong, where it is none; undefined where its days are not known yet. */
function readingOf(
  title: string,
  conference: RawRecord,
  edition: RawRecord,
  hasZone: HasZone,
): Reading | string | undefined {
  const year = numberAt(edition, 'year');
  if (year === undefined || year < 1900 || year > 2100) return 'has no year';
  const days = daysIn(textAt(edition, 'date') ?? '');
  if (!days) return undefined;
  if (!isNear(days, year)) return `is the edition of ${year}, but its days are ${days.start} to ${days.end}`;
  const place = textAt(edition, 'place');
  const where = place === undefined ? {} : whereaboutsIn(place);
  const description = textAt(conference, 'description');
  const area = textAt(conference, 'sub');
  return {
    key: `${title} ${year}`,
    name: `${title} ${year}`,
    seriesNames: [title, ...(description === undefined ? [] : [description])],
    url: webAddress(textAt(edition, 'link')),
    year,
    ...days,
    mode: where.mode ?? (where.place ? 'in-person' : undefined),
    place: where.place,
    milestones: milestonesOf(edition, hasZone),
    language: undefined,
    status: 'scheduled',
    subjects: [...(area === undefined ? [] : [`ccf:${area}`]), ...(description === undefined ? [] : [description])],
    isOfficial: false,
  };
}

/** An edition is held in its year, or is the one that its turn makes begin in December or slip into January. */
export function isNear({ start, end }: { readonly start: string; readonly end: string }, year: number): boolean {
  return start.startsWith(String(year)) || end.startsWith(String(year));
}

function milestonesOf(edition: RawRecord, hasZone: HasZone): Milestone[] {
  const zone = textAt(edition, 'timezone');
  return listAt(edition, 'timeline').flatMap((step): Milestone[] => {
    if (!isRecord(step)) return [];
    const comment = textAt(step, 'comment');
    return (['abstract', 'paper'] as const).flatMap((kind): Milestone[] => {
      const written = textAt(step, kind === 'paper' ? 'deadline' : 'abstract_deadline');
      const deadline = written === undefined ? undefined : deadlineIn(written, zone, hasZone);
      const plain = kind === 'paper' ? 'Papers' : 'Abstracts';
      return deadline ? [{ kind, label: comment ? `${plain} (${comment.slice(0, 120)})` : plain, ...deadline }] : [];
    });
  });
}
