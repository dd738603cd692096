import { decodeIndex, encodeIndex } from '../search/index-file';
import { eventInterval, type Interval } from '../time/interval';
import type { Zones } from '../time/zone';
import type { Catalogue, Outline } from './catalogue';
import { KINDS, type Kind } from './kinds';
import { outlineLine } from './outline';
import type { Category, Entry, Stage } from './schema';

/** The files of a compiled catalogue. Start-up reads only the parts that the question needs. */
export const COMPILED_FILES = { outline: 'outline.tsv', entries: 'entries.json', index: 'search.idx' } as const;

/** First line of `outline.tsv`, as JSON; the further lines are the outlines, as tab-separated output prints them. */
interface Head {
  readonly date: string;
  readonly stages: readonly Stage[];
  readonly categories: readonly Category[];
  /** The lines of one kind stand together, in this order. */
  readonly sections: readonly Section[];
}

interface Section {
  readonly kind: Kind;
  /** Bytes of each outline and of each entry, one after the other; line feeds and commas between are not counted. */
  readonly outlineBytes: readonly number[];
  readonly entryBytes: readonly number[];
  /** Of each event the last day, and where its zone is known the first instant and the one behind the last. */
  readonly days?: readonly (readonly [until: string, start?: number, end?: number])[];
}

/** Between two entries: what is between the brackets of a JSON array can be printed as it lies there. */
const BETWEEN = ',\n';

/**
 * @param zones to work out when events take place, which spares two dozen zones at every start; left out, that is done then
 * @returns file name → content, to be written as UTF-8
 */
export function compileCatalogue(catalogue: Catalogue, zones?: Zones): Record<string, string> {
  const kinds = KINDS.map((kind) => {
    const outlines = catalogue.outlines([kind]);
    const rows = outlines.map(outlineLine);
    const entries = outlines.map((outline) => JSON.stringify(catalogue.entry(outline)));
    const days =
      kind === 'event' ? outlines.map((outline) => daysOf(outline, catalogue.entry(outline), zones)) : undefined;
    const section: Section = { kind, outlineBytes: rows.map(byteLength), entryBytes: entries.map(byteLength), days };
    return { section, rows, entries };
  }).filter(({ rows }) => rows.length > 0);
  const { date, stages, categories } = catalogue;
  const head: Head = { date, stages, categories, sections: kinds.map(({ section }) => section) };
  return {
    [COMPILED_FILES.outline]: `${JSON.stringify(head)}\n${kinds.flatMap(({ rows }) => rows).join('\n')}`,
    [COMPILED_FILES.entries]: kinds.flatMap(({ entries }) => entries).join(BETWEEN),
    [COMPILED_FILES.index]: encodeIndex(catalogue.searchIndex()),
  };
}

function daysOf({ until = '' }: Outline, entry: Entry, zones: Zones | undefined): [string] | [string, number, number] {
  if (!zones || entry.kind !== 'event' || entry.timezone === undefined) return [until];
  const { start, end } = eventInterval(entry, zones, entry.timezone);
  return [until, start, end];
}

const byteLength = (text: string): number => Buffer.byteLength(text);

/** Reads a compiled file, or `length` bytes of it from `start`. */
export type ReadPart = (file: string, start?: number, length?: number) => Buffer;

/** Things that lie one after the other in a file, the same number of bytes between any two. */
class Run {
  /** First byte behind the last one. */
  readonly end: number;
  private firsts: readonly number[] | undefined;
  constructor(
    readonly start: number,
    readonly sizes: readonly number[],
    readonly between: number,
  ) {
    let end = start - between;
    for (const size of sizes) end += size + between;
    this.end = end;
  }
  /** First byte of one of them. All are counted on first use: who asks for one mostly asks for more. */
  first(at: number): number {
    if (!this.firsts) {
      let next = this.start;
      this.firsts = this.sizes.map((size) => (next += size + this.between) - size - this.between);
    }
    return this.firsts[at] ?? this.end;
  }
  last(at: number): number {
    return this.first(at) + (this.sizes[at] ?? 0);
  }
}

/** A stretch of bytes, `end` not included. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** One kind in the two files. */
interface Part {
  readonly section: Section;
  readonly rows: Run;
  readonly entries: Run;
}

