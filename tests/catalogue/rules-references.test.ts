import { describe, expect, test } from 'vitest';
import {
  aliasesDoNotCollide,
  countriesAreKnown,
  oneUrlOneEntry,
  referencesExist,
  uniqueIds,
  zonesAreKnown,
} from '../../src/catalogue/rules-references';
import type { Rule } from '../../src/catalogue/rule';
import type { Entry } from '../../src/catalogue/schema';
import type { Vocabulary } from '../../src/catalogue/vocabulary';
import { aSeries, aTerm, aTool, aTopic, anEntry, anEvent } from '../helpers/entries';

const vocabulary: Vocabulary = {
  kinds: new Map([
    ['monitoring', 'topic'],
    ['feature-stores', 'topic'],
    ['mlops-day', 'series'],
    ['driftwatch', 'tool'],
    ['watching-models', 'book'],
  ]),
  stages: new Set(['operate']),
  categories: new Set(['training']),
  hasZone: (zone) => ['Europe/Berlin', 'AoE'].includes(zone),
  zoneNames: () => ['Europe/Berlin', 'Asia/Kolkata', 'AoE'],
  hasCountry: (code) => code === 'DE',
};

interface Case {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** `id path: message`, in order; none when the entries are sound. */
  readonly found?: readonly string[];
}

function check(rule: Rule, { entries, found = [] }: Case): void {
  const lines = rule(entries, vocabulary).map(
    ({ entry, path, message }) => `${entry.id} ${path.join('.')}: ${message}`,
  );
  expect(lines).toEqual(found);
}

const book = (id: string, own: { name?: string; url?: string; aliases?: string[]; related?: string[] } = {}): Entry =>
  anEntry({ kind: 'book', id, name: `Book ${id}`, ...own });

describe('no id is used twice', () => {
  test.each<Case>([
    { name: 'different ids', entries: [book('a'), book('b')] },
    {
      name: 'every use but the first, across kinds',
      entries: [book('a'), aTool({ id: 'a' }), book('b'), aSeries({ id: 'a' })],
      found: ['a id: is used by an earlier entry', 'a id: is used by an earlier entry'],
    },
  ])('$name', (example) => check(uniqueIds, example));

  test('the later entry is the one reported', () => {
    const [first, second] = [book('a'), book('a')];
    expect(uniqueIds([first, second], vocabulary)[0]?.entry).toBe(second);
  });
});

