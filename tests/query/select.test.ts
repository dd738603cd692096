import { describe, expect, test } from 'vitest';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { loadFiles } from '../../src/catalogue/load';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { outlineOf } from '../../src/catalogue/outline';
import type { Entry } from '../../src/catalogue/schema';
import { matcher, oneLess, peopleOf, select, type Criteria } from '../../src/query/select';
import { aSeries, aTool, anEntry, anEvent, zones } from '../helpers/entries';

const small = loadFiles(['tests/fixtures/small'], vocabularyOf(undefined, zones));
const idsOf = (criteria: Criteria): string[] => select(small, criteria).map(({ id }) => id);

describe('of the small catalogue', () => {
  test.each<[criteria: Criteria, ids: readonly string[]]>([
    [{ kinds: ['book'] }, ['watching-models']],
    [{ kinds: ['tool', 'book'] }, ['watching-models', 'driftwatch']],
    [{ kinds: ['video'] }, []],
    [{ kinds: ['event'], topics: ['feature-stores'] }, ['mlops-day-2026', 'feature-meetup-2026', 'data-days-2027']],
    [
      { topics: ['feature-stores', 'monitoring'], kinds: ['course', 'podcast'] },
      ['features-from-scratch', 'drift-talk'],
    ],
    [{ allTopics: ['feature-stores', 'monitoring'] }, ['mlops-day-2026']],
    [{ kinds: ['event'], notTopics: ['monitoring'] }, ['feature-meetup-2026', 'data-days-2027']],
    [
      { kinds: ['event'], topics: ['feature-stores'], notTopics: ['monitoring'] },
      ['feature-meetup-2026', 'data-days-2027'],
    ],
    [{ years: [{ from: 2022, to: 2022 }] }, ['mlops-day-2022', 'features-from-scratch']],
    [
      { years: [{ from: 2024, to: 2026 }] },
      ['mlops-day-2026', 'drift-webinar-2026', 'feature-meetup-2026', 'watching-models'],
    ],
    [{ years: [{ from: 2023, to: 2023 }] }, []],
    [{ levels: ['beginner'] }, ['features-from-scratch']],
    [{ costs: ['paid'] }, ['watching-models']],
    [{ maxHours: 6 }, ['features-from-scratch']],
    [{ maxHours: 5.9 }, []],
    [{ languages: ['pt'] }, ['data-days-2027']],
    [{ author: { name: 'NUNEZ' } }, ['watching-models', 'drift-talk']],
    [{ author: { name: 'association' } }, ['mlops-day']],
    [{ types: ['webinar', 'meetup'] }, ['drift-webinar-2026', 'feature-meetup-2026']],
    [{ types: ['conference'], kinds: ['series'] }, ['mlops-day']],
    [{ modes: ['online', 'hybrid'] }, ['drift-webinar-2026', 'data-days-2027']],
    [{ countries: ['BR', 'GB'] }, ['feature-meetup-2026', 'data-days-2027']],
    [{ city: 'sao paulo' }, ['data-days-2027']],
    [{ city: 'ZURICH' }, ['mlops-day-2022', 'mlops-day-2026', 'mlops-day-2027', 'mlops-day']],
    [{ city: 'Zür' }, []],
    [{ from: '2026-11-21', to: '2026-11-24' }, ['mlops-day-2026', 'drift-webinar-2026']],
    [{ from: '2026-11-22' }, ['drift-webinar-2026', 'feature-meetup-2026', 'data-days-2027', 'mlops-day-2027']],
    [{ from: '2027-02-05' }, ['mlops-day-2027']],
    [{ from: '2027-02-06' }, []],
    [{ to: '2022-05-17' }, ['mlops-day-2022']],
    [{ to: '2022-05-16' }, []],
    [{ from: '2026-11-24', to: '2026-11-24' }, ['drift-webinar-2026']],
    [{ series: ['mlops-day'] }, ['mlops-day-2022', 'mlops-day-2026', 'mlops-day-2027', 'mlops-day']],
    [{ relevance: ['adjacent'] }, ['data-days-2027']],
    [{ certainty: ['tentative', 'estimated'] }, ['mlops-day-2027']],
    [{ statuses: ['cancelled'] }, ['feature-meetup-2026']],
    [{ statuses: ['active'] }, ['mlops-day', 'drift-talk', 'driftwatch']],
    [
      {
        kinds: ['event'],
        relevance: ['core'],
        modes: ['in-person'],
        countries: ['CH'],
        from: '2026-01-01',
        certainty: ['confirmed'],
      },
      ['mlops-day-2026'],
    ],
  ])('%j', (criteria, ids) => {
    expect(idsOf(criteria)).toEqual(ids);
  });

  test('nothing asked: everything, in catalogue order', () => {
    expect(idsOf({})).toEqual(small.outlines().map(({ id }) => id));
    expect(idsOf({ topics: undefined, from: undefined })).toHaveLength(14);
  });
});

