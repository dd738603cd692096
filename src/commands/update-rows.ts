import type { Field } from '../render/formats';
import type { Column } from '../render/table';
import type { Change } from '../sources/fetched';
import type { Outcome } from '../sources/read-source';
import type { LeftOut } from '../sources/reading';
import type { Account } from '../sources/told';

/** What an update did with one source, as scripts get it. */
export interface UpdateRow {
  readonly name: string;
  /** read: something was new; partly: some of its files failed, which keep what they said. */
  readonly state: 'read' | 'unchanged' | 'partly' | 'failed';
  readonly records: number;
  readonly taken: number;
  readonly added: number;
  readonly moved: number;
  readonly extended: number;
  readonly cancelled: number;
  readonly retired: number;
  readonly leftOut: readonly LeftOut[];
  readonly failures: readonly string[];
}

export function updateRow(outcome: Outcome, account: Account | undefined, changes: readonly Change[]): UpdateRow {
  const { source, read, unchanged, failures } = outcome;
  const count = (what: Change['change']): number =>
    changes.filter((change) => change.source === source.name && change.change === what).length;
  return {
    name: source.name,
    state: failures.length > 0 ? (read + unchanged > 0 ? 'partly' : 'failed') : read > 0 ? 'read' : 'unchanged',
    records: account?.records ?? 0,
    taken: account?.taken ?? 0,
    added: count('added'),
    moved: count('moved'),
    extended: count('extended'),
    cancelled: count('cancelled'),
    retired: count('retired'),
    leftOut: account?.leftOut ?? [],
    failures,
  };
}

const COUNTS = ['records', 'taken', 'added', 'moved', 'extended', 'cancelled', 'retired'] as const;

export const UPDATE_FIELDS: readonly Field<UpdateRow>[] = [
  { key: 'name', value: ({ name }) => name },
  { key: 'state', value: ({ state }) => state },
  ...COUNTS.map((key) => ({ key, value: (row: UpdateRow) => String(row[key]) })),
  { key: 'leftOut', value: ({ leftOut }) => String(leftOut.length) },
  { key: 'failures', value: ({ failures }) => failures.join('; ') },
];

export const UPDATE_COLUMNS: readonly Column<UpdateRow>[] = [
  { head: 'source', show: ({ name }) => name, min: 12 },
  { head: 'state', show: ({ state }) => state },
  ...COUNTS.map((key, at) => ({
    head: key,
    show: (row: UpdateRow) => (row[key] > 0 || key === 'records' || key === 'taken' ? String(row[key]) : ''),
    drop: COUNTS.length - at,
  })),
  { head: 'left out', show: ({ leftOut }) => String(leftOut.length) },
];