/** One line of the outline file, cut into cells when one is asked for; knows its place in its part. */
class RowOutline implements Outline {
  private parts: readonly string[] | undefined;
  constructor(
    private readonly line: string,
    readonly part: Part,
    readonly at: number,
  ) {}
  private cell(at: number): string {
    return (this.parts ??= this.line.split('\t'))[at] ?? '';
  }
  get kind(): Kind {
    return this.part.section.kind;
  }
  get id(): string {
    return this.cell(1);
  }
  get name(): string {
    return this.cell(2);
  }
  get when(): string | undefined {
    return this.cell(3) || undefined;
  }
  get topics(): string[] {
    return this.cell(4).split(',');
  }
  get url(): string | undefined {
    return this.cell(5) || undefined;
  }
  get until(): string | undefined {
    return this.part.section.days?.[this.at]?.[0];
  }
  get interval(): Interval | undefined {
    const [, start, end] = this.part.section.days?.[this.at] ?? [];
    return start === undefined || end === undefined ? undefined : { start, end };
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
  const parts = new Map<Kind, Part>();
  let rowStart = headBytes + 1;
  let entryStart = 0;
  for (const section of head.sections) {
    const rows = new Run(rowStart, section.outlineBytes, 1);
    const entries = new Run(entryStart, section.entryBytes, BETWEEN.length);
    parts.set(section.kind, { section, rows, entries });
    rowStart = rows.end + 1;
    entryStart = entries.end + BETWEEN.length;
  }
  const known = new Map<Kind, readonly RowOutline[]>();
  const bodies = new Map<Part, Buffer>();
  const parsed = new Map<Outline, Entry>();

  const outlinesOf = (kind: Kind): readonly RowOutline[] => {
    const part = parts.get(kind);
    if (!part) return [];
    let rows = known.get(kind);
    if (!rows) {
      const lines = file.toString('utf8', part.rows.start, part.rows.end).split('\n');
      rows = lines.map((line, at) => new RowOutline(line, part, at));
      known.set(kind, rows);
    }
    return rows;
  };
  // Which kinds make up an array that `outlines` gave: such a whole is printed without a look at its rows.
  const wholes = new WeakMap<readonly Outline[], readonly Part[]>();
  const outlines = (kinds: readonly Kind[] = KINDS): readonly RowOutline[] => {
    const wanted = KINDS.filter((kind) => kinds.includes(kind));
    const rows = wanted.flatMap(outlinesOf);
    wholes.set(
      rows,
      wanted.flatMap((kind) => parts.get(kind) ?? []),
    );
    return rows;
  };
  const pieces = (rows: readonly Outline[], runOf: (part: Part) => Run): readonly Piece[] =>
    wholes.get(rows)?.map(runOf) ??
    rows.map((row) => {
      const { part, at } = own(row);
      const run = runOf(part);
      return { start: run.first(at), end: run.last(at) };
    });
  const byId = once(() => new Map(outlines().map((outline) => [outline.id, outline])));
  // An outline of this catalogue has its own place; any other is looked up by its id.
  const own = (outline: Outline): RowOutline => {
    const found = outline instanceof RowOutline ? outline : byId().get(outline.id);
    if (!found) throw new RangeError(`no entry ${outline.id}`);
    return found;
  };
  const entryOf = (outline: RowOutline): Entry => {
    const { part, at } = outline;
    let entry = parsed.get(outline);
    if (!entry) {
      const { start, end } = part.entries;
      // The kind's part of the file is enough.
      const body = bodies.get(part) ?? read(COMPILED_FILES.entries, start, end - start);
      bodies.set(part, body);
      const text = body.toString('utf8', part.entries.first(at) - start, part.entries.last(at) - start);
      entry = JSON.parse(text) as Entry;
      parsed.set(outline, entry);
    }
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
    json: (rows) =>
      joined(
        read(COMPILED_FILES.entries),
        pieces(rows, ({ entries }) => entries),
        BETWEEN,
      ),
    tsv: (rows) =>
      joined(
        file,
        pieces(rows, (part) => part.rows),
        '\n',
      ),
    searchIndex: once(() => decodeIndex(read(COMPILED_FILES.index).toString('latin1'))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Pieces of a file with `between` between them; views of it, not copies. */
function joined(file: Buffer, pieces: readonly Piece[], between: string): Uint8Array[] {
  const gap = Buffer.from(between);
  return pieces.flatMap(({ start, end }, at) => [...(at > 0 ? [gap] : []), file.subarray(start, end)]);
}
