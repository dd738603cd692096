import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { catalogueJsonSchema, entryJsonSchema, outputJsonSchema } from '../../src/catalogue/json-schema';
import { KINDS } from '../../src/catalogue/kinds';
import { ROW_FORMS } from '../../src/commands/output-forms';
import { COMMANDS } from '../../src/commands/specs';
import { anEntry, aSeries } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { testNetwork } from '../helpers/network';
import { aReader, type Reader } from '../helpers/reader';
import { guide } from '../helpers/run';
import { aServer, nobody } from '../helpers/server';

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
  /** As the command prints it, with all its forms. */
  const printed = async (): Promise<object> => JSON.parse((await guide('schema output')).out) as object;

  /** A line for each command that prints rows, and for each form of them: how many there are at least. */
  const LINES: readonly (readonly [line: string, least: number])[] = [
    ['list', 14],
    ['list events tools --limit 2', 2],
    ['list events --near Berlin --km 20000', 1],
    ['list --kind video', 0],
    ['search drift', 1],
    ['search monitoring --explain', 1],
    ['upcoming', 1],
    ['upcoming --now 2022-05-17', 1],
    ['upcoming --within 1y --avoid tests/fixtures/calendar.ics', 1],
    ['upcoming --series-without-date', 1],
    ['upcoming --clashes --catalogue tests/fixtures/clashing', 3],
    ['upcoming --catalogue tests/fixtures/weekly', 1],
    ['deadlines', 1],
    ['calendar 2026-12', 1],
    ['show watching-models data-days-2027 monitoring', 3],
    ['topics', 2],
    ['topics monitoring', 1],
    ['export-ics', 1],
    ['validate broken.yaml', 2],
    ['sources', 3],
    ['sources show a-list', 1],
    ['update', 2],
    ['update --feeds', 2],
    ['latest', 2],
    ['changes', 3],
    ['check-links --all', 3],
    ['check-links --edits', 1],
  ];
  const PRINT_NO_ROWS = ['open', 'new', 'edit', 'schema'];

  test('every command that prints rows is looked at', () => {
    const commands = LINES.map(([line]) => line.split(' ')[0]);
    expect([...new Set(commands), ...PRINT_NO_ROWS].sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  let reader: Reader;
  let built: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    const server = await aServer({
      '/list.json': JSON.stringify([
        {
          name: 'Pipeline Days',
          startDate: '2027-03-01',
          url: 'https://a.example/',
          city: 'Berlin',
          country: 'Germany',
        },
        { name: 'Whenever' },
      ]),
      '/pod': `<rss><channel><title>T</title>
        <item><title>One</title><guid>1</guid><link>https://pod.example/1</link><pubDate>Thu, 19 Nov 2026 10:00:00 GMT</pubDate></item>
        <item><title>No day</title><guid>2</guid></item></channel></rss>`,
      '/ok': 'x',
      '/moved': (_, response) => response.writeHead(301, { location: '/ok' }).end(),
    });
    const more = [
      anEntry({ kind: 'podcast', id: 'pod', name: 'Pod', url: `${server.url}/ok`, feed: `${server.url}/pod` }),
      anEntry({ kind: 'newsletter', id: 'moved', name: 'Moved', url: `${server.url}/moved` }),
      anEntry({ kind: 'newsletter', id: 'gone', name: 'Gone', url: `${server.url}/gone` }),
      aSeries({ id: 'sometime', name: 'Sometime' }),
    ];
    const change = { day: '2026-11-19', change: 'moved', id: 'pod', kind: 'podcast', name: 'Pod', source: 'catalogue' };
    const changes = [
      { ...change, field: 'dates', old: 'a', new: 'b', ref: 'its page' },
      { ...change, id: 'left' },
    ];
    built = new Map([...builtFiles(more), ['changes.json', Buffer.from(JSON.stringify(changes))]]);
    reader = aReader(testNetwork({}, { 'https://podcasts.example': await nobody() }));
    writeFileSync(join(reader.folder, 'broken.yaml'), '- id: Wrong\n- name: [\n- colour: blue\n');
    await reader.run(['sources', 'add', `${server.url}/list.json`, '--name', 'a-list', '--topic', 'monitoring'], {
      built,
    });
    await reader.run(['sources', 'add', `${server.url}/none`, '--name', 'nothing'], { built });
    await reader.run('update', { built });
    await reader.run('update --feeds', { built });
  });

  test.each(LINES)('what "%s" prints fits', async (line, least) => {
    const words = line.replace('broken.yaml', join(reader.folder, 'broken.yaml'));
    const { out, err } = await reader.run(`${words} --json`, { built });
    const value: unknown = JSON.parse(out);
    expect({ fits: fits(await printed(), value), err }).toMatchObject({ fits: true });
    expect(Array.isArray(value) && value.length).toBeGreaterThanOrEqual(least);
  });

  const schema = outputJsonSchema(Object.values(ROW_FORMS));

  test.each<[line: string, form: keyof typeof ROW_FORMS]>([
    ['validate broken.yaml', 'problem'],
    ['sources', 'source'],
    ['update', 'update'],
    ['update --feeds', 'feed'],
    ['latest', 'item'],
    ['changes', 'change'],
    ['check-links --known --all', 'link'],
    ['check-links --known --edits', 'edit'],
  ])('a row of "%s" without a key that is always there does not', async (line, form) => {
    const words = line.replace('broken.yaml', join(reader.folder, 'broken.yaml'));
    const [row] = JSON.parse((await reader.run(`${words} --json`, { built })).out) as object[];
    const { required = [] } = z.toJSONSchema(ROW_FORMS[form]);
    expect(fits(schema, [row])).toBe(true);
    expect(required.filter((key) => fits(schema, [{ ...row, [key]: undefined }]))).toEqual([]);
    expect(required.length).toBeGreaterThan(3);
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
