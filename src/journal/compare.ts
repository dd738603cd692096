import type { Entry } from '../catalogue/schema';
import { changesBetween, gravestLast } from '../sources/changes';
import type { Change } from '../sources/fetched';
import { RELEASES } from './journal';

/** States in which a thing is over. */
const OVER = new Set(['ended', 'archived']);

/**
 * What a release changed, as its journal keeps it: what an update would tell of events and of what came in; and of any
 * entry a new page, name or status, and that it is gone; the gravest last.
 * @param day day of the release
 */
export function releaseChanges(before: readonly Entry[], after: readonly Entry[], day: string): Change[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Map(after.map((entry) => [entry.id, entry]));
  const told = changesBetween(before, after, day, () => undefined);
  const others = after.flatMap((entry) => {
    const earlier = old.get(entry.id);
    return earlier ? fieldChanges(earlier, entry).map((change) => ({ ...aboutEntry(entry, day), ...change })) : [];
  });
  const gone = before
    .filter(({ id }) => !now.has(id))
    .map((entry): Change => ({ ...aboutEntry(entry, day), change: 'retired' }));
  return gravestLast([...told.map((change) => ({ ...change, source: RELEASES })), ...others, ...gone]);
}

function aboutEntry({ id, kind, name, sources }: Entry, day: string): Omit<Change, 'change'> {
  const ref = sources.at(-1)?.ref;
  return { day, id, kind, name, source: RELEASES, ...(ref === undefined ? {} : { ref }) };
}

function fieldChanges(before: Entry, after: Entry): Pick<Change, 'change' | 'field' | 'old' | 'new'>[] {
  const fields = ['name', 'url', ...(after.kind === 'event' ? [] : ['status'])];
  return fields.flatMap((field) => {
    const [old, now] = [textOf(before, field), textOf(after, field)];
    // What has become known, or is no longer stated, moved nothing.
    if (old === undefined || now === undefined || old === now) return [];
    return [{ change: field === 'status' && OVER.has(now) ? 'retired' : 'moved', field, old, new: now }];
  });
}

function textOf(entry: Entry, field: string): string | undefined {
  const value: unknown = new Map(Object.entries(entry)).get(field);
  return typeof value === 'string' ? value : undefined;
}
