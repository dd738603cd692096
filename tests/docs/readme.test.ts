import { describe, expect, test } from 'vitest';
import { KINDS, pluralOf, type Kind } from '../../src/catalogue/kinds';
import { GLOBAL_OPTIONS } from '../../src/commands/options';
import { COMMANDS } from '../../src/commands/specs';
import { EXIT } from '../../src/errors';
import { guide } from '../helpers/run';
import { data } from './data';
import { codeIn, page, tableUnder } from './pages';

const readme = page('README.md');
/** Where options are told: what goes beyond one command stands beside the README. */
const told = readme + page('docs/recipes.md');

test('lists every command, in the order of help', () => {
  const listed = tableUnder(readme, '## Commands').map(([name]) => codeIn(name));
  expect(listed).toEqual(COMMANDS.map(({ name, args }) => [name, args].filter(Boolean).join(' ')));
});

test('names every shorter name of a command', () => {
  const about = new Map(tableUnder(readme, '## Commands').map(([name, what]) => [codeIn(name), what]));
  for (const { name, args, alias } of COMMANDS)
    if (alias !== undefined) expect(about.get([name, args].filter(Boolean).join(' '))).toContain(`alias \`${alias}\``);
});

test.each([...new Set([...GLOBAL_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)].map(({ name }) => name))])(
  'names --%s',
  (name) => expect(told).toMatch(new RegExp(`--${name}(?![\\w-])`)),
);

test('names every kind', () => {
  const [, sentence = ''] = /Kinds are ([^.]*)\./.exec(readme) ?? [];
  expect(sentence.replace(/\s+/g, ' ').split(/, | and /)).toEqual([...KINDS]);
});

test.each([
  { command: 'list', line: 'list --header' },
  { command: 'search', line: 'search a --header' },
  { command: 'upcoming', line: 'upcoming --header --within 5y' },
  { command: 'deadlines', line: 'due --header' },
  { command: 'calendar', line: 'calendar --header' },
  { command: 'topics', line: 'topics --header' },
  { command: 'sources', line: 'sources --header' },
])('has the columns of $command in a pipe', async ({ command, line }) => {
  const { out } = await guide(line);
  const [, columns] = new RegExp(`^ *- \`${command}\`: ([\\w,\\s]*?)\\n(?: *-|\\n)`, 'm').exec(readme) ?? [];
  expect(columns?.split(/,\s+/)).toEqual(out.split('\n')[0]?.split('\t'));
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

describe('entries of which every source says that it is knowledge', () => {
  const isKnowledge = (ref: string): boolean => /\b(general|curator) knowledge\b/.test(ref);
  const weak = data.entries.filter(({ sources }) => sources.every(({ ref }) => isKnowledge(ref)));
  const kindsOf = (kind: Kind): number => weak.filter((entry) => entry.kind === kind).length;
  const [tools, papers, books] = [kindsOf('tool'), kindsOf('paper'), kindsOf('book')];
  const bullet = /- \*\*Some sources are weak\.\*\*[^]*?(?=\n- )/.exec(readme)?.[0].replace(/\s+/g, ' ') ?? '';
  const said = (pattern: RegExp): number => Number(pattern.exec(bullet)?.[1]);

  test.each([
    { name: 'all', pattern: /About (\d+) entries \(/, real: weak.length },
    { name: 'tools', pattern: /(\d+) tools/, real: tools },
    { name: 'papers', pattern: /(\d+) papers/, real: papers },
    { name: 'books', pattern: /(\d+) books/, real: books },
    { name: 'others', pattern: /(\d+) others/, real: weak.length - tools - papers - books },
    {
      name: 'those with a list beside it',
      pattern: /For (\d+) of them/,
      real: weak.filter(({ sources }) => sources.some(({ ref }) => !/^(general|curator) knowledge\b/.test(ref))).length,
    },
  ])('the README is about right on $name', ({ pattern, real }) => {
    expect(Math.abs(said(pattern) - real), `data/ holds ${real}`).toBeLessThanOrEqual(real / 10);
  });

  test('none is an event', () => {
    expect(bullet).toContain('no events');
    expect(kindsOf('event')).toBe(0);
  });
});
