/**
 * Code to be preloaded with `node -r`: writes at exit to the file named in LOADED_TO which files and built-in modules a
 * start has read, and whether it used Intl.
 */
export const REPORT_LOADED = `
const { writeFileSync } = require('node:fs');
const builtInBefore = new Set(process.moduleLoadList);
let usedIntl = false;
const { Intl } = globalThis;
Object.defineProperty(globalThis, 'Intl', { configurable: true, get() { usedIntl = true; return Intl; } });
for (const [type, ...names] of [
  [String, 'localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase'],
  [Date, 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
  [Number, 'toLocaleString'],
]) {
  for (const name of names) {
    const real = type.prototype[name];
    type.prototype[name] = function (...args) { usedIntl = true; return real.apply(this, args); };
  }
}
process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  const builtIn = process.moduleLoadList.filter((name) => !builtInBefore.has(name));
  writeFileSync(process.env.LOADED_TO, JSON.stringify({ files, builtIn, usedIntl }));
});
`;

export interface Loaded {
  readonly files: readonly string[];
  /** `NativeModule net` and the like, without what node itself had read. */
  readonly builtIn: readonly string[];
  readonly usedIntl: boolean;
}
