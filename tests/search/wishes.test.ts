import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeNames } from '../../src/places/place-names';
import type { Entry } from '../../src/catalogue/schema';
import { buildIndex } from '../../src/search/build';
import { dateWords } from '../../src/search/dates';
import { search, type SearchAnswer, type SearchOptions } from '../../src/search/query';
import { CITIES } from '../helpers/cities';
import { segmented } from '../../src/search/segments';
import { wordsOf } from '../../src/search/tokens';
import { aBook, anEvent, aTool, aTopic, entries } from './fixture';

const ours = [
  ...entries,
  aBook({ id: 'free-drift', name: 'Drift at work', topics: ['model-monitoring'], cost: 'free', level: 'beginner' }),
  aBook({ id: 'paid-drift', name: 'Drift in depth', topics: ['model-monitoring'], cost: 'paid', level: 'advanced' }),
  anEvent({
    id: 'drift-day-2022',
    name: 'Drift Day',
    topics: ['model-monitoring'],
    start: '2022-05-31',
    end: '2022-06-01',
    mode: 'online',
    place: { city: 'New York', country: 'US' },
  }),
  aTopic({ id: 'phoenix', name: 'Phoenix', definition: 'A bird.' }),
  anEvent({
    id: 'meetup-phoenix',
    name: 'Desert Meeting',
    topics: ['phoenix'],
    place: { city: 'Phoenix', country: 'US' },
  }),
];
const index = buildIndex(ours, { placeNames: placeNames(() => CITIES) });
const answerFor = (query: string, options: SearchOptions = {}) => search(index, query, options);
/** Where nothing is wished for, those that are only about the same subject stand last. */
const hitsWithWords = ({ hits, sameSubject }: SearchAnswer) => hits.slice(0, hits.length - (sameSubject?.count ?? 0));
const idsFor = (query: string, options: SearchOptions = {}) => answerFor(query, options).hits.map(({ id }) => id);

