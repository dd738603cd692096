import { cleanText } from '../catalogue/clean';
import type { Catalogue } from '../catalogue/catalogue';
import type { Kind } from '../catalogue/kinds';
import type { Entry } from '../catalogue/schema';
import type { Context } from '../context';
import { didYouMean, NotFoundError } from '../errors';
import { nearest } from '../search/distance';
import { plainLetters } from '../search/plain-letters';
import { forShell } from '../catalogue/shell-words';

/** Choices offered when a name leads to no entry. */
const MOST_CHOICES = 8;

/** Of which kinds an entry may be that is asked for, and how those are spoken of. */
export interface Among<K extends Kind = Kind> {
  /** In the order in which they are likely to be meant. */
  readonly kinds: readonly K[];
  readonly noun: string;
  /** The way out where there is none. */
  readonly hint: string;
}

/**
 * The entry that a person means: by id, else by what it is called, in any case and language. On a terminal an unclear
 * name is asked about; elsewhere it is an error that names what it may mean.
 * @throws NotFoundError
 */
export async function findEntry<K extends Kind = Kind>(
  ctx: Context,
  catalogue: Catalogue,
  word: string,
  among?: Among<K>,
): Promise<Entry & { readonly kind: K }> {
  const isOf = (entry: Entry | undefined): entry is Entry & { readonly kind: K } =>
    entry !== undefined && (among === undefined || among.kinds.some((kind) => kind === entry.kind));
  const byId = catalogue.find(word) ?? catalogue.find(word.toLowerCase());
  if (isOf(byId)) return byId;
  const named = await entriesNamed(catalogue.entries(among?.kinds).filter(isOf), word);
  const [only] = named;
  if (only && named.length === 1) return only;
  const near = named.length > 0 ? named : (await nearEntries(catalogue, word, among)).filter(isOf);
  if (ctx.mayAsk && near.length > 0) {
    const choices = near.map(({ id, kind, name }) => ({ name: `${name} (${kind}, ${id})`, value: id }));
    const entry = catalogue.find(await ctx.host.ask(({ pick }) => pick(`Which "${cleanText(word)}"?`, choices)));
    if (isOf(entry)) return entry;
  }
  if (named.length > 1) {
    const list = named.map(({ id, kind }) => `${id} (${kind})`).join(', ');
    throw new NotFoundError(`"${cleanText(word)}" names ${named.length} entries: ${list}.`, {
      hint: 'Give the id of the one that you mean.',
    });
  }
  const { noun, hint } = among ?? { noun: 'entry', hint: searchHint(word) };
  throw new NotFoundError(`no ${noun} "${cleanText(word)}".${didYouMean(near.slice(0, 3).map(({ id }) => id))}`, {
    hint,
  });
}

function searchHint(word: string): string {
  return word.trim() === '' ? 'See all: mlops-guide list' : `Search: mlops-guide search ${forShell(cleanText(word))}`;
}

/** As they are written; else, of a word in Chinese, also in the other characters. */
async function entriesNamed<E extends Entry>(entries: readonly E[], word: string): Promise<readonly E[]> {
  const named = entriesCalled(entries, word, plainLetters);
  if (named.length > 0 || !/\p{Script=Han}/u.test(word)) return named;
  const { inSimplified } = await import('./from-search');
  return entriesCalled(entries, word, (text) => inSimplified(plainLetters(text)));
}

/**
 * Those that a word is the name of. What a thing itself is called goes before what people also say for it: KServe is a
 * tool, though the topic of Kubernetes is looked for by that word. Of a topic and a term under it that have a word in
 * common, the term is what the word means.
 */
function entriesCalled<E extends Entry>(
  entries: readonly E[],
  word: string,
  plain: (text: string) => string,
): readonly E[] {
  const wanted = plain(word.trim());
  const called = (namesOf: (entry: Entry) => readonly string[]): readonly E[] =>
    entries.filter((entry) => namesOf(entry).some((name) => plain(name) === wanted));
  const named = called(ownNames);
  const found = named.length > 0 ? named : called(sayings);
  return found.filter((topic) => !found.some((term) => term.kind === 'term' && term.topic === topic.id));
}

/** Its name, its other names, and its name in other languages: the first of the words there is the commonest. */
function ownNames(entry: Entry): readonly string[] {
  const first = 'terms' in entry ? Object.values(entry.terms ?? {}).flatMap(([word = '']) => word) : [];
  return [entry.name, ...(entry.aliases ?? []), ...first];
}

function sayings(entry: Entry): readonly string[] {
  return 'terms' in entry || 'synonyms' in entry
    ? [...(entry.synonyms ?? []), ...Object.values(entry.terms ?? {}).flat()]
    : [];
}

/** Near ids first, then what a search for the words finds. */
async function nearEntries(catalogue: Catalogue, word: string, among: Among | undefined): Promise<Entry[]> {
  const { findWords } = await import('./from-search');
  const outlines = among ? among.kinds.flatMap((kind) => catalogue.outlines([kind])) : catalogue.outlines();
  const known = new Set(outlines.map(({ id }) => id));
  const ids = nearest(word.toLowerCase(), [...known], 3);
  const hits = findWords(catalogue.searchIndex(), word.replace(/-/g, ' '), {
    limit: MOST_CHOICES,
    literal: true,
    keep: (id) => known.has(id),
  }).hits.map(({ id }) => id);
  return [...new Set([...ids, ...hits])].slice(0, MOST_CHOICES).flatMap((id) => catalogue.find(id) ?? []);
}
