/**
 * The ES-module face of the library: a wrapper, so that `import` and `require` give the same functions and classes.
 * @param names what dist/index.js exports
 */
export function esModuleWrapper(names: readonly string[]): string {
  return `import library from './index.js';\nexport const { ${names.join(', ')} } = library;\n`;
}
