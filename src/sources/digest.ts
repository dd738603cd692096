/**
 * Tells whether a text is the one of before: its length and two 32-bit FNV-1a sums. No guard against somebody who wants two
 * texts to look alike; a source can say what it likes anyway.
 */
export function digestOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (unit + at), 0x01000193);
  }
  const hex = (number: number): string => (number >>> 0).toString(16).padStart(8, '0');
  return `${text.length}-${hex(one)}${hex(other)}`;
}
