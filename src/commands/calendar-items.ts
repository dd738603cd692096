import type { Catalogue } from '../catalogue/catalogue';
import { byDay, deadlineItems, eventItem, occurrenceItems, type DayItem } from '../query/day-items';
import { matcher, type Criteria } from '../query/select';
import { asComing, expectedTimes, type FindOccurrences } from '../query/expected';
import type { Moment } from '../query/moment';
import type { Days } from '../query/week-lanes';
import { oneOf, text, type RawOptions } from '../raw-options';
import { dayEnd } from '../time/interval';

/**
 * All that falls on a day of some: events, their deadlines, and series by their rules; by day.
 * @param criteria asked of an event, and so of its deadlines; its days are not looked at
 * @param find see `expectedTimes`
 * @throws UsageError for a `--what` that does not exist
 */
export function itemsOn(
  days: Days,
  catalogue: Catalogue,
  { from: _, to: __, ...criteria }: Criteria,
  options: RawOptions,
  moment: Moment,
  find: FindOccurrences | undefined,
): DayItem[] {
  const what = oneOf('what', text(options, 'what') ?? 'all', ['events', 'deadlines', 'all']);
  const fits = matcher(criteria);
  const events: DayItem[] = catalogue.outlines(['event']).flatMap((outline) => {
    const entry = catalogue.entry(outline);
    if (entry.kind !== 'event' || !fits(entry, outline)) return [];
    return [
      ...(what === 'deadlines' ? [] : [eventItem(entry, moment)]),
      ...(what === 'events' ? [] : deadlineItems(entry, moment)),
    ];
  });
  const hasSeries = what !== 'deadlines' && options['no-recurring'] !== true && days.first <= days.last;
  return [...events, ...(hasSeries ? expectedOn(days, catalogue, fits, moment, find) : [])]
    .filter(({ first, last }) => last >= days.first && first <= days.last)
    .sort(byDay);
}

/** Series by their rules, each time asked for like an edition of its series. */
function expectedOn(
  days: Days,
  catalogue: Catalogue,
  fits: ReturnType<typeof matcher>,
  moment: Moment,
  find: FindOccurrences | undefined,
): DayItem[] {
  const editions = catalogue.entries(['event']).filter((entry) => entry.kind === 'event');
  const window = windowOf(days, moment);
  return catalogue.outlines(['series']).flatMap((outline) => {
    const series = catalogue.entry(outline);
    if (series.kind !== 'series' || outline.recurs !== true) return [];
    const { id, kind, name, url, topics } = outline;
    const found = [...expectedTimes(series, outline, window, moment.zones, find, editions)].filter((time) => {
      const { event } = asComing(series, time, moment, () => [time]);
      return fits(event, { id, kind, name, url, topics, when: time.day });
    });
    return occurrenceItems(series, found, moment);
  });
}

/** The reader's days as instants, epoch ms, `to` exclusive. */
export function windowOf({ first, last }: Days, { zone, zones }: Moment): { from: number; to: number } {
  return { from: zones.instant(first, zone), to: dayEnd(last, zone, zones) };
}
