import type { Entry } from './schema';
import type { Vocabulary } from './vocabulary';

/** As much of a value as passed the schema: anything may be missing, also an item of a list. */
export type Known<T> = T extends readonly (infer I)[]
  ? readonly (Known<I> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Known<T[K]> | undefined }
    : T;

type KnownOf<E> = E extends Entry ? Known<Omit<E, 'kind'>> & { readonly kind: E['kind'] } : never;
/** What every kind has, of an entry that does not say of which it is. */
type OfNoKind = Known<Pick<Entry, 'id' | 'name' | 'url' | 'topics' | 'aliases' | 'related' | 'sources' | 'added'>> & {
  readonly kind?: undefined;
};

/** An entry as far as it is sound; every whole entry is one. */
export type KnownEntry = KnownOf<Entry> | OfNoKind;

/** Something wrong with an entry, seen among the others. */
export interface Finding {
  readonly entry: KnownEntry;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Was a field, or something in it, left out because it is malformed? What a rule says of one field because another is
 * not there would be wrong then, and that the other is malformed has been said.
 */
export type IsFaulty = (entry: KnownEntry, ...path: readonly (string | number)[]) => boolean;

export const nothingFaulty: IsFaulty = () => false;

/** A check over all entries together; reports everything it finds, in entry order. */
export type Rule = (entries: readonly KnownEntry[], vocabulary: Vocabulary, isFaulty?: IsFaulty) => readonly Finding[];
