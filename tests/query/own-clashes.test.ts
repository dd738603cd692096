import { expect, test } from 'vitest';
import type { GuideEvent } from '../../src/catalogue/schema';
import { ownClashes } from '../../src/query/own-clashes';
import { asSeen } from '../../src/query/upcoming';
import type { BusyTime } from '../../src/time/busy-time';
import { addDays } from '../../src/time/day';
import { anEvent, zones } from '../helpers/entries';

const BERLIN = 'Europe/Berlin';
const moment = { now: Date.parse('2026-11-21T12:00Z'), zone: BERLIN, zones };
const busy = (title: string, start: string, end: string): BusyTime => ({
  title,
  uid: title,
  interval: { start: Date.parse(start), end: Date.parse(end) },
});
const daysOff = (title: string, first: string, last: string): BusyTime => ({
  title,
  uid: title,
  interval: { start: zones.instant(first, BERLIN), end: zones.instant(addDays(last, 1), BERLIN) },
  days: { first, last },
});

const DAYS = { start: '2026-12-08', end: '2026-12-10' };
const TALK = { start: '2026-12-08T18:00', end: '2026-12-08T19:00', timezone: 'America/New_York' }; // 23:00 to 24:00 UTC

test.each<[name: string, event: Partial<GuideEvent>, busy: BusyTime, collides: boolean]>([
  ['an hour inside days', DAYS, busy('b', '2026-12-09T10:00Z', '2026-12-09T11:00Z'), true],
  ['an hour that ends as they begin', DAYS, busy('b', '2026-12-07T22:00Z', '2026-12-07T23:00Z'), false],
  ['an hour that begins as they end', DAYS, busy('b', '2026-12-10T23:00Z', '2026-12-10T23:30Z'), false],
  [
    'an hour that is still that day in Vancouver',
    { ...DAYS, timezone: 'America/Vancouver' },
    busy('b', '2026-12-11T06:00Z', '2026-12-11T06:30Z'),
    true,
  ],
  ['a day off, the last day', DAYS, daysOff('b', '2026-12-10', '2026-12-12'), true],
  ['a day off, the day after', DAYS, daysOff('b', '2026-12-11', '2026-12-12'), false],
  // Days are days wherever one is, so that no zone makes two of one.
  [
    'a day off before days far east',
    { ...DAYS, timezone: 'Pacific/Kiritimati' },
    daysOff('b', '2026-12-07', '2026-12-07'),
    false,
  ],
  [
    'a day off behind days far west',
    { ...DAYS, timezone: 'Pacific/Pago_Pago' },
    daysOff('b', '2026-12-11', '2026-12-11'),
    false,
  ],
  ['a day off where the talk is at night', TALK, daysOff('b', '2026-12-09', '2026-12-09'), true],
  ['a day off, the evening before', TALK, daysOff('b', '2026-12-08', '2026-12-08'), false],
  ['half of a talk', TALK, busy('b', '2026-12-08T23:30Z', '2026-12-09T09:00Z'), true],
  ['what begins as a talk ends', TALK, busy('b', '2026-12-09T00:00Z', '2026-12-09T01:00Z'), false],
  ['a cancelled event', { ...DAYS, status: 'cancelled' }, daysOff('b', '2026-12-08', '2026-12-10'), false],
  ['a postponed event', { ...DAYS, status: 'postponed' }, daysOff('b', '2026-12-08', '2026-12-10'), false],
  [
    'the event itself, exported before',
    TALK,
    { ...busy('b', '2026-12-08T23:00Z', '2026-12-09T00:00Z'), uid: 'uid of an-event' },
    false,
  ],
])('%s', (_, own, time, collides) => {
  const found = ownClashes(asSeen(anEvent(own), moment), [time], 'uid of an-event');
  expect(found).toEqual(collides ? [time] : []);
});

test('all of them, by start', () => {
  const times = [
    busy('late', '2026-12-10T10:00Z', '2026-12-10T11:00Z'),
    busy('b', '2026-12-09T10:00Z', '2026-12-09T11:00Z'),
    busy('a', '2026-12-09T10:00Z', '2026-12-09T12:00Z'),
    daysOff('off', '2026-12-08', '2026-12-08'),
  ];
  const found = ownClashes(asSeen(anEvent(DAYS), moment), times, 'own');
  expect(found.map(({ title }) => title)).toEqual(['off', 'a', 'b', 'late']);
});
