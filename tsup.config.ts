import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { IN_MAIN_MODULE, inMain, isInMain } from './scripts/in-main';

/**
 * Files of the program. Whatever is imported with `import()` is a file of its own, whole in itself: a start reads
 * main.js and at most one or two more. (Shared chunks, esbuild's own way, would be a dozen small files a start, and
 * each costs as much as the code of three.)
 */
const PROGRAM = {
  start: 'src/start.ts',
  main: 'src/main.ts',
  index: 'src/index.ts',
  calendar: 'src/commands/calendar.ts',
  'export-ics': 'src/commands/export-ics.ts',
  'from-files': 'src/commands/from-files.ts',
  'named-files': 'src/reader/named-files.ts',
  pages: 'src/commands/pages.ts',
  places: 'src/commands/places.ts',
  'from-search': 'src/commands/from-search.ts',
  countries: 'src/catalogue/countries.ts',
  'table-columns': 'src/commands/table-columns.ts',
  'upcoming-views': 'src/commands/upcoming-views.ts',
  program: 'src/program.ts',
  'field-keys': 'src/field-keys.ts',
  'zone-called': 'src/zone-called.ts',
  browser: 'src/browser.ts',
  editor: 'src/editor.ts',
  disk: 'src/disk.ts',
  network: 'src/network.ts',
  chalk: 'node_modules/chalk/source/index.js',
  prompts: 'src/prompts.ts',
};

type Name = keyof typeof PROGRAM;

/** Of these there is one copy: they are a good part of each file that imports them, and those are seldom read. */
const SHARED: readonly Name[] = ['from-search', 'countries'];

/** What comes before main.js, and what the library is. All others are loaded by main.js, or take long to load anyway. */
const WITHOUT_MAIN: readonly Name[] = ['start', 'main', 'index', 'from-search', 'countries', 'chalk'];

/**
 * `import('../render/x')` becomes a `require` of the file beside the importing one that PROGRAM has for
 * src/render/x.ts; likewise for a package. So does `import … from` of what is SHARED, and in the files behind main.js that
 * of what is in main.js.
 */
const importsOfFiles = (isBehind: boolean): Plugin => ({
  name: 'imports-of-files',
  setup(build) {
    const isFor = (file: string, path: string, folder: string): boolean =>
      path.startsWith('.') ? resolve(folder, `${path}.ts`) === resolve(file) : file.startsWith(`node_modules/${path}/`);
    build.onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import' && kind !== 'import-statement') return undefined;
      const name = Object.entries(PROGRAM).find(([, file]) => isFor(file, path, resolveDir))?.[0];
      if (kind === 'import-statement') {
        if (SHARED.some((one) => one === name)) return { path: `./${name}.js`, external: true };
        return isBehind && isInMain(resolve(resolveDir, `${path}.ts`)) ? IN_MAIN_MODULE : undefined;
      }
      if (name === undefined) return { errors: [{ text: `"${path}" is missing in PROGRAM of tsup.config.ts` }] };
      return { path: `./${name}.js`, external: true };
    });
  },
});

/** Of these, the files that others are made of can be left out one by one only where they are ES modules, each its own. */
const ES_MODULES = {
  'ical.js': resolve('node_modules/ical.js/lib/ical/module.js'),
  // Not its index, which brings sets of rules along.
  rrule: resolve('node_modules/rrule/dist/esm/rrule.js'),
  yaml: resolve('node_modules/yaml/browser/dist/index.js'),
};

/**
 * Parts of packages that nothing here uses and that bundling cannot see to be unused: commander starts programs of its own
 * only for subcommands that are executables, and loading what does that costs 2 ms; rrule puts rules into English and
 * reads them there, which is a third of it; of ical.js only what reads is used, not what expands events; cli-table3 gets
 * text that has its colours; of zod the JSON Schemas, which are made by the build.
 */
