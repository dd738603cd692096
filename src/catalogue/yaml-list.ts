import { parseYaml, type Path, type Position, type YamlFile } from './yaml-file';
import { findItems, type YamlItems } from './yaml-items';
import { quickYaml } from './yaml-quick';

/**
 * Reads a catalogue file as `parseYaml` does, item by item where it is one long list: in less time and memory, and what
 * is wrong in one item hides nothing in the others. In the value an item that cannot be read is undefined.
 */
export function parseYamlList(text: string): YamlFile {
  const body = text.replace(/^\uFEFF/, '');
  const items = findItems(body);
  const frame = items && frameOf(body, items);
  if (!items || !frame) return parseYaml(text);
  const { starts, isUnderKey } = items;
  const offsets = [...starts, items.end].map(({ offset }) => offset);
  const itemText = (at: number): string => body.slice(offsets[at], offsets[at + 1]);

  const faults = [...frame.faults];
  const unread: string[] = [];
  const list = starts.map(({ line }, at): unknown => {
    const item = itemText(at);
    const quick = quickYaml(item);
    if (quick) return onlyOne(quick.value);
    const parsed = parseYaml(item);
    for (const fault of parsed.faults) faults.push(lower(fault, line));
    if (parsed.value === undefined) unread.push(item);
    return parsed.value === undefined ? undefined : onlyOne(parsed.value);
  });

  const root: Path = isUnderKey ? ['entries'] : [];
  const isInFrame = (path: Path): boolean => isUnderKey && path[0] !== 'entries';
  // Problems come item by item, several of one.
  let last: { readonly at: number; readonly file: YamlFile } | undefined;
  const within = (path: Path, ask: (file: YamlFile, path: Path) => Position): Position | undefined => {
    const at = isInFrame(path) ? undefined : path[root.length];
    const line = typeof at === 'number' ? starts[at]?.line : undefined;
    if (typeof at !== 'number' || line === undefined) return undefined;
    if (last?.at !== at) last = { at, file: parseYaml(itemText(at)) };
    return lower(ask(last.file, [0, ...path.slice(root.length + 1)]), line);
  };
  const position = (path: Path): Position =>
    within(path, (file, inside) => file.position(inside)) ??
    (isInFrame(path) ? frame.position(path) : listStart(body, items));
  return {
    value: isUnderKey ? { ...record(frame.value), entries: list } : list,
    unread: unread.join('\n'),
    faults,
    position,
    keyPosition: (path, key) =>
      within(path, (file, inside) => file.keyPosition(inside, key)) ??
      (isInFrame(path) ? frame.keyPosition(path, key) : position(path)),
  };
}

/** What stands around the list, its lines left empty. Undefined where it is not all that there is besides. */
function frameOf(body: string, { starts, end, isUnderKey }: YamlItems): YamlFile | undefined {
  const first = starts[0]?.offset ?? 0;
  if (!isUnderKey) return parseYaml('');
  const lines = body.slice(first, end.offset).replace(/[^\n]+/g, '');
  const frame = parseYaml(body.slice(0, first) + lines + body.slice(end.offset));
  return record(frame.value).entries === null ? frame : undefined;
}

function listStart(body: string, { starts }: YamlItems): Position {
  const { offset, line } = starts[0] ?? { offset: 0, line: 0 };
  return { line: line + 1, column: body.indexOf('-', offset) - offset + 1 };
}

const lower = <T extends Position>(place: T, lines: number): T => ({ ...place, line: place.line + lines });

/** The text of an item is a list of one. */
const onlyOne = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
