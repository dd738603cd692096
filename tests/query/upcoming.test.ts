import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { loadFiles } from '../../src/catalogue/load';
import { outlineOf } from '../../src/catalogue/outline';
import type { GuideEvent, Milestone } from '../../src/catalogue/schema';
import type { Deadline } from '../../src/query/deadlines';
import { aheadByText, asSeen, upcomingEvents, type Moment } from '../../src/query/upcoming';
import { eventInterval } from '../../src/time/interval';
import { anEvent, zones } from '../helpers/entries';

const BERLIN = 'Europe/Berlin';
const TOKYO = 'Asia/Tokyo';
const VANCOUVER = 'America/Vancouver';
const KIRITIMATI = 'Pacific/Kiritimati';
const at = (now: string, zone = BERLIN): Moment => ({ now: Date.parse(now), zone, zones });
const HOUR = 'T18:00';

describe('an event is', () => {
  const day = { start: '2026-12-08' };
  const days = { start: '2026-12-08', end: '2026-12-10' };
  const inTokyo = { ...day, timezone: TOKYO };
  const inVancouver = { ...day, timezone: VANCOUVER };
  const talk = { start: `2026-12-08${HOUR}`, end: '2026-12-08T19:30', timezone: 'America/New_York' };
  const open = { start: `2026-12-08${HOUR}`, timezone: BERLIN };

  test.each<
    [name: string, event: Partial<GuideEvent>, moment: Moment, state: 'upcoming' | 'ongoing' | 'ended', inDays: number]
  >([
    ['a day, weeks before', day, at('2026-11-21T12:00Z'), 'upcoming', 17],
    ["a day, the evening before, at the reader's place", day, at('2026-12-07T22:59:59Z'), 'upcoming', 1],
    ['a day, at its first instant', day, at('2026-12-07T23:00Z'), 'ongoing', 0],
    ['a day, at its last second', day, at('2026-12-08T22:59:59Z'), 'ongoing', 0],
    ['a day that is over', day, at('2026-12-08T23:00Z'), 'ended', -1],
    ['a day of no stated zone, where another reader is', day, at('2026-12-08T23:00Z', VANCOUVER), 'ongoing', 0],
    ['days, on the last one', days, at('2026-12-10T12:00Z'), 'ongoing', -2],
    ['days that are over', days, at('2026-12-10T23:00Z'), 'ended', -3],
    ['a day in Tokyo, begun while it is the day before in Berlin', inTokyo, at('2026-12-07T15:00Z'), 'ongoing', 0],
    ['a day in Tokyo, over while it goes on in Berlin', inTokyo, at('2026-12-08T15:00Z'), 'ended', 0],
    [
      'a day in Vancouver, still to begin on that morning in Berlin',
      inVancouver,
      at('2026-12-08T06:59Z'),
      'upcoming',
      0,
    ],
    [
      'a day in Vancouver, going on while it is the next day in Berlin',
      inVancouver,
      at('2026-12-09T06:59Z'),
      'ongoing',
      -1,
    ],
    ['a day in Vancouver that is over', inVancouver, at('2026-12-09T07:00Z'), 'ended', -1],
    ['a talk in New York, at midnight in Berlin, the evening before', talk, at('2026-12-07T22:59Z'), 'upcoming', 2],
    ['a talk in New York, the same day there, the same here', talk, at('2026-12-08T22:59Z'), 'upcoming', 1],
    ['a talk in New York, at its start', talk, at('2026-12-08T23:00Z'), 'ongoing', 0],
    ['a talk in New York, in its last minute', talk, at('2026-12-09T00:29:59Z'), 'ongoing', 0],
    ['a talk in New York, at its end', talk, at('2026-12-09T00:30Z'), 'ended', 0],
    ['a talk in New York, read in Tokyo', talk, at('2026-12-08T14:59Z', TOKYO), 'upcoming', 1],
    ['a talk in New York, read in Tokyo a minute later', talk, at('2026-12-08T15:00Z', TOKYO), 'upcoming', 0],
    ['a talk without an end, half an hour on', open, at('2026-12-08T17:30Z'), 'ongoing', 0],
    ['a talk without an end, an hour on', open, at('2026-12-08T18:00Z'), 'ended', 0],
    [
      'a day on Kiritimati, begun a day before Vancouver',
      { ...day, timezone: KIRITIMATI },
      at('2026-12-07T10:00Z', VANCOUVER),
      'ongoing',
      0,
    ],
    [
      'a day anywhere on Earth, read on Kiritimati',
      { ...day, timezone: 'AoE' },
      at('2026-12-09T11:59:59Z', KIRITIMATI),
      'ongoing',
      -2,
    ],
    ['the day when clocks go back', { start: '2026-10-25' }, at('2026-10-25T22:59:59Z'), 'ongoing', 0],
    ['over the turn of the year', { start: '2026-12-31', end: '2027-01-01' }, at('2027-01-01T12:00Z'), 'ongoing', -1],
    ['cancelled, but ahead all the same', { ...day, status: 'cancelled' }, at('2026-12-01T12:00Z'), 'upcoming', 7],
    ['on 29 February', { start: '2028-02-29' }, at('2028-02-28T12:00Z'), 'upcoming', 1],
  ])('%s: %#', (_, own, moment, state, startsInDays) => {
    const event = anEvent(own);
    const found = upcomingEvents([event], moment);
    if (state === 'ended') expect(found).toEqual([]);
    else expect(found).toMatchObject([{ event, state, startsInDays }]);
    expect(asSeen(event, moment)).toMatchObject({ startsInDays, allDay: !own.start?.includes('T') });
  });

  test('seen with its first and last instant', () => {
    expect(asSeen(anEvent(inTokyo), at('2026-12-01T00:00Z'))).toMatchObject({
      starts: Date.parse('2026-12-07T15:00Z'),
      ends: Date.parse('2026-12-08T15:00Z'),
    });
  });

  test('what has been worked out before is not worked out again', () => {
    const interval = { start: Date.parse('2026-12-01T00:00Z'), end: Date.parse('2026-12-02T00:00Z') };
    const [coming] = upcomingEvents([anEvent(day)], at('2026-12-01T12:00Z'), undefined, () => ({ interval }));
    expect(coming).toMatchObject({ state: 'ongoing', starts: interval.start, ends: interval.end });
  });
});

