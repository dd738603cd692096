import type * as z from 'zod';
import { valueAt } from './known-part';
import type { Problem } from './problem';
import { entrySchema, kindlessSchema, type EntryInput } from './schema';
import type { Path, YamlFile } from './yaml-file';

/** Where a value stands. */
export interface Located {
  /** A file's values are let go once they are checked: a hundred thousand entries take room. */
  readonly yaml: Pick<YamlFile, 'position' | 'keyPosition'>;
  readonly file: string;
  readonly path: Path;
}

export type Issues = readonly z.core.$ZodIssue[];

/** All that the schema says of an entry; of one of no kind, at least of the fields that every kind has. */
export function entryIssues(error: z.ZodError, raw: unknown): Issues {
  const isOfNoKind = isMapping(raw) && claimedIdentity(raw).kind === undefined;
  return soundIssues(
    isOfNoKind ? [...error.issues, ...(kindlessSchema.safeParse(raw).error?.issues ?? [])] : error.issues,
  );
}

/** Each once: zod measures a text where a list should be, too, and a value may break two rules of one wording. */
export function soundIssues(issues: Issues): Issues {
  const wrongType = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('.')));
  const told = new Set<string>();
  return issues.filter(({ code, path, message }) => {
    const at = path.join('.');
    const isNew = !told.has(`${at}\n${message}`);
    told.add(`${at}\n${message}`);
    return isNew && !(/^too_/.test(code) && wrongType.has(at));
  });
}

/** A key that zod passes over in a record, of which there is one: `terms`. */
export function unseenKeys(raw: unknown): Issues {
  const terms = isMapping(raw) ? raw.terms : undefined;
  const isThere = isMapping(terms) && Object.hasOwn(terms, '__proto__');
  return isThere
    ? [{ code: 'unrecognized_keys', keys: ['__proto__'], path: ['terms'], message: '', input: terms }]
    : [];
}

/** What the schema refused, each where a person would mend it. */
export function schemaProblems(issues: Issues, raw: unknown, { yaml, file, path }: Located): Problem[] {
  if (!isMapping(raw)) {
    return [{ file, ...yaml.position(path), field: '', message: 'must be a mapping of keys to values' }];
  }
  const { id } = claimedIdentity(raw);
  return issues.flatMap((issue): Problem[] => {
    const inEntry = [...path, ...issue.path];
    const field = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const position = yaml.keyPosition(inEntry, key);
        return { file, ...position, id, field: [...issue.path, key].join('.'), message: 'unknown key' };
      });
    }
    if (issue.code === 'invalid_key') {
      const position = yaml.keyPosition(inEntry.slice(0, -1), String(inEntry.at(-1)));
      return [{ file, ...position, id, field, message: issue.issues[0]?.message ?? issue.message }];
    }
    const isMissing = field !== 'kind' && valueAt(raw, issue.path) === undefined;
    const message = isMissing ? 'is missing' : issue.message.replace(/^Invalid (input|option): /, '');
    return [{ file, ...yaml.position(inEntry), id, field, message }];
  });
}

/** What an entry says it is, right or wrong. */
export function claimedIdentity(raw: unknown): { id?: string; kind?: EntryInput['kind'] } {
  if (!isMapping(raw)) return {};
  const id = typeof raw.id === 'string' ? raw.id : undefined;
  const kind = entrySchema.options.find((option) => option.shape.kind.value === raw.kind)?.shape.kind.value;
  return { ...(id === undefined ? {} : { id }), ...(kind === undefined ? {} : { kind }) };
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
