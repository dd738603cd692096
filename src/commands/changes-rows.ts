import { cleanText } from '../catalogue/clean';
import type { Catalogue } from '../catalogue/catalogue';
import { changeWords } from '../journal/journal';
import type { AtomEntry } from '../render/atom';
import type { Field } from '../render/formats';
import type { Style } from '../render/style';
import type { Column } from '../render/table';
import { digestOf } from '../sources/digest';
import type { Change } from '../sources/fetched';
import { wallInWords } from '../time/words';

/** A change with its texts cleaned, and the page of its entry where the catalogue still has it. */
export interface ChangeRow {
  readonly change: Change;
  readonly url: string | undefined;
}

export function changeRow(change: Change, catalogue: Catalogue): ChangeRow {
  const clean = Object.entries(change).map(([key, text]) => [key, cleanText(text)] as const);
  return { change: { ...change, ...Object.fromEntries(clean) }, url: catalogue.find(change.id)?.url };
}

/** As scripts get it. */
export function changeRecord({ change, url }: ChangeRow): object {
  return { ...change, ...(url === undefined ? {} : { url }) };
}

const KEYS = ['day', 'change', 'kind', 'id', 'name', 'field', 'old', 'new', 'source', 'ref'] as const;
export const CHANGE_FIELDS: readonly Field<ChangeRow>[] = KEYS.map((key) => ({
  key,
  value: ({ change }) => change[key] ?? '',
  ...(key === 'name' ? { link: ({ url }: ChangeRow) => url } : {}),
}));

const PAINT: Readonly<Record<Change['change'], 'red' | 'yellow' | 'green' | 'cyan' | 'dim'>> = {
  cancelled: 'red',
  moved: 'yellow',
  extended: 'green',
  retired: 'dim',
  disputed: 'cyan',
  added: 'green',
};

export const CHANGE_COLUMNS: readonly Column<ChangeRow>[] = [
  { head: 'day', show: ({ change }) => wallInWords(change.day), short: ({ change }) => change.day },
  {
    head: 'change',
    show: ({ change }) => change.change,
    paint: (text, { change }, style: Style) => style[PAINT[change.change]](text),
  },
  { head: 'name', show: ({ change }) => change.name, link: ({ url }) => url, min: 24, wrap: 2 },
  { head: 'kind', show: ({ change }) => change.kind, drop: 1 },
  { head: 'what', show: ({ change }) => changeWords(change), min: 22, wrap: 2 },
  { head: 'source', show: ({ change }) => change.source, min: 10, drop: 2 },
];

/** The project owns no domain: `.invalid` keeps the ids from ever becoming somebody else's (RFC 4151, RFC 2606). */
export const FEED_ID = 'tag:mlops-guide.invalid,2026:changes';

/** A change as an entry of a feed: its id is made of what it says, so that it is the same in every run. */
export function changeEntry({ change, url }: ChangeRow): AtomEntry {
  const { day, id, kind, name, change: what, field, old, new: now, source, ref } = change;
  const words = changeWords(change);
  const parts = [day, id, what, field, digestOf(`${old ?? ''}→${now ?? ''}`)].filter((part) => part !== undefined);
  return {
    id: `${FEED_ID}/${parts.map(encodeURIComponent).join('/')}`,
    title: `${what}: ${name}${field === undefined ? '' : ` (${words})`}`,
    updated: `${day}T00:00:00Z`,
    link: url,
    content: [words, `Source: ${[source, ref].filter(Boolean).join(', ')}`].filter(Boolean).join('. '),
    categories: [what, kind],
  };
}