describe('order', () => {
  const idsOf = (events: readonly GuideEvent[], moment: Moment): string[] =>
    upcomingEvents(events, moment).map(({ event }) => event.id);

  test('those under way first, then by start, equals by id; the input stays as it was', () => {
    const events = [
      anEvent({ id: 'later', start: '2026-12-20' }),
      anEvent({ id: 'b', start: '2026-12-09' }),
      anEvent({ id: 'gone', start: '2026-12-07' }),
      anEvent({ id: 'a', start: '2026-12-09' }),
      anEvent({ id: 'now', start: '2026-12-08' }),
      anEvent({ id: 'since-long', start: '2026-11-01', end: '2026-12-31' }),
    ];
    const copy = structuredClone(events);
    expect(idsOf(events, at('2026-12-08T12:00Z'))).toEqual(['since-long', 'now', 'a', 'b', 'later']);
    expect(events).toEqual(copy);
  });

  test('by instant, not by the day as written', () => {
    const events = [
      anEvent({ id: 'vancouver-8', start: '2026-12-08', timezone: VANCOUVER }),
      anEvent({ id: 'tokyo-9', start: '2026-12-09', timezone: TOKYO }),
      anEvent({ id: 'talk-8', start: '2026-12-08T06:00', timezone: 'UTC' }),
      anEvent({ id: 'kiritimati-9', start: '2026-12-09', timezone: KIRITIMATI }),
    ];
    expect(idsOf(events, at('2026-12-01T12:00Z'))).toEqual(['talk-8', 'vancouver-8', 'kiritimati-9', 'tokyo-9']);
  });
});

describe('up to a last day', () => {
  test.each<[name: string, event: Partial<GuideEvent>, isKept: boolean]>([
    ['that day', { start: '2026-12-10' }, true],
    ['the next', { start: '2026-12-11' }, false],
    ['begun before, goes on after', { start: '2026-12-01', end: '2026-12-31' }, true],
    ['all day far away: the date as the organiser has it', { start: '2026-12-11', timezone: KIRITIMATI }, false],
    ['a time on the next day there, on that day here', { start: '2026-12-11T07:00', timezone: TOKYO }, true],
    ['a time on that day there, on the next here', { start: '2026-12-10T18:00', timezone: 'America/New_York' }, false],
  ])('%s', (_, event, isKept) => {
    expect(upcomingEvents([anEvent(event)], at('2026-12-08T12:00Z'), '2026-12-10')).toHaveLength(isKept ? 1 : 0);
  });
});

