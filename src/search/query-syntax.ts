import { nearest } from './distance';

/** Fields that a question can name, as `kind:book`; each with the other names that it goes by. */
const QUERY_FIELDS = {
  kind: ['kinds'],
  topic: ['topics'],
  author: ['authors', 'host', 'speaker', 'organiser', 'organizer'],
  year: ['years'],
  cost: [],
  level: [],
  lang: ['language'],
  type: [],
  mode: [],
  city: [],
  country: [],
  series: [],
  status: [],
  relevance: [],
  certainty: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type QueryField = keyof typeof QUERY_FIELDS;

/** A part of the question that narrows: any of the values, or none of them. */
export interface FieldFilter {
  readonly field: QueryField;
  readonly values: readonly string[];
  readonly isExcluded: boolean;
  /** As it was typed. */
  readonly typed: string;
}

/** A stretch of words to rank by. */
export interface Piece {
  readonly text: string;
  /** Its words must stand side by side as they are. */
  readonly isPhrase: boolean;
}

/** A question taken apart; nothing in it has been looked up. */
export interface ParsedQuery {
  readonly pieces: readonly Piece[];
  /** Words and phrases that must not be there. */
  readonly excluded: readonly string[];
  readonly filters: readonly FieldFilter[];
  /** Names before a colon that are no field but nearly one, and so were read as words. */
  readonly nearFields: readonly { readonly typed: string; readonly near: string }[];
}

const QUOTES = /[“”„«»「」『』＂]/g;
/** `-field:"a value"`, `-"a phrase"`, `-word` and what has less of it; a quote left open runs to the end. */
const PARTS = /(-?)(?:([A-Za-z]+)[:：](?="?[^\s"]))?("[^"]*(?:"|$)|[^\s"]+)/g;

/**
 * Takes a question apart: `"phrases"`, `-excluded`, `field:value` in any order, with several values between commas. An
 * unknown field is no error: in `std::vector` or `arxiv:2103.08942` nobody means one, so it is read as words.
 */
export function parseQuery(query: string): ParsedQuery {
  const pieces: Piece[] = [];
  const excluded: string[] = [];
  const filters: FieldFilter[] = [];
  const nearFields: { typed: string; near: string }[] = [];
  for (const [typed, minus, name, value = ''] of query.replace(QUOTES, '"').matchAll(PARTS)) {
    const isExcluded = minus === '-';
    const text = value.replaceAll('"', ' ').trim();
    const field = name === undefined ? undefined : fieldNamed(name);
    if (field && text !== '') {
      const values = (value.startsWith('"') ? [text] : text.split(/[,，]/)).map((one) => one.trim()).filter(Boolean);
      if (values.length > 0) filters.push({ field, values, isExcluded, typed });
      continue;
    }
    if (name !== undefined) {
      const [near] = nearest(name, Object.keys(QUERY_FIELDS), 1);
      if (near !== undefined && name.length > 2) nearFields.push({ typed: name, near });
    }
    const words = name === undefined ? text : `${name} ${text}`;
    if (isExcluded) excluded.push(words);
    else pieces.push({ text: words, isPhrase: value.startsWith('"') });
  }
  return { pieces, excluded, filters, nearFields };
}

function fieldNamed(name: string): QueryField | undefined {
  const wanted = name.toLowerCase();
  return fieldNames.find((field) => {
    const others: readonly string[] = QUERY_FIELDS[field];
    return field === wanted || others.includes(wanted);
  });
}

const fieldNames = Object.keys(QUERY_FIELDS) as readonly QueryField[];
