import type { Near } from '../places/near';
import type { Answer } from './answer';

/** The same answer with how far away each row is, for questions with `--near`. */
export function withDistances<Row>(
  answer: Answer<Row>,
  { to, of }: NonNullable<Answer<Row>['near']>,
): Omit<Answer<Row>, 'near' | 'json' | 'tsv'> {
  const { rows, noun } = answer;
  const text = (row: Row): string => String(distanceRecord(to, of(row)).distanceKm ?? '');
  return {
    rows,
    noun,
    async columns() {
      const columns = [...(await answer.columns())];
      const where = columns.findIndex(({ head }) => head === 'where');
      const away = { head: 'away', show: (row: Row) => text(row).replace(/\d+/, '$& km') };
      columns.splice(where === -1 ? columns.length : where + 1, 0, away);
      return columns;
    },
    fields: [...answer.fields, { key: 'distanceKm', value: text }],
    record: (row) => ({ ...answer.record(row), ...distanceRecord(to, of(row)) }),
    legend: async (shown) => [`within ${to.km} km of ${to.label}`, ...((await answer.legend?.(shown)) ?? [])],
  };
}

/** How far away an entry is, as JSON has it: in whole kilometres, for cities are no points. */
export function distanceRecord(near: Near, entry: Parameters<Near['distance']>[0]): { distanceKm?: number } {
  const km = near.distance(entry);
  return km === undefined ? {} : { distanceKm: Math.round(km) };
}
