import { cleanText } from '../catalogue/clean';
import { durationText, type Issue } from '../feeds/latest';
import type { Field } from '../render/formats';
import type { Column } from '../render/table';
import type { Moment } from '../query/upcoming';
import { dayAt } from '../time/reader';
import { wallInWords } from '../time/words';

/** As scripts get it. */
export function issueRecord({ from: { id, kind, name, topics }, item }: Issue): object {
  const { title, url, published, duration } = item;
  return {
    id,
    kind,
    name,
    title,
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(duration === undefined ? {} : { duration }),
    topics,
  };
}

export const ISSUE_FIELDS: readonly Field<Issue>[] = [
  { key: 'published', value: ({ item }) => item.published ?? '' },
  { key: 'kind', value: ({ from }) => from.kind },
  { key: 'id', value: ({ from }) => from.id },
  { key: 'name', value: ({ from }) => from.name },
  { key: 'title', value: ({ item }) => item.title, link: ({ item }) => item.url },
  { key: 'duration', value: ({ item }) => String(item.duration ?? '') },
  { key: 'url', value: ({ item }) => item.url ?? '' },
];

/** Days are those of the reader's zone. @param undated those whose date is none, or none that can be true */
export function issueColumns({ zone, zones }: Moment, undated: ReadonlySet<Issue>): readonly Column<Issue>[] {
  const day = (issue: Issue): string | undefined =>
    issue.item.published === undefined || undated.has(issue)
      ? undefined
      : dayAt(Date.parse(issue.item.published), zone, zones);
  const inWords = (text: string | undefined): string => (text === undefined ? 'no date' : wallInWords(text));
  return [
    { head: 'day', show: (issue) => inWords(day(issue)), short: (issue) => day(issue) ?? 'no date' },
    { head: 'title', show: ({ item }) => item.title, link: ({ item }) => item.url, min: 30, wrap: 2 },
    { head: 'length', show: ({ item }) => (item.duration === undefined ? '' : durationText(item.duration)), drop: 1 },
    { head: 'from', show: ({ from }) => cleanText(from.name), min: 16 },
  ];
}
