import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type YAMLMap,
} from 'yaml';

/** 1-based place in a file. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly PropertyKey[];

export interface YamlFile {
  /** Plain data; undefined when the text is no YAML that we take. */
  readonly value: unknown;
  /** The text of what could not be read; empty where all of it could. */
  readonly unread: string;
  readonly faults: readonly (Position & { message: string })[];
  /** Where the value at `path` stands; of a missing one, where its nearest parent starts. */
  position(path: Path): Position;
  /** Where the key `key` of the mapping at `path` stands. */
  keyPosition(path: Path, key: string): Position;
}

const TOO_DEEP = 'is nested too deeply';
/** Where the parser speaks to programmers. */
const OWN_WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  RESOURCE_EXHAUSTION: TOO_DEEP,
  MULTIPLE_DOCS: 'must be one YAML document: leave out the --- between entries',
};

/**
 * Reads YAML 1.2 (core schema: dates stay text) and remembers where everything stood.
 * Aliases are refused: entries have no use for them, and a few nested ones fill any memory.
 */
export function parseYaml(text: string): YamlFile {
  const counter = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  let doc: Document.Parsed;
  try {
    // A BOM is legal at the start of a YAML stream (YAML 1.2.2, 5.2), but would count as a column.
    doc = parseDocument(text.replace(/^\uFEFF/, ''), {
      lineCounter: counter,
      prettyErrors: false,
      logLevel: 'error',
      // The parser compares each key with each: a mapping of 100,000 keys would take minutes.
      uniqueKeys: false,
      // Tags that ask for dates, sets and the like: data are text, numbers, lists and mappings.
      resolveKnownTags: false,
    });
  } catch (error) {
    // Thousands of nested brackets overflow the parser's stack.
    const message = error instanceof RangeError ? TOO_DEEP : String(error);
    return broken(text, message);
  }
  const tooDeep = doc.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  // What follows it is the parser losing count of the brackets.
  const found = tooDeep ? [tooDeep] : [...doc.errors, ...doc.warnings];
  const faults = found.map(({ pos, code, message }) => ({ ...at(pos[0]), message: OWN_WORDS[code] ?? message }));
  let isRead = found.length === 0;
  if (isRead) {
    visit(doc, {
      // A key that stands twice is a fault, but what the file says besides can still be checked.
      Map: (_, node) => {
        for (const offset of repeatedKeys(node)) faults.push({ ...at(offset), message: 'Map keys must be unique' });
      },
      Alias: (_, node) => {
        faults.push({
          ...at(node.range?.[0] ?? 0),
          message: `alias *${node.source} is not allowed: write the value out`,
        });
        isRead = false;
        return visit.BREAK;
      },
    });
  }
  const position = (path: Path): Position => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = doc.getIn(path.slice(0, length), true);
      if (isNode(node) && !isAlias(node) && node.range) return at(node.range[0]);
    }
    return at(doc.contents?.range[0] ?? 0);
  };
  return {
    value: isRead ? doc.toJS() : undefined,
    unread: isRead ? '' : text,
    faults,
    position,
    keyPosition(path, key) {
      const map = path.length === 0 ? doc.contents : doc.getIn(path, true);
      if (isMap(map)) {
        const pair = map.items.find((item) => isPair(item) && String(item.key) === key);
        if (pair && isNode(pair.key) && pair.key.range) return at(pair.key.range[0]);
      }
      return position(path);
    },
  };
}

/** Offsets of the keys that stood in the mapping before. */
function repeatedKeys({ items }: YAMLMap): number[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const { value, range } = key;
    return seen.size === seen.add(value).size ? [range?.[0] ?? 0] : [];
  });
}

function broken(text: string, message: string): YamlFile {
  const start = { line: 1, column: 1 };
  return {
    value: undefined,
    unread: text,
    faults: [{ ...start, message }],
    position: () => start,
    keyPosition: () => start,
  };
}
