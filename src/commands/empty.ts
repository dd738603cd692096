import type { Context } from '../context';
import { oneLess, type Criteria, type Criterion } from '../query/select';
import type { Near } from '../places/near';
import type { RawOptions } from '../raw-options';

/** Which option asks for which criterion. */
const OPTION_OF: Readonly<Record<Criterion, string>> = {
  kinds: 'kind',
  topics: 'topic',
  allTopics: 'all-topics',
  notTopics: 'not-topic',
  years: 'year',
  levels: 'level',
  costs: 'cost',
  maxHours: 'max-hours',
  languages: 'lang',
  author: 'author',
  types: 'type',
  modes: 'mode',
  countries: 'country',
  regions: 'region',
  near: 'near',
  city: 'city',
  from: 'from',
  to: 'to',
  series: 'series',
  relevance: 'relevance',
  certainty: 'certainty',
  statuses: 'status',
};

/** Distances to try where nothing is near; the last is half of the way round the Earth. */
const FARTHER_KM = [100, 200, 500, 1000, 2000, 5000, 20_040];

/**
 * For an empty answer, which filter stands in the way: ` Without --online there would be 3.`; empty where none does.
 * @param count how many entries match the given criteria
 */
export function filterInTheWay(criteria: Criteria, options: RawOptions, count: (criteria: Criteria) => number): string {
  const [first] = oneLess(criteria, count);
  if (!first) return '';
  const farther = first.without === 'near' && criteria.near && fartherAway(criteria, criteria.near, count);
  return farther || ` Without ${optionName(first.without, options)} there would be ${first.count}.`;
}

/** The least distance of some that something is found in. */
function fartherAway(criteria: Criteria, near: Near, count: (criteria: Criteria) => number): string {
  for (const km of FARTHER_KM) {
    const found = km > near.km ? count({ ...criteria, near: { ...near, km } }) : 0;
    if (found > 0) return ` Within ${km} km of ${near.label} there would be ${found}: try --km ${km}.`;
  }
  return '';
}

/** What the reader typed: kinds may be words, and `--within` and `--online` stand for others. */
function optionName(criterion: Criterion, options: RawOptions): string {
  if (criterion === 'kinds' && options.kind === undefined) return 'the kind';
  if ((criterion === 'from' || criterion === 'to') && options[criterion] === undefined) return '--within';
  if (criterion === 'modes' && options.online === true) return '--online';
  return `--${OPTION_OF[criterion]}`;
}

/** Says on stderr that nothing was found, and which filter stands in the way. */
export function noteEmpty(
  ctx: Context,
  what: string,
  criteria: Criteria,
  options: RawOptions,
  count: (criteria: Criteria) => number,
): void {
  ctx.note(`${what}.${filterInTheWay(criteria, options, count)}`);
}
