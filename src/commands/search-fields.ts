import type { Outline } from '../catalogue/catalogue';
import type { Field } from '../render/formats';
import type { Hit } from '../search/query';
import { OUTLINE_FIELDS } from './outline-fields';

/** A hit and what is listed of it. */
export interface Found {
  readonly hit: Hit;
  readonly outline: Outline;
}

/** What a search found, for scripts. */
export const SEARCH_FIELDS: readonly Field<Found>[] = [
  { key: 'score', value: ({ hit }) => String(hit.score) },
  ...OUTLINE_FIELDS.map(({ key, value, link }) => ({
    key,
    value: ({ outline }: Found) => value(outline),
    link: ({ outline }: Found) => link?.(outline),
  })),
  { key: 'past', value: ({ hit }) => (hit.isPast ? 'past' : '') },
];
