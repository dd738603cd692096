import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** The files of src/in-main.ts, each with the names that it exports. */
const FILES = new Map(
  Array.from(readFileSync('src/in-main.ts', 'utf8').matchAll(/from '(.*)'/g), ([, path = '']) => {
    const file = resolve('src', `${path}.ts`);
    const names = readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm);
    return [file, Array.from(names, ([, name = '']) => name)] as const;
  }),
);
const NAMES = [...FILES.values()].flat();

/** @param file its whole path */
export const isInMain = (file: string): boolean => FILES.has(file);

/** What an import of such a file becomes in those that main.js loads. */
export const IN_MAIN_MODULE = { path: 'in-main', namespace: 'in-main' };

/** In main.js: all of it, given out together when it is asked for. An export for each name would take 0.4 ms of every start. */
const GIVES = [
  ...Array.from(FILES, ([file, names]) => `import { ${names.join(', ')} } from ${JSON.stringify(file)};`),
  `export const inMain = () => ({ ${NAMES.join(', ')} });`,
];

/**
 * In the files behind it: asked for once, and what a file does not need left out of it, for which each must be pure. They
 * are exports, so that a name that is missing here fails the build.
 */
const TAKES = [
  `import { inMain } from './main.js';`,
  'const all = inMain();',
  ...NAMES.map((name) => `export const ${name} = /* @__PURE__ */ (() => all.${name})();`),
];

/** Lets the files that main.js loads (`isBehind`) take from it what src/in-main.ts names, and main.js give it. */
export const inMain = (isBehind: boolean): Plugin => ({
  name: 'in-main',
  setup(build) {
    const { path: name, namespace } = IN_MAIN_MODULE;
    build.onResolve({ filter: new RegExp(`^${name}$`) }, () => IN_MAIN_MODULE);
    build.onResolve({ filter: /^\.\/main\.js$/, namespace }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /./, namespace }, () => ({
      contents: (isBehind ? TAKES : GIVES).join('\n'),
      resolveDir: resolve('.'),
    }));
    build.onLoad({ filter: /[\\/]src[\\/]main\.ts$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}\nexport * from '${name}';`,
      loader: 'ts',
    }));
  },
});