describe('the next deadline', () => {
  const cfp = (own: Partial<Milestone> = {}): Milestone => ({ kind: 'cfp', label: 'CFP', at: '2026-11-30', ...own });
  const next = (milestones: Milestone[] | undefined, moment: Moment): Deadline | null =>
    asSeen(anEvent({ start: '2027-03-10', milestones }), moment).nextDeadline;
  const aoe = cfp({ timezone: 'AoE' });
  const berlin = cfp({ timezone: BERLIN });
  const noon = cfp({ at: '2026-11-30T12:00', timezone: BERLIN });

  test.each<[name: string, milestones: Milestone[] | undefined, moment: Moment, is: Partial<Deadline> | null]>([
    ['none', undefined, at('2026-11-21T12:00Z'), null],
    [
      'AoE, ten days before',
      [aoe],
      at('2026-11-21T12:00Z'),
      { closesAt: '2026-12-01T11:59:59.000Z', daysLeft: 10, timezone: 'AoE' },
    ],
    [
      'AoE, as an American sees it',
      [aoe],
      at('2026-11-21T12:00Z', VANCOUVER),
      { closesAt: '2026-12-01T11:59:59.000Z', daysLeft: 10 },
    ],
    ['AoE, on Kiritimati it is two days later', [aoe], at('2026-11-30T10:00Z', KIRITIMATI), { daysLeft: 1 }],
    ['AoE, in its last second', [aoe], at('2026-12-01T11:59:59.999Z'), { daysLeft: 0 }],
    ['AoE, over', [aoe], at('2026-12-01T12:00Z'), null],
    [
      'a zone',
      [berlin],
      at('2026-11-30T12:00Z'),
      { closesAt: '2026-11-30T22:59:59.000Z', daysLeft: 0, timezone: BERLIN },
    ],
    ['a zone, over', [berlin], at('2026-11-30T23:00Z'), null],
    [
      'a time',
      [noon],
      at('2026-11-30T11:00Z'),
      { closesAt: '2026-11-30T11:00:00.000Z', daysLeft: 0, at: '2026-11-30T12:00' },
    ],
    ['a time, over', [noon], at('2026-11-30T11:00:01Z'), null],
    [
      'no zone: never an instant',
      [cfp()],
      at('2026-11-21T12:00Z'),
      { closesAt: null, timezone: null, daysLeft: 9, at: '2026-11-30' },
    ],
    [
      'no zone, the next morning: still that day somewhere',
      [cfp()],
      at('2026-12-01T11:59:59Z'),
      { closesAt: null, daysLeft: 0 },
    ],
    ['no zone, over everywhere', [cfp()], at('2026-12-01T12:00Z'), null],
    [
      'extended: the new date counts',
      [cfp({ timezone: 'AoE', was: '2026-11-15' })],
      at('2026-11-21T12:00Z'),
      { at: '2026-11-30', daysLeft: 10 },
    ],
    [
      'extended from a date ahead to one that has passed',
      [cfp({ at: '2026-11-01', was: '2026-12-24' })],
      at('2026-11-21T12:00Z'),
      null,
    ],
    [
      'the first that is open',
      [cfp({ label: 'third', at: '2026-12-24' }), cfp({ label: 'first', at: '2026-11-01' }), cfp({ label: 'second' })],
      at('2026-11-21T12:00Z'),
      { label: 'second' },
    ],
    [
      'of one day, the one that closes first, not the one that reads first',
      [
        cfp({ label: 'Vancouver', at: '2026-11-30T09:00', timezone: VANCOUVER }),
        cfp({ label: 'Berlin', at: '2026-11-30T12:00', timezone: BERLIN }),
      ],
      at('2026-11-21T12:00Z'),
      { label: 'Berlin' },
    ],
    [
      'no notification, which closes nothing',
      [cfp({ kind: 'notification', label: 'Answers', at: '2026-11-25' }), cfp()],
      at('2026-11-21T12:00Z'),
      { kind: 'cfp' },
    ],
    [
      'any other kind of milestone',
      [cfp({ kind: 'early-bird', label: 'Early bird', url: 'https://day.example/' })],
      at('2026-11-21T12:00Z'),
      { kind: 'early-bird', label: 'Early bird', url: 'https://day.example/' },
    ],
    ['no address', [cfp()], at('2026-11-21T12:00Z'), { url: null }],
  ])('%s', (_, milestones, moment, is) => {
    const deadline = next(milestones, moment);
    if (is === null) expect(deadline).toBeNull();
    else expect(deadline).toMatchObject(is);
  });
});

