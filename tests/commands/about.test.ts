import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../package.json';
import { KINDS } from '../../src/catalogue/kinds';
import { COMMANDS } from '../../src/commands/specs';
import { expectTwoLines, guide } from '../helpers/run';

describe('version', () => {
  test.each(['--version', '-V', 'list --version'])('%s', async (line) => {
    expect(await guide(line)).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
  });

  test('--verbose adds the data, the zone rules and what it runs on', async () => {
    const { out } = await guide('--version --verbose');
    expect(out.split('\n')[0]).toBe(version);
    expect(out).toContain('catalogue of 2026-11-10, 14 entries');
    expect(out).toMatch(/zone rules 20\d\d[a-z]/);
    expect(out).toContain('node 20.19.0');
  });

  test('as JSON is an object, and has no other form', async () => {
    expect((await guide('--version --json')).out).toBe(`{"version":"${version}"}\n`);
    const { out } = await guide('--version --verbose --format json');
    expect(JSON.parse(out)).toEqual({
      version,
      catalogue: { date: '2026-11-10', entries: 14 },
      zoneRules: expect.stringMatching(/^20\d\d[a-z]$/),
      node: '20.19.0',
    });
    const ran = await guide('--version --format csv');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectTwoLines(ran.err, '--version gives lines, or JSON: it takes no --format csv', 'Use --json');
  });
});

describe('a bare mlops-guide', () => {
  test('says what it is, five examples, and how old the catalogue is', async () => {
    const { code, out, err } = await guide('');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^ {2}mlops-guide /gm)).toHaveLength(5);
    expect(out).toContain('mlops-guide --help');
    expect(out).toContain('14 entries, catalogue of 2026-11-10, 11 days old');
  });

  test('is as good in colour', async () => {
    const { out } = await guide('--color always');
    expect(out).toContain('\u001b[1m');
  });
});

describe('help', () => {
  test.each(['--help', '-h', 'help'])('%s names every command, on stdout', async (line) => {
    const { code, out, err } = await guide(line);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name, about } of COMMANDS) {
      expect(out).toContain(name);
      // Long sentences are broken, so a beginning has to do.
      expect(out).toContain(about.split(' ').slice(0, 3).join(' '));
    }
  });

  test.each(COMMANDS)('$name --help names every option', async ({ name, options }) => {
    const { code, out, err } = await guide(`${name} --help`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const option of options) expect(out).toContain(`--${option.name}`);
    expect(await guide(`help ${name}`)).toMatchObject({ code: 0, out });
  });

  test('reads neither the catalogue nor the zones', async () => {
    expect((await guide('--help')).host.assetsRead).toEqual([]);
  });
});

/** As much of a JSON Schema as is looked at. */
interface Form {
  readonly additionalProperties?: boolean;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, { readonly const?: string }>>;
}

describe('schema', () => {
  test('catalogue: the form of a file, and the default', async () => {
    const { code, out } = await guide('schema');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: expect.stringContaining('2020-12') as unknown,
      title: 'mlops-guide catalogue file',
    });
    expect((await guide('schema catalogue')).out).toBe(out);
  });

  test.each(KINDS)('%s: strict, with what it must have', async (kind) => {
    const { out } = await guide(`schema ${kind}`);
    const schema = JSON.parse(out) as Form;
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toEqual(expect.arrayContaining(['id', 'kind', 'name', 'summary', 'sources', 'added']));
    expect(schema.properties.kind?.const).toBe(kind);
  });

  test('output: of every key that --json prints', async () => {
    const schema = JSON.parse((await guide('schema output')).out) as { items: { anyOf: Form[] } };
    const keysOf = new Map(
      schema.items.anyOf.map((form) => [form.properties.kind?.const, Object.keys(form.properties)]),
    );
    for (const line of ['list --json', 'search drift --json', 'upcoming --json', 'export-ics --json']) {
      const entries = JSON.parse((await guide(line)).out) as { kind: string }[];
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) for (const key of Object.keys(entry)) expect(keysOf.get(entry.kind)).toContain(key);
    }
  });

  test.each(['catalogue', 'event', 'output', 'deadlines'])('%s as YAML is the same', async (which) => {
    const { out } = await guide(`schema ${which} --format yaml`);
    expect(out).toMatch(/^\$schema: /);
    expect(out).not.toMatch(/[:-] [&*]\w/);
    expect(parse(out)).toEqual(JSON.parse((await guide(`schema ${which} --json`)).out));
  });

  test.each([
    ...['table', 'jsonl', 'tsv', 'csv', 'md', 'atom'].map((form) => [`--format ${form}`, `as ${form}`] as const),
    ['--fields title', 'by fields'] as const,
  ])('with %s: exit 2', async (option, says) => {
    const ran = await guide(`schema event ${option}`);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectTwoLines(ran.err, `a schema is no list: it cannot be had ${says}.`, 'Use --format json or --format yaml.');
  });

  test('one that is not there: exit 2', async () => {
    const ran = await guide('schema outpt');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectTwoLines(ran.err, 'no schema "outpt". Did you mean "output"?', 'One of: catalogue, output, deadlines, event');
  });
});
