/** The one long list of a catalogue file, in its text. */
export interface YamlItems {
  /** Under the key `entries`; otherwise it is the whole file. */
  readonly isUnderKey: boolean;
  /** Where each item begins: first character of its line, and that line, from 0. */
  readonly starts: readonly Place[];
  /** Where the list ends. */
  readonly end: Place;
}

interface Place {
  readonly offset: number;
  readonly line: number;
}

/**
 * Finds the items of a block list without reading them, so that each can be read alone. A line that stands as far left
 * as the list and begins with a dash begins an item: whatever is inside one stands further right (YAML 1.2.2, 8.2.1).
 * @returns undefined where there is no such list or something unusual beside it: then the file is read as a whole
 */
export function findItems(text: string): YamlItems | undefined {
  const starts: Place[] = [];
  let list: { readonly indent: number; readonly isUnderKey: boolean } | undefined;
  let end: Place | undefined;
  let isFirst = true;
  let isKeyBefore = false;
  for (const { offset, line, indent, sort } of contentLines(text)) {
    if (sort === 'odd') return undefined;
    const isKey = sort === 'entries';
    if (!list) {
      if (sort === 'item' && (isFirst || isKeyBefore)) list = { indent, isUnderKey: isKeyBefore };
      else if (isKeyBefore) return undefined;
    }
    if (list && !end) {
      if (indent === list.indent && sort === 'item') starts.push({ offset, line });
      else if (indent <= list.indent) end = { offset, line };
    }
    // Behind a list that is the whole file nothing can stand, behind another only a key, and it is the only list of entries.
    if (end && (isKey || !list?.isUnderKey || (end.line === line && indent > 0))) return undefined;
    isFirst = false;
    isKeyBefore = isKey;
  }
  return list && { isUnderKey: list.isUnderKey, starts, end: end ?? { offset: text.length, line: 0 } };
}

interface ContentLine extends Place {
  readonly indent: number;
  /** An item of a list, the key of the entries, what ends or begins documents, any other. */
  readonly sort: 'item' | 'entries' | 'odd' | 'other';
}

/** Lines on which there is more than a comment. */
function* contentLines(text: string): Generator<ContentLine> {
  let line = 0;
  for (let offset = 0, next = 0; offset < text.length; offset = next, line += 1) {
    next = text.indexOf('\n', offset) + 1 || text.length;
    let first = offset;
    while (text.charCodeAt(first) === SPACE) first += 1;
    if (first < next && !/[\r\n#]/.test(text.charAt(first))) {
      const indent = first - offset;
      yield { offset, line, indent, sort: sortOf(text, indent, first, next) };
    }
  }
}

const SPACE = 32;

function sortOf(text: string, indent: number, first: number, next: number): ContentLine['sort'] {
  const character = text.charAt(first);
  if (character === '-' && /[ \r\n]/.test(text.charAt(first + 1) || '\n')) return 'item';
  if (character === '\t' || (indent === 0 && /[-.%]/.test(character))) return 'odd';
  const isKey = indent === 0 && character === 'e' && /^entries: *(#.*)?[\r\n]*$/.test(text.slice(first, next));
  return isKey ? 'entries' : 'other';
}
