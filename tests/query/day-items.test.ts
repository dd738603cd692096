import { describe, expect, test } from 'vitest';
import type { GuideEvent, Milestone } from '../../src/catalogue/schema';
import { byDay, deadlineItems, eventItem, gathered, occurrenceItems } from '../../src/query/day-items';
import { anEvent, aSeries, zones } from '../helpers/entries';

const BERLIN = 'Europe/Berlin';
const TOKYO = 'Asia/Tokyo';
const KIRITIMATI = 'Pacific/Kiritimati';
const LOS_ANGELES = 'America/Los_Angeles';
const at = (zone: string) => ({ now: Date.parse('2026-11-21T12:00Z'), zone, zones });
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

describe('an event stands on', () => {
  const days = { start: '2026-12-08', end: '2026-12-10' };
  const talk = { start: '2026-12-08T18:00', end: '2026-12-08T19:30', timezone: 'America/New_York' };
  const night = { start: '2026-12-08T22:00', end: '2026-12-09T00:00', timezone: BERLIN };
  const open = { start: '2026-12-08T23:30', timezone: BERLIN };

  test.each<[name: string, event: Partial<GuideEvent>, zone: string, first: string, last: string, isTimed: boolean]>([
    ['its own days, far east of it', { ...days, timezone: LOS_ANGELES }, KIRITIMATI, '2026-12-08', '2026-12-10', false],
    ['its own days, far west of it', { ...days, timezone: KIRITIMATI }, LOS_ANGELES, '2026-12-08', '2026-12-10', false],
    ['its own days, where no zone is stated', days, TOKYO, '2026-12-08', '2026-12-10', false],
    ['one day', { start: '2026-12-08' }, TOKYO, '2026-12-08', '2026-12-08', false],
    ['the day of its place', talk, LOS_ANGELES, '2026-12-08', '2026-12-08', true],
    ['the day after, for a reader in the east', talk, TOKYO, '2026-12-09', '2026-12-09', true],
    ['one day after midnight', talk, BERLIN, '2026-12-09', '2026-12-09', true],
    ['one day where it ends at midnight', night, BERLIN, '2026-12-08', '2026-12-08', true],
    ['the day after, further east', night, TOKYO, '2026-12-09', '2026-12-09', true],
    ['two days where midnight is inside', night, 'Europe/Athens', '2026-12-08', '2026-12-09', true],
    ['one day where nobody states its end', open, BERLIN, '2026-12-08', '2026-12-08', true],
    ['days from a time to a day', { ...open, end: '2026-12-10' }, BERLIN, '2026-12-08', '2026-12-10', true],
  ])('%s', (_, event, zone, first, last, isTimed) => {
    expect(eventItem(anEvent(event), at(zone))).toMatchObject({ kind: 'event', first, last, isTimed });
  });

  test('instants, where its zone is known', () => {
    const { startsAt, endsAt } = eventItem(anEvent({ ...days, timezone: BERLIN }), at(TOKYO));
    expect([startsAt, endsAt].map(iso)).toEqual(['2026-12-07T23:00:00.000Z', '2026-12-10T23:00:00.000Z']);
    expect(eventItem(anEvent(days), at(TOKYO))).toMatchObject({ startsAt: null, endsAt: null });
  });
});

describe('a deadline stands on', () => {
  test.each<[name: string, milestone: Partial<Milestone>, zone: string, day: string, instant: string | null]>([
    [
      'the next day, for most of the world',
      { at: '2026-12-06', timezone: 'AoE' },
      BERLIN,
      '2026-12-07',
      '2026-12-07T11:59:59.000Z',
    ],
    [
      'the next day even in Hawaii, at 01:59',
      { at: '2026-12-06', timezone: 'AoE' },
      'Pacific/Honolulu',
      '2026-12-07',
      '2026-12-07T11:59:59.000Z',
    ],
    [
      'its own day at its place',
      { at: '2026-12-06T17:00', timezone: LOS_ANGELES },
      LOS_ANGELES,
      '2026-12-06',
      '2026-12-07T01:00:00.000Z',
    ],
    ['its day as it stands, without a zone', { at: '2026-12-06' }, KIRITIMATI, '2026-12-06', null],
    ['also with a time, without a zone', { at: '2026-12-06T23:59' }, TOKYO, '2026-12-06', null],
  ])('%s', (_, milestone, zone, day, instant) => {
    const event = anEvent({ milestones: [{ kind: 'cfp', label: 'Call', at: '2026-12-06', ...milestone }] });
    const [item, ...more] = deadlineItems(event, at(zone));
    expect(more).toEqual([]);
    expect(item).toMatchObject({ kind: 'deadline', first: day, last: day, entry: event, isTimed: instant !== null });
    expect(iso(item?.endsAt ?? null)).toBe(instant);
  });

  test('none, for an event without any', () => expect(deadlineItems(anEvent(), at(BERLIN))).toEqual([]));
});

test('by first day, then the longer one, events before deadlines, and the id', () => {
  const event = (id: string, start: string, end?: string) =>
    eventItem(anEvent({ id, start, ...(end ? { end } : {}) }), at(BERLIN));
  const due = deadlineItems(
    anEvent({ id: 'a-due', milestones: [{ kind: 'cfp', label: 'Call', at: '2026-12-08' }] }),
    at(BERLIN),
  );
  const items = [
    event('early', '2026-12-07'),
    event('long', '2026-12-08', '2026-12-09'),
    event('b', '2026-12-08'),
    event('c', '2026-12-08'),
    ...due,
    event('late', '2026-12-09', '2026-12-20'),
  ];
  expect([...items].reverse().sort(byDay)).toEqual(items);
});

test('occurrences of one hour are gathered in a list, and nothing else is', () => {
  const found = ['2027-03-04T21:00Z', '2027-03-11T21:00Z', '2027-03-18T20:00Z', '2027-04-01T20:00Z'].map((start) => ({
    day: start.slice(0, 10),
    wall: `${start.slice(0, 10)}T13:00`,
    start: Date.parse(start),
    end: Date.parse(start) + 3_600_000,
  }));
  const items = [
    ...occurrenceItems(aSeries(), found, at(BERLIN)),
    ...occurrenceItems(aSeries({ id: 'other' }), found.slice(0, 1), at(BERLIN)),
    eventItem(anEvent(), at(BERLIN)),
    eventItem(anEvent(), at(BERLIN)),
  ];
  const rows = gathered(items, at(BERLIN));
  expect(rows.map(({ entry, first, also }) => [entry.id, first, also])).toEqual([
    // 22:00 in Berlin but on the 18th, when only California has put its clocks forward.
    ['a-series', '2027-03-04', ['2027-03-11', '2027-04-01']],
    ['a-series', '2027-03-18', undefined],
    ['other', '2027-03-04', undefined],
    ['an-event', '2026-12-08', undefined],
    ['an-event', '2026-12-08', undefined],
  ]);
});
