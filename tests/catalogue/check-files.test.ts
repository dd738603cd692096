import { describe, expect, test } from 'vitest';
import { checkFiles, type CatalogueFile } from '../../src/catalogue/check';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { problemLine } from '../../src/catalogue/problem';
import type { Vocabulary } from '../../src/catalogue/vocabulary';
import { aTool, aTopic, zones } from '../helpers/entries';

const nothing = vocabularyOf(undefined, zones);
const base = vocabularyOf(
  memoryCatalogue(
    {
      entries: [aTopic(), aTool({ id: 'driftwatch' })],
      stages: [{ id: 'operate', name: 'Operate' }],
      categories: [{ id: 'training', summary: 'Training.' }],
    },
    'a test',
  ),
  zones,
);

const tail = "sources: [{ref: a test, verified: '2026-11'}], added: '2026-11-01'";
const book = (id: string, more = ''): string =>
  `- {id: ${id}, kind: book, name: ${id}, summary: S., topics: [monitoring], ${more}${tail}}\n`;
const TOPICS = `stages:
  - {id: operate, name: Operate}
categories:
  - {id: training, summary: Training.}
entries:
  - {id: monitoring, kind: topic, name: Monitoring, summary: S., stage: operate, definition: It watches. It warns., ${tail}}
  - {id: drift, kind: term, name: Drift, summary: S., topic: monitoring, definition: Data move. Models do not., ${tail}}
`;

const lines = (files: readonly CatalogueFile[], vocabulary: Vocabulary): string[] =>
  checkFiles(files, vocabulary).problems.map(problemLine);
const one = (text: string, vocabulary = nothing): string[] => lines([{ name: 'f.yaml', text }], vocabulary);

describe('a mapping with stages and categories', () => {
  test('gives them beside its entries, topics filled in', () => {
    expect(checkFiles([{ name: 'topics.yaml', text: TOPICS }], nothing)).toMatchObject({
      stages: [{ id: 'operate', name: 'Operate' }],
      categories: [{ id: 'training', summary: 'Training.' }],
      entries: [
        { id: 'monitoring', topics: ['monitoring'] },
        { id: 'drift', topics: ['monitoring'] },
      ],
      problems: [],
    });
  });

  test.each<[name: string, was: string, now: string, says: readonly string[]]>([
    ['an unknown key', 'categories:\n', 'tags: []\ncategories:\n', ['f.yaml:3:1 tags: unknown key']],
    ['a stage with a key too many', 'name: Operate', 'nom: O, name: Operate', ['f.yaml:2:19 operate nom: unknown key']],
    ['a stage without a name', ', name: Operate', '', ['f.yaml:2:5 operate name: is missing']],
    [
      'a category without a summary',
      'summary: Training.',
      'summary: ',
      ['f.yaml:4:29 training summary: expected string, received null'],
    ],
    [
      'a stage that is none',
      '{id: operate, name: Operate}',
      'operate',
      ['f.yaml:2:5: must be a mapping of keys to values'],
    ],
    [
      'categories that are no list',
      '  - {id: training, summary: Training.}',
      '  training: Training.',
      ['f.yaml:4:3 categories: must be a list'],
    ],
    [
      'a stage that nobody named',
      'stage: operate',
      'stage: operation',
      ['f.yaml:6:73 monitoring stage: no stage "operation"; did you mean "operate"?'],
    ],
    [
      'a term under no topic',
      'topic: monitoring',
      'topic: monitorin',
      ['f.yaml:7:62 drift topic: no topic "monitorin"; did you mean "monitoring"?'],
    ],
  ])('%s', (_, was, now, says) => {
    const text = TOPICS.replace(was, now);
    expect(text).not.toBe(TOPICS);
    expect(one(text)).toEqual(says);
  });
});

