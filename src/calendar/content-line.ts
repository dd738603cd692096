const MOST_OCTETS = 75;

/**
 * Text as somebody wrote it, made safe: every kind of line break becomes `\n`, a tab a space; other controls (C0, DEL,
 * C1) go, and half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

/** The same on one line: calcurse drops a whole event for one `\n` in its SUMMARY. */
export function oneLine(text: string): string {
  return cleanText(text)
    .replace(/[ \n]+/g, ' ')
    .trim();
}

/** RFC 5545, 3.3.11. @param text as `cleanText` leaves it */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

/** RFC 5545, 3.3.13: a URI is no TEXT, so a comma stays bare, and what RFC 3986 does not allow is percent-encoded. */
export function uriValue(url: string): string {
  return cleanText(url).replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent);
}

/**
 * One property, folded at 75 octets between characters, without the CRLF behind it (RFC 5545, 3.1).
 * @param name with its parameters: `DTSTART;VALUE=DATE`
 * @param value in the form of its type, without a line break
 */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1; // the space counts too
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** A property whose type is TEXT; only line breaks survive of its controls. */
export function textLine(name: string, text: string): string {
  return contentLine(name, escapeText(cleanText(text)));
}

/** @param lines content lines and whole components, without a last CRLF; nor has the answer one */
export function component(name: string, lines: readonly string[]): string {
  return [`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n');
}