describe('words that say what is wanted', () => {
  test.each([
    { query: 'drift books', wishes: ['kind book'] },
    { query: 'free books on drift for beginners', wishes: ['cost free', 'kind book', 'level beginner'] },
    { query: 'drift podcast', wishes: ['kind podcast'] },
    { query: 'books and podcasts', wishes: ['kind book or kind podcast'] },
    { query: 'drift in new york', wishes: ['place new york'] },
    { query: 'gathering london', wishes: ['place london'] },
    { query: 'conference in germany', wishes: ['type conference or summit'] },
    { query: 'kubecon europe', wishes: ['place europe'] },
    { query: 'online events', wishes: ['mode online', 'kind event or series'] },
    { query: 'drift may 2022', wishes: ['month 2022-05'] },
    { query: 'drift 2022', wishes: ['year 2022'] },
    { query: 'what is drift', wishes: ['kind topic or term'] },
    { query: 'open source feature store', wishes: ['licence open'] },
    { query: 'spring conference', wishes: ['spring', 'type conference or summit'] },
    { query: 'drift spring', wishes: [] },
    { query: '国内 会议', wishes: ['place China', 'kind event or series'] },
    { query: '国内 drift', wishes: [] },
    { query: 'submit drift job', wishes: [] },
    { query: 'phoenix drift conference', wishes: ['place phoenix', 'type conference or summit'] },
    { query: '不要钱的播客', wishes: ['cost free', 'kind podcast'] },
    { query: "what's on in may", wishes: ['kind event or series', 'month May'] },
    { query: '免费 播客', wishes: ['cost free', 'kind podcast'] },
    { query: '免费的数据漂移入门书籍', wishes: ['cost free', 'level beginner', 'kind book'] },
    { query: '西班牙 会议', wishes: ['place 西班牙', 'kind event or series'] },
    { query: '2022年5月 drift', wishes: ['month 2022-05'] },
    { query: 'drift in spring', wishes: ['spring'] },
    { query: 'drift spring 2022', wishes: ['spring 2022'] },
    { query: 'drift 2022 in spring', wishes: ['spring 2022'] },
    { query: '2022年的春天 drift', wishes: ['春天 2022'] },
    { query: '2022年春天的会议', wishes: ['春天 2022', 'kind event or series'] },
    { query: 'upcoming drift events', wishes: ['still to come', 'kind event or series'] },
    { query: 'drift', wishes: [] },
    // Names and phrases are no wishes, whatever their words mean.
    { query: 'online store', wishes: [] },
    { query: '"free books" drift', wishes: [] },
    { query: 'phoenix', wishes: [] },
    { query: 'conference in phoenix', wishes: ['type conference or summit', 'place phoenix'] },
    { query: 'drift certification', wishes: ['kind course'] },
    { query: 'call for papers', wishes: ['call for papers open', 'kind event or series'] },
    { query: 'drift conference cfp', wishes: ['type conference or summit', 'call for papers open'] },
    { query: '强化学习', wishes: [] },
    { query: 'learn drift', wishes: ['kind course, book or video'] },
    { query: 'how to learn drift', wishes: ['kind course, book or video'] },
    { query: 'drift learn', wishes: [] },
    { query: 'mlflow alternatives', wishes: ['kind tool'] },
    { query: '适合小白的数据漂移教材', wishes: ['level beginner', 'kind book'] },
    // A book is read anywhere, and a conference is not.
    { query: 'free online book drift', wishes: ['cost free', 'kind book'] },
    { query: 'online drift conference', wishes: ['mode online', 'type conference or summit'] },
    { query: 'in-person drift course', wishes: ['mode in-person', 'kind course'] },
    { query: 'self-hosted drift tool', wishes: ['licence open', 'kind tool'] },
    { query: 'drift community call', wishes: ['kind event or series'] },
    { query: 'what is experiment tracking', wishes: ['definition or introduction'] },
  ])('$query: $wishes', ({ query, wishes }) => {
    expect(answerFor(query).wishes).toEqual(wishes);
    expect(answerFor(query, { literal: true }).wishes).toEqual([]);
  });

  test('entries that are so come first, and no other is hidden', () => {
    expect(idsFor('free drift')[0]).toBe('free-drift');
    expect(idsFor('paid drift')[0]).toBe('paid-drift');
    expect(idsFor('drift in new york')[0]).toBe('drift-day-2022');
    expect(new Set(idsFor('free drift'))).toEqual(new Set(idsFor('drift')));
    expect(answerFor('free drift')).toMatchObject({ fulfilled: 1, complete: answerFor('drift').complete });
  });

  test('the hits say which of the wishes they fulfil', () => {
    expect(answerFor('free drift books').hits[0]).toMatchObject({
      id: 'free-drift',
      matched: expect.arrayContaining(['cost', 'kind']),
    });
    expect(answerFor('free drift books').hits[1]?.matched).not.toContain('cost');
  });

  test('whatever is wished, what has the words is found as without it, and others only of the subject and as wished', () => {
    const wish = fc.constantFrom(
      'free',
      'books',
      'online',
      'in london',
      'may 2022',
      'beginner',
      '播客',
      'upcoming',
      '2022',
    );
    const what = fc.constantFrom('drift', 'feature store', 'kubecon', 'monitoring', '漂移');
    fc.assert(
      fc.property(fc.uniqueArray(wish, { maxLength: 3 }), what, (wishes, words) => {
        const plain = answerFor(words);
        const wished = answerFor([words, ...wishes].join(' '));
        const withWords = new Set(hitsWithWords(plain).map(({ id }) => id));
        expect(wished.hits.map(({ id }) => id)).toEqual(expect.arrayContaining([...withWords]));
        const others = wished.hits.filter(({ id }) => !withWords.has(id));
        expect(others).toHaveLength(wished.sameSubject?.count ?? 0);
        if (!wished.wishes.some((wish) => wish.startsWith('kind'))) {
          expect(new Set(wished.hits.map(({ id }) => id))).toEqual(new Set(plain.hits.map(({ id }) => id)));
        }
        for (const { matched } of wished.wishes.some((wish) => wish.startsWith('kind')) ? others : [])
          expect(matched).toContain('kind');
      }),
      { numRuns: 200 },
    );
  });

  test('wishes alone find what fulfils most of them', () => {
    expect(idsFor('free books')[0]).toBe('free-drift');
    expect(idsFor('播客')).toEqual(['feature-hour']);
    expect(idsFor('in berlin')).toEqual([]);
  });

  test('a question that is a name finds it before all that is so', () => {
    const small = buildIndex([
      aBook({ id: 'free-book', name: 'A book', topics: ['x'], cost: 'free' }),
      aBook({ id: 'named', name: 'Free Book', topics: ['x'], cost: 'paid' }),
    ]);
    expect(search(small, 'free book').hits.map(({ id }) => id)).toEqual(['named', 'free-book']);
  });

  test('the subject of the whole catalogue is not asked of an entry beside other words', () => {
    expect(new Set(idsFor('mlops drift'))).toEqual(new Set(idsFor('drift')));
    expect(idsFor('mlops')).toEqual(expect.arrayContaining(['mlops-london-2026']));
    expect(idsFor('mlops')).not.toContain('free-drift');
  });
});

