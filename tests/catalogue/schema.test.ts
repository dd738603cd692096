import { describe, expect, test } from 'vitest';
import { entrySchema, type EntryInput } from '../../src/catalogue/schema';
import { aSeries, aTerm, aTool, aTopic, anEntry, anEvent } from '../helpers/entries';

/** Is an entry sound with this value at this path? */
function takes(entry: EntryInput, field: string, value: unknown): boolean {
  const [key = '', inner] = field.split('.');
  const held: unknown = Object.entries(entry).find(([name]) => name === key)?.[1];
  const own = inner === undefined ? value : { ...(typeof held === 'object' ? held : {}), [inner]: value };
  return entrySchema.safeParse({ ...entry, [key]: own }).success;
}

const book = anEntry({ kind: 'book' });
const milestone = { kind: 'cfp', label: 'CFP', at: '2026-11-30' };
const recurrence = { rule: 'FREQ=WEEKLY', time: '18:00', timezone: 'Europe/Berlin' } as const;

describe.each<[field: string, entry: EntryInput, sound: readonly unknown[], broken: readonly unknown[]]>([
  ['id', book, ['a', 'a-1', '2020-state'], ['', 'A', 'a--b', '-a', 'a-', 'a_b', 'a b', 'é', 1, null]],
  ['name', book, ['A', '模型', 'x'.repeat(300)], ['', '  ', 'x'.repeat(301), 1]],
  ['summary', book, ['x', 'x'.repeat(160)], ['', 'x'.repeat(161), undefined]],
  [
    'url',
    book,
    ['https://a.example', 'http://a.example/模型?x=1#y', undefined],
    [
      '',
      'a.example',
      'ftp://a.example',
      'javascript:alert(1)',
      'https://a b',
      'https://',
      'https://a"b',
      `https://a/${'x'.repeat(2000)}`,
    ],
  ],
  ['topics', book, [['a'], ['a', 'b', 'c', 'd', 'e']], [[], ['a', 'b', 'c', 'd', 'e', 'f'], 'a', ['A'], undefined]],
  ['aliases', book, [['DDIA', '数据'], undefined], [[], [''], 'x']],
  ['language', book, ['en', 'en-GB', 'zh-Hans', undefined], ['EN', 'english', 'en_GB', '']],
  [
    'sources',
    book,
    [[{ ref: 'a', verified: '2026-11' }]],
    [[], [{ ref: 'a' }], [{ ref: '', verified: '2026-11' }], [{ ref: 'a', verified: '2026' }], undefined],
  ],
  ['added', book, ['2026-11-21'], ['2026-11', '2026-11-31', '21.11.2026', undefined]],
  ['year', book, [1900, 2100], [1899, 2101, 2024.5, '2024']],
  [
    'isbn',
    book,
    ['9780306406157', '9798888888880', '030640615X'],
    ['978-0306406157', '978030640615X', '03064X6152', '9770306406157', '12345', 9780306406157],
  ],
  ['doi', book, ['10.1145/12345'], ['https://doi.org/10.1145/1', '10.1/x']],
  ['arxiv', book, ['2103.08942', 'cs/0112017'], ['arXiv:2103.08942', '2103.08942v2']],
  ['hours', book, [0.5, 40], [0, -1, '6']],
  ['level', book, ['beginner', 'all'], ['easy', '']],
  [
    'start',
    anEvent(),
    ['2026-12-08', '2028-02-29', '2026-12-08T18:00'],
    [
      '2026-02-30',
      '2027-02-29',
      '2026-13-01',
      '2026-12-8',
      '2026-12-08T24:00',
      '2026-12-08T18:00:00',
      '2026-12-08T18:00Z',
      '2026-12-08T18:00+01:00',
      '2026-12-08 18:00',
      'soon',
      20261208,
    ],
  ],
  [
    'timezone',
    anEvent(),
    ['Europe/Berlin', 'AoE', 'America/Argentina/Buenos_Aires', 'Etc/GMT+12'],
    ['', 'Europe/Zürich', 'a b'],
  ],
  ['place.country', anEvent(), ['DE'], ['de', 'DEU', 'Germany', '']],
  ['place.lat', anEvent(), [-90, 90, 0], [91, '1']],
  ['place.lon', anEvent(), [-180, 180], [181]],
  ['place.planet', anEvent(), [], ['Mars']],
  [
    'milestones',
    anEvent(),
    [[milestone], [{ ...milestone, was: '2026-11-01', url: 'https://a.example' }]],
    [[], [{ ...milestone, kind: 'talk' }], [{ ...milestone, at: 'soon' }], [{ kind: 'cfp' }]],
  ],
  ['sequence', anEvent(), [0, 1, undefined], [-1, 0.5]],
  ['status', anEvent(), ['cancelled', 'postponed'], ['active', undefined]],
  ['certainty', anEvent(), ['estimated'], ['sure', undefined]],
  [
    'recurrence',
    aSeries(),
    [recurrence, { ...recurrence, rule: 'FREQ=MONTHLY;BYDAY=2TU,-1FR', start: '2026-01-06' }],
    [
      { ...recurrence, rule: 'WEEKLY' },
      { ...recurrence, time: '24:00' },
      { ...recurrence, timezone: undefined },
    ],
  ],
  ['availability', aTool(), ['internal'], ['private', undefined]],
  ['license', aTool(), ['Apache-2.0', 'commercial', 'GPL-2.0+'], ['Apache 2.0', '']],
  ['successor', aTool(), ['b'], ['B']],
  [
    'terms',
    aTopic(),
    [{ zh: ['监控'] }, { 'zh-Hant': ['監控'] }, undefined],
    [{ zh: [] }, { Chinese: ['x'] }, { zh: '监控' }],
  ],
  ['definition', aTerm(), ['It is. It matters.'], ['', undefined]],
  ['topics', aTerm(), [undefined, ['monitoring']], [[]]],
])('%s', (field, entry, sound, broken) => {
  test.each(sound.map((value) => ({ value })))('takes $value', ({ value }) => {
    expect(takes(entry, field, value)).toBe(true);
  });
  test.each(broken.map((value) => ({ value })))('refuses $value', ({ value }) => {
    expect(takes(entry, field, value)).toBe(false);
  });
});

test('texts lose the blanks around them', () => {
  expect(entrySchema.parse({ ...book, name: '  A name ' })).toMatchObject({ name: 'A name' });
});
