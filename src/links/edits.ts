import type { Entry } from '../catalogue/schema';
import { withLink, type Link } from './link';
import type { LinkRecord } from './record';

/** A change of one field of an entry that an answer of its server suggests. */
export interface Edit {
  readonly link: Link;
  readonly new: string;
  /** Day on which the server said so. */
  readonly day: string;
  /** Why somebody should look before making it. */
  readonly doubt?: string | undefined;
}

/** The edit that is to be made of a link, where it has moved for good. */
export function editOf(link: Link, { state, to, why, day }: LinkRecord): Edit | undefined {
  if (state !== 'moved' || to === undefined) return undefined;
  return { link, new: withFragment(to, link.url), day, doubt: why };
}

/**
 * Entries with all their sure edits made, and beside their sources where each was read.
 * @param edits of any entries, in any order
 */
export function editedEntries(entries: readonly Entry[], edits: readonly Edit[]): Entry[] {
  const sure = edits.filter(({ doubt }) => doubt === undefined);
  return entries.flatMap((entry) => {
    const own = sure.filter(({ link }) => link.id === entry.id);
    if (own.length === 0) return [];
    const changed = own.reduce<Entry>((sum, edit) => withLink(sum, edit.link.field, edit.new), entry);
    const read = own
      .filter(({ link }) => !link.field.startsWith('sources.'))
      .map(({ link, day }) => ({ ref: `redirect of ${link.url}`, verified: day }));
    return [{ ...changed, sources: [...changed.sources, ...read] }];
  });
}

/** The part behind `#` goes on where the new address has none of its own (RFC 9110, 10.2.2). */
function withFragment(to: string, old: string): string {
  const { hash } = new URL(old);
  return new URL(to).hash === '' ? to + hash : to;
}
