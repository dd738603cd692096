import { cleanText } from './catalogue/clean';
import { didYouMean, UsageError } from './errors';
import { nearest } from './search/distance';

/** Keys of JSON: those of an object behind a dot, of the objects in a list likewise; `*` for any key that may come. */
type Keys = readonly string[];
const keys = (words: string): Keys => words.split(' ');
const within = (key: string, words: string): Keys => [key, ...keys(words).map((word) => `${key}.${word}`)];

const PLACE = within('place', 'venue city region country lat lon');
/** What entries of every kind may have. */
const COMMON = [
  ...keys('id kind name url summary topics aliases language related note added origin'),
  ...within('sources', 'ref verified'),
];
/** Of events and series. */
export const DATED_KEYS: Keys = [
  ...COMMON,
  ...keys('series type organiser cadence since start end timezone mode certainty status relevance sequence'),
  ...PLACE,
  ...within('recurrence', 'rule start time timezone exceptions'),
  ...within('milestones', 'kind label at timezone url was sequence'),
  ...within('disputed', 'field value ref verified'),
];
/** Of entries of any kind. */
export const ENTRY_KEYS: Keys = [
  ...DATED_KEYS,
  ...keys('authors publisher year level cost hours isbn doi arxiv venue feed hosts platform category repo license'),
  ...keys('writtenIn availability successor stage topic definition synonyms leading further'),
  ...within('terms', '*'),
];
const DEADLINE = keys('kind label at was timezone closesAt daysLeft url');
/** Of an event, at this moment. */
const STATE = [...keys('state allDay startsInDays'), ...within('nextDeadline', DEADLINE.join(' '))];
const LEFT_OUT = within('leftOut', 'record why what');
const DISTANCE = 'distanceKm';

/** By the name of the command. Those that are not here print no fields. */
export const COMMAND_KEYS: ReadonlyMap<string, Keys> = new Map([
  ['list', [...ENTRY_KEYS, DISTANCE]],
  ['show', ENTRY_KEYS],
  ['topics', [...ENTRY_KEYS, ...keys('entries termIds best')]],
  ['export-ics', [...DATED_KEYS, ...STATE, DISTANCE]],
  [
    'search',
    [
      ...ENTRY_KEYS,
      ...keys('score matched past distanceKm'),
      ...['explain', ...within('explain.parts', 'label points'), ...within('explain.factors', 'label factor')],
    ],
  ],
  [
    'upcoming',
    [
      ...DATED_KEYS,
      ...STATE,
      DISTANCE,
      ...within('lastEdition', 'id name start end'),
      ...within('clashesWith', 'title start end'),
      // With --clashes.
      ...keys('startsAt endsAt firstDay lastDay ids'),
      ...within('events', '*'),
    ],
  ],
  ['deadlines', [...keys('id name'), ...DEADLINE, DISTANCE]],
  [
    'calendar',
    [
      ...keys('kind id name milestone label firstDay lastDay start end timezone allDay startsAt endsAt type mode'),
      ...keys('relevance certainty status url distanceKm'),
      ...PLACE,
    ],
  ],
  // The last with `show`.
  [
    'sources',
    [...keys('name enabled type filter topics licence location files read records taken addresses'), ...LEFT_OUT],
  ],
  [
    'update',
    [
      ...keys('name state records taken added moved extended cancelled retired failures'),
      ...LEFT_OUT,
      // With --feeds.
      ...keys('id url entries why'),
    ],
  ],
  ['latest', keys('id kind name title url published duration topics')],
  ['changes', keys('day change id kind name field old new source ref url')],
  // The last four with --edits.
  ['check-links', keys('state id kind name field url to status why checked since old new')],
]);
const ALL: Keys = [...new Set([...COMMAND_KEYS.values()].flat())];

/** A message names all keys of a command that has no more than these. */
const FEW = 24;

/** @throws UsageError for a key that no answer of the command can have, naming the nearest that it has */
export function checkFields(command: string, fields: readonly string[]): void {
  const own = COMMAND_KEYS.get(command);
  const known = own ?? ALL;
  for (const field of fields) {
    if (isIn(known, field)) continue;
    const where = own && isIn(ALL, field) ? ` in ${command}` : '';
    const outer = known.filter((key) => !key.includes('.'));
    throw new UsageError(`--fields: no "${cleanText(field)}"${where}.${didYouMean(alike(field, known))}`, {
      hint:
        outer.length > FEW ? 'See: docs/data-model.md, or mlops-guide schema output' : `One of: ${outer.join(', ')}`,
    });
  }
}

/** Items of a list may be numbered: `sources.0.ref`. */
function isIn(known: Keys, field: string): boolean {
  const path = field.replace(/\.\d+(?=\.|$)/g, '');
  return known.some((key) => key === path || (key.endsWith('.*') && path.startsWith(key.slice(0, -1))));
}

/** What is written nearly so, or has the same last word: `place.city` for `city`. */
function alike(field: string, known: Keys): readonly string[] {
  const near = nearest(field, known, 1);
  return near.length > 0 ? near : known.filter((key) => key.endsWith(`.${field}`)).slice(0, 2);
}
