import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { cells } from '../../src/render/width';
import { REPORT_LOADED, type Loaded } from './report-loaded';
import { bash, BIN, ENV, guide, HOSTILE, ROOT, SMALL } from './program';

const folder = mkdtempSync(join(tmpdir(), 'mlops-guide-e2e-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Exit 0 and an empty stderr, or the test fails with what stood there. */
function outputOf(args: readonly string[], options: Parameters<typeof guide>[1] = {}): string {
  const { status, stderr, stdout } = guide(args, options);
  expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: '' });
  return stdout;
}

describe('--json prints JSON and nothing else', () => {
  test.each([
    'list',
    'list books',
    'upcoming',
    'upcoming --within 12mo',
    'deadlines',
    'due --milestone cfp --within 6w',
    'calendar --months 12',
    'upcoming --clashes',
    'upcoming --timeline',
    'search feature store',
    'show mlops-day --catalogue SMALL',
    'topics',
    'topics model-monitoring',
    'export-ics --within 6mo',
    'validate',
    'schema output',
    'list --cost free --kind event',
  ])('%s', (line) => {
    const args = line.split(' ').map((word) => (word === 'SMALL' ? SMALL : word));
    const text = outputOf([...args, '--json', '--quiet']);
    expect(typeof JSON.parse(text)).toBe('object');
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('the whole catalogue', () => {
  const entries = JSON.parse(outputOf(['list', '--json', '--limit', '0'])) as Readonly<Record<string, unknown>>[];

  test('every entry has the keys of the contract, and no others', () => {
    interface Form {
      properties: Record<string, { const?: string }>;
      required: string[];
    }
    const { items } = JSON.parse(outputOf(['schema', 'output'])) as { items: { anyOf: Form[] } };
    const formOf = new Map(items.anyOf.map((form) => [form.properties.kind?.const, form]));
    for (const entry of entries) {
      const form = formOf.get(String(entry.kind));
      const keys = Object.keys(entry);
      expect(keys).toEqual(expect.arrayContaining(['id', 'kind', 'name', 'summary', 'topics', 'sources', 'added']));
      expect(keys).toEqual(expect.arrayContaining(form?.required ?? ['a form']));
      expect(Object.keys(form?.properties ?? {})).toEqual(expect.arrayContaining(keys));
      expect(JSON.stringify(entry.sources)).toMatch(/"ref":".+?","verified":"\d{4}-\d\d(-\d\d)?"/);
    }
  });

  test('ids are unique, and every form holds as many entries', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.length).toBeGreaterThan(1000);
    expect(outputOf(['list']).trimEnd().split('\n')).toHaveLength(entries.length);
    expect(
      outputOf(['list', '--format', 'jsonl'])
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual(entries);
  });

  test('tab-separated lines, ready in the compiled file, are what the entries say', () => {
    const cell = (value: unknown): string =>
      Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '';
    const lines = outputOf(['list']).split('\n').slice(0, -1);
    for (const [at, line] of lines.entries()) {
      const { kind, id, name, topics, url } = entries[at] ?? {};
      const found = line.split('\t');
      expect(found).toHaveLength(6);
      expect([found[0], found[1], found[2], found[4], found[5]]).toEqual([kind, id, name, topics, url].map(cell));
    }
  });

  test('it passes its own validation', () => {
    expect(guide(['validate'])).toMatchObject({ status: 0, stdout: '' });
  });

  test('no text in it could command a terminal', () => {
    expect(outputOf(['list', '--json'])).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
    );
  });

  test('what recurs is expected, behind all that is dated; what has no date is listed apart', () => {
    interface Row {
      id: string;
      kind: string;
      state: string;
      certainty: string;
    }
    const rows = (...more: string[]): Row[] =>
      JSON.parse(outputOf(['upcoming', '--now', '2026-11-21T12:00Z', '--json', ...more])) as Row[];
    const all = rows();
    const dated = all.filter(({ kind }) => kind === 'event');
    const expected = all.slice(dated.length);
    expect(expected.length).toBeGreaterThan(10);
    for (const row of expected)
      expect(row).toMatchObject({ kind: 'series', state: 'expected', certainty: 'estimated' });
    expect(rows('--no-recurring')).toEqual(dated);
    const without = rows('--series-without-date').map(({ id }) => id);
    expect(without.length).toBeGreaterThan(10);
    expect(expected.filter(({ id }) => without.includes(id))).toEqual([]);
  });

  test('upcoming tells of at least a hundred events within a year', () => {
    const ahead = JSON.parse(outputOf(['upcoming', '--within', '12mo', '--json'])) as unknown[];
    expect(ahead.length).toBeGreaterThan(100);
  });
});

test.each([
  [['list', 'books', '--json', '-n', '3', '--quiet']],
  [['--json', '-n', '3', '--quiet', 'list', 'books']],
  [['--json', 'list', '-n3', 'books', '--quiet']],
  [['list', '--limit=3', '--quiet', '--format=json', 'books']],
])('flags before the command or after it: %s', (args) => {
  const found = JSON.parse(outputOf(args)) as { kind: string }[];
  expect(found.map(({ kind }) => kind)).toEqual(['book', 'book', 'book']);
});

test.skipIf(spawnSync('script', ['--version']).status !== 0)('a terminal gets a table of its width, and colour', () => {
  const line = `stty cols 72; "${process.execPath}" "${BIN}" list books -n 5`;
  const env = { ...ENV, TERM: 'xterm-256color' };
  const { stdout, status } = spawnSync('script', ['-qec', line, '/dev/null'], { encoding: 'utf8', env });
  expect(status).toBe(0);
  expect(stdout).toContain('\u001b[1m');
  const lines = stripVTControlCharacters(stdout).trimEnd().split(/\r?\n/);
  expect(lines[0]).toMatch(/^KIND +NAME/);
  expect(lines.at(-1)).toMatch(/5 of \d+ entries/);
  for (const row of lines.slice(0, 6)) expect(cells(row)).toBeLessThanOrEqual(72);
});

test.each([
  'list',
  'search model',
  'upcoming --within 12mo',
  'deadlines',
  'calendar --months 9',
  'upcoming --timeline --within 6mo',
  'upcoming --clashes',
  'topics',
  'topics model-monitoring',
  'show mlops-world',
])('no line of a table is wider than it may be: %s', (line) => {
  for (const width of [40, 60, 72, 80, 100, 120, 200]) {
    const limit = /^(topics|show)/.test(line) ? [] : ['-n', '60'];
    const text = guide([...line.split(' '), ...limit, '--format', 'table', '--width', String(width)]).stdout;
    // An address is never cut.
    const lines = text.split('\n').filter((row) => !row.includes('http'));
    expect(lines.length).toBeGreaterThan(5);
    expect({ width, tooWide: lines.filter((row) => cells(row) > width).slice(0, 1) }).toEqual({ width, tooWide: [] });
  }
});

describe('exit codes', () => {
  test.each([
    [0, ['--version'], ''],
    [0, ['--help'], ''],
    [1, ['validate', '/nowhere/at/all'], 'no such file'],
    [2, ['lst'], 'no command "lst"'],
    [2, ['list', '--nope'], 'unknown option'],
    [3, ['show', 'no-such-entry-anywhere'], 'no entry'],
    [4, ['list', '--catalogue', join(ROOT, 'package.json')], 'problem'],
  ])('%i: mlops-guide %s', (code, args, says) => {
    const { status, stdout, stderr } = guide(args);
    expect(status).toBe(code);
    expect(stderr).toContain(says);
    if (code > 0) expect(stdout).toBe('');
  });

  test('--version is that of the package', () => {
    expect(outputOf(['--version'])).toBe(`${version}\n`);
  });
});

describe('pipes', () => {
  test.each(['list --json --limit 0', 'list', 'topics', 'search model', 'export-ics --past 9y', '--help'])(
    'a reader that has seen enough ends it quietly: %s | head -1',
    (line) => {
      const { stdout, stderr } = bash(`guide ${line} | head -1; echo "\${PIPESTATUS[0]}"`);
      const [first, code] = stdout.trimEnd().split('\n');
      expect(first).not.toBe('');
      // 0 when told by the write, 141 when the system's signal was faster.
      expect(['0', '141']).toContain(code);
      expect(stderr).toBe('');
    },
  );

  test('a reader that reads nothing at all', () => {
    expect(bash('guide list --json --limit 0 | true; echo "${PIPESTATUS[0]}"')).toMatchObject({
      stdout: '0\n',
      stderr: '',
    });
  });

  test('a slow reader gets all of it', () => {
    const file = join(folder, 'all.json');
    expect(bash(`guide list --json --limit 0 > "${file}"`)).toMatchObject({ status: 0, stderr: '' });
    const slow = bash('guide list --json --limit 0 | { sleep 0.5; head -c 70000; sleep 0.3; cat; } | cksum');
    expect(slow.stdout).toBe(bash(`cksum < "${file}"`).stdout);
    expect(statSync(file).size).toBeGreaterThan(500_000);
  });

  const python = bash('command -v python3').status === 0;
  if (!python) console.warn('LEFT OUT: no python3 here to make a pipe that does not block.');

  test.skipIf(!python)('a pipe that does not block, filled up by a slow reader, loses nothing', () => {
    const make = `import os, sys; os.set_blocking(1, False); os.execv(sys.argv[1], sys.argv[1:])`;
    const slow = bash(
      `python3 -c '${make}' "${process.execPath}" "${BIN}" list --json --limit 0 | { sleep 0.5; head -c 70000; sleep 0.3; cat; } | cksum`,
    );
    expect(slow).toMatchObject({ stdout: bash('guide list --json --limit 0 | cksum').stdout, stderr: '' });
  });
});

describe('where little works', () => {
  test.skipIf(!existsSync('/dev/full'))('a full disk: exit 1, and it says why', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'list'], {
      encoding: 'utf8',
      env: ENV,
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^mlops-guide: .*no space left/i);
    // The disk is not our bug.
    expect(stderr).not.toContain('bug');
  });

  test('no home, no environment', () => {
    const { status, stdout } = spawnSync(process.execPath, [BIN, 'upcoming', '--now', '2026-11-21', '--json'], {
      encoding: 'utf8',
      env: {},
    });
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(10);
    expect(outputOf(['list', 'books'], { env: { HOME: '/nowhere', XDG_CONFIG_HOME: '/nowhere' } })).toContain('book');
    expect(existsSync('/nowhere')).toBe(false);
  });

  test('a folder in which nothing can be written, or that is gone', () => {
    if (existsSync('/proc/self')) expect(outputOf(['list', 'books'], { cwd: '/proc/self' })).toContain('book');
    const gone = bash('d=$(mktemp -d); cd "$d"; rmdir "$d"; guide list books | head -1');
    expect(gone.stdout).toMatch(/^book\t/);
    expect(gone.stderr).toBe('');
  });

  test('a file that cannot be written: exit 1 and why', () => {
    const { status, stdout, stderr } = guide(['export-ics', '-o', '/nowhere/x.ics']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^mlops-guide: cannot write \/nowhere\/x\.ics: /);
  });

  test.each(['guide list books <&-', 'guide list books 2>&-', 'guide list books </dev/null'])(
    'closed descriptors: %s',
    (line) => {
      const { status, stdout } = bash(line);
      expect(status).toBe(0);
      expect(stdout).toMatch(/^book\t/);
    },
  );

  test('closed stdout', () => {
    const { status, stderr } = bash('guide list books >&-');
    expect([0, 1]).toContain(status);
    expect(stderr).not.toContain('    at ');
  });

  test.each([
    '',
    ':Europe/Berlin',
    '/usr/share/zoneinfo/Asia/Tokyo',
    'EST5EDT',
    'UTC0',
    'AoE',
    'no/where',
    '../../etc/passwd',
    'x'.repeat(5000),
    'Asia/Calcutta',
  ])('TZ=%s', (TZ) => {
    expect(outputOf(['upcoming', '--json', '-n', '1', '--quiet'], { env: { TZ } })).toMatch(/^\[\n\{"id":/);
  });

  test('a day is that of the zone in TZ', () => {
    const args = ['upcoming', '--catalogue', SMALL, '--now', '2026-11-22', '--fields', 'id', '-n', '1', '--quiet'];
    expect(outputOf(args, { env: { TZ: 'Pacific/Kiritimati' } })).toBe('mlops-day-2026\n');
    expect(outputOf(args, { env: { TZ: ':Europe/Berlin' } })).toBe('drift-webinar-2026\n');
    expect(outputOf(args, { env: { TZ: '/usr/share/zoneinfo/Pacific/Kiritimati' } })).toBe('mlops-day-2026\n');
  });
});

describe('a hostile catalogue', () => {
  const FORMATS = ['table', 'json', 'jsonl', 'tsv', 'csv', 'md', 'yaml'];
  const LINES = [
    'list',
    'search tool',
    'show features join conference tool',
    'topics',
    'topics features',
    'upcoming',
    'due',
    'calendar 2026-12',
  ];
  // A line feed ends lines, a tab parts fields, a carriage return ends lines of a calendar.
  const COMMANDS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

  test.each(LINES)('%s: nothing that a terminal would obey, in any form', (line) => {
    for (const format of FORMATS) {
      const { status, stdout, stderr } = guide([...line.split(' '), '--format', format, '--catalogue', HOSTILE]);
      expect({ format, status }).toEqual({ format, status: 0 });
      expect(stdout).not.toBe('');
      expect(stdout + stderr).not.toMatch(COMMANDS);
      expect(stdout).not.toContain('\r');
    }
  });

  test.each(LINES)('%s in colour: only our own colours', (line) => {
    const { stdout, stderr } = guide([
      ...line.split(' '),
      '--format',
      'table',
      '--color',
      'always',
      '--catalogue',
      HOSTILE,
    ]);
    expect((stdout + stderr).replace(/\u001b\[(1|2|4|24|3[1236]|39|22)m/g, '')).not.toMatch(COMMANDS);
  });

  test('a calendar file has the lines that we write, and no others', () => {
    const { stdout } = guide(['export-ics', '--what', 'all', '--catalogue', HOSTILE]);
    expect(stdout.match(/^BEGIN:VEVENT/gm)).toHaveLength(2);
    expect(stdout).not.toMatch(COMMANDS);
    expect(stdout).not.toMatch(/^INJECTED/m);
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('no cell of CSV computes', () => {
    for (const fields of ['name', 'summary', 'aliases']) {
      const stdout = outputOf(['list', '--format', 'csv', '--fields', fields, '--catalogue', HOSTILE]);
      for (const cell of stdout.trimEnd().split('\n')) expect(cell).not.toMatch(/^"?[=+\-@]/);
    }
  });

  test('errors and the names of files are clean, too', () => {
    const file = join(folder, 'x\u001b[31m.yaml');
    writeFileSync(file, readFileSync(HOSTILE));
    for (const args of [
      ['list', '--format', 'table'],
      ['validate', file],
      ['show', 'x\u001b[31m'],
      ['list', '--topic', 'x\u001b[31m'],
      ['\u001b[31m'],
      ['topics', '\u009b1m'],
    ]) {
      const { stdout, stderr } = guide([...args, '--catalogue', file]);
      expect(stdout + stderr).not.toMatch(COMMANDS);
    }
  });
});

describe('what a start reads', () => {
  function loadedBy(args: readonly string[]): Loaded & { names: string[] } {
    const report = join(folder, 'loaded.json');
    const probe = join(folder, 'report-loaded.cjs');
    writeFileSync(probe, REPORT_LOADED);
    const env = { LOADED_TO: report, TZ: 'Europe/Berlin' };
    const { status, stderr } = guide(args, { env, node: ['-r', probe] });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const loaded = JSON.parse(readFileSync(report, 'utf8')) as Loaded;
    return { ...loaded, names: loaded.files.map((file) => basename(file)) };
  }

  test.each([
    ...['list', 'list --json', 'list books', 'list --topic model-monitoring', 'upcoming', 'upcoming --json'],
    ...['deadlines', 'due --json', 'due --one-line --milestone cfp,abstract,paper'],
  ])('%s in a pipe: one file of code beside the launchers, no Intl, no sockets', (line) => {
    const { names, builtIn, usedIntl } = loadedBy(line.split(' '));
    expect(names.sort()).toEqual(['main.js', 'mlops-guide.js', 'start.js']);
    expect(usedIntl).toBe(false);
    // All entries are only had unpacked, and zlib brings streams along.
    const packed = line === 'list --json' ? [] : ['stream', 'zlib'];
    for (const heavy of ['net', 'tty', 'http', 'child_process', 'readline', ...packed])
      expect(builtIn).not.toContain(`NativeModule ${heavy}`);
  });

  test('that one file has neither zod nor yaml nor commander nor chalk nor rrule in it', () => {
    const code = readFileSync(join(ROOT, 'dist', 'main.js'), 'utf8');
    for (const trace of ['ZodError', 'YAMLParseError', 'CommanderError', 'FORCE_HYPERLINK', 'ansi16', 'byweekday'])
      expect(code).not.toContain(trace);
  });

  test.each([
    { what: 'the commands and their options', trace: 'print JSON, the same as --format json' },
    { what: 'the filters', trace: '--online and --mode exclude each other' },
  ])('what the files behind that one need of it they have not themselves: $what', ({ trace }) => {
    const files = readdirSync(join(ROOT, 'dist')).filter((name) => name.endsWith('.js'));
    const having = files.filter((name) => readFileSync(join(ROOT, 'dist', name), 'utf8').includes(trace));
    expect(having).toEqual(['main.js']);
  });

  test('search reads one file more, a table another', () => {
    expect(loadedBy(['search', 'model drift', '--json']).names.sort()).toEqual([
      'from-search.js',
      'main.js',
      'mlops-guide.js',
      'start.js',
    ]);
    expect(loadedBy(['list', '--format', 'table', '--quiet']).names.sort()).toEqual([
      'main.js',
      'mlops-guide.js',
      'start.js',
      'table-columns.js',
    ]);
  });

  test('the probe sees what it looks for', () => {
    expect(loadedBy(['list', '--json', '--catalogue', SMALL]).names).toContain('from-files.js');
    // Years that the build has not worked out.
    expect(loadedBy(['upcoming', '--from', '2035-01-01', '--quiet']).names).toContain('from-files.js');
    expect(loadedBy(['--help']).names).toContain('program.js');
    expect(loadedBy(['list', '--color', 'always', '--format', 'table', '--quiet']).names).toContain('chalk.js');
  });
});

describe('the library', () => {
  const script = `
    const catalogue = await loadCatalogue();
    const found = search(catalogue, 'feature store', { kinds: ['book', 'podcast'], limit: 3 });
    const ahead = upcoming(catalogue, { now: new Date('2026-11-21T09:00Z'), timeZone: 'Asia/Tokyo', within: '3mo' });
    const mine = await loadCatalogue({ paths: [${JSON.stringify(SMALL)}] });
    console.log(JSON.stringify({
      kinds: [...new Set(found.map(({ entry }) => entry.kind))],
      ahead: ahead.length > 10 && ahead.every(({ event }) => event.kind === 'event'),
      mine: mine.outlines().length,
      first: search(mine, 'driftwatch')[0].entry.id,
      left: upcoming(mine, { now: new Date('2026-11-21T09:00Z') }).length,
    }));`;

  test.each([
    [
      'import',
      ['--input-type=module', '-e', `import { loadCatalogue, search, upcoming } from 'mlops-guide';${script}`],
    ],
    [
      'require',
      [
        '--input-type=commonjs',
        '-e',
        `const { loadCatalogue, search, upcoming } = require('mlops-guide');(async () => {${script}})();`,
      ],
    ],
  ])('%s', (_, args) => {
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: ENV, cwd: ROOT });
    expect(stderr).toBe('');
    const { kinds, ...rest } = JSON.parse(stdout) as { kinds: string[] };
    expect(['book', 'podcast']).toEqual(expect.arrayContaining(kinds));
    expect(rest).toEqual({ ahead: true, mine: 14, first: 'driftwatch', left: 5 });
  });

  test('both ways give the same functions, so that errors of one are errors of the other', () => {
    const code = `import * as esm from 'mlops-guide'; import { createRequire } from 'node:module';
      const cjs = createRequire(import.meta.url)('mlops-guide');
      const names = Object.keys(cjs).sort();
      console.log(names.every((name) => esm[name] === cjs[name]), names.join());`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      env: ENV,
      cwd: ROOT,
    });
    expect(stdout).toBe('true GuideError,isGuideError,loadCatalogue,search,upcoming\n');
  });

  test('importing it does nothing: no file read, nothing printed, no listener, no global', () => {
    const code = `
      const fs = require('node:fs');
      const touched = [];
      for (const name of ['readFileSync', 'openSync', 'statSync', 'readdirSync', 'writeSync', 'writeFileSync', 'readlinkSync']) {
        const real = fs[name];
        fs[name] = (...args) => { touched.push(name + ' ' + args[0]); return real(...args); };
      }
      const state = () => JSON.stringify([Object.getOwnPropertyNames(globalThis), process.eventNames(), process._getActiveHandles().length]);
      const before = state();
      require('mlops-guide');
      // The module loader reads the code of the module, each of its two files once, and what folder it is in.
      const code = ['index.js', 'from-search.js'].map((name) => 'readFileSync ' + require('node:path').join(process.cwd(), 'dist', name));
      const own = touched.filter((what) => !/package\\.json$/.test(what) && !(code[0] === what && code.shift()));
      fs.writeSync(2, JSON.stringify({ own, same: before === state() }));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=commonjs', '-e', code], {
      encoding: 'utf8',
      env: ENV,
      cwd: ROOT,
    });
    expect({ stdout, stderr: JSON.parse(stderr) as unknown }).toEqual({ stdout: '', stderr: { own: [], same: true } });
  });

  test('what is wrong is a GuideError, also a wrong argument', () => {
    const code = `
      const { loadCatalogue, upcoming, isGuideError, GuideError } = require('mlops-guide');
      (async () => {
        const broken = await loadCatalogue({ paths: [${JSON.stringify(join(ROOT, 'package.json'))}] }).catch((error) => error);
        const catalogue = await loadCatalogue();
        const thrown = (run) => { try { run(); return 'nothing'; } catch (error) { return isGuideError(error) && error.exitCode; } };
        console.log(JSON.stringify([
          isGuideError(broken), broken.exitCode, isGuideError(new Error('x')),
          thrown(() => upcoming(catalogue, { timeZone: 'Mars/Olympus', now: new Date(0) })),
          thrown(() => upcoming(catalogue, { within: 'soon', now: new Date(0) })),
        ]));
      })();`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=commonjs', '-e', code], {
      encoding: 'utf8',
      env: ENV,
      cwd: ROOT,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([true, 4, false, 2, 2]);
  });
});
