import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { vocabularyOf } from '../src/catalogue/vocabulary';
import { KINDS, type Kind } from '../src/catalogue/kinds';
import { checkPaths } from '../src/catalogue/load';
import { problemLine } from '../src/catalogue/problem';
import { categorySchema, entrySchema, stageSchema } from '../src/catalogue/schema';
import { compileCities } from '../scripts/compile-cities';
import { gazetteer } from '../src/places/gazetteer';
import { knownPlaces } from '../src/places/known-places';
import { zones } from './helpers/entries';

const { entries, stages, categories, problems } = checkPaths(['data'], vocabularyOf(undefined, zones));
const files = readdirSync('data')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(`data/${name}`, 'utf8') }));
const ofKind = (kind: Kind) => entries.filter((entry) => entry.kind === kind);

test('the shipped catalogue has no problem', () => {
  expect(problems.map(problemLine)).toEqual([]);
});

test('where every city is, is known', () => {
  expect(knownPlaces(entries, gazetteer(compileCities())).unknown).toEqual([]);
});

test.each(files)('$name tells editors its schema', ({ text }) => {
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../.build/catalogue.schema.json');
});

/** What was gathered before the first release; a smaller number means that something was lost. */
const GATHERED: Readonly<Record<Kind, number>> = {
  event: 369 + 13,
  series: 119,
  book: 105,
  course: 70,
  article: 187,
  paper: 214,
  video: 42,
  podcast: 38,
  newsletter: 38,
  community: 33,
  site: 57,
  list: 48,
  tool: 514,
  topic: 56,
  term: 150,
};

test.each(KINDS)('there are as many entries of kind %s as were gathered', (kind) => {
  expect(ofKind(kind).length).toBeGreaterThanOrEqual(GATHERED[kind]);
});

test('13 events of 2022, 84 of 2025, 169 of 2026 and 116 of 2027', () => {
  const inYear = (year: string): number =>
    ofKind('event').filter((entry) => 'start' in entry && entry.start.startsWith(year)).length;
  expect(inYear('2022')).toBeGreaterThanOrEqual(13);
  expect(inYear('2025')).toBeGreaterThanOrEqual(84);
  expect(inYear('2026')).toBeGreaterThanOrEqual(169);
  expect(inYear('2027')).toBeGreaterThanOrEqual(116);
});

/** The taxonomy, stage by stage. */
const TOPICS: Readonly<Record<string, string>> = {
  plan: 'mlops-fundamentals ml-system-design ml-platforms team-culture product-strategy case-studies',
  data: 'data-engineering data-quality data-labeling data-versioning feature-stores real-time-ml',
  develop: 'experiment-tracking reproducibility model-registry hyperparameter-tuning software-engineering notebooks',
  train: 'workflow-orchestration distributed-training fine-tuning model-compression',
  release: 'testing-validation ci-cd online-experimentation',
  serve: 'model-deployment model-serving llm-inference edge-ml',
  operate: 'model-monitoring observability reliability continual-learning cost-efficiency',
  govern: 'governance-compliance responsible-ai explainability ai-security privacy',
  infra: 'ai-infrastructure gpu-computing kubernetes cluster-scheduling cloud-platforms',
  genai: 'llmops rag agents evals prompt-context-engineering',
  general: 'machine-learning generative-ai data-science ml-systems-research devops-sre open-source recommender-search',
};

test('every topic of the taxonomy is there, in its stage', () => {
  const stageOf = new Map(
    entries.flatMap((entry) => (entry.kind === 'topic' ? [[entry.id, entry.stage] as const] : [])),
  );
  for (const [stage, ids] of Object.entries(TOPICS)) {
    for (const id of ids.split(' ')) expect([id, stageOf.get(id)]).toEqual([id, stage]);
  }
  expect(stages.map(({ id }) => id)).toEqual(Object.keys(TOPICS));
  expect(categories.length).toBeGreaterThanOrEqual(29);
});

