import { checkFiles } from '../catalogue/check';
import { fileInFolder } from '../catalogue/load';
import type { Problem } from '../catalogue/problem';
import { checkRules } from '../catalogue/rules';
import type { Category, Entry, Stage } from '../catalogue/schema';
import type { Vocabulary } from '../catalogue/vocabulary';

/** Entries that the reader wrote. */
export interface OwnEntries {
  /** Sound ones, each with its origin. */
  readonly entries: readonly Entry[];
  readonly stages: readonly Stage[];
  readonly categories: readonly Category[];
  /** Why others are left out. */
  readonly problems: readonly Problem[];
}

/**
 * Reads files of the reader's own. They are written by hand, so a mistake in one entry leaves out that entry alone:
 * nothing in them stops a command.
 * @param base what is there beside them, which they may refer to and correct
 */
export function ownEntries(paths: readonly string[], base: Vocabulary): OwnEntries {
  const checked = checkFiles(paths.map(fileInFolder), base, { isPart: true });
  const first = new Map<string, Entry>();
  for (const entry of checked.entries) {
    const hidden = base.kinds.get(entry.id) ?? entry.kind;
    if (hidden === entry.kind && !first.has(entry.id)) first.set(entry.id, entry);
  }
  const entries = soundOnes([...first.values()], base, checked);
  return {
    entries: entries.map((entry) => ({ ...entry, origin: `own:${baseName(checked.fileOf(entry))}` })),
    stages: checked.stages,
    categories: checked.categories,
    problems: checked.problems,
  };
}

/** Those that break no rule once the ones that do are gone; what referred to them then breaks one itself. */
function soundOnes(
  entries: readonly Entry[],
  base: Vocabulary,
  { stages, categories }: { readonly stages: readonly Stage[]; readonly categories: readonly Category[] },
): readonly Entry[] {
  const vocabulary: Vocabulary = {
    ...base,
    kinds: new Map([...base.kinds, ...entries.map(({ id, kind }) => [id, kind] as const)]),
    stages: new Set([...base.stages, ...stages.map(({ id }) => id)]),
    categories: new Set([...base.categories, ...categories.map(({ id }) => id)]),
  };
  const bad = new Set(checkRules(entries, vocabulary).map(({ entry }) => entry));
  if (bad.size === 0) return entries;
  return soundOnes(
    entries.filter((entry) => !bad.has(entry)),
    base,
    { stages, categories },
  );
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
