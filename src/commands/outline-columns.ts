import type { Outline } from '../catalogue/catalogue';
import type { Column } from '../render/table';

/** Any list of entries, for people. */
export const OUTLINE_COLUMNS: readonly Column<Outline>[] = [
  { head: 'kind', show: ({ kind }) => kind, paint: (text, _, style) => style.cyan(text) },
  {
    head: 'name',
    show: ({ name }) => name,
    link: ({ url }) => url,
    min: 24,
    paint: (text, _, style) => style.bold(text),
  },
  { head: 'when', show: ({ when }) => when ?? '' },
  // A topic is about itself: its id is said already.
  { head: 'topics', show: ({ id, topics }) => topics.filter((topic) => topic !== id).join(', '), min: 16, drop: 2 },
  { head: 'id', show: ({ id }) => id, drop: 1, paint: (text, _, style) => style.dim(text) },
];
