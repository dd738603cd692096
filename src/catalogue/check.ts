import type * as z from 'zod';
import { cleanDeep, cleanText } from './clean';
import { knownPart, type KnownPart } from './known-part';
import { inFileOrder, type Problem } from './problem';
import type { KnownEntry } from './rule';
import { checkRules } from './rules';
import {
  claimedIdentity,
  entryIssues,
  isMapping,
  schemaProblems,
  soundIssues,
  unseenKeys,
  type Located,
} from './schema-problems';
import {
  categorySchema,
  entrySchema,
  stageSchema,
  type Category,
  type Entry,
  type EntryInput,
  type Stage,
} from './schema';
import type { Vocabulary } from './vocabulary';
import type { Path } from './yaml-file';
import { parseYamlList } from './yaml-list';

export interface CatalogueFile {
  readonly name: string;
  readonly text: string;
  /** Why it could not be read, where that is so; `text` is empty then. */
  readonly fault?: string;
}

/** What a set of files holds once it has been checked. */
export interface Checked {
  /** Only those that passed the schema; all of them when there are no problems. */
  readonly entries: readonly Entry[];
  readonly stages: readonly Stage[];
  readonly categories: readonly Category[];
  /** Everything wrong in every file, in file order. */
  readonly problems: readonly Problem[];
  /** Name of the file that an entry stands in. */
  fileOf(entry: Entry): string;
}

/**
 * Checks files together: YAML, schema, and the rules across entries, those also on what is sound of an entry that the
 * schema refused. A file set that brings stages of its own
 * is a whole catalogue and borrows no ids; any other may refer to what `borrowed` holds, as a user's own file refers
 * to the bundled topics and series.
 * @param files in the order in which their entries shall stand
 * @param isPart they lie over the catalogue that is borrowed from, even where they bring stages
 */
export function checkFiles(
  files: readonly CatalogueFile[],
  borrowed: Vocabulary,
  { isPart = false }: { readonly isPart?: boolean } = {},
): Checked {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  const stages: Stage[] = [];
  const categories: Category[] = [];
  // In file order, with what is sound of those that the schema refused.
  const places = new Map<KnownEntry, Located & { readonly id: string | undefined }>();
  const refused = new Map<KnownEntry, KnownPart>();
  // What is broken counts as existing, so that one mistake is not reported at every reference to it.
  const kinds = new Map<string, Entry['kind']>();
  const unread = new Set<string>();
  let bringsStages = false;
  for (const { name: file, text, fault } of files) {
    if (fault !== undefined) {
      problems.push({ file, line: 1, column: 1, field: '', message: fault });
      continue;
    }
    const { value, faults, unread: lost, ...yaml } = parseYamlList(text);
    for (const fault of faults) problems.push({ file, ...fault, field: '' });
    for (const id of idsIn(lost)) unread.add(id);
    if (value === undefined || value === null) continue;
    const parts = partsOf(value);
    if (!parts) {
      const message = 'must be a list of entries, or a mapping with entries, stages and categories';
      problems.push({ file, ...yaml.position([]), field: '', message });
      continue;
    }
    for (const key of parts.unknown) {
      problems.push({ file, ...yaml.keyPosition([], key), field: key, message: 'unknown key' });
    }
    bringsStages ||= parts.stages.length > 0;
    const collect = <T>(raws: readonly unknown[], schema: z.ZodType<T>, into: T[], key: string): void =>
      raws.map(cleanDeep).forEach((raw, index) => {
        const parsed = schema.safeParse(raw);
        const unseen = unseenKeys(raw);
        if (parsed.success && unseen.length === 0) into.push(parsed.data);
        else {
          const issues = [...soundIssues(parsed.error?.issues ?? []), ...unseen];
          for (const one of schemaProblems(issues, raw, { yaml, file, path: [key, index] })) problems.push(one);
          const { id = typeof raw === 'string' ? raw : undefined } = claimedIdentity(raw);
          if (id !== undefined) unread.add(id);
        }
      });
    collect(parts.stages, stageSchema, stages, 'stages');
    collect(parts.categories, categorySchema, categories, 'categories');
    for (const key of parts.noLists) {
      problems.push({ file, ...yaml.position([key]), field: key, message: 'must be a list' });
    }
    parts.entries.forEach((item, index) => {
      // What could not be read has been said.
      if (item === undefined) return;
      const raw = cleanDeep(item);
      const place: Located = { yaml, file, path: [...parts.root, index] };
      const parsed = entrySchema.safeParse(raw);
      const { id, kind } = claimedIdentity(raw);
      const taken = isPart && id !== undefined ? borrowed.kinds.get(id) : undefined;
      if (id && kind) kinds.set(id, taken ?? kind);
      else if (id) unread.add(id);
      const unseen = unseenKeys(raw);
      if (parsed.success && unseen.length === 0) {
        const entry = withTopics(parsed.data);
        entries.push(entry);
        places.set(entry, { ...place, id });
      } else {
        const issues = [...(parsed.error ? entryIssues(parsed.error, raw) : []), ...unseen];
        for (const one of schemaProblems(issues, raw, place)) problems.push(one);
        if (!isMapping(raw)) return;
        const part = knownPart(raw, issues);
        places.set(part.entry, { ...place, id });
        refused.set(part.entry, part);
      }
      if (taken !== undefined && kind !== undefined && taken !== kind) {
        const message = `is the id of a ${taken} already: give this ${kind} one of its own`;
        problems.push({ file, ...yaml.position([...place.path, 'id']), id, field: 'id', message });
      }
    });
  }

  const own = ownWords(kinds, stages, categories);
  const isWhole = bringsStages && !isPart;
  const vocabulary: Vocabulary = { ...borrowed, ...(isWhole ? own : together(borrowed, own)), unread };
  const findings = checkRules(
    [...places.keys()],
    vocabulary,
    (entry, ...path) => refused.get(entry)?.isFaulty(path) ?? false,
  );
  for (const { entry, path, message } of findings) {
    const place = places.get(entry);
    if (!place) continue;
    const position = place.yaml.position([...place.path, ...path]);
    problems.push({ file: place.file, ...position, id: place.id, field: path.join('.'), message });
  }
  return {
    entries,
    stages,
    categories,
    problems: inFileOrder(problems).map(printable),
    fileOf: (entry) => places.get(entry)?.file ?? '',
  };
}