describe('calls for papers', () => {
  const months: Readonly<Record<string, readonly string[]>> = { soon: ['2026-12'], late: ['2027-01', '2027-03'] };
  const openCalls = (id: string): readonly string[] => months[id] ?? [];
  const days = buildIndex([
    ...['closed', 'soon', 'late'].map((id) =>
      anEvent({ id, name: `Ray Day ${id}`, topics: ['x'], start: '2027-05-01' }),
    ),
    aBook({ id: 'book', name: 'Ray Day', topics: ['x'] }),
  ]);
  const fulfilling = (query: string, options: SearchOptions = { openCalls }): string[] => {
    const { hits, fulfilled } = search(days, query, options);
    return hits
      .slice(0, fulfilled)
      .map(({ id }) => id)
      .sort();
  };

  test.each(['ray cfp', 'where to submit a talk about ray', 'speak at a ray event', 'ray 征稿', 'ray call for papers'])(
    '%s: where something can still be handed in',
    (query) => expect(fulfilling(query)).toEqual(['late', 'soon']),
  );

  test('a time is that of the event, or of the day on which the call closes', () => {
    expect(fulfilling('ray cfp may 2027')).toEqual(['late', 'soon']);
    expect(fulfilling('ray cfp march 2027')).toEqual(['late']);
    expect(fulfilling('ray deadline 2026')).toEqual(['soon']);
    expect(fulfilling('ray events march 2027')).toEqual([]);
  });

  test('where nobody knows of any, events are what is nearest', () => {
    const { hits, fulfilled } = search(days, 'ray cfp', {});
    expect(fulfilled).toBe(0);
    expect(hits.at(-1)?.id).toBe('book');
  });

  test('nothing is asked about calls where the question is not about them', () => {
    const asked: string[] = [];
    search(days, 'ray events may 2027', { openCalls: (id) => (asked.push(id), []) });
    expect(asked).toEqual([]);
  });
});

describe('where and when of events', () => {
  const day = (id: string, more: Partial<Parameters<typeof anEvent>[0]> = {}) =>
    anEvent({
      id,
      name: `Meeting ${id}`,
      topics: ['x'],
      start: '2027-12-01',
      place: { city: 'Paris', country: 'FR' },
      ...more,
    });
  const both = day('both', { name: 'Drift in Paris' });
  const elsewhere = day('elsewhere', { name: 'Drift in Rome', place: { city: 'Rome', country: 'IT' } });
  const others = [day('there'), day('gone', { start: '2022-12-01' }), day('beside', { relevance: 'adjacent' })];
  const aBookThere = aBook({ id: 'book', name: 'Drift', topics: ['x'] });
  const isPast = (id: string): boolean => id === 'gone';
  const idsOf = (query: string, more: readonly Entry[] = []): string[] =>
    search(buildIndex([both, elsewhere, aBookThere, ...others, ...more]), query, { isPast }).hits.map(({ id }) => id);

  test('few that are so come before what has the words and is not, but for those that are over; last of them those beside the field', () => {
    expect(idsOf('drift conference in paris december')).toEqual(['both', 'there', 'beside', 'elsewhere', 'book']);
  });

  test('those beside the field are answers only where hardly any other is', () => {
    const enough = Array.from({ length: 8 }, (_, at) => day(`more${at}`));
    expect(idsOf('drift conference in paris december', enough)).not.toContain('beside');
  });

  test('and where a topic is named, only if they are about it', () => {
    const topic = aTopic({ id: 'drift', name: 'Drift', definition: 'None.' });
    const about = day('about', { relevance: 'adjacent', summary: 'Also of drift.' });
    const ids = idsOf('drift conference in paris december', [topic, about]);
    expect(ids).toContain('about');
    expect(ids).not.toContain('beside');
  });

  test('they are answers to a question for events alone', () => {
    expect(idsOf('drift paris')).toEqual(['both', 'book', 'elsewhere']);
  });

  test('of many, what they are about decides', () => {
    const many = Array.from({ length: 15 }, (_, at) => day(`more${at}`));
    expect(idsOf('drift conference in paris december', many)).toEqual(['both', 'elsewhere', 'book']);
  });

  test('a filter and an exclusion hold for them', () => {
    expect(idsOf('drift conference in paris topic:y')).toEqual([]);
    expect(idsOf('drift conference in paris -meeting')).not.toContain('there');
  });
});

