import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/catalogue/check';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { aSeries, aTool, aTopic, zones } from '../helpers/entries';

const content = {
  entries: [aTopic(), aSeries({ id: 'mlops-day' }), aTool({ id: 'driftwatch' })],
  stages: [{ id: 'operate', name: 'Operate' }],
  categories: [{ id: 'training', summary: 'Training.' }],
};
const base = vocabularyOf(memoryCatalogue(content, 'a test'), zones);

const common = {
  summary: 'S.',
  topics: ['monitoring'],
  sources: [{ ref: 'a test', verified: '2026-11-01' }],
  added: '2026-11-01',
};
/** Sound entries, one of each kind that has rules of its own. */
const SOUND = {
  book: { id: 'a-book', kind: 'book', name: 'A Book', url: 'https://books.example/a', ...common },
  event: {
    ...{ id: 'day-2026', kind: 'event', name: 'Day 2026', url: 'https://day.example/2026', series: 'mlops-day' },
    ...{ aliases: ['The Day'], type: 'conference', start: '2026-12-08T10:00', end: '2026-12-09' },
    ...{ timezone: 'Europe/Zurich', place: { city: 'Zürich', country: 'CH' }, related: ['driftwatch'] },
    milestones: [
      { kind: 'cfp', label: 'CFP', at: '2026-10-30T12:00', timezone: 'AoE', was: '2026-10-20' },
      { kind: 'early-bird', label: 'Early', at: '2026-11-30' },
    ],
    ...{ certainty: 'confirmed', status: 'scheduled', relevance: 'core', ...common },
  },
  series: {
    ...{ id: 'thursdays', kind: 'series', name: 'Thursdays', type: 'meetup', relevance: 'core', ...common },
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=TH', start: '2026-01-01T13:00', time: '13:00', timezone: 'Europe/Berlin' },
  },
  tool: {
    ...{ id: 'a-tool', kind: 'tool', name: 'A Tool', category: 'training', availability: 'public', ...common },
    aliases: ['AT'],
  },
  twin: { id: 'a-twin', kind: 'book', name: 'Twin', ...common },
  term: {
    ...{ id: 'a-term', kind: 'term', name: 'A term', summary: 'S.', topic: 'monitoring', definition: 'It is. It was.' },
    ...{ sources: common.sources, added: common.added },
  },
};
type Name = keyof typeof SOUND;

interface Plant {
  readonly in: Name;
  /** Dotted path of what is put there; the error is in that field. */
  readonly at: string;
  readonly value: unknown;
  /** Dotted paths on which it depends that this is an error; absent: none but its own. */
  readonly needs?: readonly string[];
  /** Does the schema refuse it? */
  readonly isMalformed?: true;
}

const malformed = (name: Name, at: string, value: unknown): Plant => ({ in: name, at, value, isMalformed: true });
const PLANTS: readonly Plant[] = [
  malformed('book', 'foo', 1),
  malformed('book', 'year', 'MMXX'),
  malformed('book', 'summary', 'x'.repeat(161)),
  malformed('book', 'url', 'javascript:alert(1)'),
  malformed('book', 'sources', 'a test'),
  malformed('event', 'foo', 1),
  malformed('event', 'name', 5),
  malformed('event', 'start', 'soon'),
  malformed('event', 'start', undefined),
  malformed('event', 'end', '2026-02-30'),
  malformed('event', 'timezone', 'Europe Zurich'),
  malformed('event', 'series', 'MLOps Day'),
  malformed('event', 'place.country', 'Switzerland'),
  malformed('event', 'milestones.0.timezone', 5),
  malformed('event', 'milestones.0.at', 'soon'),
  malformed('event', 'milestones.1.label', undefined),
  malformed('event', 'milestones.1.url', 'x'),
  malformed('event', 'related.0', 'Drift Watch'),
  malformed('event', 'topics.0', 5),
  malformed('event', 'status', 'off'),
  malformed('series', 'recurrence.start', 'soon'),
  malformed('series', 'recurrence.rule', 'weekly'),
  malformed('series', 'recurrence.time', 'noon'),
  malformed('tool', 'category', 5),
  malformed('tool', 'aliases.0', 5),
  malformed('term', 'definition', ''),
  { in: 'book', at: 'topics', value: ['ragg'] },
  { in: 'book', at: 'related', value: ['nosuchthing'] },
  { in: 'book', at: 'added', value: '1970-01-01' },
  { in: 'twin', at: 'id', value: 'a-tool' },
  { in: 'event', at: 'series', value: 'mlops-week' },
  { in: 'event', at: 'end', value: '2026-12-07', needs: ['start'] },
  { in: 'event', at: 'name', value: 'Day 2025', needs: ['start', 'end'] },
  { in: 'event', at: 'url', value: 'https://day.example/2025', needs: ['name', 'start', 'end'] },
  { in: 'event', at: 'url', value: 'https://books.example/a', needs: ['related', 'book url', 'id'] },
  { in: 'event', at: 'timezone', value: 'Europe/Basel' },
  { in: 'event', at: 'timezone', value: undefined, needs: ['start'] },
  { in: 'event', at: 'place.country', value: 'XX' },
  { in: 'event', at: 'milestones.0.timezone', value: undefined, needs: ['milestones.0.at'] },
  { in: 'event', at: 'milestones.0.was', value: '2026-10-31', needs: ['milestones.0.at'] },
  { in: 'event', at: 'milestones.1.at', value: '2026-12-10', needs: ['start', 'end'] },
  { in: 'event', at: 'milestones.1.timezone', value: 'IST' },
  { in: 'event', at: 'added', value: '9999-12-31' },
  { in: 'series', at: 'recurrence.rule', value: 'FREQ=WEEKLY;BYMONTHDAY=3' },
  { in: 'series', at: 'recurrence.start', value: '2026-01-02T13:00', needs: ['recurrence.rule'] },
  { in: 'series', at: 'recurrence.time', value: '14:00', needs: ['recurrence.start', 'recurrence.rule'] },
  { in: 'series', at: 'recurrence.timezone', value: 'Europe/Basel' },
  { in: 'series', at: 'recurrence.exceptions', value: ['2026-01-03'], needs: ['recurrence.rule', 'recurrence.start'] },
  { in: 'tool', at: 'category', value: 'trainning' },
  { in: 'tool', at: 'successor', value: 'thursdays' },
  { in: 'tool', at: 'url', value: 'https://books.example/a', needs: ['book url'] },
  { in: 'term', at: 'topic', value: 'driftwatch' },
];

