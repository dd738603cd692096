import type { Catalogue, Outline } from '../catalogue/catalogue';
import type { GuideEvent, Series } from '../catalogue/schema';
import { expectedTimes, startsWithin, type FindOccurrences } from './expected';
import { aheadByText, type Moment } from './upcoming';

/** A series that goes on, as far as is known, and of which no next date is: neither an edition nor a rule says one. */
export interface Undated {
  readonly series: Series;
  readonly outline: Outline;
}

/** In catalogue order. @param find see `expectedTimes`: a rule can have come to its end, too */
export function undatedSeries(catalogue: Catalogue, moment: Moment, find: FindOccurrences | undefined): Undated[] {
  const isAhead = aheadByText(moment);
  const window = startsWithin(moment, undefined, undefined);
  return catalogue.outlines(['series']).flatMap((outline) => {
    const { until } = outline;
    if (isAhead({ when: until, until })) return [];
    const series = catalogue.entry(outline);
    if (series.kind !== 'series' || series.status === 'ended') return [];
    const isExpected =
      outline.recurs === true && !expectedTimes(series, outline, window, moment.zones, find, []).next().done;
    return isExpected ? [] : [{ series, outline }];
  });
}

/** The latest edition of each series that took place, by the id of the series; what was called off is none. */
export function lastEditions(catalogue: Catalogue): ReadonlyMap<string, GuideEvent> {
  const last = new Map<string, GuideEvent>();
  const lastDay = ({ start, end = start }: GuideEvent): string => end;
  for (const entry of catalogue.entries(['event'])) {
    if (entry.kind !== 'event' || entry.series === undefined || entry.status !== 'scheduled') continue;
    const known = last.get(entry.series);
    if (!known || lastDay(entry) > lastDay(known)) last.set(entry.series, entry);
  }
  return last;
}
