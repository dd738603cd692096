import { stripVTControlCharacters } from 'node:util';

/** C0 and C1 controls, line and paragraph separators, and the marks that reverse the direction of text. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Text from a file or a feed, fit to be printed: no escape sequences, no controls, on one line. */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROLS, ' ');
}

/** The same for every text inside a value; the value itself is left untouched, and given back where it is clean. */
export function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) {
    const items = value.map(cleanDeep);
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const clean = entries.map(([key, item]) => [key, cleanDeep(item)] as const);
  return clean.every(([, item], at) => item === entries[at]?.[1]) ? value : Object.fromEntries(clean);
}
