import type { Entry } from '../src/catalogue/schema';
import type { Learned } from '../src/search/asked';
import { documentsOf } from '../src/search/documents';
import { learn } from '../src/search/learn';
import { readAskings } from './read-askings';
import { readChinese } from './read-chinese';
import { readElsewhere } from './read-elsewhere';
import { readNeeds } from './read-needs';

/**
 * What is learned from data/asked.tsv, data/needs.tsv and data/elsewhere.txt, and from the names of topics and terms, which
 * are ways of asking for them, too; with what data/chinese.tsv says of words of Chinese.
 * @param entries those of the catalogue
 * @throws Error for a line of a file that has an id of no entry
 */
export function learnAskings(entries: readonly Entry[]): Learned {
  const known = new Set(entries.map(({ id }) => id));
  const refuse = (file: string, phrase: string, ids: readonly string[]): void => {
    const wrong = ids.find((id) => !known.has(id));
    if (wrong !== undefined) throw new Error(`${file}: "${phrase}" asks for ${wrong}, which is not there`);
  };
  const askings = readAskings();
  for (const { phrase, ids } of askings) refuse('data/asked.tsv', phrase, ids);
  const needs = readNeeds();
  for (const { id, best, good } of needs) refuse('data/needs.tsv', id.trim(), [...best, ...good]);
  const names = documentsOf(entries.filter(({ kind }) => kind === 'topic' || kind === 'term')).flatMap(
    ({ id, fields }) => [...fields.name, ...fields.aliases].map((phrase) => ({ phrase, ids: [id] })),
  );
  const all = [...needs, readElsewhere()];
  const inNeed = all.flatMap(({ id, asked }) => asked.map((phrase) => ({ phrase, ids: [id] })));
  return learn([...askings, ...names, ...inNeed], all, readChinese());
}
