import { readdirSync, readFileSync } from 'node:fs';

/** The documents, by their path from the root. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'data/LICENSE.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export function page(name: string): string {
  return readFileSync(name, 'utf8');
}

/** Rows of the first table under a heading, cells without blanks around them, the head left out. */
export function tableUnder(text: string, heading: string): string[][] {
  const [, section = ''] = text.split(`\n${heading}\n`);
  const lines = section.slice(section.indexOf('\n|')).trimStart().split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  const rows = lines.slice(0, end === -1 ? undefined : end);
  return rows.slice(2).map((row) => row.slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim())); // prettier-ignore
}

/** A cell without its code marks. */
export function codeIn(cell = ''): string {
  return /^`(.*)`$/.exec(cell)?.[1] ?? cell;
}

/** Blocks between ``` fences of one of these languages. */
export function blocks(text: string, ...languages: string[]): string[] {
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, language = '', body = '']) =>
    languages.includes(language) ? [body] : [],
  );
}
