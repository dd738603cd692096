import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import configs from '../../tsup.config';
import { ENV, ROOT } from './program';

const UNPACKED_LIMIT = 3_000_000;

let folder = '';
let tarball = '';
/** Where it is installed. */
let home = '';

/** npm as it is on any machine, but without the network. */
function npm(args: readonly string[], cwd: string): string {
  const env = {
    ...process.env,
    npm_config_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
  return execFileSync('npm', args, { encoding: 'utf8', cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Every file below a folder, by its path from there. */
function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(path, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlops-guide-pack-'));
  home = join(folder, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "name": "a-stranger", "private": true }');
  // What stands in dist/ is packed: the build has its own place in `npm run check`.
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], ROOT);
  tarball = join(folder, `mlops-guide-${version}.tgz`);
  npm(['install', tarball], home);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installed = (...names: string[]): string => join(home, 'node_modules', 'mlops-guide', ...names);

describe('what is in it', () => {
  test('what is needed, and nothing else', () => {
    const builds = Array.isArray(configs) ? configs.filter(({ outDir }) => outDir === 'dist') : [];
    const code = builds.flatMap(({ entry }) => Object.keys(entry ?? {}).map((name) => `dist/${name}.js`));
    expect(code.length).toBeGreaterThan(5);
    expect(filesBelow(installed())).toEqual(
      [
        'LICENSE',
        'README.md',
        'bin/mlops-guide.js',
        ...code,
        'dist/THIRD-PARTY.txt',
        'dist/catalogue/asked.idx',
        'dist/catalogue/entries.json',
        'dist/catalogue/entries.br',
        'dist/catalogue/phrases.br',
        'dist/catalogue/outline.tsv',
        'dist/catalogue/places.tsv',
        'dist/catalogue/search.idx',
        'dist/catalogue/stamp.txt',
        'dist/changes.json',
        'dist/cities.br',
        'dist/index.d.mts',
        'dist/index.d.ts',
        'dist/index.mjs',
        'dist/schemas.br',
        'dist/zones.txt',
        'package.json',
      ].sort(),
    );
  });

  test('it unpacks to less than 3 MB', () => {
    const bytes = filesBelow(installed()).reduce((sum, name) => sum + statSync(installed(name)).size, 0);
    expect(bytes).toBeLessThan(UNPACKED_LIMIT);
  });

  test('it brings nothing along and runs nothing when it is installed', () => {
    const manifest = JSON.parse(readFileSync(installed('package.json'), 'utf8')) as Record<string, unknown>;
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
      expect(manifest).not.toHaveProperty(kind);
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(manifest.scripts ?? {}).not.toHaveProperty(script);
    expect(
      filesBelow(join(home, 'node_modules')).filter((name) => !/^(\.bin|mlops-guide|\.package-lock)/.test(name)),
    ).toEqual([]);
  });

  test('the licences of what is bundled are there', () => {
    const notices = readFileSync(installed('dist', 'THIRD-PARTY.txt'), 'utf8');
    for (const name of ['commander', 'zod', 'yaml', 'chalk', 'moment-timezone', 'city-timezones'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  test('no trace of the machine that built it', () => {
    for (const name of filesBelow(installed())) {
      const text = readFileSync(installed(name), 'utf8');
      expect({ name, hasPath: text.includes(ROOT) || text.includes('sourceMappingURL') }).toEqual({
        name,
        hasPath: false,
      });
    }
  });
});

describe('installed', () => {
  const run = (args: readonly string[], cwd = tmpdir()) =>
    spawnSync(join(home, 'node_modules', '.bin', 'mlops-guide'), args, { encoding: 'utf8', env: ENV, cwd });

  test('it runs from another folder', () => {
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(JSON.parse(run(['upcoming', '--json']).stdout)).toEqual(expect.arrayContaining([expect.anything()]));
  });

  test.each([
    'list books --format table',
    'search feature store',
    'show mlops-world --format yaml',
    'topics model-monitoring',
    'export-ics --within 6mo',
    'open mlops-world --print',
    'upcoming --near Berlin --km 800 --region europe',
    'validate',
    'schema',
    '--help',
    'list --color always --format table',
  ])('every file that a command needs is there: %s', (line) => {
    const { status, stderr } = run(line.split(' '));
    expect(stderr).not.toContain('Cannot find module');
    expect(status).toBe(0);
  });

  test('as a library, by import and by require', () => {
    writeFileSync(
      join(home, 'a.mjs'),
      `import { loadCatalogue, search } from 'mlops-guide';\nconsole.log(search(await loadCatalogue(), 'drift').length > 0);`,
    );
    writeFileSync(
      join(home, 'b.cjs'),
      `const { loadCatalogue, upcoming } = require('mlops-guide');\nloadCatalogue().then((c) => console.log(upcoming(c, { now: new Date('2026-11-21') }).length > 0));`,
    );
    for (const file of ['a.mjs', 'b.cjs']) {
      expect(
        spawnSync(process.execPath, [join(home, file)], { encoding: 'utf8', env: ENV, cwd: tmpdir() }),
      ).toMatchObject({ stdout: 'true\n', stderr: '' });
    }
  });

  test('its types hold in a strict project that has nothing else installed', () => {
    const source = `import { loadCatalogue, search, upcoming, type Coming, type Entry } from 'mlops-guide';
export async function main(): Promise<void> {
  const catalogue = await loadCatalogue({ paths: ['a.yaml'] });
  const first: Entry | undefined = search(catalogue, 'drift', { kinds: ['book'], limit: 1 })[0]?.entry;
  if (first?.kind === 'book') { const authors: string[] | undefined = first.authors; void authors; }
  const [next]: Coming[] = upcoming(catalogue, { within: '3mo', timeZone: 'UTC' });
  const state: 'ongoing' | 'upcoming' | undefined = next?.state; void state;
  // @ts-expect-error -- no such kind
  search(catalogue, 'drift', { kinds: ['boook'] });
  // @ts-expect-error -- an entry has no such key
  void first?.nope;
}
`;
    const options = { strict: true, noEmit: true, skipLibCheck: false, target: 'ES2022', types: [], lib: ['ES2023'] };
    for (const [name, more] of [
      ['esm.mts', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
      ['cjs.cts', { module: 'NodeNext', moduleResolution: 'NodeNext' }],
      ['bundler.ts', { module: 'ESNext', moduleResolution: 'Bundler' }],
    ] as const) {
      writeFileSync(join(home, name), source);
      writeFileSync(
        join(home, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: { ...options, ...more }, files: [name] }),
      );
      const { stdout, status } = spawnSync(
        process.execPath,
        [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', home],
        { encoding: 'utf8' },
      );
      expect({ name, stdout, status }).toEqual({ name, stdout: '', status: 0 });
    }
  });
});

describe('what the checkers of packages say', () => {
  test('publint', async () => {
    const bytes = readFileSync(tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('are the types wrong?', () => {
    const attw = join(ROOT, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
    const { stdout, status } = spawnSync(
      process.execPath,
      [attw, tarball, '--format', 'json', '--no-definitely-typed'],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const { analysis, problems = {} } = JSON.parse(stdout) as { analysis: object; problems?: object };
    expect(analysis).toMatchObject({ types: { kind: 'included' } });
    expect(problems).toEqual({});
    expect(status).toBe(0);
  });
});
