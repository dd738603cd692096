import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readCall } from '../src/argv';
import { checkFiles } from '../src/catalogue/check';
import { compileCatalogue } from '../src/catalogue/compile';
import { vocabularyOf } from '../src/catalogue/countries';
import { KINDS, pluralOf } from '../src/catalogue/kinds';
import { readCatalogueFiles } from '../src/catalogue/load';
import { memoryCatalogue } from '../src/catalogue/memory';
import { problemLine } from '../src/catalogue/problem';
import { entrySchema } from '../src/catalogue/schema';
import { GLOBAL_OPTIONS } from '../src/commands/options';
import { COMMANDS } from '../src/commands/specs';
import { EXIT } from '../src/errors';
import { builtFiles, zones } from './helpers/host';
import { guide } from './helpers/run';

/** What the documents say is held against what the program is. */
const PAGES =
  ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'data/LICENSE.md', ...readdirSync('docs').map((name) => `docs/${name}`)] // prettier-ignore
    .filter((name) => name.endsWith('.md'));
const textOf = new Map(PAGES.map((page) => [page, readFileSync(page, 'utf8')]));
const page = (name: string): string => textOf.get(name) ?? '';
const readme = page('README.md');

const dataFiles = readCatalogueFiles(['data']);
const vocabulary = vocabularyOf(undefined, zones);
const data = checkFiles(dataFiles, vocabulary);

/** Rows of the first table under a heading, cells without blanks around them, the head left out. */
function tableUnder(text: string, heading: string): string[][] {
  const [, section = ''] = text.split(`\n${heading}\n`);
  const lines = section.slice(section.indexOf('\n|')).trimStart().split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  const rows = lines.slice(0, end === -1 ? undefined : end);
  return rows.slice(2).map((row) => row.slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim())); // prettier-ignore
}
const codeIn = (cell = ''): string => /^`(.*)`$/.exec(cell)?.[1] ?? cell;

/** Blocks between ``` fences of one of these languages. */
function blocks(text: string, ...languages: string[]): string[] {
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, language = '', body = '']) =>
    languages.includes(language) ? [body] : [],
  );
}

describe('README', () => {
  test('lists every command, in the order of help', () => {
    const listed = tableUnder(readme, '## Commands').map(([name]) => codeIn(name));
    expect(listed).toEqual(COMMANDS.map(({ name, args }) => [name, args].filter(Boolean).join(' ')));
  });

  test.each([...new Set([...GLOBAL_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)].map(({ name }) => name))])(
    'names --%s',
    (name) => expect(readme).toMatch(new RegExp(`--${name}(?![\\w-])`)),
  );

  test('names every kind', () => {
    const [, sentence = ''] = /Kinds are ([^.]*)\./.exec(readme) ?? [];
    expect(sentence.replace(/\s+/g, ' ').split(/, | and /)).toEqual([...KINDS]);
  });

  test.each([
    { command: 'list', line: 'list --header' },
    { command: 'search', line: 'search a --header' },
    { command: 'upcoming', line: 'upcoming --header --within 5y' },
    { command: 'topics', line: 'topics --header' },
  ])('has the columns of $command in a pipe', async ({ command, line }) => {
    const { out } = await guide(line);
    const [, columns] = new RegExp(`^ *- \`${command}\`: (.*)$`, 'm').exec(readme) ?? [];
    expect(columns?.split(', ')).toEqual(out.split('\n')[0]?.split('\t'));
  });

  test('lists every exit code', () => {
    const listed = tableUnder(readme, '## Output and exit codes').map(([code]) => Number(code));
    expect(listed).toEqual(Object.values(EXIT));
  });

  test.each(KINDS.map((kind) => ({ kind, plural: pluralOf(kind) })))(
    'is about right on how many $plural there are',
    ({ kind, plural }) => {
      const cells = tableUnder(readme, '## Where the data come from, and how fresh they are').flat();
      const said = Number(cells[cells.indexOf(plural) + 1]);
      const real = data.entries.filter((entry) => entry.kind === kind).length;
      expect(Math.abs(said - real), `README says ${said}, data/ holds ${real}`).toBeLessThanOrEqual(
        Math.max(5, real / 10),
      );
    },
  );
});

describe('command lines in the documents', () => {
  const built = new Map(builtFiles());
  for (const [name, text] of Object.entries(compileCatalogue(memoryCatalogue(data, 'bundled')))) {
    built.set(`catalogue/${name}`, Buffer.from(text));
  }
  const lines = PAGES.flatMap((name) => commandLines(page(name)).map((line) => ({ page: name, line })));

  test('there are some', () => expect(lines.length).toBeGreaterThan(30));

  test.each(lines)('$page: mlops-guide $line', async ({ line }) => {
    if (line.endsWith('--help')) return;
    const words = shellWords(line);
    expect(readCall(words), 'cannot be read').toBeDefined();
    // Files of the reader's own are not there.
    if (words.some((word) => word.endsWith('.yaml'))) return;
    const { code, out, err, host } = await guide(words, { built });
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    expect(out.length + host.files.size, 'gives nothing').toBeGreaterThan(0);
  });
});

