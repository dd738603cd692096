/** What of an entry is searched, in the order in which an answer names the fields that matched. */
export const FIELDS = [
  'name',
  'aliases',
  'authors',
  'hosts',
  'organiser',
  'series',
  'topics',
  'synonyms',
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
  topics: 2.5,
  // Every entry of a topic has all of its synonyms: they bring it into an answer, and should not lift it there.
  synonyms: 0.6,
  summary: 2.5,
  definition: 1,
  publisher: 2,
  platform: 2,
  place: 4,
  // Kind, type, category, level and the like: `podcast`, `free`, `beginner`, `2022`.
  details: 1,
};
