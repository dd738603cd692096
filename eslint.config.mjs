import tseslint from 'typescript-eslint';

/**
 * Dependencies point one way, and each line below says what a folder of src/ may import of the others: a folder, or
 * single files of it. main → cli → commands → render, calendar, query → places → catalogue → search, time → the floor, which is
 * catalogue/schema and catalogue/kinds. See docs/how-a-command-runs.md.
 */
const LAYERS = {
  time: ['counted', 'catalogue/schema', 'catalogue/kinds'],
  search: ['catalogue/schema', 'catalogue/kinds', 'catalogue/countries', 'catalogue/catalogue'],
  catalogue: ['counted', 'errors', 'input-file', 'stdin', 'search/*', 'time/*'],
  places: ['catalogue/schema', 'catalogue/countries', 'search/distance', 'search/plain-letters'],
  query: ['catalogue/*', 'places/*', 'search/*', 'time/*'],
  calendar: ['catalogue/*', 'time/*'],
  render: ['counted', 'catalogue/*', 'query/*', 'search/*', 'time/*'],
  reader: ['errors', 'host', 'version', 'catalogue/*', 'places/*', 'time/*'],
  feeds: ['reader/*', 'search/plain-letters', 'sources/*'],
  journal: ['catalogue/*', 'sources/*'],
  links: ['version', 'catalogue/*', 'reader/*', 'sources/*', 'time/*'],
  sources: [
    ...['counted', 'errors', 'host', 'version'],
    ...['catalogue/*', 'places/*', 'reader/*', 'search/plain-letters', 'time/*'],
  ],
  commands: [
    ...['context', 'counted', 'errors', 'host', 'raw-options', 'stdin', 'version'],
    ...[
      'calendar/*',
      'catalogue/*',
      'places/*',
      'query/*',
      'reader/*',
      'feeds/*',
      'journal/*',
      'links/*',
      'render/*',
      'search/*',
      'sources/*',
      'time/*',
    ],
  ],
};

/** Files of one command each. None may know another; what several need has a file of its own. */
const COMMANDS =
  'deadlines|list|search|show|new|edit|topics|upcoming|calendar|open|export-ics|validate|schema|version|welcome|sources|update|check-links|changes|latest';
/** Where commands are put together. */
const COLLECTIONS = ['actions', 'pages', 'places', 'from-files', 'from-search'].map(
  (name) => `src/commands/${name}.ts`,
);

/** Who may import which package or part of Node; a later line stands above an earlier one. node:util is everybody's. */
const HOMES = {
  'src/**/*.ts': [],
  'src/program.ts': ['commander'],
  'src/render/style.ts': ['chalk'],
  'src/render/topics.ts': ['cli-table3'],
  'src/render/width.ts': ['fast-string-truncated-width'],
  'src/render/yaml-text.ts': ['yaml'],
  'src/time/day.ts': ['date-fns', '@date-fns/utc'],
  'src/time/rule-days.ts': ['rrule'],
  'src/calendar/{busy-times,repeats,file-clocks}.ts': ['ical.js'],
  'src/catalogue/**/*.ts': ['yaml', 'zod'],
  'src/catalogue/countries.ts': ['i18n-iso-countries'],
  'src/places/city-table.ts': ['node:zlib'],
  'src/catalogue/file-list.ts': ['node:fs', 'node:path'],
  'src/catalogue/fingerprint.ts': ['node:crypto', 'node:fs'],
  'src/reader/spare-memory.ts': ['node:v8'],
  'src/start.ts': ['node:path'],
  'src/code-cache.ts': ['node:fs', 'node:path', 'node:vm'],
  'src/browser.ts': ['node:child_process'],
  'src/editor.ts': ['node:child_process'],
  'src/prompts.ts': ['@inquirer'],
  'src/disk.ts': ['node:fs', 'node:path'],
  'src/files.ts': ['node:fs'],
  'src/input-file.ts': ['node:fs'],
  'src/output-file.ts': ['node:fs'],
  'src/lock.ts': ['node:fs'],
  'src/make-folder.ts': ['node:fs', 'node:path'],
  'src/network.ts': ['node:dns', 'node:timers'],
  'src/commands/output-forms.ts': ['zod'],
  'src/feeds/feeds-file.ts': ['zod'],
  'src/journal/journal.ts': ['zod'],
  'src/links/record.ts': ['zod'],
  'src/sources/**/*.ts': ['zod'],
  'src/sources/feed.ts': ['htmlparser2'],
  'src/sources/icalendar.ts': ['ical.js'],
  'src/index.ts': ['node:path'],
  'src/main.ts': ['node:fs', 'node:path'],
};

