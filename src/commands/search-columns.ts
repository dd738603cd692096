import type { marked } from '../render/marks';
import type { Style } from '../render/style';
import type { Column } from '../render/table';
import { OUTLINE_COLUMNS } from './outline-columns';
import type { Found } from './search-fields';

/** Columns in which the words of the question are marked. */
const MARKED: ReadonlySet<string> = new Set(['name', 'topics']);

/**
 * What a search found, for people.
 * @param mark comes with what searches: other tables do without it, and without the folding of characters that it needs
 */
export const searchColumns = (mark: typeof marked): readonly Column<Found>[] =>
  OUTLINE_COLUMNS.map(({ show, short, paint, link, ...column }) => ({
    ...column,
    show: ({ outline, hit }: Found) => withState(column.head, show(outline), hit.isPast),
    ...(short && { short: ({ outline, hit }: Found) => withState(column.head, short(outline), hit.isPast) }),
    paint: (text: string, found: Found, style: Style) => {
      const shown = MARKED.has(column.head) ? mark(text, new Set(found.hit.words), style.underline) : text;
      if (column.head === 'when' && found.hit.isPast) return style.dim(shown);
      return paint ? paint(shown, found.outline, style) : shown;
    },
    ...(link && { link: ({ outline }: Found) => link(outline) }),
  }));

function withState(head: string, text: string, isPast: boolean): string {
  return head === 'when' && isPast ? `${text} past` : text;
}