describe('whose words may be used', () => {
  test('a file without topics may use the borrowed ones', () => {
    expect(one(book('a', 'related: [driftwatch], '), base)).toEqual([]);
    expect(one(book('a', 'related: [driftwatch], '), nothing)).toEqual([
      'f.yaml:1:54 a topics.0: no topic "monitoring"',
      'f.yaml:1:77 a related.0: no entry "driftwatch"',
    ]);
  });

  test('a borrowed category, and its own entries', () => {
    const tool = `- {id: t, kind: tool, name: T, summary: S., topics: [monitoring], category: training, availability: public, related: [a], ${tail}}\n`;
    expect(one(tool + book('a'), base)).toEqual([]);
  });

  test('an own entry may have a borrowed id', () => {
    expect(one(book('driftwatch') + book('a', 'related: [driftwatch], '), base)).toEqual([]);
  });

  test('with topics of its own it is a whole catalogue and borrows nothing', () => {
    const text = TOPICS + book('a', 'related: [driftwatch], ').replace('- ', '  - ');
    expect(one(text, base)).toEqual(['f.yaml:8:79 a related.0: no entry "driftwatch"']);
    expect(one(TOPICS.replace('id: operate', 'id: run'), base)).toEqual([
      'f.yaml:6:73 monitoring stage: no stage "operate"',
    ]);
  });
});

describe('files together', () => {
  test('may refer to each other, in any order', () => {
    const files = [
      { name: 'a.yaml', text: book('a', 'related: [b, drift], ') },
      { name: 'b.yaml', text: book('b') },
      { name: 'topics.yaml', text: TOPICS },
    ];
    expect(lines(files, nothing)).toEqual([]);
    expect(lines([...files].reverse(), nothing)).toEqual([]);
  });

  test('give their entries in the order of the files', () => {
    const files = ['z', 'a', 'm'].map((id) => ({ name: `${id}.yaml`, text: book(id) + book(`${id}2`) }));
    expect(checkFiles(files, base).entries.map(({ id }) => id)).toEqual(['z', 'z2', 'a', 'a2', 'm', 'm2']);
  });

  test('have all their problems told together: YAML, schema and rules, by file and line', () => {
    const files = [
      { name: 'b.yaml', text: `${book('a')}${book('dangling', 'related: [nobody], ')}${book('bad', 'yaer: 2024, ')}` },
      { name: 'c.yaml', text: '- id: "c\n' },
      { name: 'a.yaml', text: `${book('a')}\n${book('late', 'year: later, ')}${book('a')}` },
    ];
    expect(lines(files, base)).toEqual([
      // A file named earlier does not come first for having been given first: `a` of a.yaml is the later one.
      'a.yaml:1:8 a id: is used by an earlier entry',
      'a.yaml:3:79 late year: expected number, received string',
      'a.yaml:4:8 a id: is used by an earlier entry',
      'b.yaml:2:91 dangling related.0: no entry "nobody"',
      'b.yaml:3:71 bad yaer: unknown key',
      'c.yaml:2:1: Missing closing "quote',
    ]);
  });

  test('a reference into a file that is no YAML is not held against the file that refers', () => {
    const files = [
      { name: 'a.yaml', text: book('a', 'related: [in-broken, nowhere], ') },
      { name: 'b.yaml', text: '- id: in-broken\n  name: "x\n' },
    ];
    expect(lines(files, base)).toEqual([
      expect.stringMatching(/^a\.yaml:.* related\.1: no entry "nowhere"/),
      expect.stringMatching(/^b\.yaml:.*Missing closing/),
    ]);
  });

  test('a broken entry counts as existing: one mistake is told once', () => {
    const files = [
      { name: 'a.yaml', text: book('a', 'yaer: 2024, ') },
      { name: 'b.yaml', text: book('b', 'related: [a], ') },
    ];
    expect(lines(files, base)).toEqual(['a.yaml:1:67 a yaer: unknown key']);
  });

  test('entries that pass are given beside the problems', () => {
    const { entries, problems } = checkFiles([{ name: 'f.yaml', text: book('good') + book('bad', 'x: 1, ') }], base);
    expect([entries.map(({ id }) => id), problems.length]).toEqual([['good'], 1]);
  });
});
