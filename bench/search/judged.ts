import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { KINDS, type Kind } from '../../src/catalogue/kinds';
import type { Entry } from '../../src/catalogue/schema';
import type { Grade } from './metrics';
import { fits } from './rule';

export const HALVES = ['tuning', 'checking'] as const;
export type Half = (typeof HALVES)[number];

/** What kinds of queries there are, in the order in which they are reported. */
export const CLASSES = [
  'keywords',
  'typos',
  'acronyms',
  'synonyms',
  'names',
  'chinese',
  'wishes',
  'restricted',
  'none',
] as const;
export type QueryClass = (typeof CLASSES)[number];

/** From best to fair: the words of the file for the grades 3, 2 and 1. */
const GRADES = { best: 3, good: 2, fair: 1 } as const;

const judgments = z.array(z.union([z.string(), z.record(z.string(), z.unknown())])).min(1);
const judged = z.strictObject({
  query: z.string().min(1),
  options: z.strictObject({ kind: z.enum(KINDS) }).optional(),
  best: judgments.optional(),
  good: judgments.optional(),
  fair: judgments.optional(),
});
const judgedFile = z.record(z.enum(CLASSES), z.array(judged));

/** A query as the file has it. */
export type Judged = z.infer<typeof judged> & { readonly class: QueryClass };

/** A query with the grade of every entry that is an answer to it; none, where the catalogue has no answer. */
export interface JudgedQuery {
  readonly class: QueryClass;
  readonly query: string;
  /** Asked for with `--kind` beside the query. */
  readonly kind?: Kind | undefined;
  readonly grades: ReadonlyMap<string, Grade>;
}

/** @throws ZodError for a file that is not as it should be */
export function readJudged(half: Half): Judged[] {
  const file = judgedFile.parse(parse(readFileSync(`bench/search/queries/${half}.yaml`, 'utf8')));
  return CLASSES.flatMap((name) => file[name].map((query) => ({ ...query, class: name })));
}

/** Fills in which entries are meant. An entry that is named has that grade; any other the best of its rules. */
export function withGrades(query: Judged, entries: readonly Entry[]): JudgedQuery {
  const grades = new Map<string, Grade>();
  const give = (ids: readonly string[], grade: Grade): void => {
    for (const id of ids) if (!grades.has(id)) grades.set(id, grade);
  };
  for (const [name, grade] of gradesOf(query)) {
    give(
      name.filter((item) => typeof item === 'string'),
      grade,
    );
  }
  for (const [name, grade] of gradesOf(query)) {
    for (const rule of name.filter((item) => typeof item !== 'string')) {
      give(
        entries.filter((entry) => fits(entry, rule)).map(({ id }) => id),
        grade,
      );
    }
  }
  return { class: query.class, query: query.query, kind: query.options?.kind, grades };
}

function gradesOf({ best, good, fair }: Judged) {
  return [
    [best ?? [], GRADES.best],
    [good ?? [], GRADES.good],
    [fair ?? [], GRADES.fair],
  ] as const;
}
