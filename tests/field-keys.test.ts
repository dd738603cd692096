import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { deadlinesJsonSchema, entryJsonSchema, outputJsonSchema } from '../src/catalogue/json-schema';
import { KINDS, type Kind } from '../src/catalogue/kinds';
import { CHANGE_FIELDS } from '../src/commands/changes-rows';
import { EDIT_FIELDS, LINK_FIELDS } from '../src/commands/check-links-rows';
import { ISSUE_FIELDS } from '../src/commands/latest-rows';
import { ROW_FORMS } from '../src/commands/output-forms';
import { SOURCE_FIELDS } from '../src/commands/source-rows';
import { UPDATE_FIELDS } from '../src/commands/update-rows';
import { checkFields, COMMAND_KEYS, DATED_KEYS, ENTRY_KEYS } from '../src/field-keys';
import { changeSchema } from '../src/sources/fetched';
import { expectTwoLines, guide } from './helpers/run';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

/** Dotted paths of all keys that a JSON Schema names. */
function pathsIn({ properties = {}, items, anyOf = [], additionalProperties }: Schema): string[] {
  return [
    ...Object.entries(properties).flatMap(([key, inner]) => [key, ...pathsIn(inner).map((path) => `${key}.${path}`)]),
    ...(items ? pathsIn(items) : []),
    ...anyOf.flatMap(pathsIn),
    ...(typeof additionalProperties === 'object' && Object.keys(properties).length === 0 ? ['*'] : []),
  ];
}
const sorted = (paths: readonly string[]): string[] => [...new Set(paths)].sort();
const ofKinds = (kinds: readonly Kind[]): string[] =>
  sorted([...kinds.flatMap((kind) => pathsIn(entryJsonSchema(kind))), 'origin']);

describe('the keys are those of the schemas', () => {
  const { items } = outputJsonSchema([]) as { items: { anyOf: readonly Schema[] } };
  const [day, deadline, clash] = items.anyOf.slice(KINDS.length).map(pathsIn);
  const { items: due } = deadlinesJsonSchema() as { items: Schema };
  const ofRows = (...rows: (keyof typeof ROW_FORMS)[]): string[] =>
    sorted(rows.flatMap((row) => pathsIn(z.toJSONSchema(ROW_FORMS[row]) as Schema)));

  test.each([
    { name: 'entries', keys: ENTRY_KEYS, paths: ofKinds(KINDS) },
    { name: 'events and series', keys: DATED_KEYS, paths: ofKinds(['event', 'series']) },
    { name: 'deadlines', keys: COMMAND_KEYS.get('deadlines'), paths: sorted(pathsIn(due)) },
    { name: 'deadlines again', keys: COMMAND_KEYS.get('deadlines'), paths: sorted(deadline ?? []) },
    { name: 'sources', keys: COMMAND_KEYS.get('sources'), paths: ofRows('source') },
    { name: 'an update', keys: COMMAND_KEYS.get('update'), paths: ofRows('update', 'feed') },
    { name: 'the latest', keys: COMMAND_KEYS.get('latest'), paths: ofRows('item') },
    { name: 'changes', keys: COMMAND_KEYS.get('changes'), paths: ofRows('change') },
    { name: 'links', keys: COMMAND_KEYS.get('check-links'), paths: ofRows('link', 'edit') },
    {
      name: 'a calendar',
      keys: COMMAND_KEYS.get('calendar'),
      paths: sorted([
        ...(day ?? []).filter((path) => path !== 'place.*'),
        ...['venue', 'city', 'region', 'country', 'lat', 'lon'].map((key) => `place.${key}`),
      ]),
    },
  ])('of $name', ({ keys = [], paths }) => expect(sorted(keys)).toEqual(paths));

  test('of what commands add to entries', () => {
    const added = sorted(items.anyOf.slice(0, KINDS.length).flatMap(pathsIn)).filter(
      (path) => !ENTRY_KEYS.includes(path),
    );
    const known = ['search', 'upcoming', 'list'].flatMap((command) => COMMAND_KEYS.get(command) ?? []);
    const ofTopics = ['termIds', 'best', 'entries'];
    expect(added.filter((path) => !known.includes(path) && !ofTopics.includes(path))).toEqual([]);
    expect((clash ?? []).filter((path) => !path.startsWith('events.') && !known.includes(path))).toEqual([]);
  });
});

