import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Entry } from '../../src/catalogue/schema';
import { documentsOf } from '../../src/search/documents';
import { FIELDS } from '../../src/search/fields';
import type { Engine } from './engines';
import type { JudgedQuery } from './judged';
import { PLACES } from './metrics';

type Ranked = (query: string) => readonly string[];

/** What one gets from three libraries out of the box: the same fields of the same entries, and not one option set. */
export function rivals(entries: readonly Entry[]): Engine[] {
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
  const documents = documentsOf(entries).map(({ id, fields }) => ({ id, ...fields }));
  const texts = documents.map(({ id, ...fields }) => ({ id, ...joined(fields) }));
  const engine = (name: string, ranked: Ranked): Engine => ({
    name,
    answer: (judged) =>
      ranked(plainWords(judged.query))
        .filter((id) => judged.kind === undefined || kinds.get(id) === judged.kind)
        .slice(0, PLACES),
  });
  return [
    engine('MiniSearch', miniSearch(texts)),
    engine('Fuse.js', fuse(documents)),
    engine('FlexSearch', flexSearch(texts)),
  ];
}

/**
 * The query without the syntax that is only ours: `kind:book` becomes `book`, which is among the words of every book;
 * quotes and excluded words are left out. They would search for the signs otherwise.
 */
export function plainWords(query: JudgedQuery['query']): string {
  return query
    .split(' ')
    .filter((word) => !word.startsWith('-'))
    .map((word) => word.replace(/^[a-z]+:/, ''))
    .join(' ')
    .replaceAll('"', '');
}

type Texts = Readonly<Record<string, string>> & { readonly id: string };

/** The values of each field as one text, as these two libraries take it. */
function joined(fields: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([field, values]) => [field, values.join('; ')]));
}

function miniSearch(texts: readonly Texts[]): Ranked {
  const index = new MiniSearch({ fields: [...FIELDS] });
  index.addAll(texts);
  return (query) => index.search(query).map(({ id }) => String(id));
}

function fuse(documents: readonly { readonly id: string }[]): Ranked {
  const index = new Fuse(documents, { keys: [...FIELDS] });
  return (query) => index.search(query).map(({ item }) => item.id);
}

/** It answers field by field; merged, an entry stands where its first field does. */
function flexSearch(texts: readonly Texts[]): Ranked {
  const index = new FlexSearch.Document({ document: { id: 'id', index: [...FIELDS] } });
  for (const text of texts) index.add(text);
  return (query) => index.search(query, { merge: true }).map(({ id }) => String(id));
}
