import { expect } from 'vitest';
import { run } from '../../src/cli';
import { fakeHost, type FakeHost, type FakeHostOptions } from './host';

/** What a command line did, in-process. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly host: FakeHost;
}

/** Runs a command line over the small catalogue. Words with blanks in them are given as an array. */
export async function guide(line: string | readonly string[], options: FakeHostOptions = {}): Promise<Ran> {
  const host = fakeHost(options);
  const code = await run(typeof line === 'string' ? line.split(' ').filter(Boolean) : line, host);
  return { code, out: host.out, err: host.err, host };
}

/** Ids of what a command line finds, in its order. */
export async function idsOf(line: string | readonly string[], options: FakeHostOptions = {}): Promise<string[]> {
  const words = typeof line === 'string' ? line.split(' ').filter(Boolean) : line;
  const { code, out, err } = await guide([...words, '--fields', 'id', '--format', 'jsonl'], options);
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return out
    .split('\n')
    .filter(Boolean)
    .map((text) => String((JSON.parse(text) as { id?: unknown }).id));
}

/** An error: what is wrong on the first line, the way out on the second, and nothing more. */
export function expectTwoLines(err: string, says: string, wayOut: string): void {
  const [first, second, ...rest] = err.trimEnd().split('\n');
  expectFirstLine(first, says);
  expect(second).toMatch(/^ {2}\S/);
  expect(second).toContain(wayOut);
  expect(rest).toEqual([]);
}

/** An error whose only line says the way out too, or that has none. */
export function expectOneLine(err: string, says: string): void {
  const [first, ...rest] = err.trimEnd().split('\n');
  expectFirstLine(first, says);
  expect(rest).toEqual([]);
}

function expectFirstLine(line: string | undefined, says: string): void {
  expect(line).toMatch(/^mlops-guide: \S/);
  expect(line).toContain(says);
}
