import type { Outline } from '../catalogue/catalogue';
import type { Field } from '../render/formats';

/** Any list of entries, for scripts. */
export const OUTLINE_FIELDS: readonly Field<Outline>[] = [
  { key: 'kind', value: ({ kind }) => kind },
  { key: 'id', value: ({ id }) => id },
  { key: 'name', value: ({ name }) => name, link: ({ url }) => url },
  { key: 'when', value: ({ when }) => when ?? '' },
  { key: 'topics', value: ({ topics }) => topics.join(',') },
  { key: 'url', value: ({ url }) => url ?? '' },
];