describe('a month or a season of no year', () => {
  const today = (): string => '2026-11-21';
  const days = ['2025-12', '2026-12', '2027-12', '2025-01', '2027-01', '2028-01', '2026-11', '2027-11', '2024-07'].map(
    (month) => anEvent({ id: `day-${month}`, name: 'Drift Day', topics: ['x'], start: `${month}-10` }),
  );
  const fulfilled = (query: string, options: SearchOptions = { today }): string[] => {
    const answer = search(buildIndex(days), query, options);
    return answer.hits.slice(0, answer.fulfilled).map(({ id }) => id);
  };

  test.each([
    ['drift in december', ['day-2026-12']],
    ['drift in november', ['day-2026-11']],
    ['drift in january', ['day-2027-01']],
    ['drift in winter', ['day-2026-12', 'day-2027-01']],
    // Of one that nothing is known of yet, those that were.
    ['drift in july', ['day-2024-07']],
    ['drift in december 2025', ['day-2025-12']],
  ])('%s: %j', (query, ids) => expect(fulfilled(query).sort()).toEqual(ids));

  test('is any, where nobody knows what day it is', () => {
    expect(fulfilled('drift in december', {}).sort()).toEqual(['day-2025-12', 'day-2026-12', 'day-2027-12']);
  });
});

describe('what wishes mean beside each other', () => {
  const own = buildIndex([
    aTool({ id: 'open', name: 'Drift watch', topics: ['x'], category: 'x', license: 'MIT' }),
    aTool({ id: 'closed', name: 'Drift watch', topics: ['x'], category: 'x', license: 'commercial' }),
    aBook({ id: 'book', name: 'Drift', topics: ['x'] }),
  ]);
  const fulfilled = (query: string): string[] => {
    const answer = search(own, query);
    return answer.hits.slice(0, answer.fulfilled).map(({ id }) => id);
  };

  test('free software has a licence, and no price', () => {
    expect(fulfilled('free drift tool')).toEqual(['open']);
    expect(fulfilled('free drift')).toEqual(['open']);
    expect(fulfilled('free drift book')).toEqual([]);
  });

  test('who asks where to give a talk asks for no recording', () => {
    const wishes = (query: string): readonly string[] => search(own, query).wishes;
    expect(wishes('call for papers open drift talk')).toEqual(['call for papers open', 'kind event or series']);
    expect(wishes('hand in a talk about drift')).toEqual(['call for papers open', 'kind event or series']);
    expect(wishes('drift talk')).toEqual(['kind video']);
  });

  test('one thing or the other is what a wish is about, and not the answer', () => {
    const things = buildIndex([
      aTool({ id: 'ray', name: 'Ray', topics: ['x'], category: 'x' }),
      aTool({ id: 'dask', name: 'Dask', topics: ['x'], category: 'x' }),
      aBook({ id: 'on-both', name: 'Learning Ray and Dask', topics: ['x'] }),
    ]);
    const order = (query: string): string[] => search(things, query).hits.map(({ id }) => id);
    expect(order('book on ray or dask')[0]).toBe('on-both');
  });
});

describe('mlops beside a wish', () => {
  const fundamentals = aTopic({ id: 'fundamentals', name: 'MLOps', definition: 'None.' });
  const own = buildIndex([
    fundamentals,
    aBook({ id: 'all-of-it', name: 'Ops', topics: ['x', 'fundamentals'], level: 'beginner' }),
    aBook({ id: 'other-level', name: 'MLOps', topics: ['fundamentals'] }),
    aBook({ id: 'other-topic', name: 'Python', topics: ['x'], level: 'beginner' }),
  ]);

  test('is one, of its topic', () => {
    const { hits, wishes } = search(own, 'mlops book for beginners');
    expect(wishes).toEqual(['kind book', 'level beginner', 'topic fundamentals']);
    expect(hits.map(({ id }) => id)).toEqual(['all-of-it', 'other-level', 'other-topic']);
  });

  test('and alone is none', () => {
    expect(search(own, 'mlops').wishes).toEqual([]);
    expect(search(own, 'machine learning book').wishes).toEqual(['kind book']);
  });
});

