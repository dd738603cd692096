import type { Catalogue } from '../catalogue/catalogue';
import { byDay, deadlineItems, eventItem, occurrenceItems, type DayItem } from '../query/day-items';
import { matcher, type Criteria } from '../query/select';
import type { Moment } from '../query/upcoming';
import type { Days } from '../query/week-lanes';
import { oneOf, text, type RawOptions } from '../raw-options';
import { occurrences, withoutEditions } from '../time/occurrences';

/**
 * All that falls on a day of some: events, their deadlines, and series by their rules; by day.
 * @param criteria asked of an event, and so of its deadlines; its days are not looked at
 * @throws UsageError for a `--what` that does not exist
 */
export function itemsOn(
  days: Days,
  catalogue: Catalogue,
  { from: _, to: __, ...criteria }: Criteria,
  options: RawOptions,
  moment: Moment,
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
  return [...events, ...(hasSeries ? expectedOn(days, catalogue, fits, moment) : [])]
    .filter(({ first, last }) => last >= days.first && first <= days.last)
    .sort(byDay);
}

/** Series by their rules. What the catalogue itself knows of a day, an edition, stands above the pattern. */
function expectedOn(days: Days, catalogue: Catalogue, fits: ReturnType<typeof matcher>, moment: Moment): DayItem[] {
  const { zone, zones } = moment;
  const editions = catalogue.entries(['event']).filter((entry) => entry.kind === 'event');
  const from = zones.instant(days.first, zone);
  const to = zones.instant(`${days.last}T23:59:59`, zone) + 1000;
  return catalogue.outlines(['series']).flatMap((outline) => {
    const entry = catalogue.entry(outline);
    if (entry.kind !== 'series' || !entry.recurrence || !fits(entry, outline)) return [];
    const found = withoutEditions(occurrences(entry, zones, from, to), entry, editions, zones);
    return occurrenceItems(entry, found, moment);
  });
}
