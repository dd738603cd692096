import type { Catalogue, Outline } from '../catalogue/catalogue';
import type { GuideEvent, Series } from '../catalogue/schema';
import type { Day } from '../time/day';
import { dayAt } from '../time/reader';
import { expectedTimes, startsWithin, type FindOccurrences } from './expected';
import { latestDay } from './moment';
import { pastTest } from './past';
import { aheadByText, type Moment } from './upcoming';

/** A series that goes on, as far as is known, and of which no next date is: neither an edition nor a rule says one. */
export interface Undated {
  readonly series: Series;
  readonly outline: Outline;
}

/** In catalogue order. @param find see `expectedTimes`: a rule can have come to its end, too */
export function undatedSeries(catalogue: Catalogue, moment: Moment, find: FindOccurrences | undefined): Undated[] {
  const isAnnounced = announcedTest(catalogue, moment);
  const window = startsWithin(moment, undefined, undefined);
  return catalogue.outlines(['series']).flatMap((outline) => {
    if (isAnnounced(outline)) return [];
    const series = catalogue.entry(outline);
    if (series.kind !== 'series' || series.status === 'ended') return [];
    const isExpected =
      outline.recurs === true && !expectedTimes(series, outline, window, moment.zones, find, []).next().done;
    return isExpected ? [] : [{ series, outline }];
  });
}

/**
 * Tells of a series whether an edition of it has not ended, as `upcoming` counts it. The last of its days alone tells,
 * unless it is near today: then the editions are looked at.
 */
function announcedTest(catalogue: Catalogue, moment: Moment): (series: Outline) => boolean {
  const { now, zones } = moment;
  const mayBeAhead = aheadByText(moment);
  const surelyAhead = latestDay(dayAt(now, 'UTC', zones));
  let near: ReadonlySet<string> | undefined;
  return ({ id, until }) => {
    if (until === undefined || !mayBeAhead({ when: until, until })) return false;
    if (until >= surelyAhead) return true;
    near ??= seriesOf(catalogue, endingSoon(catalogue, moment, surelyAhead));
    return near.has(id);
  };
}

/** Events that have not ended, and of which the last day is before that one. */
function endingSoon(catalogue: Catalogue, moment: Moment, before: Day): readonly Outline[] {
  const isPast = pastTest(catalogue, { ...moment, zone: () => moment.zone });
  return catalogue.outlines(['event']).filter((event) => (event.until ?? '') < before && !isPast(event));
}

/** Ids of the series of which these are editions that take place. */
function seriesOf(catalogue: Catalogue, events: readonly Outline[]): ReadonlySet<string> {
  return new Set(
    events
      .map((outline) => catalogue.entry(outline))
      .flatMap((event) => (event.kind === 'event' && event.status === 'scheduled' ? (event.series ?? []) : [])),
  );
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
