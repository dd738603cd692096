import { cleanText } from '../catalogue/clean';
import type { Catalogue } from '../catalogue/catalogue';
import type { Entry } from '../catalogue/schema';
import type { Context } from '../context';
import { didYouMean, NotFoundError } from '../errors';
import { nearest } from '../search/distance';

/** Choices offered when a name leads to no entry. */
const MOST_CHOICES = 8;

/**
 * The entry that a person means: by id, else by its exact name or alias in any case. On a terminal an unclear name
 * is asked about; elsewhere it is an error that names what is near.
 * @throws NotFoundError
 */
export async function findEntry(ctx: Context, catalogue: Catalogue, word: string): Promise<Entry> {
  const byId = catalogue.find(word) ?? catalogue.find(word.toLowerCase());
  if (byId) return byId;
  const wanted = word.toLowerCase();
  const named = catalogue
    .entries()
    .filter(({ name, aliases }) => [name, ...(aliases ?? [])].some((known) => known.toLowerCase() === wanted));
  const [only] = named;
  if (only && named.length === 1) return only;
  const near = named.length > 0 ? named : await nearEntries(catalogue, word);
  if (ctx.mayAsk && near.length > 0) {
    const choices = near.map(({ id, kind, name }) => ({ name: `${name} (${kind}, ${id})`, value: id }));
    const entry = catalogue.find(await ctx.host.ask(({ pick }) => pick(`Which "${cleanText(word)}"?`, choices)));
    if (entry) return entry;
  }
  const problem =
    named.length > 1 ? `"${cleanText(word)}" names ${named.length} entries.` : `no entry "${cleanText(word)}".`;
  throw new NotFoundError(problem + didYouMean(near.slice(0, 3).map(({ id }) => id)), {
    hint: `Search: mlops-guide search ${cleanText(word)}`,
  });
}

/** Near ids first, then what a search for the words finds. */
async function nearEntries(catalogue: Catalogue, word: string): Promise<Entry[]> {
  const { findWords } = await import('./from-search');
  const ids = nearest(
    word.toLowerCase(),
    catalogue.outlines().map(({ id }) => id),
    3,
  );
  const hits = findWords(catalogue.searchIndex(), word.replace(/-/g, ' '), {
    limit: MOST_CHOICES,
    literal: true,
  }).hits.map(({ id }) => id);
  return [...new Set([...ids, ...hits])].slice(0, MOST_CHOICES).flatMap((id) => catalogue.find(id) ?? []);
}
