import type { GuideEvent } from '../../src/catalogue/schema';
import { anEvent } from './an-event';

/** One of each sort, made up; `tests/fixtures/calendar.ics` is what becomes of them. */
export const samples: readonly GuideEvent[] = [
  anEvent({
    id: 'ml-null-island-2027',
    name: 'ML on Null Island 2027 🏝',
    url: 'https://example.org/2027?days=3,4',
    summary: 'Three days on models that run far from any data centre; talks, posters.',
    note: 'Two lists differ:\none starts it a day later.',
    topics: ['edge-ml', 'model-serving'],
    start: '2026-12-30',
    end: '2027-01-01',
    timezone: 'Africa/Accra',
    mode: 'in-person',
    place: { venue: 'Buoy 13010', city: 'Null Island', lat: 0, lon: 0 },
    milestones: [
      {
        kind: 'cfp',
        label: 'Call for papers',
        at: '2026-11-30T23:59',
        timezone: 'AoE',
        url: 'https://example.org/cfp',
        was: '2026-11-15T23:59',
      },
      { kind: 'early-bird', label: 'Early tickets', at: '2026-12-01' },
    ],
    certainty: 'tentative',
  }),
  anEvent({
    id: 'vancouver-mlops-meetup-2026-12',
    name: 'Vancouver MLOps Meetup: 机器学习, in practice',
    summary: 'An evening of two talks.',
    type: 'meetup',
    start: '2026-12-10T18:00',
    timezone: 'America/Vancouver',
    mode: 'hybrid',
    place: { city: 'Vancouver', region: 'BC', country: 'CA' },
  }),
  anEvent({
    id: 'serving-webinar-2027',
    name: 'Serving webinar',
    url: 'https://example.org/webinar',
    summary: 'One hour on serving models.',
    topics: ['model-serving'],
    type: 'webinar',
    start: '2027-04-08T17:00',
    end: '2027-04-08T18:30',
    timezone: 'Europe/Berlin',
    mode: 'online',
    status: 'cancelled',
    sequence: 2,
    sources: [{ ref: 'example.org/webinar', verified: '2026-11' }],
  }),
  anEvent({ id: 'moved-day-2027', name: 'Moved Day 2027', status: 'postponed', sequence: 1 }),
];
