import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/catalogue/check';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { problemLine } from '../../src/catalogue/problem';
import { aSeries, aTool, aTopic, anEntry, zones } from '../helpers/entries';

const content = {
  entries: [aTopic(), aSeries({ id: 'mlops-day' }), aTool(), anEntry({ kind: 'book', id: 'taken' })],
  stages: [{ id: 'operate', name: 'Operate' }],
  categories: [{ id: 'training', summary: 'Training.' }],
};
const base = vocabularyOf(memoryCatalogue(content, 'a test'), zones);
const nothing = vocabularyOf(undefined, zones);

/** Problem lines of one file, `f.yaml`, without its name. */
const problems = (text: string, vocabulary = base): string[] =>
  checkFiles([{ name: 'f.yaml', text }], vocabulary).problems.map((problem) =>
    problemLine(problem).replace(/^f\.yaml:/, ''),
  );

const EVENT = `# a note
- id: day-2026
  kind: event
  name: MLOps Day 2026
  url: https://day.example/2026
  summary: A day on models.
  topics: [monitoring]
  series: mlops-day
  type: conference
  start: '2026-12-08'
  end: '2026-12-09'
  timezone: Europe/Zurich
  place: {city: Zürich, country: CH}
  milestones:
    - kind: cfp
      label: Call for papers
      at: '2026-11-30'
      timezone: AoE
  certainty: confirmed
  status: scheduled
  relevance: core
  sources:
    - ref: https://day.example/2026
      verified: '2026-11-01'
  added: '2026-11-01'
`;
const BOOK = `- id: a-book
  kind: book
  name: A Book
  summary: On models.
  topics: [monitoring]
  year: 2024
  isbn: '9780306406157'
  sources:
    - ref: a test
      verified: '2026-11'
  added: '2026-11-01'
`;

test('a sound file', () => {
  expect(problems(EVENT)).toEqual([]);
  expect(problems(BOOK)).toEqual([]);
  const { entries } = checkFiles([{ name: 'f.yaml', text: EVENT + BOOK }], base);
  expect(entries).toMatchObject([
    { id: 'day-2026', start: '2026-12-08', milestones: [{ at: '2026-11-30' }] },
    { id: 'a-book', isbn: '9780306406157' },
  ]);
});

