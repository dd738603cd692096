import type { GuideEvent } from '../catalogue/schema';
import type { Undated } from '../query/undated';
import { placeText } from '../render/facts';
import { dayRange } from '../time/words';
import type { Answer } from './answer';

/** Series of which no next date is known, the one that was on last at the head; those without any edition by name. */
export function undatedAnswer(
  found: readonly Undated[],
  last: ReadonlyMap<string, GuideEvent>,
): Omit<Answer<Undated>, 'rows'> & { readonly rows: readonly Undated[] } {
  const editionOf = ({ series }: Undated): GuideEvent | undefined => last.get(series.id);
  const days = (row: Undated): string => {
    const edition = editionOf(row);
    return edition ? dayRange(edition.start.slice(0, 10), (edition.end ?? edition.start).slice(0, 10)) : 'none known';
  };
  const lastDay = (row: Undated): string => editionOf(row)?.end ?? editionOf(row)?.start ?? '';
  return {
    rows: [...found].sort((a, b) => (lastDay(a) === lastDay(b) ? 0 : lastDay(a) > lastDay(b) ? -1 : 1)),
    columns: () =>
      Promise.resolve([
        { head: 'last edition', label: 'no date announced; last edition', show: days },
        {
          head: 'series',
          show: ({ series }) => (series.relevance === 'core' ? '* ' : '  ') + series.name,
          link: ({ series }) => series.url,
          min: 18,
          wrap: 2,
        },
        { head: 'where', show: ({ series }) => placeText(series), min: 13, wrap: 0 },
        { head: 'how often', show: ({ series }) => series.cadence ?? '', min: 16, wrap: 0 },
        { head: 'type', show: ({ series }) => series.type, drop: 1 },
        { head: 'id', show: ({ series }) => series.id, drop: 2 },
      ]),
    fields: [
      { key: 'id', value: ({ series }) => series.id },
      { key: 'name', value: ({ series }) => series.name, link: ({ series }) => series.url },
      { key: 'type', value: ({ series }) => series.type },
      { key: 'mode', value: ({ series }) => series.mode ?? '' },
      { key: 'cadence', value: ({ series }) => series.cadence ?? '' },
      { key: 'lastEdition', value: (row) => editionOf(row)?.id ?? '' },
      { key: 'lastStart', value: (row) => editionOf(row)?.start ?? '' },
      { key: 'lastEnd', value: (row) => editionOf(row)?.end ?? '' },
      { key: 'relevance', value: ({ series }) => series.relevance },
      { key: 'url', value: ({ series }) => series.url ?? '' },
    ],
    record: (row) => {
      const { id, name, start, end } = editionOf(row) ?? {};
      return { ...row.series, lastEdition: id === undefined ? null : { id, name, start, end } };
    },
    noun: ['series', 'series'],
    legend: () => Promise.resolve(['no date announced for any of them', '* about MLOps itself']),
  };
}
