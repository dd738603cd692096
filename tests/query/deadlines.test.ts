import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MILESTONE_KINDS } from '../../src/catalogue/kinds';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { outlineOf } from '../../src/catalogue/outline';
import type { GuideEvent, Milestone } from '../../src/catalogue/schema';
import {
  asDeadline,
  dueByText,
  isCall,
  isClosing,
  openCalls,
  openDeadlines,
  type Due,
} from '../../src/query/deadlines';
import type { Moment } from '../../src/query/moment';
import { data } from '../docs/data';
import { anEvent, zones } from '../helpers/entries';

const BERLIN = 'Europe/Berlin';
const TOKYO = 'Asia/Tokyo';
const LOS_ANGELES = 'America/Los_Angeles';
const KIRITIMATI = 'Pacific/Kiritimati';
const PAGO = 'Pacific/Pago_Pago';
const READERS = ['UTC', BERLIN, TOKYO, LOS_ANGELES, KIRITIMATI, PAGO, 'Asia/Kathmandu'];
const MINUTE_MS = 60_000;

const at = (now: string, zone = BERLIN): Moment => ({ now: Date.parse(now), zone, zones });
const withMilestones = (...milestones: Partial<Milestone>[]): GuideEvent =>
  anEvent({
    start: '2028-01-01',
    milestones: milestones.map((own) => ({ kind: 'cfp', label: 'Call', at: '2026-11-30', ...own })),
  });
const first = (milestone: Partial<Milestone>, moment: Moment): Due | undefined =>
  openDeadlines([withMilestones(milestone)], moment)[0];

describe('one milestone', () => {
  test.each<[name: string, milestone: Partial<Milestone>, moment: Moment, is: Partial<Due> | 'closed']>([
    // 23:59 anywhere on Earth is 11:59 UTC of the next day.
    ['AoE, a minute before', { at: '2026-11-30T23:59', timezone: 'AoE' }, at('2026-12-01T11:58Z'), { daysLeft: 0 }],
    [
      'AoE, in its last second',
      { at: '2026-11-30T23:59', timezone: 'AoE' },
      at('2026-12-01T11:59:00.999Z'),
      { daysLeft: 0 },
    ],
    ['AoE, a minute after', { at: '2026-11-30T23:59', timezone: 'AoE' }, at('2026-12-01T12:00Z'), 'closed'],
    ['a day AoE lasts to its last second', { timezone: 'AoE' }, at('2026-12-01T11:59:59Z'), { daysLeft: 0 }],
    ['a day AoE, over', { timezone: 'AoE' }, at('2026-12-01T12:00Z'), 'closed'],
    // The day is the reader's: noon of the next one in Berlin, still the same one in Pago Pago.
    ['AoE, in Berlin', { timezone: 'AoE' }, at('2026-11-21T12:00Z'), { day: '2026-12-01', daysLeft: 10 }],
    ['AoE, in Tokyo', { timezone: 'AoE' }, at('2026-11-21T12:00Z', TOKYO), { day: '2026-12-01', daysLeft: 10 }],
    ['AoE, in Pago Pago', { timezone: 'AoE' }, at('2026-11-21T12:00Z', PAGO), { day: '2026-12-01', daysLeft: 10 }],
    [
      'AoE in the evening, in Pago Pago',
      { at: '2026-11-30T18:00', timezone: 'AoE' },
      at('2026-11-21T12:00Z', PAGO),
      { day: '2026-11-30', daysLeft: 9 },
    ],
    [
      'AoE, on Kiritimati',
      { timezone: 'AoE' },
      at('2026-11-21T12:00Z', KIRITIMATI),
      { day: '2026-12-02', daysLeft: 10 },
    ],
    [
      'a zone, a minute before',
      { at: '2026-11-30T17:00', timezone: LOS_ANGELES },
      at('2026-12-01T00:59Z'),
      { day: '2026-12-01', daysLeft: 0 },
    ],
    ['a zone, a minute after', { at: '2026-11-30T17:00', timezone: LOS_ANGELES }, at('2026-12-01T01:01Z'), 'closed'],
    [
      'no zone: an hour is never made up',
      {},
      at('2026-11-21T12:00Z'),
      { closes: null, day: '2026-11-30', daysLeft: 9, mayBeOver: false },
    ],
    ['no zone, on that day', {}, at('2026-11-30T12:00Z'), { closes: null, daysLeft: 0, mayBeOver: false }],
    [
      'no zone, past midnight here: who knows',
      {},
      at('2026-11-30T23:00Z'),
      { closes: null, daysLeft: 0, mayBeOver: true },
    ],
    ['no zone, in Tokyo nine hours later', {}, at('2026-11-30T15:00Z', TOKYO), { daysLeft: 0, mayBeOver: true }],
    ['no zone, in its last second anywhere', {}, at('2026-12-01T11:59:59Z'), { daysLeft: 0, mayBeOver: true }],
    ['no zone, over everywhere', {}, at('2026-12-01T12:00Z'), 'closed'],
    [
      'extended: what counts is the new date',
      { at: '2026-12-04', was: '2026-11-01', timezone: 'AoE' },
      at('2026-11-21T12:00Z'),
      { daysLeft: 14 },
    ],
  ])('%s', (_, milestone, moment, is) => {
    const due = first(milestone, moment);
    if (is === 'closed') expect(due).toBeUndefined();
    else expect(due).toMatchObject(is);
  });

  // The instant stays half a day behind the date; what moves is the reader's clock.
  test.each<[reader: string, stated: string, wall: string, offset: number]>([
    [LOS_ANGELES, '2026-10-31T23:59', '2026-11-01T03:59', -480], // put back two hours before
    [LOS_ANGELES, '2027-03-13T23:59', '2027-03-14T04:59', -420], // put forward two hours before
    [LOS_ANGELES, '2027-03-12T23:59', '2027-03-13T03:59', -480],
    [BERLIN, '2026-10-24T23:59', '2026-10-25T12:59', 60],
    [BERLIN, '2026-10-23T23:59', '2026-10-24T13:59', 120],
    [BERLIN, '2027-03-27T23:59', '2027-03-28T13:59', 120],
    ['Australia/Lord_Howe', '2027-04-03T02:00', '2027-04-04T01:00', 660],
    ['Australia/Lord_Howe', '2027-04-03T04:00', '2027-04-04T02:30', 630], // half an hour back
    [TOKYO, '2026-10-24T23:59', '2026-10-25T20:59', 540],
  ])('AoE where the clocks of %s change: %s is %s, %i minutes east', (zone, stated, wall, offset) => {
    const due = first({ at: stated, timezone: 'AoE' }, at('2026-10-01T00:00Z', zone));
    expect(new Date(due?.closes ?? NaN).toISOString()).toBe(new Date(`${stated}:00-12:00`).toISOString());
    expect(zones.wall(due?.closes ?? NaN, zone)).toBe(wall);
    expect(due?.day).toBe(wall.slice(0, 10));
    expect(zones.offset(zone, due?.closes ?? NaN)).toBe(offset);
  });
});