describe('every entry', () => {
  const wrong = (isWrong: (entry: (typeof entries)[number]) => boolean): string[] =>
    entries.filter(isWrong).map(({ id }) => id);

  test('has a source', () => {
    expect(wrong(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test('says in one sentence of at most 160 characters what it is', () => {
    expect(wrong(({ summary }) => summary.length > 160 || !/[.!?]$/.test(summary))).toEqual([]);
  });

  test('has texts without doubled spaces, markup or words that stand for "unknown"', () => {
    const untidy = (text: string): boolean => /\s\s|<\/?\w+>|\b(TBA|TBD|undefined|null|N\/A)\b/.test(text);
    expect(wrong(({ name, summary }) => untidy(name) || untidy(summary))).toEqual([]);
  });

  test('links to no archive of the web', () => {
    expect(wrong(({ url }) => /web\.archive\.org/.test(url ?? ''))).toEqual([]);
  });
});

test('a topic or term is defined in two to four sentences', () => {
  const lengths = entries.flatMap((entry) =>
    entry.kind === 'topic' || entry.kind === 'term'
      ? [{ id: entry.id, sentences: entry.definition.match(/[.!?](?=\s|$)/g)?.length ?? 0 }]
      : [],
  );
  expect(lengths.filter(({ sentences }) => sentences < 2 || sentences > 4)).toEqual([]);
});

test('every topic has a Chinese term', () => {
  const without = entries.filter((entry) => entry.kind === 'topic' && !entry.terms?.zh).map(({ id }) => id);
  expect(without).toEqual([]);
});

describe.each(files)('data/$name', ({ text }) => {
  const value: unknown = parse(text);
  const raws = entriesIn(value);

  test('means the same in YAML 1.1 and 1.2', () => {
    expect(parse(text, { version: '1.1' })).toEqual(value);
  });

  test('keeps the keys of each entry in the order of the schema', () => {
    const jumbled = raws.flatMap((raw) => {
      const option = entrySchema.options.find((candidate) => candidate.shape.kind.value === raw.kind);
      return option ? jumbledKeys(option, raw, String(raw.id)) : [`${String(raw.id)}: no kind`];
    });
    expect(jumbled).toEqual([]);
    expect(listAt(value, 'stages').flatMap((raw) => jumbledKeys(stageSchema, raw, 'stages'))).toEqual([]);
    expect(listAt(value, 'categories').flatMap((raw) => jumbledKeys(categorySchema, raw, 'categories'))).toEqual([]);
  });

  test('ends with one line feed, has no tabs, carriage returns or spaces at the end of a line', () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(text.split('\n').filter((line) => /[\t\r]|\s$/.test(line))).toEqual([]);
  });
});

test.each(files.filter(({ name }) => name.startsWith('events-')))(
  'data/$name holds the events that begin in its year',
  ({ name, text }) => {
    const raws = entriesIn(parse(text));
    expect(raws.filter(({ kind, start }) => kind !== 'event' || !String(start).startsWith(name.slice(7, 11)))).toEqual(
      [],
    );
  },
);

type Raw = Readonly<Record<string, unknown>>;

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listAt(value: unknown, key: string): Raw[] {
  const list: unknown = isRaw(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isRaw) : [];
}

function entriesIn(value: unknown): Raw[] {
  return Array.isArray(value) ? value.filter(isRaw) : listAt(value, 'entries');
}

/** Paths of mappings, at any depth, of which the keys do not stand as the schema has them. */
function jumbledKeys(schema: z.core.$ZodType, value: unknown, path: string): string[] {
  if (schema instanceof z.ZodOptional) return jumbledKeys(schema.unwrap(), value, path);
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => jumbledKeys(schema.element, item, `${path}.${index}`));
  }
  if (!(schema instanceof z.ZodObject) || !isRaw(value)) return [];
  const keys = Object.keys(value);
  const inOrder = Object.keys(schema.shape).filter((key) => keys.includes(key));
  const inside = Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, inner]) =>
    jumbledKeys(inner, value[key], `${path}.${key}`),
  );
  return keys.join() === inOrder.join() ? inside : [path, ...inside];
}
