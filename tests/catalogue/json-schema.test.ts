import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { catalogueJsonSchema, entryJsonSchema, outputJsonSchema } from '../../src/catalogue/json-schema';
import { KINDS } from '../../src/catalogue/kinds';
import { guide } from '../helpers/run';

type Json = z.core.JSONSchema.JSONSchema;
/** Validates by the JSON Schema alone, as an editor would. */
const fits = (schema: object, value: unknown): boolean => z.fromJSONSchema(schema as Json).safeParse(value).success;

const file = (name: string): unknown => parse(readFileSync(`tests/fixtures/small/${name}.yaml`, 'utf8'));
const entry = {
  name: 'N',
  summary: 'S.',
  topics: ['t'],
  sources: [{ ref: 'r', verified: '2026-11' }],
  added: '2026-11-01',
};
const book = { ...entry, id: 'b', kind: 'book' };

describe('of a catalogue file', () => {
  const schema = catalogueJsonSchema();
  test.each(['topics', 'events', 'resources'])('%s.yaml fits', (name) => {
    expect(fits(schema, file(name))).toBe(true);
  });

  test.each<[name: string, value: unknown, isSound: boolean]>([
    ['a list', [book], true],
    ['a mapping', { entries: [book] }, true],
    ['an unknown key', [{ ...book, yaer: 2024 }], false],
    ['a missing key', [{ ...book, name: undefined }], false],
    ['an unknown kind', [{ ...book, kind: 'boook' }], false],
    ['a number for an ISBN', [{ ...book, isbn: 9780306406157 }], false],
    ['a mapping with a key too many', { entries: [book], tags: [] }, false],
    [
      'a topic without its topics, which are itself',
      [{ ...entry, topics: undefined, id: 't', kind: 'topic', stage: 's', definition: 'D.' }],
      true,
    ],
  ])('%s: %#', (_, value, isSound) => {
    expect(fits(schema, JSON.parse(JSON.stringify(value)))).toBe(isSound);
  });

  test('says what it is, and is JSON', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'mlops-guide catalogue file',
    });
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});

describe('of one kind', () => {
  test.each(KINDS)('%s', (kind) => {
    const schema = entryJsonSchema(kind);
    expect(schema).toMatchObject({
      title: `mlops-guide ${kind}`,
      additionalProperties: false,
      properties: { kind: { const: kind }, id: { type: 'string' } },
    });
  });

  test('takes only that kind', () => {
    expect([fits(entryJsonSchema('book'), book), fits(entryJsonSchema('paper'), book)]).toEqual([true, false]);
  });
});

describe('of the output', () => {
  const schema = outputJsonSchema();
  test.each([
    ['list --json', 14],
    ['list events tools --json --limit 2', 2],
    ['search drift --json', 1],
    ['search monitoring --json', 1],
    ['upcoming --json', 1],
    ['upcoming --json --now 2022-05-17', 1],
    ['show watching-models data-days-2027 monitoring --json', 3],
    ['list --json --kind video', 0],
  ])('what "%s" prints fits', async (line, least) => {
    const { out } = await guide(line);
    const value: unknown = JSON.parse(out);
    expect(fits(schema, value)).toBe(true);
    expect(Array.isArray(value) && value.length >= least).toBe(true);
  });

  test.each<[name: string, value: unknown, isSound: boolean]>([
    ['nothing', [], true],
    ['keys to come', [{ ...book, colour: 'blue' }], true],
    ['a score', [{ ...book, score: 1.5, matched: ['name'] }], true],
    ['a score that is none', [{ ...book, score: 'high' }], false],
    ['a state that is none', [{ ...book, state: 'over' }], false],
    ['half a day', [{ ...book, startsInDays: 0.5 }], false],
    ['half a deadline', [{ ...book, nextDeadline: { kind: 'cfp' } }], false],
    ['no deadline', [{ ...book, nextDeadline: null }], true],
    ['no topics', [{ ...entry, topics: undefined, id: 't', kind: 'topic', stage: 's', definition: 'D.' }], false],
    ['one entry', book, false],
    ['no source', [{ ...book, sources: [] }], false],
  ])('%s: %#', (_, value, isSound) => {
    expect(fits(schema, JSON.parse(JSON.stringify(value)))).toBe(isSound);
  });
});
