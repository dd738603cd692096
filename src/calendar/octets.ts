/** Text as its octets in UTF-8, a character for each: the form of raw text in `pieces`. */
export function octetsOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** Undoes `octetsOf`; what is no UTF-8 becomes U+FFFD. */
export function textOf(octets: string): string {
  return Buffer.from(octets, 'latin1').toString('utf8');
}