describe('what is referred to exists', () => {
  test.each<Case>([
    { name: 'a topic', entries: [anEntry({ kind: 'book', topics: ['monitoring', 'feature-stores'] })] },
    {
      name: 'a topic that is not there',
      entries: [anEntry({ kind: 'book', topics: ['monitoring', 'montoring'] })],
      found: ['a-book topics.1: no topic "montoring"; did you mean "monitoring"?'],
    },
    {
      name: 'a topic unlike any',
      entries: [anEntry({ kind: 'book', topics: ['zzzzzzzzzzzz'] })],
      found: ['a-book topics.0: no topic "zzzzzzzzzzzz"'],
    },
    {
      name: 'a topic that is something else',
      entries: [anEntry({ kind: 'book', topics: ['driftwatch'] })],
      found: ['a-book topics.0: "driftwatch" is a tool, not a topic'],
    },
    { name: 'a series', entries: [anEvent({ series: 'mlops-day' })] },
    {
      name: 'a series that is not there',
      entries: [anEvent({ series: 'mlops-days' })],
      found: ['an-event series: no series "mlops-days"; did you mean "mlops-day"?'],
    },
    {
      name: 'a series that is a book',
      entries: [anEvent({ series: 'watching-models' })],
      found: ['an-event series: "watching-models" is a book, not a series'],
    },
    {
      name: 'related entries of any kind',
      entries: [book('a', { related: ['driftwatch', 'mlops-day', 'monitoring'] })],
    },
    {
      name: 'a related entry that is not there',
      entries: [book('a', { related: ['driftwatch', 'driftwach'] })],
      found: ['a related.1: no entry "driftwach"; did you mean "driftwatch"?'],
    },
    { name: 'itself', entries: [book('a', { related: ['a'] })], found: ['a related.0: is related to itself'] },
    { name: 'a successor', entries: [aTool({ successor: 'driftwatch' })] },
    {
      name: 'a successor that is no tool',
      entries: [aTool({ successor: 'monitoring' })],
      found: ['a-tool successor: "monitoring" is a topic, not a tool'],
    },
    {
      name: 'a successor that is not there',
      entries: [aTool({ successor: 'gone' })],
      found: ['a-tool successor: no tool "gone"'],
    },
    {
      name: 'a category that is not there',
      entries: [aTool({ category: 'trainings' })],
      found: ['a-tool category: no category "trainings"; did you mean "training"?'],
    },
    { name: 'a topic in a stage, itself not among its references', entries: [aTopic({ id: 'brand-new' })] },
    {
      name: 'a stage that is not there',
      entries: [aTopic({ stage: 'operating' })],
      found: ['monitoring stage: no stage "operating"; did you mean "operate"?'],
    },
    { name: 'a term under its topic', entries: [aTerm()] },
    {
      name: 'a term under no topic: said once',
      entries: [aTerm({ topic: 'mlops-day' })],
      found: ['a-term topic: "mlops-day" is a series, not a topic'],
    },
    {
      name: 'what leads under a topic or term, of any kind',
      entries: [
        aTopic({ leading: ['watching-models', 'feature-stores'], further: ['driftwatch'] }),
        aTerm({ leading: ['driftwatch'], further: ['mlops-day', 'monitoring'] }),
      ],
    },
    {
      name: 'what leads that is not there',
      entries: [aTopic({ leading: ['driftwatch', 'watching-model'], further: ['driftwach', 'zzzzzzzzzzzz'] })],
      found: [
        'monitoring leading.1: no entry "watching-model"; did you mean "watching-models"?',
        'monitoring further.0: no entry "driftwach"; did you mean "driftwatch"?',
        'monitoring further.1: no entry "zzzzzzzzzzzz"',
      ],
    },
    {
      name: 'a topic or term under itself',
      entries: [aTopic({ leading: ['monitoring'] }), aTerm({ leading: ['driftwatch'], further: ['a-term'] })],
      found: [
        'monitoring leading.0: is the entry itself, which comes first anyway',
        'a-term further.0: is the entry itself, which comes first anyway',
      ],
    },
    {
      name: 'the same entry in both lists, or twice in one',
      entries: [
        aTopic({ leading: ['driftwatch', 'mlops-day', 'driftwatch'], further: ['watching-models', 'mlops-day'] }),
        aTerm({ leading: ['monitoring'], further: ['driftwatch', 'watching-models', 'driftwatch'] }),
      ],
      found: [
        'monitoring leading.2: "driftwatch" stands in leading already',
        'monitoring further.1: "mlops-day" stands in leading already',
        'a-term further.2: "driftwatch" stands in further already',
      ],
    },
    {
      name: 'all that is wrong with all of them',
      entries: [anEvent({ topics: ['x1'], series: 'x2', related: ['x3'] }), aTool({ category: 'x4' })],
      found: [
        'an-event topics.0: no topic "x1"',
        'an-event related.0: no entry "x3"',
        'an-event series: no series "x2"',
        'a-tool category: no category "x4"',
      ],
    },
  ])('$name', (example) => check(referencesExist, example));
});

describe('one page is one entry', () => {
  const url = 'https://day.example/';
  test.each<Case>([
    { name: 'two pages', entries: [book('a', { url }), book('b', { url: `${url}b` })] },
    { name: 'no page at all', entries: [book('a'), book('b')] },
    {
      name: 'the same page written in two ways',
      entries: [book('a', { url }), book('b', { url: 'http://www.day.example/?utm_source=x' })],
      found: ['b url: is the page of "a" already'],
    },
    {
      name: 'three times',
      entries: [book('a', { url }), book('b', { url }), book('c', { url })],
      found: ['b url: is the page of "a" already', 'c url: is the page of "a" already'],
    },
    { name: 'an edition and its series', entries: [aSeries({ id: 'day', url }), anEvent({ series: 'day', url })] },
    {
      name: 'two editions of a series',
      entries: [anEvent({ id: 'day-1', series: 'day', url }), anEvent({ id: 'day-2', series: 'day', url })],
    },
    {
      name: 'an edition and another series',
      entries: [aSeries({ id: 'night', url }), anEvent({ series: 'day', url })],
      found: ['an-event url: is the page of "night" already'],
    },
    {
      name: 'two events without a series',
      entries: [anEvent({ id: 'e-1', url }), anEvent({ id: 'e-2', url })],
      found: ['e-2 url: is the page of "e-1" already'],
    },
    { name: 'an event and what it names as related', entries: [book('a', { url }), anEvent({ url, related: ['a'] })] },
    { name: 'an event and what names it', entries: [anEvent({ url }), book('a', { url, related: ['an-event'] })] },
    { name: 'what names an event, and that', entries: [book('a', { url, related: ['an-event'] }), anEvent({ url })] },
    {
      name: 'two related books',
      entries: [book('a', { url }), book('b', { url, related: ['a'] })],
      found: ['b url: is the page of "a" already'],
    },
    {
      name: 'of several owners, the one with which it may not be shared',
      entries: [aSeries({ id: 'day', url }), anEvent({ id: 'e-1', series: 'day', url }), book('b', { url })],
      found: ['b url: is the page of "day" already'],
    },
    {
      name: 'allowed with the first owner, not with the second',
      entries: [
        book('b', { url }),
        anEvent({ id: 'e-1', url, related: ['b'] }),
        anEvent({ id: 'e-2', url, related: ['b'] }),
      ],
      found: ['e-2 url: is the page of "e-1" already'],
    },
  ])('$name', (example) => check(oneUrlOneEntry, example));
});