/** The core rule is for the project's own files, its namesake in typescript-eslint for packages: neither undoes the other. */
const ownFiles = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const packages = (allowed) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: `^(?!\\.|node:util$|(${allowed.join('|') || '-'})(/|$))`,
          message: 'it has another home: see HOMES in eslint.config.mjs',
        },
        // As a value it would bring zod into a start.
        { regex: '/catalogue/schema$', allowTypeImports: true, message: 'only its types' },
      ],
    },
  ],
});

const CLOCK = [
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
].map((selector) => ({ selector, message: 'the clock is injected' }));
/** `import()`, which the rules above do not see, of anything but what the (regular) expression says. */
const lateImports = (allowed) => ({
  selector: `ImportExpression:not([source.value=/${allowed}/])`,
  message: 'what is loaded later is loaded by those above',
});
/** Objects have `constructor` and the like from the language, and answer to these names for whoever types them. */
const TABLES = [
  {
    selector:
      "VariableDeclarator[id.name=/^[A-Z]/] > Identifier.id TSTypeReference[typeName.name='Record'] > * > TSStringKeyword:first-child",
    message: 'a table that is asked by text is a Map',
  },
  {
    selector: "BinaryExpression[operator='in'][left.type!='Literal']",
    message: 'it is true of what every object has, too: use Object.hasOwn, or a Map',
  },
];
const syntax = (...selectors) => ({ 'no-restricted-syntax': ['error', ...TABLES, ...selectors] });

function layer(name, allowed) {
  const known = allowed.map((item) => item.replace('*', '[^/]+')).join('|');
  return {
    files: [`src/${name}/**/*.ts`],
    rules: {
      ...ownFiles({ regex: `\\.\\.(?!/(${known})$)`, message: `${name} may not depend on it` }),
      ...syntax(...CLOCK, lateImports('^$')),
    },
  };
}

/** In the order in which they override one another. */
const ARCHITECTURE = [
  {
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts'],
    rules: {
      ...ownFiles({ regex: '^\\./(main|cli|index)$', message: 'dependencies point the other way' }),
      ...syntax(...CLOCK, lateImports('^\\.')),
      // No system, no network, and nothing that the machine's language changes.
      'no-restricted-globals': ['error', 'process', 'console', 'globalThis', 'fetch', 'performance', 'Intl'],
      'no-restricted-properties': [
        'error',
        ...['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'].map((property) => ({
          property,
          message: 'order and form are the same on every machine',
        })),
      ],
    },
  },
  ...Object.entries(LAYERS).map(([name, allowed]) => layer(name, allowed)),
  ...Object.entries(HOMES).map(([home, allowed]) => ({ files: [home], rules: packages(allowed) })),
  { files: ['src/render/style.ts'], rules: syntax(...CLOCK, lateImports('^chalk$')) },
  {
    files: ['src/commands/**/*.ts'],
    ignores: COLLECTIONS,
    rules: {
      ...ownFiles(
        { regex: `^\\./(${COMMANDS})$`, message: 'no command knows another' },
        ...layer('commands', LAYERS.commands).rules['no-restricted-imports'][1].patterns,
      ),
      ...syntax(...CLOCK, lateImports('^\\.\\u002f(from-files|from-search|places|table-columns|upcoming-views)$')),
    },
  },
  { files: COLLECTIONS, rules: syntax(...CLOCK, lateImports('^\\.\\u002f[^.]+$')) },
  // What stands before the program itself.
  { files: ['src/start.ts', 'src/code-cache.ts'], rules: { 'no-restricted-globals': 'off' } },
  // Drafts and locks of files are named after the process; the network is what network.ts is for.
  {
    files: ['src/output-file.ts', 'src/lock.ts', 'src/network.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  // zlib is loaded late, and at once: the catalogue is read synchronously.
  { files: ['src/catalogue/blocks.ts', 'src/catalogue/squeezed.ts'], rules: { 'no-restricted-globals': 'off' } },
  // The library has a default for `now`.
  { files: ['src/index.ts'], rules: syntax(lateImports('^\\.')) },
];

export default tseslint.config(
  { ignores: ['dist/**', '.build/**', 'node_modules/**', 'coverage/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'bin/*.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { prefer: 'type-imports', fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Interfaces here are records of functions; none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A command that has nothing to say about its exit code returns nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
    },
  },
  ...ARCHITECTURE,
  { files: ['**/*.mjs', 'bin/*.js'], ...tseslint.configs.disableTypeChecked },
  { files: ['bin/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What ical.js and JSON.parse give is looked at by the assertions themselves.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
);
