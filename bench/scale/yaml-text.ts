/** Text that needs no quotes in YAML, wherever it stands. */
const PLAIN = /^[A-Za-z][A-Za-z0-9 ./()&+_-]*[A-Za-z0-9./)]$/;
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;

/**
 * An entry as catalogue files have it: one item of a block list. Not with the `yaml` package, which takes minutes for a
 * million.
 */
export function yamlItem(entry: object): string {
  const [first, ...rest] = linesOf(entry);
  return [`- ${first}`, ...rest.map((line) => `  ${line}`), ''].join('\n');
}

function linesOf(value: object): string[] {
  return Object.entries(value).flatMap(([key, item]): string[] => {
    if (item === undefined) return [];
    if (!isObject(item)) return [`${key}: ${scalar(item)}`];
    if (!Array.isArray(item)) return [`${key}:`, ...linesOf(item).map((line) => `  ${line}`)];
    return [`${key}:`, ...item.flatMap(listItem).map((line) => `  ${line}`)];
  });
}

function listItem(item: unknown): string[] {
  if (!isObject(item)) return [`- ${scalar(item)}`];
  return linesOf(item).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
}

function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && !WORDS.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
