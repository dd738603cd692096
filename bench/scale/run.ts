import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { dataCatalogue } from '../search/catalogue';
import { madeUpEntries } from './entries';
import { medianMs, run, runNode } from './measure';
import { fullText, ripgrep, type Row } from './rivals';
import { writeEntries } from './write';

/**
 * How the program does with a large catalogue of somebody's own, whole processes, beside ripgrep and SQLite over the
 * same entries. Usage: npm run -s bench:scale -- [SIZES=1000,10000,100000,1000000] [RUNS=5]
 */
const [sizes = '1000,10000,100000,1000000', runs = '5'] = process.argv.slice(2);
const TIMES = Number(runs);
/** Nothing is found: what is left is opening and loading. A rare word, two common ones, a typing error. */
const QUESTIONS = ['zzqqyyx', 'vllm', 'model monitoring', 'experimnt traking'];
const HEAD = ['', 'build', 'peak', 'kept', 'load', ...QUESTIONS.slice(1)];
const program = resolve('bin/mlops-guide.js');

const real = dataCatalogue().entries();
const floor = medianMs(TIMES, () => run(process.execPath, ['-e', '0']));
console.log(`Node ${process.versions.node}, node -e 0 ${time(floor)}; medians of ${TIMES} runs of whole processes`);
for (const size of sizes.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-guide-scale-'));
  const [yaml, jsonl] = [join(folder, 'entries.yaml'), join(folder, 'entries.jsonl')];
  for (const path of [yaml, jsonl]) writeEntries(path, madeUpEntries(real, size));
  const megabytes = Math.round(statSync(yaml).size / 1e6);
  console.log(`\n${size} entries, ${megabytes} MB of YAML, ${Math.round(statSync(jsonl).size / 1e6)} MB of JSON lines`);
  const rows = [
    ours(folder, yaml),
    fullText(jsonl, join(folder, 'entries.db'), QUESTIONS, TIMES),
    ripgrep(jsonl, QUESTIONS, TIMES),
  ];
  console.log(HEAD.map((cell, at) => (at === 0 ? cell.padEnd(27) : cell.padStart(19))).join(''));
  for (const row of rows) console.log(lineOf(row));
  rmSync(folder, { recursive: true });
}

function ours(folder: string, yaml: string): Row {
  const name = 'mlops-guide';
  const cache = join(folder, 'cache');
  const env = { MLOPS_GUIDE_CACHE_DIR: cache, MLOPS_GUIDE_NOW: '2026-11-21' };
  const args = (question: string): string[] => [program, 'search', ...question.split(' '), '--catalogue', yaml];
  const first = runNode(folder, args('vllm'), env);
  if (first.code !== 0) return { name, leftOut: first.err.trim().split('\n')[0] ?? '' };
  const storedMb = readdirSync(cache).reduce((sum, file) => sum + statSync(join(cache, file)).size / 1e6, 0);
  const ms = QUESTIONS.map((question) =>
    medianMs(TIMES, () => run(process.execPath, [...args(question), '--limit', '10'], env)),
  );
  return { name, buildMs: first.ms, peakMb: first.mb, storedMb, ms };
}

function lineOf({ name, buildMs, peakMb, storedMb, ms = [], leftOut }: Row): string {
  if (leftOut !== undefined) return `${name.padEnd(27)}  left out: ${leftOut}`;
  const cells = [buildMs === undefined ? '' : time(buildMs), inMb(peakMb), inMb(storedMb), ...ms.map(time)];
  return name.padEnd(27) + cells.map((cell) => cell.padStart(19)).join('');
}

function time(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function inMb(mb: number | undefined): string {
  return mb === undefined ? '–' : `${mb.toFixed(0)} MB`;
}