test('for scripts: as stated, the instant in UTC, and the earlier date only where there is one', () => {
  const event = withMilestones(
    { at: '2026-12-06T23:59', timezone: 'AoE', was: '2026-11-29T23:59', url: 'https://cfp.example/' },
    { kind: 'notification', label: 'Answers', at: '2027-01-15' },
  );
  expect(openDeadlines([event], at('2026-11-21T12:00Z')).map(asDeadline)).toEqual([
    {
      kind: 'cfp',
      label: 'Call',
      at: '2026-12-06T23:59',
      was: '2026-11-29T23:59',
      timezone: 'AoE',
      closesAt: '2026-12-07T11:59:00.000Z',
      daysLeft: 16,
      url: 'https://cfp.example/',
    },
    {
      kind: 'notification',
      label: 'Answers',
      at: '2027-01-15',
      timezone: null,
      closesAt: null,
      daysLeft: 55,
      url: null,
    },
  ]);
});

test('soonest first, those without an hour before the others of their day, then by id, then as they stand', () => {
  const events = [
    { ...withMilestones({ label: 'later', at: '2026-12-24' }, { label: 'second', timezone: 'UTC' }), id: 'b' },
    { ...withMilestones({ label: 'day' }, { label: 'first', at: '2026-11-30T12:00', timezone: BERLIN }), id: 'c' },
    { ...withMilestones({ label: 'one' }, { label: 'two' }, { label: 'gone', at: '2026-11-01' }), id: 'a' },
  ];
  const copy = structuredClone(events);
  const labels = openDeadlines(events, at('2026-11-21T12:00Z', 'UTC')).map(({ milestone }) => milestone.label);
  expect(labels).toEqual(['one', 'two', 'day', 'first', 'second', 'later']);
  expect(events).toEqual(copy);
});

test('a notification calls for nothing, and closes nothing', () => {
  expect(MILESTONE_KINDS.filter((kind) => isCall({ kind }))).toEqual(['cfp', 'abstract', 'paper']);
  expect(MILESTONE_KINDS.filter((kind) => !isClosing({ kind }))).toEqual(['notification']);
});

