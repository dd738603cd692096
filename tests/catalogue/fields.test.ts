import { describe, expect, test } from 'vitest';
import { entryOf, fieldsOf, readField } from '../../src/catalogue/fields';
import { KINDS } from '../../src/catalogue/kinds';
import { entrySchema } from '../../src/catalogue/schema';

const field = (kind: 'event' | 'book' | 'tool' | 'series', key: string) =>
  fieldsOf(kind).find((candidate) => candidate.key === key)!;

test.each(KINDS)('every key of a %s is asked for, in the order of a file', (kind) => {
  const schema = entrySchema.options.find((option) => option.shape.kind.value === kind)!;
  const asked = [...new Set(fieldsOf(kind).map(({ key }) => key.split('.')[0]))];
  expect(asked).toEqual(Object.keys(schema.shape).filter((key) => key !== 'kind'));
});

describe('what was typed for', () => {
  test.each([
    ['event', 'topics', 'a-b, c', ['a-b', 'c']],
    ['event', 'name', '  A day ', 'A day'],
    ['event', 'place.lat', '-12.5', -12.5],
    [
      'event',
      'milestones',
      '{kind: cfp, label: Call, at: 2027-01-31}',
      [{ kind: 'cfp', label: 'Call', at: '2027-01-31' }],
    ],
    ['book', 'year', '2022', 2022],
    ['book', 'authors', 'Ada, Bob', ['Ada', 'Bob']],
    ['book', 'sources', '[{ref: me, verified: 2026-11-20}]', [{ ref: 'me', verified: '2026-11-20' }]],
    ['tool', 'availability', 'public', 'public'],
  ] as const)('%s %s: %s', (kind, key, typed, value) => {
    expect(readField(field(kind, key), typed)).toEqual({ value });
  });

  test.each([
    ['event', 'start', '2027-02-30', /must be a real day/],
    ['event', 'type', 'party', /conference/],
    ['event', 'milestones', '{kind: cfp', /is no YAML/],
    ['event', 'milestones', '{kind: cfp, label: Call, at: soon}', /^0\.at: must be a real day/],
    ['event', 'place.lat', 'north', /number/],
    ['book', 'year', '', /number/],
    ['book', 'url', 'javascript:alert(1)', /must be an http\(s\) address/],
    ['book', 'topics', '', /./],
  ] as const)('%s %s: "%s" is refused', (kind, key, typed, problem) => {
    expect(readField(field(kind, key), typed)).toEqual({ problem: expect.stringMatching(problem) as unknown });
  });
});

test.each(['topic', 'term'] as const)('what leads under a %s is given as ids with commas', (kind) => {
  for (const key of ['leading', 'further']) {
    const field = fieldsOf(kind).find((candidate) => candidate.key === key);
    expect(field).toMatchObject({ refersTo: 'entries', isList: true, isRequired: false });
    expect(field && readField(field, 'driftwatch, watching-models')).toEqual({
      value: ['driftwatch', 'watching-models'],
    });
  }
});

test('values become an entry with its keys in order', () => {
  const values = new Map<string, unknown>([
    ['place.city', 'Oslo'],
    ['name', 'A'],
    ['place.country', 'NO'],
    ['id', 'a'],
  ]);
  const entry = entryOf('event', values);
  expect(entry).toEqual({ id: 'a', kind: 'event', name: 'A', place: { city: 'Oslo', country: 'NO' } });
  expect(Object.keys(entry)).toEqual(['id', 'kind', 'name', 'place']);
});
