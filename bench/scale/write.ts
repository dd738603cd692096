import { closeSync, openSync, writeSync } from 'node:fs';
import type { Entry } from '../../src/catalogue/schema';
import { yamlItem } from './yaml-text';

/** Writes entries as a catalogue file, or as JSON lines where the name says so, piece by piece. */
export function writeEntries(path: string, entries: Iterable<Entry>): void {
  const form = path.endsWith('.jsonl') ? (entry: Entry) => `${JSON.stringify(entry)}\n` : yamlItem;
  const file = openSync(path, 'w');
  let text = '';
  for (const entry of entries) {
    text += form(entry);
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}
