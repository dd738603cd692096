import { decodeIndex, encodeIndex } from '../search/index-file';
import type { Catalogue, Outline } from './catalogue';
import { KINDS, type Kind } from './kinds';
import type { Category, Entry, Stage } from './schema';

/** The files of a compiled catalogue. Start-up reads only the parts that the question needs. */
export const COMPILED_FILES = { outline: 'outline.tsv', entries: 'entries.json', index: 'search.idx' } as const;

/** First line of `outline.tsv`, as JSON; each further line is an outline (see `RowOutline`). */
interface Head {
  readonly date: string;
  readonly stages: readonly Stage[];
  readonly categories: readonly Category[];
  /** The lines of one kind stand together, in this order. */
  readonly sections: readonly Section[];
}

interface Section {
  readonly kind: Kind;
  /** Bytes of its lines in `outline.tsv`, with the last line feed. */
  readonly outlineBytes: number;
  /** First byte and length of its entries in `entries.json`. */
  readonly start: number;
  readonly bytes: number;
}

/** Between two entries: what is between the brackets of a JSON array can be printed as it lies there. */
const BETWEEN = ',\n';

/** @returns file name → content, to be written as UTF-8 */
export function compileCatalogue(catalogue: Catalogue): Record<string, string> {
  const sections: Section[] = [];
  const bodies: string[] = [];
  let rows = '';
  let start = 0;
  for (const kind of KINDS) {
    const outlines = catalogue.outlines([kind]);
    if (outlines.length === 0) continue;
    const entries = outlines.map((outline) => JSON.stringify(catalogue.entry(outline)));
    const lines = outlines.map((outline, at) => rowOf(outline, Buffer.byteLength(entries[at] ?? '')));
    const body = entries.join(BETWEEN);
    const bytes = Buffer.byteLength(body);
    sections.push({ kind, outlineBytes: Buffer.byteLength(lines.join('')), start, bytes });
    rows += lines.join('');
    bodies.push(body);
    start += bytes + BETWEEN.length;
  }
  const { date, stages, categories } = catalogue;
  const head: Head = { date, stages, categories, sections };
  return {
    [COMPILED_FILES.outline]: `${JSON.stringify(head)}\n${rows}`,
    [COMPILED_FILES.entries]: bodies.join(BETWEEN),
    [COMPILED_FILES.index]: encodeIndex(catalogue.searchIndex()),
  };
}

function rowOf({ kind, id, name, url, topics, when, until }: Outline, bytes: number): string {
  return `${[bytes, until ?? '', kind, id, name, when ?? '', topics.join(','), url ?? ''].join('\t')}\n`;
}

/** Reads a compiled file, or `length` bytes of it from `start`. */
export type ReadPart = (file: string, start?: number, length?: number) => Buffer;

/**
 * One line of the outline file: the bytes of the entry, the last day, then the columns of tab-separated output. Cut
 * into cells when one is asked for: a list in a pipe prints the lines as they are.
 */
class RowOutline implements Outline {
  private parts: readonly string[] | undefined;
  readonly bytes: number;
  constructor(
    private readonly row: string,
    readonly kind: Kind,
    /** First byte of the entry in `entries.json`. */
    readonly start: number,
  ) {
    this.bytes = Number.parseInt(row, 10);
  }
  private cell(at: number): string {
    return (this.parts ??= this.row.split('\t'))[at] ?? '';
  }
  get until(): string | undefined {
    return this.cell(1) || undefined;
  }
  get id(): string {
    return this.cell(3);
  }
  get name(): string {
    return this.cell(4);
  }
  get when(): string | undefined {
    return this.cell(5) || undefined;
  }
  get topics(): string[] {
    return this.cell(6).split(',');
  }
  get url(): string | undefined {
    return this.cell(7) || undefined;
  }
  get tsv(): string {
    return this.row.slice(this.row.indexOf('\t', this.row.indexOf('\t') + 1) + 1);
  }
}

/**
 * Opens what `compileCatalogue` wrote. Nothing is checked again; outlines are read for the kinds that are asked for, and
 * an entry is parsed when it is: all of them would cost half of a whole start.
 */
export function compiledCatalogue(read: ReadPart, origin: string): Catalogue {
  const file = read(COMPILED_FILES.outline);
  const headBytes = file.indexOf('\n');
  const head = JSON.parse(file.toString('utf8', 0, headBytes)) as Head;
  const outlinesByKind = new Map<Kind, readonly RowOutline[]>();
  const parsed = new Map<Outline, Entry>();
  const bodies = new Map<Kind, Buffer>();

  const outlinesOf = (kind: Kind): readonly RowOutline[] => {
    const known = outlinesByKind.get(kind);
    if (known) return known;
    let at = headBytes + 1;
    let rows: readonly RowOutline[] = [];
    for (const section of head.sections) {
      if (section.kind === kind) {
        let { start } = section;
        const lines = file.toString('utf8', at, at + section.outlineBytes - 1).split('\n');
        rows = lines.map((line) => {
          const row = new RowOutline(line, kind, start);
          start += row.bytes + BETWEEN.length;
          return row;
        });
      }
      at += section.outlineBytes;
    }
    outlinesByKind.set(kind, rows);
    return rows;
  };
  const outlines = (kinds: readonly Kind[] = KINDS): readonly RowOutline[] =>
    KINDS.filter((kind) => kinds.includes(kind)).flatMap(outlinesOf);
  const byId = once(() => new Map(outlines().map((outline) => [outline.id, outline])));
  // An outline of this catalogue has its own place; any other is looked up by its id.
  const own = (outline: Outline): RowOutline => {
    const found = outline instanceof RowOutline ? outline : byId().get(outline.id);
    if (!found) throw new RangeError(`no entry ${outline.id}`);
    return found;
  };
  const entryOf = (outline: RowOutline): Entry => {
    const known = parsed.get(outline);
    if (known) return known;
    const { kind, start, bytes } = outline;
    const section = head.sections.find((candidate) => candidate.kind === kind);
    const body = bodies.get(kind) ?? read(COMPILED_FILES.entries, section?.start, section?.bytes);
    bodies.set(kind, body);
    const offset = start - (section?.start ?? 0);
    const entry = JSON.parse(body.toString('utf8', offset, offset + bytes)) as Entry;
    parsed.set(outline, entry);
    return entry;
  };

  return {
    date: head.date,
    origin,
    stages: head.stages,
    categories: head.categories,
    outlines,
    entries: (kinds) => outlines(kinds).map(entryOf),
    find: (id) => {
      const outline = byId().get(id);
      return outline && entryOf(outline);
    },
    entry: (outline) => entryOf(own(outline)),
    json(rows) {
      // Neighbours go out in one piece, as they lie in the file.
      const pieces: { start: number; end: number }[] = [];
      for (const { start, bytes } of rows.map(own)) {
        const last = pieces.at(-1);
        if (last && last.end + BETWEEN.length === start) last.end = start + bytes;
        else pieces.push({ start, end: start + bytes });
      }
      const between = Buffer.from(BETWEEN);
      const body = read(COMPILED_FILES.entries);
      return Buffer.concat(pieces.flatMap(({ start, end }, at) => [...(at > 0 ? [between] : []), body.subarray(start, end)]));
    },
    searchIndex: once(() => decodeIndex(read(COMPILED_FILES.index).toString('latin1'))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