test('whom it is for need not be there beside a wish, nor is it what the answer is about', () => {
  const own = buildIndex([
    aTopic({ id: 'data-scientist', name: 'Data scientist', definition: 'A person.' }),
    aBook({ id: 'drift', name: 'Drift', topics: ['x'], cost: 'free' }),
    aBook({ id: 'person', name: 'Being a data scientist', topics: ['data-scientist'] }),
  ]);
  const order = (query: string): string[] => search(own, query).hits.map(({ id }) => id);
  expect(order('free book for data scientists')[0]).toBe('drift');
  expect(order('book on data scientists')[0]).toBe('person');
  expect(order('for data scientists')[0]).toBe('data-scientist');
});

test.each(['功能说明', '模块上线', '听起来', '里程碑'])('no character of %s is taken for a word of its own', (run) => {
  expect(segmented(index, wordsOf(run)).map(({ text }) => text)).toEqual([run]);
});

test('beside a wish, words that are said of nearly everything need not be there', () => {
  expect(idsFor('mlops book for total beginners').slice(0, 1)).toEqual(['free-drift']);
  expect(idsFor('total')).toEqual([]);
});

describe('what is over', () => {
  const isPast = (id: string): boolean => id.endsWith('2022');
  const days = buildIndex(
    ['2022', '2027'].map((year) =>
      anEvent({
        id: `ray-day-${year}`,
        name: `Ray Day`,
        summary: year === '2022' ? 'A day about Ray, for Ray, by Ray.' : 'A day.',
        topics: ['x'],
        start: `${year}-05-01`,
      }),
    ),
  );
  const order = (query: string, options: SearchOptions = {}) => search(days, query, options).hits.map(({ id }) => id);

  test('ranks under what is still to come for the same words, and is marked', () => {
    expect(order('ray')).toEqual(['ray-day-2022', 'ray-day-2027']);
    expect(order('ray', { isPast })).toEqual(['ray-day-2027', 'ray-day-2022']);
    expect(search(days, 'ray', { isPast }).hits.map((hit) => hit.isPast)).toEqual([false, true]);
  });

  test('unless it is asked for', () => {
    expect(order('ray 2022', { isPast })).toEqual(['ray-day-2022', 'ray-day-2027']);
  });

  test('`upcoming` asks for what is not', () => {
    expect(search(days, 'upcoming ray', { isPast })).toMatchObject({
      fulfilled: 1,
      hits: [{ id: 'ray-day-2027' }, {}],
    });
  });
});

