import type { Catalogue, Outline } from '../catalogue/catalogue';
import { oneOf, text } from '../raw-options';
import type { RawOptions } from '../raw-options';
import { UsageError } from '../errors';
import type { Near } from '../places/near';

const KEYS = ['name', 'date', 'kind', 'id', 'added', 'distance'] as const;

export type SortKey = (typeof KEYS)[number];

/**
 * Sorts by `--sort`, the order as it is where nothing is asked; `--reverse` turns it round.
 * Entries without a date come last by date, those without a place by distance, whatever the direction.
 * @param near what distances are measured from; needed for that order
 * @param own what a row is sorted by where that is not its entry's; undefined for the keys that are
 * @throws UsageError for an unknown order, or one by distance from nowhere
 */
export function sorted<Row>(
  rows: readonly Row[],
  options: RawOptions,
  catalogue: Catalogue,
  outlineOf: (row: Row) => Outline,
  near: Near | undefined,
  own: (row: Row, key: SortKey) => string | undefined = () => undefined,
): readonly Row[] {
  const asked = text(options, 'sort');
  const direction = options.reverse === true ? -1 : 1;
  if (asked === undefined) return direction === 1 ? rows : [...rows].reverse();
  const key = oneOf('sort', asked, KEYS);
  if (key === 'distance' && !near) {
    throw new UsageError('--sort distance needs --near.', { hint: 'Such as: --near Berlin --sort distance' });
  }
  const keyOf = (row: Row): string => {
    const known = own(row, key);
    if (known !== undefined) return known;
    const outline = outlineOf(row);
    if (key === 'distance') return kmKey(near?.distance(catalogue.entry(outline)));
    if (key === 'date') return outline.when ?? '';
    if (key === 'added') return catalogue.entry(outline).added;
    return outline[key].toLowerCase();
  };
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === b.key) return 0;
      if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
      return a.key < b.key ? -direction : direction;
    })
    .map(({ row }) => row);
}

/** Kilometres as text of which the order is theirs; half of the way round the Earth has five digits before the point. */
function kmKey(km: number | undefined): string {
  return km === undefined ? '' : km.toFixed(3).padStart(9, '0');
}