describe('of an event', () => {
  test.each<[name: string, was: string, now: string, says: readonly string[]]>([
    ['unknown key', "end: '2", "ends: '2", ['11:3 day-2026 ends: unknown key']],
    ['unknown key inside', 'timezone: AoE', 'zone: AoE', ['18:7 day-2026 milestones.0.zone: unknown key']],
    ['unknown key in braces', 'country: CH}', 'land: CH}', ['13:25 day-2026 place.land: unknown key']],
    [
      'end before start',
      "end: '2026-12-09'",
      "end: '2026-12-07'",
      ['11:8 day-2026 end: is before the start, 2026-12-08'],
    ],
    [
      'unknown zone',
      'Europe/Zurich',
      'Europe/Zürich',
      ['12:13 day-2026 timezone: must be an IANA zone such as Europe/Berlin, or AoE'],
    ],
    [
      'unknown zone that could be one',
      'Europe/Zurich',
      'Europe/Basel',
      ['12:13 day-2026 timezone: unknown time zone "Europe/Basel"'],
    ],
    [
      'ambiguous zone',
      'timezone: AoE',
      'timezone: IST',
      ['18:17 day-2026 milestones.0.timezone: unknown time zone "IST"'],
    ],
    ['unknown country', 'country: CH', 'country: XX', ['13:34 day-2026 place.country: unknown country "XX"']],
    [
      'country as a word',
      'country: CH',
      'country: Switzerland',
      ['13:34 day-2026 place.country: must be an ISO 3166 code of two capitals'],
    ],
    [
      'unknown topic',
      '[monitoring]',
      '[monitoring, montoring]',
      ['7:24 day-2026 topics.1: no topic "montoring"; did you mean "monitoring"?'],
    ],
    [
      'unknown series',
      'series: mlops-day',
      'series: mlops-days',
      ['8:11 day-2026 series: no series "mlops-days"; did you mean "mlops-day"?'],
    ],
    [
      'wrong kind of reference',
      'series: mlops-day',
      'series: a-tool',
      ['8:11 day-2026 series: "a-tool" is a tool, not a series'],
    ],
    [
      '30 February',
      "start: '2026-12-08'",
      "start: '2026-02-30'",
      [
        '10:10 day-2026 start: must be a real day, YYYY-MM-DD, or a time of day, YYYY-MM-DDTHH:MM, with its timezone beside it',
      ],
    ],
    [
      'words for a day',
      "at: '2026-11-30'",
      'at: soon',
      [
        '17:11 day-2026 milestones.0.at: must be a real day, YYYY-MM-DD, or a time of day, YYYY-MM-DDTHH:MM, with its timezone beside it',
      ],
    ],
    [
      'a sentinel date',
      "at: '2026-11-30'",
      "at: '1970-01-01'",
      ['17:11 day-2026 milestones.0.at: 1970-01-01 stands for "unknown": leave the field out'],
    ],
    [
      'a deadline after the end',
      "at: '2026-11-30'",
      "at: '2026-12-10'",
      ['17:11 day-2026 milestones.0.at: is after the end of the event, 2026-12-09'],
    ],
    [
      'a wrong year in the name',
      'MLOps Day 2026',
      'MLOps Day 2025',
      ['4:9 day-2026 name: says 2025, but the event is in 2026'],
    ],
    ['a missing key', '  type: conference\n', '', ['2:3 day-2026 type: is missing']],
    ['a missing day', "  start: '2026-12-08'\n", '', ['2:3 day-2026 start: is missing']],
    ['a missing key inside', "      at: '2026-11-30'\n", '', ['15:7 day-2026 milestones.0.at: is missing']],
    ['a missing id', '- id: day-2026\n  kind', '- kind', ['2:3 id: is missing']],
    [
      'a value left out',
      'status: scheduled',
      'status:',
      ['20:10 day-2026 status: expected one of "scheduled"|"cancelled"|"postponed"'],
    ],
    [
      'a word out of a list',
      'status: scheduled',
      'status: off',
      ['20:11 day-2026 status: expected one of "scheduled"|"cancelled"|"postponed"'],
    ],
    [
      'an empty list',
      'topics: [monitoring]',
      'topics: []',
      ['7:11 day-2026 topics: leave the key out instead of an empty list'],
    ],
    [
      'a list of nothing',
      '[monitoring]',
      '[monitoring, null]',
      ['7:24 day-2026 topics.1: expected string, received null'],
    ],
    ['a text for a list', '[monitoring]', 'monitoring', ['7:11 day-2026 topics: expected array, received string']],
    [
      'no kind',
      '  kind: event\n',
      '',
      [expect.stringMatching(/^2:3 day-2026 kind: must be one of event, series, book, .* term$/) as string],
    ],
    [
      'an unknown kind',
      'kind: event',
      'kind: evnt',
      [expect.stringMatching(/^3:9 day-2026 kind: must be one of event, series, book, .* term$/) as string],
    ],
    [
      'a script for an address',
      'https://day.example/2026\n  summary',
      'javascript:alert(1)\n  summary',
      ['5:8 day-2026 url: must be an http(s) address'],
    ],
  ])('%s', (_, was, now, says) => {
    const text = EVENT.replace(was, now);
    expect(text).not.toBe(EVENT);
    expect(problems(text)).toEqual(says);
  });
});

