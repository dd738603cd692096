/**
 * A plural's singular as rules make it, not always a word: `stores` → store, `libraries` → library, `kubernetes` →
 * kubernete. The same for both numbers of a word, which is all that comparing takes.
 */
export function singular(word: string): string {
  if (word.length < 4 || !/^[a-z]+s$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[siu]s$/.test(word) ? word : word.slice(0, -1);
}

/** British spellings that differ from American ones at the end of a word. */
const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|er|ing|ation|ational)$/, 'iz$1'],
  [/our(|s|ed|ing|al)$/, 'or$1'],
  [/([a-z]{3})ll(ing|ed|er)$/, '$1l$2'],
];

/** Longest first, so that one ending is not taken for a shorter one inside it. */
const ENDINGS = [
  ...['ization', 'ability', 'ibility', 'ational', 'ation', 'ating', 'ated', 'ator', 'able', 'ible', 'ment'],
  ...['izing', 'ized', 'izer', 'ize', 'ate', 'ing', 'ion', 'ed', 'er', 'or', 'e'],
];
const LEAST_STEM = 3;

/** `labelling` → labeling, `optimisation` → optimization; like `singular` good for comparing only. */
export function american(word: string): string {
  let rest = word;
  if (word.length > 4) for (const [british, other] of AMERICAN) rest = rest.replace(british, other);
  return rest;
}

/**
 * What a word is without its endings, one ending less each time: `clustering` → clustering, cluster, clust. Only good for
 * comparing, and only among words that begin alike. Words of other scripts, and short ones, stay whole.
 */
export function stems(word: string): readonly string[] {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return [word];
  const rest = american(singular(word));
  const once = withoutEnding(rest);
  const twice = withoutEnding(once);
  return twice !== once ? [rest, once, twice] : once !== rest ? [rest, once] : [rest];
}

/** Two endings between two forms of a word; with more, `enginering` would be an engine. */
const MOST_ENDINGS = 2;

/** Are these forms of one word: `deployment`, `deploying`, `deploys`? */
export function areForms(a: readonly string[], b: readonly string[]): boolean {
  return a.some((stem, endings) => {
    const others = b.indexOf(stem);
    return others >= 0 && endings + others <= MOST_ENDINGS;
  });
}

function withoutEnding(word: string): string {
  // An engineer is no engine, and production no product.
  if (/eer$|product(?:ion)?$/.test(word)) return word;
  const ending = ENDINGS.find(
    (end) => word.endsWith(end) && word.length - end.length >= (end.length > 3 ? LEAST_STEM + 1 : LEAST_STEM),
  );
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  return /ing|ed|er/.test(ending) ? rest.replace(/([bdgmnprt])\1$/, '$1') : rest;
}