describe('what a command prints can be asked for', () => {
  function pathsOf(value: unknown): string[] {
    if (Array.isArray(value)) return value.flatMap(pathsOf);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => [key, ...pathsOf(inner).map((path) => `${key}.${path}`)]);
  }

  test.each([
    ['list', ''],
    ['list', 'events --near Berlin --km 20040'],
    ['search', 'mlops drift --explain'],
    ['upcoming', '--within 1y'],
    ['upcoming', '--within 1y --avoid my.ics'],
    ['deadlines', ''],
    ['calendar', '2026-12'],
    ['topics', ''],
    ['topics', 'monitoring'],
    ['export-ics', ''],
    ['show', 'mlops-day-2026'],
    ['sources', ''],
  ])('%s %s', async (command, words) => {
    const days =
      'DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20281101\r\nSUMMARY:Away\r\nUID:a\r\nDTSTAMP:20260101T000000Z';
    const files = {
      'my.ics': `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n${days}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    };
    const paths = sorted(pathsOf(JSON.parse((await guide(`${command} ${words} --json`, { files })).out)));
    expect(paths.length).toBeGreaterThan(3);
    expect(() => checkFields(command, paths)).not.toThrow();
  });

  test.each([
    ['sources', SOURCE_FIELDS.map(({ key }) => key)],
    ['update', UPDATE_FIELDS.map(({ key }) => key)],
    ['update', ['id', 'url', 'state', 'entries', 'added', 'why']],
    ['latest', ISSUE_FIELDS.map(({ key }) => key)],
    ['changes', [...CHANGE_FIELDS.map(({ key }) => key), ...Object.keys(changeSchema.shape), 'url']],
    ['check-links', [...LINK_FIELDS, ...EDIT_FIELDS].map(({ key }) => key)],
  ])('%s: %s', (command, keys) => expect(() => checkFields(command, keys)).not.toThrow());
});

describe('a key that the command can never have', () => {
  test.each([
    ['upcoming --fields id,place.ctiy', 'no "place.ctiy". Did you mean "place.city"?', 'schema output'],
    ['list --fields id,sources.reff', 'no "sources.reff". Did you mean "sources.ref"?', 'schema output'],
    ['list --fields city', 'no "city". Did you mean "place.city"?', 'schema output'],
    ['list --fields score', 'no "score" in list.', 'schema output'],
    ['due --fields id,place.city', 'no "place.city" in deadlines.', 'One of: id, name, kind, label, at'],
    ['due --fields daysleft', 'no "daysleft". Did you mean "daysLeft"?', 'One of: '],
    ['upcoming --fields isbn', 'no "isbn" in upcoming.', 'schema output'],
    ['calendar --fields nextDeadline', 'no "nextDeadline" in calendar.', 'One of: kind, id, name, milestone'],
    ['show mlops-day-2026 --fields nmae', 'no "nmae". Did you mean "name"?', 'schema output'],
    ['show mlops-day-2026 --fields startsInDays', 'no "startsInDays" in show.', 'schema output'],
    ['topics --fields score', 'no "score" in topics.', 'schema output'],
    ['export-ics --json --fields score', 'no "score" in export-ics.', 'schema output'],
    ['list --fields id.x', 'no "id.x".', 'schema output'],
    ['list --fields place.', 'no "place.".', 'schema output'],
  ])('%s', async (line, says, wayOut) => {
    const { code, out, err } = await guide(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expectTwoLines(err, `--fields: ${says}`, wayOut);
  });

  test('but what it can have and a row has not is empty', async () => {
    expect(await guide('list books -n 1 --fields id,place.city,terms.zh')).toMatchObject({ code: 0 });
  });
});

test('of a list, what its items have; or one of them, by number', async () => {
  const of = async (fields: string, format: string) =>
    (await guide(`list books --fields ${fields} --format ${format}`)).out.trimEnd();
  expect(await of('sources.ref', 'tsv')).toBe('https://books.example/watching-models');
  expect(await of('sources.0.verified', 'tsv')).toBe('2026-11-04');
  expect(await of('sources.ref,milestones.at', 'jsonl')).toBe(
    '{"sources.ref":["https://books.example/watching-models"]}',
  );
});
