/** Every kind of entry, in the order in which lists show them. */
export const KINDS = [
  'event',
  'series',
  'book',
  'course',
  'article',
  'paper',
  'video',
  'podcast',
  'newsletter',
  'community',
  'site',
  'list',
  'tool',
  'topic',
  'term',
] as const;

export type Kind = (typeof KINDS)[number];

const PLURALS: Readonly<Partial<Record<Kind, string>>> = { series: 'series', community: 'communities' };

/** The kind's name for several of them: `books`, `communities`, `series`. */
export function pluralOf(kind: Kind): string {
  return PLURALS[kind] ?? `${kind}s`;
}

/** The kind that a singular or plural names, in any case; undefined where none does. */
export function kindNamed(word: string): Kind | undefined {
  const wanted = word.toLowerCase();
  return KINDS.find((kind) => kind === wanted || pluralOf(kind) === wanted);
}

/** What can be due at an event. */
export const MILESTONE_KINDS = ['cfp', 'abstract', 'paper', 'notification', 'early-bird', 'registration'] as const;