/** The sound entries with errors in them. */
function planted(plants: readonly Plant[]): string {
  // Through JSON: what the entries have in common shall not stay one thing.
  const entries = JSON.parse(JSON.stringify(SOUND)) as Record<string, unknown>;
  for (const { in: name, at, value } of plants) put(entries[name], at.split('.'), value);
  return JSON.stringify(Object.values(entries));
}

function put(into: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (typeof into !== 'object' || into === null) return;
  if (rest.length > 0) put(Object.getOwnPropertyDescriptor(into, key)?.value, rest, value);
  else if (value === undefined) Reflect.deleteProperty(into, key);
  else Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
}

const known = new Map<string, readonly string[]>();
function problemsOf(plants: readonly Plant[]): readonly string[] {
  const text = planted(plants);
  const problems = known.get(text) ?? check(text);
  known.set(text, problems);
  return problems;
}

const check = (text: string): readonly string[] =>
  checkFiles([{ name: 'f.yaml', text }], base)
    .problems.map(({ id, field, message }) => `${id} ${field}: ${message}`)
    .sort();

const within = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
const isSamePlace = (a: Plant, b: Plant): boolean => a.in === b.in && within(a.at, b.at);
/** May the one keep the other from being an error, or being seen to be one? */
const isNeeded = ({ in: name, at }: Plant, { in: other, needs = [] }: Plant): boolean =>
  needs.some((need) => {
    const [first = '', second] = need.split(' ');
    return second === undefined ? name === other && within(at, first) : name === first && within(at, second);
  });
const PAIRS = PLANTS.flatMap((a, at) => PLANTS.slice(at + 1).map((b) => [a, b] as const)).filter(
  ([a, b]) => !isSamePlace(a, b),
);

test('without an error there is no problem, and each error alone is one', () => {
  expect(problemsOf([])).toEqual([]);
  expect(PLANTS.filter((plant) => problemsOf([plant]).length !== 1)).toEqual([]);
});

// Every pair there is: which field hangs on which is too rare among them to be left to chance.
describe('two errors in one file', () => {
  const alone = new Map(PLANTS.map((plant) => [plant, problemsOf([plant])]));
  const ofBoth = ([a, b]: readonly [Plant, Plant]): string[] => [a, b].flatMap((plant) => alone.get(plant) ?? []);

  test('are both told: the problems are those of each alone', () => {
    for (const pair of PAIRS.filter(([a, b]) => !isNeeded(a, b) && !isNeeded(b, a))) {
      expect(problemsOf(pair)).toEqual(expect.arrayContaining(ofBoth(pair)));
    }
  });

  test('one of which is malformed bring no third', () => {
    for (const pair of PAIRS.filter((both) => both.some(({ isMalformed }) => isMalformed))) {
      expect(problemsOf(pair).filter((problem) => !ofBoth(pair).includes(problem))).toEqual([]);
    }
  });
});

test('an entry of no known kind is checked as far as every kind is alike, and counts as existing', () => {
  const text = JSON.stringify([
    { ...SOUND.book, kind: 'boook', topics: ['ragg'], added: '1970-01-01', name: 5, pages: 3 },
    { ...SOUND.tool, related: ['a-book'] },
  ]);
  const { problems } = checkFiles([{ name: 'f.yaml', text }], base);
  expect(problems.map(({ id, field }) => `${id} ${field}`)).toEqual([
    'a-book kind',
    'a-book name',
    'a-book topics.0',
    'a-book added',
  ]);
});

test('a finding names the entry also where its id is malformed', () => {
  const text = JSON.stringify([{ ...SOUND.book, id: 'A_Book', topics: ['ragg'] }]);
  const { problems } = checkFiles([{ name: 'f.yaml', text }], base);
  expect(problems.map(({ id, field }) => `${id} ${field}`)).toEqual(['A_Book id', 'A_Book topics.0']);
});

test('what is not sound stays out of the entries', () => {
  const text = planted([{ in: 'book', at: 'foo', value: 1 }]);
  const { entries } = checkFiles([{ name: 'f.yaml', text }], base);
  expect(entries.map(({ id }) => id)).toEqual(['day-2026', 'thursdays', 'a-tool', 'a-twin', 'a-term']);
});
