import { KINDS, type Kind } from '../catalogue/kinds';
import type { Entry } from '../catalogue/schema';
import { aboutness } from './about';
import type { SearchAids } from './aids';
import { askedIndex } from './asked';
import { dictionaryOf, bytesOf } from './dictionary';
import { documentsOf, type SearchDocument } from './documents';
import { lettersOf, MOST_LETTER } from './letters';
import { mentionsOf } from './mentions';
import { nameKey } from './name-key';
import { encodeNumbers } from './numbers';
import { encodePlaces } from './places';
import { prominence } from './prominence';
import { BROADER_NAME, digitsOf, LOOSE_NAME, OTHER_NAME, OWN_NAME, type SearchIndex } from './search-index';
import { occurrencesIn } from './weigh';

export type { SearchIndex } from './search-index';

/** Postings in the making: number of an entry, and what stands beside it. */
type Numbers = Map<number, number>;

/** Builds the full-text index of entries with unique ids; but for `rows`, the same for any order of them. */
export function buildIndex(entries: readonly Entry[], { placeNames, learned }: SearchAids = {}): SearchIndex {
  const rows = rowsOf(entries);
  const documents = documentsOf(entries, placeNames).sort((a, b) => (a.id < b.id ? -1 : 1));
  const occurrences = occurrencesIn(documents);
  const mentions = mentionsOf(documents);
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  // The commonest cell has the smallest and so the shortest number.
  const cells = occurrences.cellsByUse();
  const ranks = new Map(cells.map((cell, rank) => [cell, rank]));
  const written = Array.from(occurrences.terms(), (term) => [bytesOf(term), term] as const).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    ids: documents.map(({ id }) => id),
    kinds: lettersOf(documents.map(({ kind }) => KINDS.indexOf(kind))),
    rows: digitsOf(documents.map(({ id }) => rows.get(id) ?? 0)),
    prominence: lettersOf(prominence(mentions)),
    mainTopics: lettersOf(mainTopicsOf(documents)),
    cells,
    terms: dictionaryOf(
      written.map(([bytes, term]) => [
        bytes,
        encodePostings(Array.from(occurrences.of(term), ({ entry, cell }) => [entry, ranks.get(cell) ?? 0])),
      ]),
    ),
    places: written
      .map(([, term]) => `${encodePlaces(Array.from(occurrences.of(term), ({ places }) => places))}\n`)
      .join(''),
    names: encoded(namesOf(documents)),
    asked: askedIndex(learned?.() ?? { unknown: 0, owners: [], words: [], english: [] }, (id) => numbers.get(id)),
    facets: encoded(new Map<string, Numbers>([...facetsIn(documents), ...aboutFacets(documents, mentions)])),
  };
}

/** For each document a number of its main topic; the commonest have one, as many as there are letters. */
function mainTopicsOf(documents: readonly SearchDocument[]): number[] {
  const uses = new Map<string, number>();
  for (const { topics } of documents) {
    const [main] = topics;
    if (main !== undefined) uses.set(main, (uses.get(main) ?? 0) + 1);
  }
  const byUse = [...uses].sort(([a, count], [b, others]) => others - count || (a < b ? -1 : 1)).slice(0, MOST_LETTER);
  const numbers = new Map(byUse.map(([topic], place) => [topic, place + 1]));
  return documents.map(({ topics: [main] }) => (main === undefined ? 0 : (numbers.get(main) ?? 0)));
}

function rowsOf(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<Kind, number>();
  return new Map(
    entries.map(({ id, kind }) => {
      const row = counts.get(kind) ?? 0;
      counts.set(kind, row + 1);
      return [id, row];
    }),
  );
}

function namesOf(documents: readonly SearchDocument[]): Map<string, Numbers> {
  const keysOf = (is: (kind: Kind) => boolean): Set<string> =>
    new Set(
      documents
        .filter(({ kind }) => is(kind))
        .flatMap(({ fields }) => [...fields.name, ...fields.aliases].map(nameKey)),
    );
  const things = keysOf((kind) => kind !== 'topic' && kind !== 'term');
  const terms = keysOf((kind) => kind === 'term');
  const aliasIs = ({ kind }: SearchDocument, key: string): number => {
    // Kubeflow is a tool of its own; the topic that lists it as a synonym is about it, but not called so. Likewise data
    // drift is a term of its own, and model monitoring the broader topic.
    if (things.has(key) && (kind === 'topic' || kind === 'term')) return LOOSE_NAME;
    return terms.has(key) && kind === 'topic' ? BROADER_NAME : OTHER_NAME;
  };
  const names = new Map<string, Numbers>();
  documents.forEach((document, entry) => {
    const { id, kind, fields } = document;
    for (const key of fields.aliases.map(nameKey)) add(names, key, entry, aliasIs(document, key));
    // "Kubernetes and cloud native" is called `kubernetes` for short: its id says so.
    const own = kind === 'topic' || kind === 'term' ? [...fields.name, id] : fields.name;
    for (const key of own.map(nameKey)) add(names, key, entry, OWN_NAME);
  });
  names.delete('');
  return names;
}

function facetsIn(documents: readonly SearchDocument[]): Map<string, Numbers> {
  const facets = new Map<string, Numbers>();
  documents.forEach(({ facets: own, topics }, entry) => {
    for (const facet of own) add(facets, facet, entry, 0);
    topics.forEach((topic, rank) => add(facets, `topic:${topic}`, entry, rank));
  });
  return facets;
}

function aboutFacets(
  documents: readonly SearchDocument[],
  mentions: ReturnType<typeof mentionsOf>,
): Map<string, Numbers> {
  return new Map(Array.from(aboutness(documents, mentions), ([concept, entries]) => [`about:${concept}`, entries]));
}

function add(map: Map<string, Numbers>, key: string, entry: number, number: number): void {
  let numbers = map.get(key);
  if (!numbers) map.set(key, (numbers = new Map<number, number>()));
  numbers.set(entry, number);
}

function encoded(map: ReadonlyMap<string, Numbers>) {
  return dictionaryOf(Array.from(map, ([key, numbers]) => [bytesOf(key), encodePostings(numbers)]));
}

/** @param pairs entries ascending, each with the number that stands beside it */
function encodePostings(pairs: Iterable<readonly [entry: number, number: number]>): string {
  return encodeNumbers(postingNumbers(pairs));
}

function* postingNumbers(pairs: Iterable<readonly [entry: number, number: number]>): Generator<number> {
  let previous = -1;
  for (const [entry, number] of pairs) {
    yield entry - previous - 1;
    yield number;
    previous = entry;
  }
}
