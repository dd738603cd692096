import type { Column } from '../render/table';
import { OUTLINE_COLUMNS } from './outline-columns';
import type { Found } from './search-fields';

/** What a search found, for people. */
export const SEARCH_COLUMNS: readonly Column<Found>[] = OUTLINE_COLUMNS.map(
  ({ show, short, paint, link, ...column }) => ({
    ...column,
    show: ({ outline }: Found) => show(outline),
    ...(short && { short: ({ outline }: Found) => short(outline) }),
    ...(paint && { paint: (text, { outline }, style) => paint(text, outline, style) }),
    ...(link && { link: ({ outline }: Found) => link(outline) }),
  }),
);
