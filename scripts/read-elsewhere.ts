import { readFileSync } from 'node:fs';
import type { AskedNeed } from './read-needs';

/**
 * What people ask of other fields, of data/elsewhere.txt, a question a line: all of it is one need, which nothing answers.
 * @throws Error for a line with anything but one question
 */
export function readElsewhere(file = 'data/elsewhere.txt'): AskedNeed {
  const asked = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const wrong = asked.find((line) => /[\t;]/.test(line) || line.trim() !== line);
  if (wrong !== undefined) throw new Error(`${file}: not one question: ${wrong}`);
  return { id: ' ', asked, best: [], good: [] };
}