describe('of a book', () => {
  test.each<[name: string, was: string, now: string, says: readonly string[]]>([
    [
      'an ISBN without quotes',
      "'9780306406157'",
      '9780306406157',
      ['7:9 a-book isbn: expected string, received number'],
    ],
    ['a year in quotes', 'year: 2024', "year: '2024'", ['6:9 a-book year: expected number, received string']],
    ['a year that is none', 'year: 2024', 'year: 20.5', ['6:9 a-book year: expected int, received number']],
    ['a key of another kind', 'year: 2024', 'start: 2024', ['6:3 a-book start: unknown key']],
    ['an id in capitals', 'id: a-book', 'id: A_Book', ['1:7 A_Book id: use lower-case words joined by hyphens']],
    ['a long summary', 'On models.', 'x'.repeat(161), ['4:12 a-book summary: must be at most 160 characters']],
    ['spaces for a name', 'name: A Book', "name: '  '", ['3:9 a-book name: must not be empty']],
    [
      'a month that is none',
      "'2026-11'",
      "'2026-13'",
      ['10:17 a-book sources.0.verified: must be a day, YYYY-MM-DD, or a month, YYYY-MM'],
    ],
  ])('%s', (_, was, now, says) => {
    const text = BOOK.replace(was, now);
    expect(text).not.toBe(BOOK);
    expect(problems(text)).toEqual(says);
  });
});

test('all that is wrong with an entry, in the order of the file', () => {
  const text = BOOK.replace('name: A Book\n  summary', 'nom: A Book\n  summary')
    .replace('year: 2024', 'year: MMXXIV')
    .replace('[monitoring]', '[]');
  expect(problems(text)).toEqual([
    '1:3 a-book name: is missing',
    '3:3 a-book nom: unknown key',
    '5:11 a-book topics: leave the key out instead of an empty list',
    '6:9 a-book year: expected number, received string',
  ]);
});

describe('texts that are no list of entries', () => {
  const notEntries = 'must be a list of entries, or a mapping with entries, stages and categories';
  test.each<[name: string, text: string, says: readonly string[]]>([
    ['nothing', '', []],
    ['a BOM and nothing', '\uFEFF', []],
    ['a note', '# none yet\n', []],
    ['an empty list', '[]\n', []],
    ['a word', 'hello\n', [`1:1: ${notEntries}`]],
    ['one entry', '# a note\nid: a\nkind: book\n', [`2:1: ${notEntries}`]],
    ['entries that are no list', 'entries: {}\n', [`1:1: ${notEntries}`]],
    [
      'words in the list',
      '- hello\n- 3\n-\n- [a]\n',
      ['1:3', '2:3', '3:2', '4:3'].map((at) => `${at}: must be a mapping of keys to values`),
    ],
    ['two documents', `${BOOK}---\n${BOOK}`, ['12:1: must be one YAML document: leave out the --- between entries']],
    ['broken YAML', BOOK.replace('A Book', '"A Book'), ['12:1: Missing closing "quote']],
    ['a key twice', BOOK.replace('year: 2024', 'name: Again'), ['6:3: Map keys must be unique']],
    [
      'a bomb of aliases',
      '- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]\n',
      [
        '1:6: must be a mapping of keys to values',
        '2:7: alias *a is not allowed: write the value out',
        '3:7: alias *b is not allowed: write the value out',
      ],
    ],
  ])('%s', (_, text, says) => {
    expect(problems(text)).toEqual(says);
  });

  test('a tab for spaces: the first problem is the one to mend', () => {
    expect(problems('- id: a\n  place:\n\tcity: b\n')[0]).toBe('3:1: Tabs are not allowed as indentation');
  });

  test.each([
    ['brackets', '['.repeat(10_000)],
    ['braces in an entry', `- id: a\n  kind: book\n  name: ${'{a: '.repeat(10_000)}`],
  ])('10,000 nested %s: one problem', (_, text) => {
    expect(problems(text)).toEqual([expect.stringMatching(/^\d+:\d+: is nested too deeply$/)]);
  });
});

