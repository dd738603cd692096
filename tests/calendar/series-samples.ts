import type { Recurring } from '../../src/calendar/series-entry';
import type { GuideEvent, Recurrence, Series } from '../../src/catalogue/schema';
import { addDays } from '../../src/time/day';
import { occurrences } from '../../src/time/occurrences';
import { anEvent, zones } from './an-event';

/** Thursday 13:00 in Los Angeles. */
export const THURSDAYS: Recurrence = {
  rule: 'FREQ=WEEKLY;BYDAY=TH',
  time: '13:00',
  timezone: 'America/Los_Angeles',
};

export function aSeries(recurrence: Recurrence = THURSDAYS, own: Partial<Series> = {}): Series {
  return {
    id: 'ml-thursday',
    kind: 'series',
    name: 'ML Thursday',
    summary: 'A weekly call on ML systems.',
    topics: ['mlops-fundamentals'],
    type: 'meetup',
    cadence: 'every Thursday at 13:00 Pacific',
    recurrence,
    mode: 'online',
    relevance: 'core',
    sources: [{ ref: 'example.org/thursday', verified: '2026-11-19' }],
    added: '2027-02-24',
    ...own,
  };
}

/** As the command would hand it over. */
export function recurring(series: Series, until = '2027-04-30', editions: readonly GuideEvent[] = []): Recurring {
  const zone = series.recurrence?.timezone ?? 'UTC';
  const from = zones.instant(series.added, zone);
  const found = occurrences(
    { ...series, recurrence: { ...THURSDAYS, ...series.recurrence, exceptions: [] } },
    zones,
    from,
    zones.instant(addDays(until, 1), zone),
  );
  return { series, occurrences: found, until, editions };
}

export function anEdition(own: Partial<GuideEvent> = {}): GuideEvent {
  return anEvent({
    id: 'ml-thursday-guest-2027',
    series: 'ml-thursday',
    name: 'ML Thursday with a guest',
    type: 'meetup',
    start: '2027-03-18T14:00',
    end: '2027-03-18T16:00',
    timezone: 'America/Los_Angeles',
    ...own,
  });
}
