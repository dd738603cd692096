import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** A package of which something is in the bundle, and what it asks to be told. */
export interface Licensed {
  /** `zod 4.6.7 (MIT)` */
  readonly title: string;
  readonly text: string;
}

/**
 * Licence texts of every package of which code or data is in the bundle; minifying strips them there.
 * Reads esbuild's metafiles in `folder` and removes them: they are no part of the package.
 */
export function thirdPartyNotices(folder: string): string {
  const metafiles = readdirSync(folder).filter((name) => /^metafile-.*\.json$/.test(name));
  // Zone rules and cities are compiled into data files, which no metafile knows.
  const packages = new Set(['node_modules/city-timezones', 'node_modules/moment-timezone']);
  for (const name of metafiles) {
    for (const input of inputsOf(readFileSync(join(folder, name), 'utf8'))) {
      const root = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (root) packages.add(root);
    }
    rmSync(join(folder, name));
  }
  return noticesOf([...packages].sort().map(licenceOf));
}

/** Files of which something is in the bundle: a package may be looked through and nothing of it be needed. */
function inputsOf(metafile: string): string[] {
  const { outputs } = JSON.parse(metafile) as Pick<Metafile, 'outputs'>;
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
}

/**
 * Every package with its licence. Those of which the text is the same but for copyright lines, and for where lines are
 * broken, stand above one copy of it, each with its own copyright lines.
 */
export function noticesOf(packages: readonly Licensed[]): string {
  const groups = new Map<string, Licensed[]>();
  for (const one of packages) {
    const key = withoutCopyrights(one).replace(/\s+/g, ' ').trim();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(noticeOf).join(`\n${'-'.repeat(78)}\n\n`);
}

function noticeOf(group: readonly Licensed[]): string {
  const [first, ...others] = group;
  if (first === undefined) return '';
  if (others.length === 0) return `${first.title}\n\n${first.text.trim()}\n`;
  const heads = group.map(({ title, text }) => [title, ...linesOf(text).filter(isCopyright)].join('\n'));
  return `${heads.join('\n\n')}\n\n${withoutCopyrights(first).trim()}\n`;
}

const linesOf = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim());

const withoutCopyrights = ({ text }: Licensed): string =>
  linesOf(text)
    .filter((line) => !isCopyright(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

const isCopyright = (line: string): boolean => /^\W*copyright\b[^:]*\d{4}|^\W*copyright (\(c\)|©)/i.test(line);

function licenceOf(root: string): Licensed {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license: string;
    readonly repository?: string | { readonly url: string };
  };
  const title = `${name} ${version} (${license})`;
  if (license === 'MPL-2.0')
    return { title, text: mozillaNotice(typeof repository === 'string' ? repository : repository?.url) };
  const file = readdirSync(root).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  return { title, text: file ? readFileSync(join(root, file), 'utf8') : `Licence: ${license}` };
}

/**
 * What is to be told with a program that has such code in it: under which licence the source is, and where to get both.
 * The licence need not be repeated.
 * @see Mozilla Public License 2.0, section 3.2 and exhibit A
 */
export function mozillaNotice(repository = ''): string {
  const source = repository.replace(/^git\+/, '').replace(/\.git$/, '');
  if (source === '') throw new Error('of code under the Mozilla Public License it must be told where its source is');
  return [
    'The Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0:',
    'https://mozilla.org/MPL/2.0/',
    `It is available, unchanged, at ${source}`,
  ].join('\n');
}
