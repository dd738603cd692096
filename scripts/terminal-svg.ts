import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readTerminal, terminalSvg } from './terminal-picture';

/**
 * Draws docs/terminal.svg from what the built program prints. Usage: npm run docs:picture, after a build.
 * The day stands still, so that the picture changes only when the program or the catalogue does.
 */
const COLUMNS = 100;
const AS_ON_A_TERMINAL = [
  '--format',
  'table',
  '--color',
  'always',
  '--width',
  String(COLUMNS),
  '--now',
  '2026-11-21T12:00Z',
];
const SHOWN = ['upcoming -n 8', 'search feature store --kind book,podcast -n 5'];

const screens = SHOWN.map((line) => `\u001b[1m$ mlops-guide ${line}\u001b[22m\n${printed(line.split(' '))}`);
const lines = readTerminal(screens.join('\n').trimEnd());
writeFileSync(
  'docs/terminal.svg',
  terminalSvg(`A terminal after ${SHOWN.map((line) => `mlops-guide ${line}`).join(' and ')}`, lines, COLUMNS),
);

/** Results, then the notes below them, as a terminal shows them. */
function printed(words: readonly string[]): string {
  // Nothing of this machine goes in: no zone, no settings.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/mlops-guide.js', ...words, ...AS_ON_A_TERMINAL],
    {
      encoding: 'utf8',
      env: { TZ: 'UTC' },
    },
  );
  if (status !== 0) throw new Error(`mlops-guide ${words.join(' ')} failed:\n${stderr}`);
  return stdout + stderr;
}
