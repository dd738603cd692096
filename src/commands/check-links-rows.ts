import { editOf, type Edit } from '../links/edits';
import type { Link } from '../links/link';
import { verdictOf, VERDICTS, type LinkRecord, type Verdict } from '../links/record';
import type { Field } from '../render/formats';
import type { Style } from '../render/style';
import type { Column } from '../render/table';

/** A link and what is known of it. */
export interface LinkRow {
  readonly link: Link;
  readonly record: LinkRecord;
  readonly verdict: Verdict;
}

export function linkRow(link: Link, record: LinkRecord): LinkRow {
  return { link, record, verdict: verdictOf(record) };
}

/** Worst first, then by entry. */
export function byVerdict(a: LinkRow, b: LinkRow): number {
  return VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || (a.link.id < b.link.id ? -1 : 1);
}

/** What is wrong, in words. */
export function whyText({ record: { state, why = '', since, day }, verdict }: LinkRow): string {
  if (verdict === 'dead') return `${why}, since ${since ?? day}`;
  if (state === 'gone') return `${why}; dead when it still does on another day`;
  return verdict === 'unknown' && since !== undefined && since !== day ? `${why}, since ${since}` : why;
}

/** As scripts get it. */
export function linkRecord(row: LinkRow): object {
  const { link, record, verdict } = row;
  const edit = editOf(link, record);
  return {
    state: verdict,
    ...link,
    ...(edit ? { to: edit.new } : {}),
    ...(record.status === undefined ? {} : { status: record.status }),
    ...(whyText(row) === '' ? {} : { why: whyText(row) }),
    checked: record.checked,
    ...(record.since === undefined ? {} : { since: record.since }),
  };
}

export const LINK_FIELDS: readonly Field<LinkRow>[] = [
  { key: 'state', value: ({ verdict }) => verdict },
  { key: 'id', value: ({ link }) => link.id },
  { key: 'field', value: ({ link }) => link.field },
  { key: 'url', value: ({ link }) => link.url, link: ({ link }) => link.url },
  { key: 'to', value: ({ link, record }) => editOf(link, record)?.new ?? '' },
  { key: 'status', value: ({ record }) => String(record.status ?? '') },
  { key: 'why', value: whyText },
  { key: 'checked', value: ({ record }) => record.checked },
  { key: 'since', value: ({ record }) => record.since ?? '' },
];

const PAINT: Readonly<Record<Verdict, 'red' | 'yellow' | 'cyan' | 'green' | 'dim'>> = {
  dead: 'red',
  moved: 'yellow',
  blocked: 'cyan',
  unknown: 'dim',
  ok: 'green',
};

export const LINK_COLUMNS: readonly Column<LinkRow>[] = [
  {
    head: 'state',
    show: ({ verdict }) => verdict,
    paint: (text, { verdict }, style: Style) => style[PAINT[verdict]](text),
  },
  { head: 'entry', show: ({ link }) => link.id, link: ({ link }) => link.url, min: 18 },
  { head: 'field', show: ({ link }) => link.field, drop: 2 },
  { head: 'address', show: ({ link }) => link.url, link: ({ link }) => link.url, min: 30, drop: 1 },
  {
    head: 'what',
    show: (row) => [editOf(row.link, row.record)?.new, whyText(row)].filter(Boolean).join(' · '),
    min: 24,
    wrap: 2,
  },
];

export function editRecord({ link, new: now, day, doubt }: Edit): object {
  const { id, kind, field, url } = link;
  return { id, kind, field, old: url, new: now, checked: day, ...(doubt === undefined ? {} : { why: doubt }) };
}

export const EDIT_FIELDS: readonly Field<Edit>[] = [
  { key: 'id', value: ({ link }) => link.id },
  { key: 'field', value: ({ link }) => link.field },
  { key: 'old', value: ({ link }) => link.url },
  { key: 'new', value: (edit) => edit.new },
  { key: 'checked', value: ({ day }) => day },
  { key: 'why', value: ({ doubt }) => doubt ?? '' },
];

export const EDIT_COLUMNS: readonly Column<Edit>[] = [
  { head: 'entry', show: ({ link }) => link.id, link: ({ link }) => link.url, min: 18 },
  { head: 'field', show: ({ link }) => link.field },
  { head: 'old', show: ({ link }) => link.url, min: 26, wrap: 2 },
  { head: 'new', show: (edit) => edit.new, link: (edit) => edit.new, min: 26, wrap: 2 },
  { head: 'look first', show: ({ doubt }) => doubt ?? '', min: 12, wrap: 0, drop: 1 },
];
