import type { Milestone } from '../catalogue/schema';
import { isDay } from '../time/day';
import { isNear, type HasZone } from './ccf-deadlines';
import { daysIn, type Days } from './days-text';
import { deadlineIn } from './deadline-text';
import { countryIn } from './place-text';
import { notValid, type Converted, type LeftOut, type Reading } from './reading';
import { isRecord, listAt, numberAt, recordName, textAt, webAddress, type RawRecord } from './record';

/** Their types of deadlines that are milestones here; rebuttals and camera-ready copies are no business of newcomers. */
const KINDS: ReadonlyMap<string, Milestone['kind']> = new Map([
  ['abstract', 'abstract'],
  ['paper', 'paper'],
  ['submission', 'paper'],
  ['notification', 'notification'],
]);

/** Converts a file of huggingface/ai-deadlines: a YAML list of editions, each deadline with its own zone. */
export function convertAiDeadlines(editions: readonly unknown[], hasZone: HasZone): Converted {
  const readings: Reading[] = [];
  const leftOut: LeftOut[] = [];
  editions.forEach((edition, at) => {
    const reading = isRecord(edition) ? readingOf(edition, hasZone) : 'is no mapping';
    const record = recordName(edition, at, 'title', 'year');
    if (reading === undefined) leftOut.push({ record, why: 'no date yet' });
    else if (typeof reading === 'string') leftOut.push(notValid(record, reading));
    else readings.push(reading);
  });
  return { readings, leftOut };
}

/** What is wrong, where it is none; undefined where its days are not known yet. */
function readingOf(edition: RawRecord, hasZone: HasZone): Reading | string | undefined {
  const title = textAt(edition, 'title');
  const year = numberAt(edition, 'year');
  if (title === undefined) return 'has no title';
  if (year === undefined || year < 1900 || year > 2100) return 'has no year';
  const days = daysOf(edition);
  if (typeof days !== 'object') return days;
  if (!isNear(days, year)) return `is the edition of ${year}, but its days are ${days.start} to ${days.end}`;
  const fullName = textAt(edition, 'full_name');
  const place = placeOf(edition);
  const tags = listAt(edition, 'tags').filter((tag) => typeof tag === 'string');
  return {
    key: textAt(edition, 'id') ?? `${title} ${year}`,
    name: `${title} ${year}`,
    seriesNames: [title, ...(fullName === undefined ? [] : [fullName])],
    url: webAddress(textAt(edition, 'link')),
    year,
    ...days,
    mode: place ? 'in-person' : undefined,
    place,
    milestones: milestonesOf(edition, hasZone),
    language: undefined,
    status: 'scheduled',
    subjects: [...tags.map((tag) => tag.replace(/-/g, ' ')), ...(fullName === undefined ? [] : [fullName])],
    isOfficial: false,
  };
}

function daysOf(edition: RawRecord): Days | string | undefined {
  const start = textAt(edition, 'start');
  const end = textAt(edition, 'end');
  if (start === undefined) return daysIn(textAt(edition, 'date') ?? '');
  if (!isDay(start)) return `start is no day: ${start}`;
  if (end !== undefined && !isDay(end)) return `end is no day: ${end}`;
  return { start, end: end ?? start };
}

function placeOf(edition: RawRecord): Reading['place'] {
  const city = textAt(edition, 'city');
  const written = textAt(edition, 'country');
  const country = written === undefined ? undefined : countryIn(written);
  // Some give the state as the country.
  const region = written !== undefined && country === undefined ? written : undefined;
  const place = {
    ...(city === undefined ? {} : { city }),
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
  };
  return Object.keys(place).length === 0 ? undefined : place;
}

function milestonesOf(edition: RawRecord, hasZone: HasZone): Milestone[] {
  return listAt(edition, 'deadlines').flatMap((item): Milestone[] => {
    if (!isRecord(item)) return [];
    const kind = KINDS.get(textAt(item, 'type') ?? '');
    const deadline = deadlineIn(textAt(item, 'date') ?? '', textAt(item, 'timezone'), hasZone);
    if (kind === undefined || !deadline) return [];
    return [{ kind, label: (textAt(item, 'label') ?? kind).slice(0, 160), ...deadline }];
  });
}