describe('words for a time', () => {
  const today = () => '2026-12-05';
  test.each([
    { words: 'may 2022', facet: 'month:2022-05', count: 2 },
    { words: '2022 may', facet: 'month:2022-05', count: 2 },
    { words: 'sept 2026', facet: 'month:2026-09', count: 2 },
    { words: '2026-11', facet: 'month:2026-11', count: 1 },
    { words: '2026 年 11 月', facet: 'month:2026-11', count: 4 },
    { words: '2026 年', facet: 'year:2026', count: 2 },
    { words: '五月', facet: 'month:*-05', count: 1 },
    { words: 'october', facet: 'month:*-10', count: 1 },
    { words: '2027 conference', facet: 'year:2027', count: 1 },
    { words: 'next month', facet: 'month:2027-01', count: 2 },
    { words: 'this month', facet: 'month:2026-12', count: 2 },
    { words: 'next year', facet: 'year:2027', count: 2 },
    { words: 'this week', facet: 'month:2026-12', count: 2 },
    { words: 'next weekend', facet: 'month:2026-12', count: 2 },
    { words: 'spring 2027', facet: 'month:2027-03 month:2027-04 month:2027-05', count: 2 },
    { words: '2027 winter', facet: 'month:2027-01 month:2027-02 month:2027-12 month:2028-01 month:2028-02', count: 2 },
    { words: 'next autumn', facet: 'month:2027-09 month:2027-10 month:2027-11', count: 2 },
    { words: 'this winter', facet: 'month:2026-12 month:2027-01 month:2027-02', count: 2 },
    { words: '明年', facet: 'year:2027', count: 1 },
    { words: '明年 春天', facet: 'month:2027-03 month:2027-04 month:2027-05', count: 2 },
    { words: '2027 年 夏季', facet: 'month:2027-06 month:2027-07 month:2027-08', count: 3 },
    { words: '明年 五月', facet: 'month:2027-05', count: 2 },
    { words: '明年 5 月', facet: 'month:2027-05', count: 3 },
    { words: '下个月', facet: 'month:2027-01', count: 1 },
    { words: 'next year in spring', facet: 'month:2027-03 month:2027-04 month:2027-05', count: 4 },
    { words: '明年 的 春天', facet: 'month:2027-03 month:2027-04 month:2027-05', count: 3 },
    { words: '2027 年 的 春天', facet: 'month:2027-03 month:2027-04 month:2027-05', count: 4 },
    { words: '2027 年 五月', facet: 'month:2027-05', count: 3 },
    { words: '2027 in may', facet: 'month:2027-05', count: 3 },
    { words: 'next year in berlin', facet: 'year:2027', count: 2 },
    { words: '2027 年 13 月', facet: 'year:2027', count: 2 },
    { words: 'october this year', facet: 'month:2026-10', count: 3 },
    { words: 'spring next year', facet: 'month:2027-03 month:2027-04 month:2027-05', count: 3 },
    { words: 'sun 2027', facet: undefined },
    { words: 'spring boot', facet: undefined },
    { words: 'this fall', facet: 'month:2027-09 month:2027-10 month:2027-11', count: 2 },
    { words: 'may', facet: undefined },
    { words: '13 月', facet: undefined },
    { words: '3 models', facet: undefined },
    { words: 'ma 2022', facet: undefined },
    { words: 'next big thing', facet: undefined },
  ])('$words: $facet', ({ words, facet, count }) => {
    const found = dateWords(words.split(' '), undefined, today);
    expect(found?.facet).toBe(facet);
    expect(found?.count).toBe(count);
  });

  // This one is under way, or else comes next; the next one is not under way.
  test.each([
    { day: '2026-11-22', words: 'this winter', months: ['2026-12', '2027-01', '2027-02'] },
    { day: '2026-11-22', words: 'next winter', months: ['2026-12', '2027-01', '2027-02'] },
    { day: '2026-12-01', words: 'this winter', months: ['2026-12', '2027-01', '2027-02'] },
    { day: '2026-12-01', words: 'next winter', months: ['2027-12', '2028-01', '2028-02'] },
    { day: '2027-02-28', words: 'this winter', months: ['2026-12', '2027-01', '2027-02'] },
    { day: '2027-02-28', words: 'next winter', months: ['2027-12', '2028-01', '2028-02'] },
    { day: '2027-03-01', words: 'this winter', months: ['2027-12', '2028-01', '2028-02'] },
    { day: '2026-07-10', words: 'this summer', months: ['2026-06', '2026-07', '2026-08'] },
    { day: '2026-07-10', words: 'next summer', months: ['2027-06', '2027-07', '2027-08'] },
    { day: '2026-05-31', words: 'next summer', months: ['2026-06', '2026-07', '2026-08'] },
    { day: '2026-09-01', words: 'this summer', months: ['2027-06', '2027-07', '2027-08'] },
    { day: '2026-04-01', words: 'next spring', months: ['2027-03', '2027-04', '2027-05'] },
    { day: '2026-01-31', words: 'next spring', months: ['2026-03', '2026-04', '2026-05'] },
    { day: '2026-12-31', words: 'this fall', months: ['2027-09', '2027-10', '2027-11'] },
  ])('on $day $words is $months', ({ day, words, months }) => {
    const facet = months.map((month) => `month:${month}`).join(' ');
    expect(dateWords(words.split(' '), undefined, () => day)).toMatchObject({ facet, count: 2 });
  });

  test('a season of no year is that of any', () => {
    expect(dateWords(['winter'], 'in')?.facet).toBe('month:*-12 month:*-01 month:*-02');
    expect(dateWords(['summer'], 'in')?.facet).toBe('month:*-06 month:*-07 month:*-08');
  });

  test('a week is every month that it touches', () => {
    expect(dateWords(['this', 'week'], undefined, () => '2026-12-28')?.facet).toBe('month:2026-12 month:2027-01');
    expect(dateWords(['next', 'week'], undefined, () => '2026-12-28')?.facet).toBe('month:2027-01');
  });

  test('an everyday word is a month behind `in`', () => {
    expect(dateWords(['may'], 'in')?.facet).toBe('month:*-05');
    expect(dateWords(['this', 'year'], undefined)).toBeUndefined();
  });
});
