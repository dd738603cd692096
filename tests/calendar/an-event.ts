import ICAL from 'ical.js';
import { compileZones } from '../../scripts/compile-zones';
import { calendarEntries, type Entries, type EntriesOptions } from '../../src/calendar/calendar-entries';
import { calendarText, type CalendarOptions } from '../../src/calendar/ics';
import type { GuideEvent, Milestone } from '../../src/catalogue/schema';
import { createZones } from '../../src/time/zone';

export const zones = createZones(compileZones);

/** A one-day conference without anything optional. */
export function anEvent(own: Partial<GuideEvent> = {}): GuideEvent {
  return {
    id: 'mlops-day-2027',
    kind: 'event',
    name: 'MLOps Day 2027',
    summary: 'A day of talks on MLOps.',
    topics: ['mlops-fundamentals'],
    type: 'conference',
    start: '2027-03-10',
    certainty: 'confirmed',
    status: 'scheduled',
    relevance: 'core',
    sources: [{ ref: 'example.org', verified: '2026-10-05' }],
    added: '2026-10-01',
    ...own,
  };
}

type Options = EntriesOptions & CalendarOptions;

export function options(own: Partial<Options> = {}): Options {
  return {
    ...{ name: 'MLOps', productVersion: '0.1.0', alarms: [], stamp: '2026-11-21', zones },
    ...{ what: 'all', deadlinesAs: 'VEVENT', recurring: [] },
    ...own,
  };
}

/** The calendar file of some events, and how it came about. */
export function calendarOf(events: readonly GuideEvent[], own: Partial<Options> = {}): Entries & { text: string } {
  const made = calendarEntries(events, options(own));
  return { ...made, text: calendarText(made.entries, options(own)) };
}

/** Content lines as they were before folding. */
export function unfolded(text: string): string[] {
  return text.replace(/\r\n[ \t]/g, '').split('\r\n');
}

export const AOE: Milestone = { kind: 'cfp', label: 'Call for papers', at: '2026-11-30T23:59', timezone: 'AoE' };
export const NO_ZONE: Milestone = { kind: 'abstract', label: 'Abstracts', at: '2026-11-30' };

/** Every content line of one property, in the order of the file. */
export function lines(events: readonly GuideEvent[], name: string, own: Parameters<typeof options>[0] = {}): string[] {
  const { text } = calendarOf(events, own);
  return unfolded(text).filter((line) => new RegExp(`^${name}[:;]`).test(line));
}

/** The events as ical.js reads them. */
export function entries(text: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
}
