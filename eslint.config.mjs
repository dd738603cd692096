import tseslint from 'typescript-eslint';

/**
 * Dependencies point one way: main → cli → commands → render, calendar, query, search, time, catalogue; never back, and
 * never from one command to another. See docs/how-a-command-runs.md.
 */
const LAYERS = {
  time: ['catalogue/schema'],
  catalogue: ['errors', 'search', 'time'],
  search: ['catalogue'],
  query: ['catalogue', 'search', 'time'],
  calendar: ['catalogue', 'time'],
  render: ['catalogue', 'query', 'search', 'time'],
};
const ALL = [
  'calendar',
  'catalogue',
  'commands',
  'query',
  'render',
  'search',
  'time',
  'cli',
  'context',
  'errors',
  'files',
  'host',
  'main',
  'program',
  'argv',
  'browser',
  'version',
];

/** Packages with a home of their own: nothing else may know them. */
const PACKAGES = {
  commander: ['src/program.ts'],
  chalk: ['src/render/style.ts'],
  'cli-table3': ['src/render/topics.ts'],
  zod: ['src/catalogue/**'],
  yaml: ['src/catalogue/**', 'src/render/yaml-text.ts'],
  '@inquirer/select': ['src/main.ts'],
};

function layer(name, allowed) {
  const forbidden = ALL.filter((other) => other !== name && !allowed.some((item) => item.split('/')[0] === other));
  return {
    files: [`src/${name}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: forbidden.flatMap((other) => [`../${other}`, `../${other}/*`]),
              message: `${name} may not depend on it`,
            },
            ...packagesFor([`src/${name}/`]),
            // Only load.ts knows the disk; node:util has nothing impure about it.
            { regex: '^node:(?!util$)', message: 'pure code: the disk and the system are injected' },
          ],
        },
      ],
      // Pure: no clock, no process, no console.
      'no-restricted-globals': ['error', 'process', 'console'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'the clock is injected',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'the clock is injected' },
      ],
    },
  };
}

function packagesFor(prefixes) {
  const strange = Object.entries(PACKAGES).filter(
    ([, homes]) => !homes.some((home) => prefixes.some((prefix) => home.startsWith(prefix))),
  );
  return [{ group: strange.map(([name]) => name), message: 'this package has another home, see eslint.config.mjs' }];
}

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
  ...Object.entries(LAYERS).map(([name, allowed]) => layer(name, allowed)),
  {
    files: ['src/commands/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['../main', '../cli', '../program', '../argv', '../files'],
              message: 'commands know only their context',
            },
            ...packagesFor(['src/commands/from-files']),
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'console'],
    },
  },
  { files: ['src/catalogue/load.ts'], rules: { 'no-restricted-imports': 'off' } },
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