describe('every AoE milestone of the catalogue', () => {
  const events = data.entries.filter((entry) => entry.kind === 'event');
  const aoe = events.flatMap(({ milestones = [] }) => milestones.filter(({ timezone }) => timezone === 'AoE'));

  test('there are some', () => expect(aoe.length).toBeGreaterThan(10));

  test.each(READERS)(
    'closes at the same instant for a reader in %s: a minute before open, a minute after closed',
    (zone) => {
      for (const { at: stated } of aoe) {
        const closes = Date.parse(`${stated.length === 10 ? `${stated}T23:59:59` : stated}-12:00`);
        const seen = (now: number): Due | undefined => first({ at: stated, timezone: 'AoE' }, { now, zone, zones });
        expect({ stated, closes: seen(closes - MINUTE_MS)?.closes }).toEqual({ stated, closes });
        expect({ stated, after: seen(closes + MINUTE_MS) }).toEqual({ stated, after: undefined });
      }
    },
  );
});

describe('for any milestone and reader', () => {
  const dayArb = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
  const milestoneArb = fc
    .tuple(dayArb, fc.constantFrom('', 'T00:00', 'T11:59', 'T23:59'), fc.constantFrom('AoE', undefined, ...READERS))
    .map(([day, clock, timezone]) => (timezone === undefined ? { at: day } : { at: day + clock, timezone }));
  const nowArb = fc.integer({ min: Date.parse('2026-10-30T00:00Z'), max: Date.parse('2026-12-02T00:00Z') });
  const readerArb = fc.constantFrom(...READERS);
  const eventArb = fc
    .array(milestoneArb, { minLength: 1, maxLength: 4 })
    .map((milestones) => withMilestones(...milestones));

  test('what the text alone drops has nothing open', () => {
    let dropped = 0;
    fc.assert(
      fc.property(eventArb, nowArb, readerArb, (event, now, zone) => {
        if (dueByText({ now, zone, zones })(outlineOf(event))) return;
        dropped += 1;
        expect(openDeadlines([event], { now, zone, zones })).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(dropped).toBeGreaterThan(100);
    expect(dueByText(at('2026-11-21T12:00Z'))(outlineOf(anEvent()))).toBe(false);
  });

  test('whether it is open, and when it closes, is the same for two readers; days are counted to the day that each sees', () => {
    fc.assert(
      fc.property(eventArb, nowArb, readerArb, readerArb, (event, now, one, other) => {
        const seen = (zone: string): Due[] => openDeadlines([event], { now, zone, zones });
        const instants = (zone: string): unknown[] =>
          seen(zone)
            .map(({ milestone, closes }) => `${milestone.at} ${milestone.timezone} ${closes}`)
            .sort();
        expect(instants(one)).toEqual(instants(other));
        const dues = seen(one);
        expect(dues.map(({ day }) => day)).toEqual(dues.map(({ day }) => day).sort());
        const today = zones.wall(now, one).slice(0, 10);
        for (const { closes, day, daysLeft, mayBeOver } of dues) {
          if (closes !== null) expect(closes + 1000).toBeGreaterThan(now);
          expect(mayBeOver).toBe(day < today);
          expect(daysLeft).toBe(Math.max(0, (Date.parse(day) - Date.parse(today)) / 86_400_000));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('months in which open calls close', () => {
  const event = withMilestones(
    { at: '2026-12-31T23:59', timezone: 'AoE' },
    { kind: 'paper', label: 'Paper', at: '2027-02-01' },
    { kind: 'notification', label: 'Answer', at: '2027-03-01' },
    { kind: 'abstract', label: 'Abstract', at: '2026-11-01' },
  );
  const catalogue = memoryCatalogue({ ...data, entries: [event] }, 'data');
  const [outline] = catalogue.outlines();
  const monthsAt = (now: string): readonly string[] | undefined =>
    outline && openCalls(catalogue, { moment: at(now) })(outline);

  test.each([
    { now: '2026-11-21T12:00Z', months: ['2026-12', '2027-02'] },
    // As stated, though it is January in Berlin.
    { now: '2027-01-01T11:00Z', months: ['2026-12', '2027-02'] },
    { now: '2027-01-01T12:30Z', months: ['2027-02'] },
    { now: '2027-02-20T12:00Z', months: [] },
  ])('at $now: $months', ({ now, months }) => {
    expect(monthsAt(now)).toEqual(months);
  });
});
