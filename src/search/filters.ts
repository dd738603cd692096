import { kindNamed, KINDS } from '../catalogue/kinds';
import { findTerm, termsFrom } from './dictionary';
import { nearest } from './distance';
import { complement, entriesWith, intersection, union, type EntrySet } from './entry-set';
import { FIXED_VALUES } from './facet-values';
import { facetValue } from './facet-value';
import { PEOPLE } from './fields';
import { nameKey } from './name-key';
import { termsNear } from './near-terms';
import type { FieldFilter, QueryField } from './query-syntax';
import { forEachEntry, forEachPosting, kindOf, type SearchIndex } from './search-index';
import { tokenize } from './tokens';

/** A value that no entry can have, and what may have been meant. */
export interface UnknownValue {
  readonly field: QueryField;
  readonly value: string;
  readonly near: readonly string[];
}

/**
 * The entries that pass all filters; undefined where there are none to pass.
 * Values between commas mean any of them. Of a field that is named twice any will do where an entry has but one value
 * (`kind:book kind:podcast`), and all are needed where it may have several (`topic:rag topic:evals`).
 */
export function filtered(
  index: SearchIndex,
  filters: readonly FieldFilter[],
): { readonly allowed: EntrySet | undefined; readonly unknown: readonly UnknownValue[] } {
  const size = index.ids.length;
  const unknown: UnknownValue[] = [];
  const alternatives = new Map<QueryField, EntrySet[]>();
  const needed: EntrySet[] = [];
  for (const { field, values, isExcluded } of filters) {
    const any = union(
      size,
      values.map((value) => {
        const entries = entriesFor(index, field, value);
        if (entries) return entries;
        unknown.push({ field, value, near: nearValues(index, field, value) });
        return new Uint8Array(size);
      }),
    );
    if (isExcluded) needed.push(complement(any));
    else if (field === 'topic' || field === 'author') needed.push(any);
    else alternatives.set(field, [...(alternatives.get(field) ?? []), any]);
  }
  for (const sets of alternatives.values()) needed.push(union(size, sets));
  return { allowed: intersection(needed), unknown };
}

/** Undefined for a value that does not exist, which is not the same as one that no entry has. */
function entriesFor(index: SearchIndex, field: QueryField, value: string): EntrySet | undefined {
  const size = index.ids.length;
  const has = (keys: readonly string[]): EntrySet => entriesWith(size, index.facets, keys);
  const known = (key: string): EntrySet | undefined => (findTerm(index.facets, key) ? has([key]) : undefined);
  const plain = facetValue(value);
  switch (field) {
    case 'kind': {
      const kind = kindNamed(value);
      return kind && has([`kind:${kind}`]);
    }
    case 'topic':
      return topicEntries(index, value);
    case 'author':
      return authorEntries(index, value);
    case 'year': {
      const years = yearRange(value);
      return (
        years &&
        has(
          valuesOf(index, 'year')
            .filter((year) => isWithin(Number(year), years))
            .map((year) => `year:${year}`),
        )
      );
    }
    case 'lang':
    case 'city':
    case 'country':
    case 'series':
      return known(`${field}:${plain}`);
    default: {
      const values: readonly string[] = FIXED_VALUES[field];
      return values.includes(plain) ? has([`${field}:${plain}`]) : undefined;
    }
  }
}

/** By id, else by any of its names (of a term, what is about it), else by a part of its id: `topic:monitoring`. */
function topicEntries(index: SearchIndex, value: string): EntrySet | undefined {
  const { ids, facets, names } = index;
  const size = ids.length;
  const plain = facetValue(value);
  if (findTerm(facets, `topic:${plain}`)) return entriesWith(size, facets, [`topic:${plain}`]);
  const keys: string[] = [];
  const named = findTerm(names, nameKey(value));
  if (named) {
    forEachEntry(names, named.postings, (entry) => {
      if (kindOf(index, entry) === 'topic') keys.push(`topic:${ids[entry] ?? ''}`);
      if (kindOf(index, entry) === 'term') keys.push(`about:${ids[entry] ?? ''}`);
    });
  }
  if (keys.length === 0) {
    for (const id of valuesOf(index, 'topic')) if (id.split('-').includes(plain)) keys.push(`topic:${id}`);
  }
  return keys.length > 0 ? entriesWith(size, facets, keys) : undefined;
}

/** Every word must begin one of the names of an author, host or organiser. An edition is by whom its series is. */
function authorEntries(index: SearchIndex, value: string): EntrySet | undefined {
  const size = index.ids.length;
  const words = tokenize(value);
  const sets = words.map((word) => {
    const set = new Uint8Array(size);
    for (const { postings } of termsFrom(index.terms, word)) {
      forEachPosting(index, postings, (entry, fields) => {
        if (fields & PEOPLE) set[entry] = 1;
      });
    }
    return set;
  });
  const found = intersection(sets);
  if (!found?.includes(1)) return undefined;
  const series = index.ids.filter((_, entry) => found[entry] && kindOf(index, entry) === 'series');
  const editions = entriesWith(
    size,
    index.facets,
    series.map((id) => `series:${id}`),
  );
  return union(size, [found, editions]);
}

/** `2022`, `2020..2023`, `2020..`, `..2023`, `>=2020`, `<2020`; undefined for all else and for a range run backwards. */
function yearRange(value: string): { from: number; to: number } | undefined {
  const [, sign, year, from, to] = /^(?:([<>]=?)?(\d{4})|(\d{4})?\.\.(\d{4})?)$/.exec(value) ?? [];
  if (year !== undefined) {
    const at = Number(year);
    if (sign === undefined) return { from: at, to: at };
    const edge = sign.endsWith('=') ? 0 : 1;
    return sign.startsWith('>') ? { from: at + edge, to: 9999 } : { from: 0, to: at - edge };
  }
  if (from === undefined && to === undefined) return undefined;
  const range = { from: Number(from ?? 0), to: Number(to ?? 9999) };
  return range.from <= range.to ? range : undefined;
}

const isWithin = (year: number, { from, to }: { from: number; to: number }): boolean => year >= from && year <= to;

/** All values that entries have of a facet. */
export function valuesOf({ facets }: SearchIndex, name: string): string[] {
  return termsFrom(facets, `${name}:`).map(({ term }) => term.slice(name.length + 1));
}

function nearValues(index: SearchIndex, field: QueryField, value: string): string[] {
  switch (field) {
    case 'kind':
      return nearest(value, KINDS, 2);
    case 'year':
      return [];
    case 'author':
      return tokenize(value)
        .flatMap((word) => termsNear(index.terms, word, word.length < 8 ? 1 : 2))
        .filter(({ postings }) => isOfPeople(index, postings))
        .slice(0, 2)
        .map(({ term }) => term);
    case 'topic':
    case 'lang':
    case 'city':
    case 'country':
    case 'series':
      return nearest(facetValue(value), valuesOf(index, field), 2);
    default:
      return nearest(value, FIXED_VALUES[field], 2);
  }
}

function isOfPeople(index: SearchIndex, postings: number): boolean {
  let is = false;
  forEachPosting(index, postings, (_, fields) => {
    if (fields & PEOPLE) is = true;
  });
  return is;
}