describe('aliases do not collide', () => {
  test.each<Case>([
    { name: 'aliases of their own', entries: [book('a', { aliases: ['A'] }), book('b', { aliases: ['B'] })] },
    {
      name: 'an alias of two, in any case',
      entries: [book('a', { aliases: ['DDIA'] }), book('b', { aliases: ['other', 'ddia'] })],
      found: ['b aliases.1: "ddia" names "a" already'],
    },
    {
      name: "an alias that is an earlier entry's name",
      entries: [book('a', { name: 'Drift' }), book('b', { aliases: ['drift'] })],
      found: ['b aliases.0: "drift" names "a" already'],
    },
    {
      name: "an alias that is a later entry's name",
      entries: [book('b', { aliases: ['drift'] }), book('a', { name: 'Drift' })],
      found: ['b aliases.0: "drift" names "a" already'],
    },
    { name: 'an alias that is its own name', entries: [book('a', { name: 'Drift', aliases: ['DRIFT', 'drift'] })] },
    { name: 'another kind', entries: [book('a', { aliases: ['Drift'] }), aTool({ aliases: ['Drift'] })] },
    { name: 'two entries of one name', entries: [book('a', { name: 'Drift' }), book('b', { name: 'Drift' })] },
    {
      name: 'a Chinese alias of two',
      entries: [book('a', { aliases: ['模型监控'] }), book('b', { aliases: ['模型监控'] })],
      found: ['b aliases.0: "模型监控" names "a" already'],
    },
  ])('$name', (example) => check(aliasesDoNotCollide, example));
});

describe('zones are known', () => {
  const cfp = { kind: 'cfp', label: 'CFP', at: '2026-11-30' } as const;
  const weekly = { rule: 'FREQ=WEEKLY', time: '18:00' };
  test.each<Case>([
    { name: 'none', entries: [anEvent({ milestones: [cfp] }), aSeries(), book('a')] },
    {
      name: 'known ones',
      entries: [
        anEvent({ timezone: 'Europe/Berlin', milestones: [{ ...cfp, timezone: 'AoE' }] }),
        aSeries({ recurrence: { ...weekly, timezone: 'Europe/Berlin' } }),
      ],
    },
    {
      name: 'an abbreviation',
      entries: [anEvent({ timezone: 'IST' })],
      found: ['an-event timezone: unknown time zone "IST"'],
    },
    {
      name: 'of a milestone',
      entries: [anEvent({ milestones: [cfp, { ...cfp, timezone: 'PST' }] })],
      found: ['an-event milestones.1.timezone: unknown time zone "PST"'],
    },
    {
      name: 'of a recurrence',
      entries: [aSeries({ recurrence: { ...weekly, timezone: 'Europe/Atlantis' } })],
      found: ['a-series recurrence.timezone: unknown time zone "Europe/Atlantis"'],
    },
    {
      name: 'in another case, of a city alone, and misspelt, time and again',
      entries: [
        ...['europe/berlin', 'kolkata', 'Europe/Belrin', 'Europe/Belrin'].map((timezone) => anEvent({ timezone })),
        anEvent({ milestones: [{ ...cfp, timezone: 'aoe' }] }),
      ],
      found: [
        'an-event timezone: unknown time zone "europe/berlin"; did you mean "Europe/Berlin"?',
        'an-event timezone: unknown time zone "kolkata"; did you mean "Asia/Kolkata"?',
        'an-event timezone: unknown time zone "Europe/Belrin"; did you mean "Europe/Berlin"?',
        'an-event timezone: unknown time zone "Europe/Belrin"; did you mean "Europe/Berlin"?',
        'an-event milestones.0.timezone: unknown time zone "aoe"; did you mean "AoE"?',
      ],
    },
  ])('$name', (example) => check(zonesAreKnown, example));
});

describe('countries are known', () => {
  test.each<Case>([
    { name: 'none', entries: [anEvent({ place: { city: 'Berlin' } }), anEvent(), aSeries(), book('a')] },
    { name: 'a known one', entries: [anEvent({ place: { country: 'DE' } }), aSeries({ place: { country: 'DE' } })] },
    {
      name: 'an unknown one, of an event and of a series',
      entries: [anEvent({ place: { country: 'UK' } }), aSeries({ place: { country: 'XX' } })],
      found: ['an-event place.country: unknown country "UK"', 'a-series place.country: unknown country "XX"'],
    },
  ])('$name', (example) => check(countriesAreKnown, example));
});