describe('of one entry', () => {
  const work = (own: {
    level?: 'beginner' | 'advanced' | 'all';
    language?: string;
    hours?: number;
    authors?: string[];
  }): Entry => anEntry({ kind: 'course', ...own });
  test.each<[name: string, entry: Entry, criteria: Criteria, fits: boolean]>([
    ['the level asked', work({ level: 'beginner' }), { levels: ['beginner', 'advanced'] }, true],
    ['another level', work({ level: 'advanced' }), { levels: ['beginner'] }, false],
    ['for all levels fits any', work({ level: 'all' }), { levels: ['beginner'] }, true],
    ['no level known', work({}), { levels: ['beginner', 'all'] }, false],
    ['the language', work({ language: 'en' }), { languages: ['en'] }, true],
    ['a region of the language', work({ language: 'en-GB' }), { languages: ['en'] }, true],
    ['the whole tag', work({ language: 'zh-Hans' }), { languages: ['de', 'zh-Hans'] }, true],
    ['the tag in another case', work({ language: 'zh-hans' }), { languages: ['ZH-Hans'] }, true],
    ['a part of the tag', work({ language: 'zh-Hant-TW' }), { languages: ['zh-hant'] }, true],
    ['the language of a region', work({ language: 'en' }), { languages: ['en-GB'] }, false],
    ['a tag that only begins alike', work({ language: 'eng' }), { languages: ['en'] }, false],
    ['no language known', work({}), { languages: ['en'] }, false],
    ['no hours known', work({}), { maxHours: 100 }, false],
    [
      'part of a name, without its accents',
      work({ authors: ['Łukasz', 'Zoë Müller'] }),
      { author: { name: 'zoe mu' } },
      true,
    ],
    ['a name with accents for one without', work({ authors: ['Zoe Muller'] }), { author: { name: 'Zoë' } }, true],
    ['accents written apart', work({ authors: ['Zoe\u0308'] }), { author: { name: 'zoë' } }, true],
    ['a Chinese name', work({ authors: ['李伟'] }), { author: { name: '李' } }, true],
    ['İ', work({ authors: ['İlker'] }), { author: { name: 'ilker' } }, true],
    ['ł and ź', work({ authors: ['Mariusz Wołodźko'] }), { author: { name: 'wolodzko' } }, true],
    ['ß', work({ authors: ['Maria Huß'] }), { author: { name: 'huss' } }, true],
    ['ı', work({ authors: ['Sayıcı'] }), { author: { name: 'sayici' } }, true],
    ['nobody', work({}), { author: { name: 'a' } }, false],
    ['a tool has no year', aTool(), { years: [{ from: 1900, to: 2100 }] }, false],
    [
      'an event over the turn of the year is of the year it starts in',
      anEvent({ start: '2026-12-31', end: '2027-01-01' }),
      { years: [{ from: 2027, to: 2027 }] },
      false,
    ],
    ['days ask for events', work({}), { from: '1900-01-01' }, false],
    ['and not for series', aSeries(), { to: '2100-01-01' }, false],
    [
      'a time on the day',
      anEvent({ start: '2026-12-08T23:00', end: '2026-12-09T01:00' }),
      { from: '2026-12-09' },
      true,
    ],
    ['without an end, the day it starts', anEvent({ start: '2026-12-08' }), { from: '2026-12-09' }, false],
    ['no place', anEvent(), { countries: ['DE'] }, false],
    ['a city typed without its letters', anEvent({ place: { city: 'Łódź' } }), { city: 'lodz' }, true],
    ['no city', anEvent({ place: { country: 'DE' } }), { city: 'Berlin' }, false],
    ['a key that every object has', aTool(), { statuses: ['function'] }, false],
  ])('%s: %#', (_, entry, criteria, fits) => {
    expect(matcher(criteria)(entry, outlineOf(entry))).toBe(fits);
    const catalogue = memoryCatalogue({ entries: [entry], stages: [], categories: [] }, '');
    expect(select(catalogue, criteria)).toHaveLength(fits ? 1 : 0);
  });

  test('every criterion must be met', () => {
    const entry = anEntry({ kind: 'book', level: 'beginner', cost: 'free' });
    const fits = (criteria: Criteria): boolean => matcher(criteria)(entry, outlineOf(entry));
    expect(fits({ kinds: ['book'], levels: ['beginner'], costs: ['free'] })).toBe(true);
    expect(fits({ kinds: ['tool'], levels: ['beginner'], costs: ['free'] })).toBe(false);
    expect(fits({ kinds: ['book'], levels: ['beginner'], costs: ['paid'] })).toBe(false);
    expect(fits({})).toBe(true);
  });
});

