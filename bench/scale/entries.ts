import type { Entry } from '../../src/catalogue/schema';
import { pick, randomNumbers, zipf } from './random';

/** How many words there are beyond those of the real catalogue; a large collection has many that come once or twice. */
const MADE_UP = 60_000;
const SYLLABLES =
  'ba be bo ca co da de di do fa fe ga go ha ja ka ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo xa za zo'.split(
    ' ',
  );

/**
 * Entries as a large catalogue of somebody's own might hold them: kinds, topics, people, places, dates and lengths of
 * texts in the proportions of the real catalogue; words by Zipf's law. Valid, and the same for the same seed.
 * @param real entries of the real catalogue, whose topics and series they refer to
 */
export function* madeUpEntries(real: readonly Entry[], count: number, seed = 1): Generator<Entry> {
  const random = randomNumbers(seed);
  // Topics and terms are borrowed: nobody has a hundred thousand of their own.
  const models = real.filter(({ kind }) => kind !== 'topic' && kind !== 'term');
  const { known, madeUp } = wordsByUse(models, random);
  const word = zipf([...known, ...madeUp], random);
  const words = (like: string): string[] => Array.from(like.split(' '), word);
  for (let number = 0; number < count; number += 1) {
    const model = pick(models, random);
    // Names are mostly of their own: one word of each is rare, or is the whole name.
    const nameWords = words(model.name);
    nameWords[Math.floor(random() * nameWords.length)] = capital(`${pick(madeUp, random)}${pick(SYLLABLES, random)}`);
    const name = capital(nameWords.join(' '));
    const slug = name
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40)
      .replace(/-$/, '');
    const id = `${slug || 'entry'}-${letters(number)}`;
    const { aliases: _, related: __, note: ___, ...kept } = model;
    const summary = `${capital(words(model.summary).join(' ')).slice(0, 150).trimEnd()}.`;
    const entry = { ...kept, id, name, summary, url: `https://example.org/${model.kind}/${id}` };
    yield withoutUnique(entry);
  }
}

/** A number in letters, for digits in ids and addresses may look like years: 0 → a, 26 → ba. */
function letters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26)) + last;
}

/** What must not stand in two entries, or may point to one that is not there. */
function withoutUnique(entry: Entry): Entry {
  const {
    isbn: _,
    doi: __,
    arxiv: ___,
    successor: ____,
    ...rest
  } = { isbn: 0, doi: 0, arxiv: 0, successor: 0, ...entry };
  return rest;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of names and summaries, the commonest first, and made-up ones. */
function wordsByUse(entries: readonly Entry[], random: () => number): { known: string[]; madeUp: string[] } {
  const uses = new Map<string, number>();
  for (const { name, summary } of entries) {
    for (const [word] of `${name} ${summary}`.matchAll(/[A-Za-z][A-Za-z-]*[A-Za-z]/g))
      uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const real = Array.from(uses).sort(([, a], [, b]) => b - a);
  const madeUp = Array.from({ length: MADE_UP }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES, random)).join(''),
  );
  return { known: real.map(([word]) => word), madeUp: [...new Set(madeUp)] };
}
