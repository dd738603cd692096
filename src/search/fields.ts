/** What of an entry is searched, in the order in which an answer names the fields that matched. */
export const FIELDS = [
  'name',
  'aliases',
  'authors',
  'hosts',
  'organiser',
  'series',
  'topics',
  'summary',
  'definition',
  'publisher',
  'platform',
  'place',
  'details',
] as const;

export type FieldName = (typeof FIELDS)[number];

/** How much a match in each field counts, against each other only. */
export const WEIGHTS: Readonly<Record<FieldName, number>> = {
  name: 10,
  aliases: 9,
  authors: 6,
  hosts: 6,
  organiser: 5,
  series: 4,
  // Ids of topics that are not in the catalogue. Of those that are, see `about.ts`.
  topics: 2.5,
  summary: 2.5,
  definition: 1,
  publisher: 2,
  platform: 2,
  place: 4,
  // Kind, type, category, level and the like: `podcast`, `free`, `beginner`, `2022`.
  details: 1,
};

const bitsOf = (...names: readonly FieldName[]): number =>
  names.reduce((bits, name) => bits | (1 << FIELDS.indexOf(name)), 0);

/** Bits of the fields that name people and organisations. */
export const PEOPLE = bitsOf('authors', 'hosts', 'organiser');
/** The bit of the name alone. */
export const NAME = bitsOf('name');
/** Bits of what an entry is called. */
export const NAMES = bitsOf('name', 'aliases');
/** The bit of what an entry is about, which is also that of a match by topic or term. */
export const TOPIC = bitsOf('topics');
