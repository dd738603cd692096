import * as z from 'zod';
import { parse } from 'yaml';
import type { Kind } from './kinds';
import { entrySchema } from './schema';

/** What the value of a field is picked from, where it names something of the catalogue. */
export type Reference = 'topics' | 'topic' | 'series' | 'tool' | 'entries' | 'stage' | 'category';

/** One field of an entry, as it is asked for. */
export interface EntryField {
  /** `name`; `place.city` for a part of a part. */
  readonly key: string;
  readonly isRequired: boolean;
  /** The only values there are. */
  readonly choices?: readonly string[];
  readonly refersTo?: Reference;
  /** Takes several values, with commas between them. */
  readonly isList: boolean;
  /** Written as YAML: a milestone, a rule. */
  readonly isNested: boolean;
  readonly schema: z.ZodType;
}

const REFERENCES: ReadonlyMap<string, Reference> = new Map([
  ['topics', 'topics'],
  ['topic', 'topic'],
  ['series', 'series'],
  ['successor', 'tool'],
  ['related', 'entries'],
  ['leading', 'entries'],
  ['further', 'entries'],
  ['stage', 'stage'],
  ['category', 'category'],
]);

/** The fields of a kind beside `kind` itself, in the order in which a file keeps them. */
export function fieldsOf(kind: Kind): readonly EntryField[] {
  const schema = entrySchema.options.find((option) => option.shape.kind.value === kind);
  if (!schema) throw new RangeError(`no schema for ${kind}`);
  return fieldsIn(schema.shape, '', false).filter(({ key }) => key !== 'kind');
}

function fieldsIn(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  before: string,
  isInOptional: boolean,
): EntryField[] {
  return Object.entries(shape).flatMap(([name, part]) => {
    const isOptional = part instanceof z.ZodOptional;
    const inner = isOptional ? part.unwrap() : part;
    const key = `${before}${name}`;
    // A place is asked for part by part; a rule only makes sense whole.
    if (inner instanceof z.ZodObject && name === 'place') return fieldsIn(inner.shape, `${key}.`, true);
    if (!(inner instanceof z.ZodType)) return [];
    const isList = inner instanceof z.ZodArray && !(inner.element instanceof z.ZodObject);
    const refersTo = before === '' ? REFERENCES.get(name) : undefined;
    return [
      {
        key,
        isRequired: !isOptional && !isInOptional,
        isList,
        isNested:
          !isList && (inner instanceof z.ZodObject || inner instanceof z.ZodRecord || inner instanceof z.ZodArray),
        schema: inner,
        ...(inner instanceof z.ZodEnum ? { choices: inner.options.map(String) } : {}),
        ...(refersTo === undefined ? {} : { refersTo }),
      },
    ];
  });
}

/** What a person typed for a field, or why it cannot stand there. */
export type FieldAnswer = { readonly value: unknown } | { readonly problem: string };

/** Reads what was typed: text as it stands, numbers, lists with commas, the rest as YAML (`{kind: cfp, at: 2027-01-31}`). */
export function readField(field: EntryField, typed: string): FieldAnswer {
  const raw = rawValue(field, typed.trim());
  if (raw instanceof Error) return { problem: `is no YAML: ${raw.message.split('\n')[0] ?? ''}` };
  const parsed = field.schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  return { problem: where + (issue?.message ?? 'is not valid').replace(/^Invalid (input|option): /, '') };
}

function rawValue({ schema, isList, isNested }: EntryField, typed: string): unknown {
  if (isList) return typed.split(',').flatMap((item) => item.trim() || []);
  if (schema instanceof z.ZodNumber) return typed === '' ? NaN : Number(typed);
  if (!isNested) return typed;
  try {
    const value: unknown = parse(typed, { maxAliasCount: 0 });
    // One milestone or source needs no brackets.
    return schema instanceof z.ZodArray && !Array.isArray(value) ? [value] : value;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Puts values by their dotted keys into an entry, its keys in the order of the schema.
 * @param values key → value, as `readField` gives them
 */
export function entryOf(kind: Kind, values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const entry: Record<string, unknown> = { id: values.get('id'), kind };
  for (const { key } of fieldsOf(kind)) {
    if (!values.has(key)) continue;
    const [name = key, inner] = key.split('.');
    entry[name] = inner === undefined ? values.get(key) : { ...partOf(entry[name]), [inner]: values.get(key) };
  }
  return entry;
}

const partOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