describe('text forms that are sound', () => {
  test.each([
    ['a BOM', (text: string) => `\uFEFF${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['no line feed at the end', (text: string) => text.trimEnd()],
    ['JSON', () => JSON.stringify([{ ...anEntry({ kind: 'book', id: 'a-book' }) }])],
  ])('%s', (_, form) => {
    expect(problems(form(BOOK))).toEqual([]);
  });

  test('and their lines and columns count as in any other', () => {
    const wrong = EVENT.replace('country: CH', 'country: XX');
    const says = ['13:34 day-2026 place.country: unknown country "XX"'];
    expect(problems(`\uFEFF${wrong}`)).toEqual(says);
    expect(problems(wrong.replaceAll('\n', '\r\n'))).toEqual(says);
    // A BOM takes no column of the first line either.
    expect(problems(`\uFEFF${BOOK.replace('a-book', 'A')}`)).toEqual([
      '1:7 A id: use lower-case words joined by hyphens',
    ]);
  });
});

describe('what a file should not smuggle in', () => {
  test('keys that every object has are unknown keys', () => {
    const text = BOOK.replace('  year: 2024\n', '  __proto__: {year: 2024}\n  constructor: x\n  toString: y\n');
    expect(problems(text)).toEqual([
      '6:3 a-book __proto__: unknown key',
      '7:3 a-book constructor: unknown key',
      '8:3 a-book toString: unknown key',
    ]);
    expect(problems(EVENT.replace('city: Zürich', '__proto__: {city: Zürich}'))).toEqual([
      '13:11 day-2026 place.__proto__: unknown key',
    ]);
    const topic = { ...anEntry({ kind: 'topic', id: 'a-topic' }), terms: { ['__proto__']: ['x'], constructor: ['y'] } };
    expect(problems(JSON.stringify([topic], null, 1)).map((line) => line.replace(/^\d+:\d+ /, ''))).toEqual([
      'a-topic terms.__proto__: unknown key',
      'a-topic terms.constructor: must be a BCP 47 language tag',
    ]);
    const stages = '- {id: a, name: A, terms: {zh: [甲], __proto__: [x]}}';
    expect(problems(`stages:\n  ${stages}\nentries: []\n`)).toEqual(['2:39 a terms.__proto__: unknown key']);
    expect(problems('__proto__: 1\nentries: []\n')).toEqual(['1:1 __proto__: unknown key']);
    expect(Object.prototype).not.toHaveProperty('year');
  });

  test('controls and escape sequences in texts are taken out', () => {
    const text = BOOK.replace('A Book', '"A \\e[31mred\\e[0m\\tBook\\u202e"').replace(
      '- ref: a test',
      '- ref: "a\\u009b1mtest"',
    );
    expect(checkFiles([{ name: 'f.yaml', text }], base)).toMatchObject({
      entries: [{ name: 'A red Book', sources: [{ ref: 'atest' }] }],
      problems: [],
    });
  });

  test('in stages and categories too', () => {
    const text = 'stages: [{id: s, name: "\\e[31mS"}]\ncategories: [{id: c, summary: "a\\tb"}]\nentries: []\n';
    expect(checkFiles([{ name: 'f.yaml', text }], nothing)).toMatchObject({
      stages: [{ name: 'S' }],
      categories: [{ summary: 'a b' }],
      problems: [],
    });
  });

  test('and in what is said about them', () => {
    const text = BOOK.replace('id: a-book', 'id: "a\\x07\\e[31mb"').replace('year:', '"\\e[2Jyear":');
    expect(checkFiles([{ name: 'f\u0007.yaml', text }], base).problems).toMatchObject([
      { file: 'f .yaml', id: 'a b', field: 'id' },
      { file: 'f .yaml', id: 'a b', field: 'year', message: 'unknown key' },
    ]);
    expect(problems('- "a\u202eb": *x\u202e\n')).toEqual([expect.stringMatching(/^[ -~]+$/)]);
  });

  test('an id with an escape sequence is the id without it, to references too', () => {
    const other = BOOK.replace('id: a-book', 'id: b-book').replace('name: A Book', 'name: B\n  related: [a-book]');
    expect(problems(BOOK.replace('id: a-book', 'id: "\\e[31ma-book"') + other)).toEqual([]);
  });
});
