import { describe, expect, test } from 'vitest';
import { readCall, withExclusions } from '../../src/argv';
import { compileCatalogue } from '../../src/catalogue/compile';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { COMMANDS } from '../../src/commands/specs';
import { createDisk } from '../../src/disk';
import { EXIT } from '../../src/errors';
import { aFolder } from '../helpers/folder';
import { builtFiles } from '../helpers/host';
import { guide } from '../helpers/run';
import { data } from './data';
import { blocks, page, PAGES, tableUnder } from './pages';

describe('command lines in the documents and in help', () => {
  const built = new Map(builtFiles());
  for (const [name, text] of Object.entries(compileCatalogue(memoryCatalogue(data, 'bundled')))) {
    built.set(`catalogue/${name}`, Buffer.from(text));
  }
  // Something has happened to an edition of a series that the documents name.
  const edition = data.entries.find((entry) => entry.kind === 'event' && entry.series === 'mlops-world');
  const moved = { day: '2026-11-20', change: 'moved', id: edition?.id, kind: 'event', name: edition?.name };
  built.set('changes.json', Buffer.from(JSON.stringify([{ ...moved, source: 'a test' }])));
  const folder = aFolder();
  // Nothing is written where the documents say.
  const written: string[] = [];
  const own = {
    disk: {
      ...createDisk(() => Date.parse('2026-11-21T09:00:00Z')),
      save: (path: string): void => void written.push(path),
      makeFolder: (): void => undefined,
    },
    env: Object.fromEntries(['CONFIG', 'DATA', 'CACHE'].map((use) => [`MLOPS_GUIDE_${use}_DIR`, `${folder}/${use}`])),
  };
  const lines = [
    ...PAGES.flatMap((name) => commandLines(page(name)).map((line) => ({ page: name, line }))),
    // Values in the table of filters; words in capitals stand for some.
    ...tableUnder(page('README.md'), '### Filters')
      .flatMap(([cell = '']) => [...cell.matchAll(/`(--[\w-]+ (?![A-Z]+`)[^`]+)`/g)])
      .map(([, filter = '']) => ({ page: 'README.md', line: `list ${filter}` })),
    ...COMMANDS.flatMap(({ name, examples }) => examples.map(([line]) => ({ page: `help of ${name}`, line }))),
  ];

  test('there are some', () => expect(lines.length).toBeGreaterThan(30));

  test.each(lines)('$page: mlops-guide $line', async ({ line }) => {
    if (line.endsWith('--help')) return;
    const words = shellWords(line);
    if (words[0] === 'new' && words.length > 2) {
      // Fields are flags, which only commander's way reads; printed, and written nowhere.
      const end = words.findIndex((word) => word === '-o' || word === '--write');
      const { code, out, err } = await guide(words.slice(0, end), { built, ...own });
      expect({ code, isEntry: out.startsWith('- id: ') }, err).toEqual({ code: 0, isEntry: true });
      return;
    }
    expect(readCall(withExclusions(words)), 'cannot be read').toBeDefined();
    // They ask, open an editor, or need a network.
    if (['new', 'edit', 'update', 'check-links', 'latest'].includes(words[0] ?? '')) return;
    // Files of the reader's own are not there.
    if (words.some((word) => word.endsWith('.yaml') || word === '--avoid')) return;
    written.length = 0;
    const { code, out, err } = await guide(words, { built, ...own });
    const isRight = code === 0 || (code === EXIT.near && words.includes('--fail-within'));
    expect({ isRight, err: isRight ? '' : err }).toEqual({ isRight: true, err: '' });
    // A choice of sources is only kept.
    if (words[0] === 'sources' && words.length > 1) return;
    expect(out.length + written.length, 'gives nothing').toBeGreaterThan(0);
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
