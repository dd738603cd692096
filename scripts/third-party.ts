import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Licence texts of every package of which code or data is in the bundle; minifying strips them there.
 * Reads esbuild's metafiles in `folder` and removes them: they are no part of the package.
 */
export function thirdPartyNotices(folder: string): string {
  const metafiles = readdirSync(folder).filter((name) => /^metafile-.*\.json$/.test(name));
  // Zone rules and cities are compiled into data files, which no metafile knows.
  const packages = new Set(['node_modules/city-timezones', 'node_modules/moment-timezone']);
  for (const name of metafiles) {
    const { inputs } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { inputs: object };
    for (const input of Object.keys(inputs)) {
      const root = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (root) packages.add(root);
    }
    rmSync(join(folder, name));
  }
  return [...packages]
    .sort()
    .map(notice)
    .join(`\n${'-'.repeat(78)}\n\n`);
}

function notice(root: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(root).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(root, file), 'utf8') : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}
