import type { Entry } from '../src/catalogue/schema';
import type { Learned } from '../src/search/asked';
import { documentsOf } from '../src/search/documents';
import { learn } from '../src/search/learn';
import { readAskings } from './read-askings';

/**
 * What is learned from data/asked.tsv, and from the names of topics and terms, which are ways of asking for them, too.
 * @param entries those of the catalogue
 * @throws Error for a line of the file that asks for an entry which is not there
 */
export function learnAskings(entries: readonly Entry[]): Learned {
  const known = new Set(entries.map(({ id }) => id));
  const askings = readAskings();
  for (const { phrase, ids } of askings) {
    for (const id of ids) {
      if (!known.has(id)) throw new Error(`data/asked.tsv: "${phrase}" asks for ${id}, which is not there`);
    }
  }
  const names = documentsOf(entries.filter(({ kind }) => kind === 'topic' || kind === 'term')).flatMap(
    ({ id, fields }) => [...fields.name, ...fields.aliases].map((phrase) => ({ phrase, ids: [id] })),
  );
  return learn([...askings, ...names]);
}