/** File names, keys and what the YAML parser quotes can hold anything. */
function printable({ file, field, message, ...where }: Problem): Problem {
  return { ...where, file: cleanText(file), field: cleanText(field), message: cleanText(message) };
}

/** Ids in a text that the parser gave up on: one broken line shall not make every reference to the file a mistake. */
function idsIn(text: string): string[] {
  return [...text.matchAll(/\bid: *["']?([a-z0-9-]+)/g)].map(([, id = '']) => id);
}

type Words = Pick<Vocabulary, 'kinds' | 'stages' | 'categories'>;

function together(a: Words, b: Words): Words {
  return {
    kinds: new Map([...a.kinds, ...b.kinds]),
    stages: new Set([...a.stages, ...b.stages]),
    categories: new Set([...a.categories, ...b.categories]),
  };
}

function ownWords(
  kinds: ReadonlyMap<string, Entry['kind']>,
  stages: readonly Stage[],
  categories: readonly Category[],
): Words {
  return { kinds, stages: new Set(stages.map(({ id }) => id)), categories: new Set(categories.map(({ id }) => id)) };
}

/** A topic is about itself, a term about its topic; files need not say so. */
function withTopics(entry: EntryInput): Entry {
  if (entry.kind === 'topic') return { ...entry, topics: entry.topics ?? [entry.id] };
  if (entry.kind === 'term') return { ...entry, topics: entry.topics ?? [entry.topic] };
  return entry;
}

interface Parts {
  readonly entries: readonly unknown[];
  readonly stages: readonly unknown[];
  readonly categories: readonly unknown[];
  readonly root: Path;
  readonly unknown: readonly string[];
  /** Keys of which the value should be a list and is not. */
  readonly noLists: readonly string[];
}

function partsOf(value: unknown): Parts | undefined {
  if (Array.isArray(value)) return { entries: value, stages: [], categories: [], root: [], unknown: [], noLists: [] };
  if (!isRecord(value) || !Array.isArray(value.entries)) return undefined;
  const listAt = (key: string): unknown[] => (Array.isArray(value[key]) ? value[key] : []);
  const unknown = Object.keys(value).filter((key) => !['entries', 'stages', 'categories'].includes(key));
  return {
    entries: value.entries,
    stages: listAt('stages'),
    categories: listAt('categories'),
    root: ['entries'],
    unknown,
    noLists: ['stages', 'categories'].filter((key) => Object.hasOwn(value, key) && !Array.isArray(value[key])),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
