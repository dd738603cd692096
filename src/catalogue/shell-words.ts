/** What a shell reads as nothing but itself, in any place of a word. */
const PLAIN = /^[\p{L}\p{M}\p{N}\s.,:+@%/_-]*$/u;

/**
 * Words of a person's own as a message can hand them back to be typed: in quotes where the shell would take a sign in them
 * for its own, be it `*` or `;`.
 */
export function forShell(words: string): string {
  return PLAIN.test(words) ? words : quoted(words);
}

/** The same of a path, which is one word whatever is in it. */
export function pathForShell(path: string): string {
  return /\s/.test(path) ? quoted(path) : forShell(path);
}

function quoted(words: string): string {
  return /["$`\\!]/.test(words) ? `'${words.replaceAll("'", "'\\''")}'` : `"${words}"`;
}