test('of the small catalogue', () => {
  const small = loadFiles(['tests/fixtures/small'], vocabularyOf(undefined, zones));
  const events = small.entries(['event']).filter((entry) => entry.kind === 'event');
  const seen = (now: string, lastDay?: string) =>
    upcomingEvents(events, at(now), lastDay).map(
      ({ event, state, startsInDays }) => `${event.id} ${state} ${startsInDays}`,
    );
  expect(seen('2026-11-21T11:00Z')).toEqual([
    'mlops-day-2026 ongoing -1',
    'drift-webinar-2026 upcoming 4',
    'feature-meetup-2026 upcoming 12',
    'data-days-2027 upcoming 60',
    'mlops-day-2027 upcoming 76',
  ]);
  expect(seen('2022-05-17T12:00Z', '2022-08-17')).toEqual(['mlops-day-2022 ongoing 0']);
  expect(seen('2027-02-05T23:00Z')).toEqual([]);
});

describe('for any event and reader', () => {
  const zoneArb = fc.constantFrom(
    'UTC',
    BERLIN,
    TOKYO,
    VANCOUVER,
    KIRITIMATI,
    'Pacific/Pago_Pago',
    'Asia/Kolkata',
    'AoE',
  );
  const dayArb = fc.integer({ min: 0, max: 12 }).map((n) => `2026-12-${String(n + 1).padStart(2, '0')}`);
  const clockArb = fc.constantFrom('T00:00', 'T00:30', 'T12:00', 'T23:59');
  const spanArb = fc.tuple(dayArb, dayArb).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
  const eventArb = fc
    .tuple(spanArb, clockArb, fc.constantFrom('day', 'days', 'time', 'times'), fc.option(zoneArb, { nil: undefined }))
    .map(([[first, last], clock, form, zone]) =>
      anEvent({
        start: form.startsWith('time') ? first + clock : first,
        end: form === 'days' ? last : form === 'times' ? `${last}T23:59` : undefined,
        timezone: form.startsWith('time') ? (zone ?? 'UTC') : zone,
      }),
    );
  const nowArb = fc.integer({ min: Date.parse('2026-11-28T00:00Z'), max: Date.parse('2026-12-16T00:00Z') });
  const momentArb = fc.record({
    now: nowArb,
    zone: zoneArb.filter((zone) => zone !== 'AoE'),
    zones: fc.constant(zones),
  });

  test('what the text alone drops would not have been kept', () => {
    fc.assert(
      fc.property(eventArb, momentArb, fc.option(dayArb, { nil: undefined }), (event, moment, lastDay) => {
        const isKept = upcomingEvents([event], moment, lastDay).length > 0;
        if (isKept) expect(aheadByText(moment, lastDay)(outlineOf(event))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('the text alone drops what is long past or far ahead', () => {
    const ahead = aheadByText(at('2026-12-08T12:00Z'), '2026-12-20');
    const fits = (start: string, end?: string): boolean => ahead(outlineOf(anEvent({ start, end })));
    expect([fits('2026-12-05'), fits('2026-12-06'), fits('2026-12-01', '2026-12-06')]).toEqual([false, true, true]);
    expect([fits('2026-12-22'), fits('2026-12-23')]).toEqual([true, false]);
    expect(ahead({})).toBe(false);
    expect(aheadByText(at('2026-12-08T12:00Z'))({ when: '2099-01-01' })).toBe(true);
  });

  test('each is ongoing, ahead or over, as its interval says, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(eventArb, { maxLength: 8 }), momentArb, (given, moment) => {
        const events = given.map((event, index) => ({ ...event, id: `e-${index}` }));
        const found = upcomingEvents(events, moment);
        const ahead = events.filter((event) => eventInterval(event, zones, moment.zone).end > moment.now);
        expect(found.map(({ event }) => event.id).sort()).toEqual(ahead.map(({ id }) => id).sort());
        for (const { state, starts, ends, startsInDays } of found) {
          expect([ends > moment.now, state]).toEqual([true, starts <= moment.now ? 'ongoing' : 'upcoming']);
          expect(state === 'ongoing' ? -startsInDays : startsInDays).toBeGreaterThanOrEqual(0);
        }
        const keys = found.map(({ state, starts }) => (state === 'ongoing' ? 0 : 1e15) + starts);
        expect(keys).toEqual([...keys].sort((a, b) => a - b));
      }),
    );
  });
});
