/** One option, as data: read by the argument reader, by commander for help, and by the docs test. */
export interface OptionSpec {
  /** Long name without the dashes; `no-` in front means a switch that turns something off. */
  readonly name: string;
  readonly short?: string;
  /** What its value is called in help; absent for a switch. */
  readonly value?: string;
  /** May be given several times, or with commas. */
  readonly many?: true;
  readonly about: string;
}

export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { name: 'json', about: 'print JSON, the same as --format json' },
  { name: 'format', value: 'form', about: 'table, json, jsonl, tsv, csv, md or yaml; of changes also atom' },
  { name: 'fields', value: 'names', many: true, about: 'print only these keys, such as id,name,place.city' },
  { name: 'header', about: 'start tab-separated output with the column names' },
  { name: 'color', value: 'when', about: 'auto, always or never' },
  { name: 'width', value: 'cells', about: 'width of tables, instead of the terminal’s' },
  { name: 'now', value: 'when', about: 'answer as at this day or time (also MLOPS_GUIDE_NOW)' },
  { name: 'tz', value: 'zone', about: 'your time zone, such as Europe/Berlin' },
  {
    name: 'catalogue',
    value: 'path',
    many: true,
    about: 'read this file (- for stdin) or folder instead of the bundled catalogue',
  },
  { name: 'quiet', about: 'no notes on stderr' },
  { name: 'debug', about: 'show where an error came from' },
  { name: 'no-input', about: 'never ask anything' },
  { name: 'help', short: 'h', about: 'show help' },
  { name: 'version', short: 'V', about: 'show the version (with --verbose: data and zone rules too)' },
  { name: 'verbose', about: 'more detail, where there is some' },
];

export const LIMIT_OPTION: OptionSpec = {
  name: 'limit',
  short: 'n',
  value: 'count',
  about: 'show at most so many, 0 for all',
};

export const SORT_OPTIONS: readonly OptionSpec[] = [
  { name: 'sort', value: 'key', about: 'name, date, kind, id or added; distance with --near' },
  { name: 'reverse', about: 'turn the order round' },
];

export const KIND_OPTION: OptionSpec = {
  name: 'kind',
  value: 'kinds',
  many: true,
  about: 'only these kinds, such as book,podcast',
};

export const TOPIC_OPTION: OptionSpec = { name: 'topic', value: 'ids', many: true, about: 'about any of these topics' };

/** Asked of any entry; a kind without the field never matches. */
export const FILTER_OPTIONS: readonly OptionSpec[] = [
  TOPIC_OPTION,
  { name: 'all-topics', value: 'ids', many: true, about: 'about every one of these topics' },
  { name: 'not-topic', value: 'ids', many: true, about: 'about none of these topics' },
  { name: 'level', value: 'levels', many: true, about: 'beginner, intermediate, advanced or all' },
  { name: 'cost', value: 'costs', many: true, about: 'free, paid or freemium' },
  { name: 'max-hours', value: 'hours', about: 'takes at most so many hours' },
  { name: 'lang', value: 'tags', many: true, about: 'in this language, such as en' },
  { name: 'author', value: 'name', about: 'part of the name of an author, host or organiser' },
  { name: 'year', value: 'years', many: true, about: 'of this year, or 2020..2023, 2020.., ..2023' },
  {
    name: 'type',
    value: 'types',
    many: true,
    about: 'conference, summit, meetup, webinar, workshop, seminar or cohort',
  },
  { name: 'mode', value: 'modes', many: true, about: 'in-person, online or hybrid' },
  { name: 'online', about: 'can be attended from home: online or hybrid' },
  { name: 'country', value: 'codes', many: true, about: 'in this country, by name or ISO code' },
  { name: 'region', value: 'names', many: true, about: 'in this part of the world: europe, apac, nordics, …' },
  { name: 'city', value: 'name', about: 'in this city' },
  { name: 'near', value: 'city', about: 'within --km of a city, such as "Portland, OR", or of latitude,longitude' },
  { name: 'km', value: 'distance', about: 'how far --near reaches (100 when left out)' },
  { name: 'from', value: 'day', about: 'not over before this day, YYYY-MM-DD' },
  { name: 'to', value: 'day', about: 'begins by this day, YYYY-MM-DD' },
  { name: 'within', value: 'span', about: 'begins within 30d, 6w, 3mo or 1y from now, and is not over' },
  { name: 'series', value: 'ids', many: true, about: 'editions of these series' },
  { name: 'relevance', value: 'which', many: true, about: 'core (about MLOps) or adjacent' },
  { name: 'certainty', value: 'which', many: true, about: 'confirmed, tentative or estimated' },
  { name: 'status', value: 'which', many: true, about: 'scheduled, cancelled, active, archived, …' },
];

/** What the shared ones mean where milestones are asked for, not events. */
const OF_DEADLINES: ReadonlyMap<string, string> = new Map([
  ['from', 'closes on this day or later, YYYY-MM-DD'],
  ['to', 'closes by this day, YYYY-MM-DD'],
  ['within', 'closes within 30d, 6w, 3mo or 1y from now'],
  ['year', 'of events of this year, or 2020..2023, 2020.., ..2023'],
]);

export const DEADLINE_OPTIONS: readonly OptionSpec[] = [
  ...FILTER_OPTIONS.map((option) => ({ ...option, about: OF_DEADLINES.get(option.name) ?? option.about })),
  {
    name: 'milestone',
    value: 'kinds',
    many: true,
    about: 'cfp, abstract, paper, notification, early-bird or registration',
  },
  { name: 'one-line', about: 'only the next one, on one short line; nothing where there is none' },
  { name: 'fail-within', value: 'span', about: 'exit with 10 when one of them closes within 3d, 2w, …' },
];
