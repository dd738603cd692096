import { isMap, isScalar, isSeq, parseDocument, stringify, visit } from 'yaml';
import { CatalogueError } from '../errors';

/** First line of a file for editors that know the YAML language server. @param schema path or address of a JSON Schema */
export const editorLine = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`;

/**
 * An entry as the only item of a list, in the form of the catalogue's own files: topics on one line, dates in quotes,
 * for readers of YAML 1.1 would take them for something else.
 */
export function entryText(entry: object): string {
  const { origin: _, ...own } = { origin: undefined, ...entry };
  const doc = parseDocument(stringify([own], { version: '1.1', lineWidth: 0, singleQuote: true }));
  visit(doc, {
    Pair(_key, { key, value }) {
      if (isScalar(key) && key.value === 'topics' && isSeq(value)) value.flow = true;
    },
  });
  return doc.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}

/** The item of a file's list that is the entry `id`, as the only item of a list; undefined where it is not in it. */
export function entryTextIn(text: string, id: string): string | undefined {
  const item = itemsIn(text).find((candidate) => candidate.id === id);
  if (!item) return undefined;
  const rest = new RegExp(`^ {0,${item.start - item.lineStart}}`, 'gm');
  const [first = '', ...lines] = text.slice(item.start, item.end).trimEnd().split('\n');
  return `- ${[first, ...lines.map((line) => line.replace(rest, '').replace(/^(?=.)/, '  '))].join('\n')}\n`;
}

/**
 * The text of a catalogue file with one item more, at its end; every other byte stays.
 * @param item the only item of a list
 * @throws CatalogueError with words that follow the name of the file, when it is no list of entries, one to a line
 */
export function withItem(text: string, item: string): string {
  const last = itemsIn(text).at(-1);
  if (!last) return text.trim() === '' ? item : `${text.trimEnd()}\n\n${item}`;
  // A comment behind the last value stays on its line.
  const lineEnd = text.indexOf('\n', last.end - 1);
  const end = lineEnd === -1 ? text.length : lineEnd + 1;
  const before = text.slice(0, end).trimEnd();
  const after = text.slice(end).trim();
  return `${before}\n\n${indented(item, last.dash - last.lineStart)}${after === '' ? '' : `\n${text.slice(end)}`}`;
}

/**
 * The text of a catalogue file with another item in the place of the one with that id; every other byte stays.
 * @returns undefined where no entry of the file has that id
 * @throws CatalogueError as `withItem`
 */
export function withItemReplaced(text: string, id: string, item: string): string | undefined {
  const found = itemsIn(text).find((candidate) => candidate.id === id);
  if (!found) return undefined;
  const { start, end, lineStart } = found;
  const body = indented(item.replace(/^- /, '  ').replace(/^ {2}/gm, ''), start - lineStart).trim();
  const old = text.slice(start, end);
  return `${text.slice(0, start)}${body}${old.slice(old.trimEnd().length)}${text.slice(end)}`;
}

/** The text with nothing behind the dash of that entry; as it is where no entry can be found that has the id. */
export function withItemEmptied(text: string, id: string): string {
  return entriesIn(text) === undefined ? text : (withItemReplaced(text, id, '') ?? text);
}

/** Id and kind of each entry of a file, whatever stands there as such; undefined where it is no YAML list of entries. */
export function entriesIn(text: string): readonly { readonly id: unknown; readonly kind: unknown }[] | undefined {
  try {
    return itemsIn(text);
  } catch {
    return undefined;
  }
}

/** Where an item of the list stands: its first line, its dash, its first key, and behind its last. */
interface Item {
  readonly id: unknown;
  readonly kind: unknown;
  readonly lineStart: number;
  readonly dash: number;
  readonly start: number;
  readonly end: number;
}

const MEND = 'Mend the file first; this tells where: mlops-guide validate FILE';

/** The entries of a file: the file itself is their list, or what its `entries` holds. */
function itemsIn(text: string): Item[] {
  const doc = parseDocument(text);
  const [error] = doc.errors;
  if (error) throw new CatalogueError(`is no YAML: ${error.message.split('\n')[0] ?? ''}`, { hint: MEND });
  const { contents } = doc;
  if (contents === null) return [];
  const list: unknown = isMap(contents) ? contents.get('entries', true) : contents;
  if (!isSeq(list) || (list.flow && list.items.length > 0)) {
    throw new CatalogueError('is no list of entries, each after a dash of its own.', { hint: MEND });
  }
  return list.items.flatMap((node) => {
    if (!isMap(node) || !node.range) return [];
    const [start, end] = node.range;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    return [{ id: node.get('id'), kind: node.get('kind'), lineStart, dash: text.indexOf('-', lineStart), start, end }];
  });
}

function indented(text: string, column: number): string {
  return column === 0 ? text : text.replace(/^(?=.)/gm, ' '.repeat(column));
}
