// Preloaded with `node -r`: tells at exit which files and built-in modules a start has read, and whether it used Intl.
const { writeFileSync } = require('node:fs');

const builtInBefore = new Set(process.moduleLoadList);
let usedIntl = false;
const { Intl } = globalThis;
Object.defineProperty(globalThis, 'Intl', {
  configurable: true,
  get() {
    usedIntl = true;
    return Intl;
  },
});
for (const [type, name] of [
  [String, 'localeCompare'],
  [Date, 'toLocaleString'],
  [Date, 'toLocaleDateString'],
  [Date, 'toLocaleTimeString'],
  [Number, 'toLocaleString'],
]) {
  const real = type.prototype[name];
  type.prototype[name] = function (...args) {
    usedIntl = true;
    return real.apply(this, args);
  };
}
process.on('exit', () => {
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  const builtIn = process.moduleLoadList.filter((name) => name.startsWith('NativeModule ') && !builtInBefore.has(name));
  writeFileSync(process.env.LOADED_TO, JSON.stringify({ files, builtIn, usedIntl }));
});
