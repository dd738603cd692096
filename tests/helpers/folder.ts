import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new empty folder, removed when the tests of the file are over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlops-guide-'));
  made.push(folder);
  return folder;
}
