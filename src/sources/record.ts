import { cleanText } from '../catalogue/clean';

/** A mapping of which nothing is known: JSON or YAML from elsewhere. */
export type RawRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Longer than any name or address that means something. */
const LONGEST = 2000;

/** Text of a key of its own, cleaned and without blanks around it; undefined for anything else, and for empty text. */
export function textAt(record: RawRecord, key: string): string | undefined {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  return cleanText(value).replace(/\s+/g, ' ').trim() || undefined;
}

/** A whole number of a key of its own, also one written as text. */
export function numberAt(record: RawRecord, key: string): number | undefined {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}

export function listAt(record: RawRecord, key: string): readonly unknown[] {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return Array.isArray(value) ? value : [];
}

/** An address that the catalogue takes; undefined for `javascript:` and its like, and for what is none. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, username, password } = new URL(text);
  if (username || password) return undefined;
  return protocol + text.slice(text.indexOf(':') + 1);
}

/** What a left-out record is called: its name, or where it stands. */
export function recordName(record: unknown, at: number, ...keys: readonly string[]): string {
  const names = isRecord(record) ? keys.map((key) => textAt(record, key) ?? numberAt(record, key)) : [];
  return names.filter((name) => name !== undefined).join(' ') || `record ${at + 1}`;
}