test('only what the outline lets through is parsed', () => {
  const parsed: string[] = [];
  const spy = {
    ...small,
    entry: (outline: Parameters<typeof small.entry>[0]) => {
      parsed.push(outline.id);
      return small.entry(outline);
    },
  };
  select(spy, { kinds: ['book', 'course'], topics: ['monitoring'] });
  expect(parsed).toEqual([]);
  select(spy, { kinds: ['book', 'course'], topics: ['monitoring'], costs: ['free'] });
  expect(parsed).toEqual(['watching-models']);
});

describe('one criterion less', () => {
  const count = (criteria: Criteria): number => select(small, criteria).length;
  test('the most helpful first, none that does not help', () => {
    expect(oneLess({ kinds: ['book'], costs: ['free'], topics: ['feature-stores'] }, count)).toEqual([
      { without: 'kinds', count: 1 },
    ]);
    expect(oneLess({ kinds: ['event'], countries: ['CH'], modes: ['online'] }, count)).toEqual([
      { without: 'modes', count: 3 },
      { without: 'countries', count: 1 },
    ]);
    expect(oneLess({ kinds: ['video'] }, count)).toEqual([{ without: 'kinds', count: 14 }]);
  });

  test('nothing helps, or nothing was asked', () => {
    expect(oneLess({ city: 'x', author: { name: 'nobody' } }, count)).toEqual([]);
    const withMore = { kinds: ['video'] as const, limit: 20 };
    expect(oneLess(withMore, count)).toEqual([{ without: 'kinds', count: 14 }]);
    expect(oneLess({}, count)).toEqual([]);
  });
});

test.each<[name: string, entry: Entry, people: readonly string[]]>([
  ['authors', anEntry({ kind: 'book', authors: ['A', 'B'] }), ['A', 'B']],
  ['hosts', anEntry({ kind: 'podcast', hosts: ['H'] }), ['H']],
  ['an organiser', aSeries({ organiser: 'O' }), ['O']],
  ['nobody', aSeries(), []],
  ['nobody known', anEntry({ kind: 'book' }), []],
])('an entry is by %s', (_, entry, people) => {
  expect(peopleOf(entry)).toEqual(people);
});
