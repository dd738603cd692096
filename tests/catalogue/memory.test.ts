import { describe, expect, test } from 'vitest';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { outlineOf } from '../../src/catalogue/outline';
import type { Entry } from '../../src/catalogue/schema';
import { aSeries, aTerm, aTool, aTopic, anEntry, anEvent } from '../helpers/entries';

const catalogueOf = (...entries: Entry[]) => memoryCatalogue({ entries, stages: [], categories: [] }, 'a test');
const orderOf = (...entries: Entry[]): string[] =>
  catalogueOf(...entries)
    .entries()
    .map(({ id }) => id);

describe('catalogue order', () => {
  test('by kind', () => {
    expect(orderOf(aTerm(), aTopic(), aTool(), anEntry({ kind: 'book' }), aSeries(), anEvent())).toEqual([
      'an-event',
      'a-series',
      'a-book',
      'a-tool',
      'monitoring',
      'a-term',
    ]);
  });

  test('events by start, an all-day one before the times of its day, equals by id', () => {
    expect(
      orderOf(
        anEvent({ id: 'd', start: '2026-12-08T09:00', timezone: 'UTC' }),
        anEvent({ id: 'c', start: '2026-12-08' }),
        anEvent({ id: 'b', start: '2026-12-08' }),
        anEvent({ id: 'a', start: '2027-01-01' }),
      ),
    ).toEqual(['b', 'c', 'd', 'a']);
  });

  test('the rest by name in any case, equals by id', () => {
    const book = (id: string, name: string): Entry => anEntry({ kind: 'book', id, name });
    expect(orderOf(book('z', 'apple'), book('y', 'Banana'), book('x', 'Apple'))).toEqual(['x', 'z', 'y']);
  });

  test('topics and terms as they came', () => {
    expect(orderOf(aTopic({ id: 'z' }), aTerm({ id: 'y' }), aTopic({ id: 'a' }), aTerm({ id: 'b' }))).toEqual([
      'z',
      'a',
      'y',
      'b',
    ]);
  });
});

test.each<[name: string, entry: Entry, when: string | undefined, until: string | undefined]>([
  ['one day', anEvent({ start: '2026-12-08' }), '2026-12-08', '2026-12-08'],
  ['days', anEvent({ start: '2026-12-08', end: '2026-12-10' }), '2026-12-08', '2026-12-10'],
  ['times', anEvent({ start: '2026-12-08T09:00', end: '2026-12-09T01:00' }), '2026-12-08', '2026-12-09'],
  ['a work', anEntry({ kind: 'paper', year: 2015 }), '2015', undefined],
  ['a work without a year', anEntry({ kind: 'paper' }), undefined, undefined],
  ['a podcast', anEntry({ kind: 'podcast', since: 2019 }), undefined, undefined],
])('the outline of %s', (_, entry, when, until) => {
  expect(outlineOf(entry)).toMatchObject({ id: entry.id, kind: entry.kind, name: entry.name, when, until });
});

test('the outline of an event has the day of its last milestone, wherever that stands', () => {
  const milestone = (at: string) => ({ kind: 'cfp' as const, label: 'Call', at });
  const event = anEvent({ milestones: ['2026-11-01', '2026-11-30T23:59', '2026-11-15'].map(milestone) });
  expect(outlineOf(event).lastMilestone).toBe('2026-11-30');
  expect(outlineOf(anEvent()).lastMilestone).toBeUndefined();
  expect(outlineOf(aTool()).lastMilestone).toBeUndefined();
});

test('its date is the newest day on which something was checked or came in', () => {
  const sources = [
    { ref: 'a', verified: '2026-10-30' },
    // A month is no day: it may lie behind the newest.
    { ref: 'b', verified: '2026-12' },
  ];
  expect(catalogueOf(anEvent({ added: '2026-10-01', sources }), aTool({ sources, added: '2026-09-01' })).date).toBe(
    '2026-10-30',
  );
  expect(catalogueOf(anEvent({ added: '2026-11-05', sources })).date).toBe('2026-11-05');
  expect(catalogueOf().date).toBe('');
});

test('entries are found by id and outline', () => {
  const tool = aTool();
  const catalogue = catalogueOf(tool, anEvent());
  expect(catalogue.find('a-tool')).toBe(tool);
  expect(catalogue.find('nowhere')).toBeUndefined();
  expect(catalogue.entry(outlineOf(tool))).toBe(tool);
  expect(() => catalogue.entry(outlineOf(aTool({ id: 'other' })))).toThrow(new RangeError('no entry other'));
});