const UNUSED = [
  { path: /^node:child_process$/, importer: /[\\/]commander[\\/]/ },
  { path: /^\.\/(event|component_parser|recur_expansion)\.js$/, importer: /[\\/]ical\.js[\\/]/ },
  { path: /^@colors\/colors\/safe$/, importer: /[\\/]cli-table3[\\/]/ },
  { path: /^\.\/nlp\/index$/, importer: /[\\/]rrule[\\/]/ },
  { path: /\/json-schema-generator\.js$/, importer: /[\\/]zod[\\/]/, names: ['JSONSchemaGenerator'] },
  { path: /\/json-schema-processors\.js$/, importer: /[\\/]zod[\\/]/, names: ['toJSONSchema'] },
  {
    path: /\/to-json-schema\.js$/,
    importer: /[\\/]zod[\\/]/,
    names: ['createToJSONSchemaMethod', 'createStandardJSONSchemaMethod'],
  },
];

const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(build) {
    for (const { path, importer: inside, names } of UNUSED) {
      build.onResolve({ filter: path }, ({ importer }) =>
        inside.test(importer) ? { path: names?.join() ?? 'unused', namespace: 'empty', pluginData: names } : undefined,
      );
    }
    build.onLoad({ filter: /./, namespace: 'empty' }, ({ pluginData }) => {
      const names = pluginData as readonly string[] | undefined;
      // CommonJS may lack what is imported from it. But an ES module that exports all of it again would be whole, too.
      return { contents: names?.map((name) => `export function ${name}() {}`).join('\n') ?? 'module.exports = {}' };
    });
  },
};

/** cli-table3 measures text as all else here does: what it brings for that knows emoji by an expression of 10 kB. */
const ownWidth: Plugin = {
  name: 'own-width',
  setup(build) {
    build.onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: 'own-width' }));
    build.onLoad({ filter: /./, namespace: 'own-width' }, () => ({
      contents: "module.exports = require('./src/render/width').cells",
      resolveDir: resolve('.'),
    }));
  },
};

/** What nearly every start loads. */
const AT_START = /[\\/](?:start|main|program|from-search)\.js$/;

/**
 * A single character above U+00FF makes V8 keep a whole file with two bytes for each: that is collected and copied, at
 * every start. Elsewhere Chinese stands as it is written, in half the room of its escapes.
 */
const oneByteText: NonNullable<Options['plugins']>[number] = {
  name: 'one-byte-text',
  renderChunk(code, { path }) {
    if (!AT_START.test(path)) return undefined;
    const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return { code: code.replace(/[\u0080-\uffff]/g, escaped) };
  },
};

const shared: Options = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  splitting: false,
  // What the program needs is bundled: nothing else is installed with it.
  noExternal: [/^[^.]/],
};

/** Files of the program. */
function program(isBehind: boolean): Options {
  const isWithoutMain = (file: string): boolean => WITHOUT_MAIN.some((one) => one === file);
  const whatIsIn: Plugin = {
    name: 'what-is-in',
    setup(build) {
      // For scripts/third-party.ts; tsup's own would have one name for both.
      build.onEnd(({ metafile }) => {
        mkdirSync('dist', { recursive: true });
        writeFileSync(`dist/metafile-${isBehind ? 'behind' : 'main'}.json`, JSON.stringify(metafile));
      });
    },
  };
  return {
    ...shared,
    entry: Object.fromEntries(Object.entries(PROGRAM).filter(([file]) => isWithoutMain(file) !== isBehind)),
    outDir: 'dist',
    minify: true,
    esbuildPlugins: [inMain(isBehind), importsOfFiles(isBehind), withoutUnused, ownWidth, whatIsIn],
    esbuildOptions(options) {
      // CommonJS throughout: Node 20's ES-module loader alone costs a quarter of `node -e 0`.
      options.supported = { ...options.supported, 'dynamic-import': false };
      options.alias = ES_MODULES;
      options.charset = 'utf8';
    },
    plugins: [oneByteText],
  };
}

export default defineConfig([
  // The types: see scripts/plain-types.mjs.
  { ...program(false), dts: { entry: { index: '.build/types/src/index.d.ts' } } },
  program(true),
  {
    // Programs of the repository: the build's own last step, and the picture in the README.
    ...shared,
    entry: {
      'build-data': 'scripts/build-data.ts',
      journal: 'scripts/journal.ts',
      'terminal-svg': 'scripts/terminal-svg.ts',
    },
    outDir: '.build',
  },
]);