/** What follows the program's name in shell blocks and in code inside sentences, up to the end of the command. */
function commandLines(text: string): string[] {
  const shell = blocks(text, 'sh', 'crontab').map((block) => block.replace(/\\\n/g, ' '));
  const inline = [
    ...text.replace(/^```[^]*?^```$/gm, '').matchAll(/`((?:mlops-guide|node bin\/mlops-guide\.js) [^`]*)`/g),
  ];
  return [...shell.flatMap((block) => block.split('\n')), ...inline.map(([, code = '']) => code)].flatMap((line) =>
    [...line.matchAll(/(?<=^|[\s'(])(?<!install -g |-v node )(?:mlops-guide|node bin\/mlops-guide\.js)(?= |$)/g)].map(
      (match) => {
        const before = line[match.index - 1];
        const rest = line.slice(match.index + match[0].length);
        // Inside quotes of another program's option, or inside brackets, it ends with them.
        return (before === "'" ? rest.split("'")[0] : before === '(' ? rest.split(')')[0] : rest)?.trim() ?? '';
      },
    ),
  );
}

/** Words of a command as a shell would hand them over; what is to be filled in gets a value. */
function shellWords(line: string): string[] {
  const filled = line
    .replace(/\{2\}|<id>/g, 'designing-machine-learning-systems')
    .replace(/\$FZF_PREVIEW_COLUMNS/g, '80');
  const words: string[] = [];
  for (const [word] of filled.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'|>;&])+|[|>;&]/g)) {
    if (/^([|>;&]|#.*)$/.test(word)) break;
    words.push(word.replace(/["']/g, ''));
  }
  return words;
}

test.each([
  { line: 'list books', words: ['list', 'books'] },
  { line: 'search "feature store" -n 1   # so', words: ['search', 'feature store', '-n', '1'] },
  { line: "list --json | jq '.'", words: ['list', '--json'] },
  { line: 'list > x.md && ls', words: ['list'] },
])('shell words of: $line', ({ line, words }) => {
  expect(shellWords(line)).toEqual(words);
});

describe('links', () => {
  const links = PAGES.flatMap((name) =>
    [...page(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ page: name, target })),
  ).filter(({ target }) => !/^https?:/.test(target));

  test.each(links)('$page: $target', ({ page: name, target }) => {
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? name : join(dirname(name), file);
    expect(existsSync(path), `no ${path}`).toBe(true);
    if (anchor === undefined) return;
    const anchors = [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(
      ([, heading = '']) =>
      heading.toLowerCase().replace(/[^\w\- ]/g, '').replace(/ /g, '-'), // prettier-ignore
    );
    expect(anchors).toContain(anchor);
  });
});

describe('data model', () => {
  const model = page('docs/data-model.md');
  const common = tableUnder(model, '## Every entry');
  const headings = [...model.matchAll(/^## (`.*)$/gm)].map(([, heading = '']) => heading);
  const headingOf = (kind: string): string => headings.find((heading) => heading.includes(`\`${kind}\``)) ?? '';

  test.each(KINDS.map((kind) => ({ kind })))('has the fields of $kind', ({ kind }) => {
    const option = entrySchema.options.find(({ shape }) => shape.kind.value === kind);
    const own = tableUnder(model, `## ${headingOf(kind)}`);
    // What a kind says of a field goes before what all kinds say.
    expectSame(option?.shape ?? {}, [...common, ...own]);
  });

  const event = entrySchema.options.find(({ shape }) => shape.kind.value === 'event')?.shape;
  const series = entrySchema.options.find(({ shape }) => shape.kind.value === 'series')?.shape;
  test.each([
    { part: 'source', field: event?.sources },
    { part: 'place', field: event && 'place' in event ? event.place : undefined },
    { part: 'milestone', field: event && 'milestones' in event ? event.milestones : undefined },
    { part: 'recurrence', field: series && 'recurrence' in series ? series.recurrence : undefined },
  ])('has the parts of a $part', ({ part, field }) => {
    expectSame(objectIn(field).shape, tableUnder(model, `### ${part}`));
  });

  /** Keys, whether they are needed, and every value of a fixed choice. */
  function expectSame(shape: Readonly<Record<string, z.core.$ZodType>>, rows: readonly string[][]): void {
    const written = new Map(rows.map(([key, needed, what = '']) => [codeIn(key), { needed, what }]));
    expect([...written.keys()].sort()).toEqual(Object.keys(shape).sort());
    for (const [key, field] of Object.entries(shape)) {
      const { needed, what } = written.get(key) ?? {};
      expect(`${key}: ${needed}`).toBe(`${key}: ${field instanceof z.ZodOptional ? 'no' : 'yes'}`);
      for (const choice of choicesOf(field)) expect(what, `${key}: ${choice}`).toMatch(new RegExp(`\\b${choice}\\b`));
    }
  }

  function choicesOf(field: z.core.$ZodType): readonly (string | number)[] {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    return inner instanceof z.ZodEnum ? inner.options : [];
  }

  function objectIn(field: z.core.$ZodType | undefined): z.ZodObject {
    if (field instanceof z.ZodOptional) return objectIn(field.unwrap());
    if (field instanceof z.ZodArray) return objectIn(field.element);
    if (field instanceof z.ZodObject) return field;
    throw new TypeError('no object in it');
  }
});

describe('examples in CONTRIBUTING', () => {
  const examples = blocks(page('CONTRIBUTING.md'), 'yaml');

  test('there are some', () => expect(examples.length).toBeGreaterThanOrEqual(7));

  test('could be added to the catalogue as they stand', () => {
    const added = examples.map((text, at) => ({ name: `example ${at + 1}`, text }));
    expect(checkFiles([...dataFiles, ...added], vocabulary).problems.map(problemLine)).toEqual([]);
  });
});

test('how a command runs: every file of the program is explained', () => {
  const program = [...readFileSync('tsup.config.ts', 'utf8').matchAll(/^ {2}'?([\w-]+)'?: '(?:src|node_modules)\//gm)];
  expect(program.length).toBeGreaterThan(5);
  const listed = tableUnder(page('docs/how-a-command-runs.md'), '## What is built').flatMap(([name = '']) => [...name.matchAll(/`([\w-]+)\.js`/g)].map(([, file]) => file)); // prettier-ignore
  expect(listed.sort()).toEqual(program.map(([, name]) => name).sort());
});
