import type { Corrected } from './corrected';
import type { ParsedQuery } from './query-syntax';
import { fold } from './tokens';

/** The question with other words for those that the index does not have; a key is there only where something changes. */
export function suggestions(
  query: string,
  { corrections, unknown }: Corrected,
): { readonly corrected?: string; readonly suggestion?: string } {
  const typed = fold(query).trim().replace(/\s+/g, ' ');
  const corrected = replaced(typed, corrections);
  const further = new Map(
    [...unknown].flatMap(([word, [near]]) => (near === undefined ? [] : [[word, near] as const])),
  );
  const suggestion = replaced(corrected, further);
  return {
    ...(corrected === typed ? {} : { corrected }),
    ...(suggestion === corrected ? {} : { suggestion }),
  };
}

function replaced(text: string, words: ReadonlyMap<string, string>): string {
  let changed = text;
  for (const [word, other] of words) {
    changed = changed.replace(new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`), other);
  }
  return changed;
}

/** A question without each of its parts that may stand in the way: filters, exclusions, quotes, words that nothing has. */
export function partsOf(query: ParsedQuery, { unknown }: Corrected): { without: string; rest: ParsedQuery }[] {
  const { filters, excluded, pieces } = query;
  const unquoted = pieces.map((piece) => ({ ...piece, isPhrase: false }));
  const missing = pieces.filter(({ text, isPhrase }) => !isPhrase && unknown.has(fold(text)));
  return [
    ...filters.map((filter) => ({
      without: filter.typed,
      rest: { ...query, filters: filters.filter((other) => other !== filter) },
    })),
    ...excluded.map((words) => ({
      without: `-${words}`,
      rest: { ...query, excluded: excluded.filter((other) => other !== words) },
    })),
    ...(pieces.some(({ isPhrase }) => isPhrase)
      ? [{ without: 'the quotes', rest: { ...query, pieces: unquoted } }]
      : []),
    ...missing.map((piece) => ({
      without: `"${piece.text}"`,
      rest: { ...query, pieces: pieces.filter((other) => other !== piece) },
    })),
  ].filter(({ rest }) => rest.pieces.length > 0 || rest.filters.length > 0);
}
