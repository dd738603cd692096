import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GuideEvent, Milestone } from '../../src/catalogue/schema';
import { byDay, deadlineItems, eventItem, type DayItem } from '../../src/query/day-items';
import { dayList } from '../../src/render/day-list';
import { itemLegend, itemMarks } from '../../src/render/day-item';
import { itemList } from '../../src/render/item-list';
import { plainStyle } from '../../src/render/style';
import { cells } from '../../src/render/width';
import { anEvent, zones } from '../helpers/entries';
import { someText, withoutBlanks } from './texts';

const moment = { now: Date.parse('2026-12-10T12:00Z'), zone: 'Europe/Berlin', zones };
const look = { firstDay: '2026-12-01', today: '2026-12-10', moment, style: plainStyle };
const event = (own: Partial<GuideEvent>): DayItem => eventItem(anEvent({ relevance: 'adjacent', ...own }), moment);
const due = (own: Partial<Milestone>): DayItem[] =>
  deadlineItems(
    anEvent({
      name: 'Data Days',
      id: 'data-days',
      milestones: [{ kind: 'cfp', label: 'Call', at: '2026-12-06', ...own }],
    }),
    moment,
  );

const ITEMS = [
  event({ id: 'cohort', name: 'Cohort', start: '2026-09-14', end: '2027-01-25', mode: 'online' }),
  ...due({ timezone: 'AoE', was: '2026-11-20' }),
  event({
    id: 'days',
    name: 'Some Days',
    start: '2026-12-10',
    end: '2027-01-02',
    place: { city: 'Zürich', country: 'CH' },
  }),
  event({ id: 'talk', name: 'Talk', start: '2026-12-10T18:00', timezone: 'Asia/Tokyo', relevance: 'core' }),
  event({ id: 'x', name: 'Off', start: '2026-12-12', status: 'cancelled', certainty: 'tentative' }),
].sort(byDay);

test('an item list of 150,000, more than arguments have room for', () => {
  const [item] = ITEMS;
  const items = Array<DayItem>(150_000).fill(item!);
  expect(itemList(items, { ...look, width: 60 }).split('\n')).toHaveLength(150_000);
});

test('a list by day', () => {
  expect(dayList(ITEMS, { ...look, width: 40 })).toBe(
    `Tue 1 Dec
    Cohort
    to 25 Jan 2027 · online
    cohort

Mon 7 Dec
!   Call: Data Days
    7 Dec 12:59 CET · 6 Dec AoE, was 20
    Nov
    data-days

Thu 10 Dec, today
    Some Days
    10 Dec 2026 – 2 Jan 2027 · Zürich,
    CH
    days
*   Talk
    10 Dec 10:00 CET
    talk

Sat 12 Dec
x?  Off
    cancelled
    x`,
  );
});

test('a long id goes on below itself: what is listed can be opened', () => {
  const id = 'international-conference-on-things-and-elsewhere-2026';
  const text = dayList([event({ id, name: 'Things', start: '2026-12-10' })], { ...look, width: 40 });
  expect(withoutBlanks(text)).toContain(id);
  for (const line of text.split('\n')) expect(cells(line)).toBeLessThanOrEqual(40);
});

test('what began before the month, and at a time, ends at one', () => {
  const days = event({ name: 'Days', start: '2026-11-30T09:00', end: '2026-12-02T17:00', timezone: 'Europe/Berlin' });
  expect(itemList([days], { ...look, width: 60 })).toBe('to 2 Dec 17:00 CET  Days');
});

test('a list under a grid', () => {
  expect(itemList(ITEMS, { ...look, width: 60 })).toBe(
    `to 25 Jan 2027               Cohort · online
7 Dec 12:59 CET           !  Call: Data Days
                             6 Dec AoE, was 20 Nov
10 Dec 2026 – 2 Jan 2027     Some Days · Zürich, CH
10 Dec 10:00 CET          *  Talk
12 Dec                    x? Off · cancelled`,
  );
});

describe('a deadline as it is stated', () => {
  test.each<[milestone: Partial<Milestone>, line: string]>([
    [{}, '6 Dec  ! Call: Data Days · zone not stated'],
    [{ at: '2026-12-06T17:00' }, '6 Dec  ! Call: Data Days · 17:00, zone not stated'],
    [{ timezone: 'Europe/Berlin' }, '6 Dec 23:59 CET  ! Call: Data Days'],
    [
      { at: '2026-12-06T17:00', timezone: 'America/Los_Angeles' },
      '7 Dec 02:00 CET  ! Call: Data Days · 6 Dec 17:00 PST',
    ],
    [{ at: '2026-12-06T23:59', timezone: 'AoE' }, '7 Dec 12:59 CET  ! Call: Data Days · 6 Dec 23:59 AoE'],
  ])('%j', (milestone, line) => expect(itemList(due(milestone), { ...look, width: 100 })).toBe(line));
});

test('what begins with the month is not yet under way in it', () => {
  const first = event({ name: 'First', start: '2026-12-01', end: '2026-12-02' });
  expect(itemList([first], { ...look, width: 60 })).toBe('1–2 Dec  First');
});

test('marks and what they mean', () => {
  expect(ITEMS.map(itemMarks)).toEqual(['', '!', '', '*', 'x?']);
  expect(itemLegend(ITEMS)).toEqual(['* about MLOps itself', '? date not confirmed', '! deadline', 'x cancelled or postponed']); // prettier-ignore
  expect(itemLegend(ITEMS.slice(0, 1))).toEqual([]);
});

test('no line is wider than the width, and no word of a name is lost', () => {
  const item = fc
    .tuple(someText, fc.integer({ min: 1, max: 31 }))
    .map(([name, day]) => event({ name, start: `2026-12-${String(day).padStart(2, '0')}`, place: { city: name } }));
  const items = fc.array(item, { minLength: 1, maxLength: 8 }).map((list) => list.sort(byDay));
  fc.assert(
    fc.property(items, fc.integer({ min: 20, max: 120 }), (given, width) => {
      for (const list of [
        dayList(given, { ...look, width }),
        ...(width < 40 ? [] : [itemList(given, { ...look, width })]),
      ]) {
        for (const line of list.split('\n')) expect(cells(line)).toBeLessThanOrEqual(width);
        for (const { entry } of given) expect(withoutBlanks(list)).toContain(withoutBlanks(entry.name));
      }
    }),
  );
});
