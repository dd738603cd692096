import { decodeIndex } from '../search/index-file';
import type { Interval } from '../time/interval';
import type { Pattern } from '../time/pattern';
import type { Catalogue, Outline } from './catalogue';
import { blockReader } from './blocks';
import {
  BETWEEN,
  COMPILED_FILES,
  DAY_LENGTH,
  MINUTE_MS,
  PACKED_ENTRIES,
  PACKED_PLACES,
  type Detail,
  type Packing,
  type Section,
} from './compiled-files';
import { KINDS, type Kind } from './kinds';
import { detailAt, openOutlines } from './outline-file';
import type { Entry } from './schema';
import { unsqueezed } from './squeezed';

/** Reads a compiled file, or `length` bytes of it from `start`. */
export type ReadPart = (file: string, start?: number, length?: number) => Buffer;

/** Things that lie one after the other in a file, the same number of bytes between any two. */
class Run {
  private readonly firsts: () => readonly number[];
  /**
   * @param end first byte behind the last one
   * @param lengths bytes of each
   */
  constructor(
    readonly start: number,
    readonly end: number,
    private readonly lengths: () => readonly number[],
    between: number,
  ) {
    this.firsts = once(() => {
      let next = start;
      return lengths().map((length) => {
        const first = next;
        next += length + between;
        return first;
      });
    });
  }
  first(at: number): number {
    return this.firsts()[at] ?? this.end;
  }
  last(at: number): number {
    return this.first(at) + (this.lengths()[at] ?? 0);
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
  detail(): Detail;
  readonly rows: Run;
  readonly entries: Run;
}

/** One line of the outline file, read when it is asked for; knows its place in its part. */
class RowOutline implements Outline {
  constructor(
    private readonly lineAt: (at: number) => string,
    readonly part: Part,
    readonly at: number,
  ) {}
  private cell(at: number): string {
    const line = this.lineAt(this.at);
    let start = 0;
    for (let tab = 0; tab < at; tab += 1) start = line.indexOf('\t', start) + 1;
    const end = line.indexOf('\t', start);
    return line.slice(start, end === -1 ? undefined : end);
  }
  private day(days: string): string {
    return days.slice(this.at * DAY_LENGTH, (this.at + 1) * DAY_LENGTH).trimEnd();
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
    // Of events it stands there, too: of hundreds, it is often all that is asked.
    const { days } = this.part.detail();
    return (days ? this.day(days.when) : this.cell(3)) || undefined;
  }
  get topics(): string[] {
    return this.cell(4).split(',');
  }
  get url(): string | undefined {
    return this.cell(5) || undefined;
  }
  get until(): string | undefined {
    const { days } = this.part.detail();
    return (days && this.day(days.until)) || undefined;
  }
  get recurs(): boolean {
    return this.part.detail().patterns?.[this.at] !== undefined;
  }
  get pattern(): Pattern | undefined {
    return this.part.detail().patterns?.[this.at] ?? undefined;
  }
  get lastMilestone(): string | undefined {
    return this.part.detail().lastMilestones?.[this.at] || undefined;
  }
  get interval(): Interval | undefined {
    const { days } = this.part.detail();
    const [start, minutes = 0] = [days?.starts[this.at], days?.minutes[this.at]];
    return start ? { start: start * MINUTE_MS, end: (start + minutes) * MINUTE_MS } : undefined;
  }
}

/**
 * Opens what `compileCatalogue` wrote. Nothing is checked again; outlines are read for the kinds that are asked for, and
 * an entry is parsed when it is: all of them would cost half of a whole start.
 */
export function compiledCatalogue(read: ReadPart, origin: string): Catalogue {
  const file = read(COMPILED_FILES.outline);
  const { head, at } = openOutlines(file);
  const parts = new Map<Kind, Part>();
  let entryStart = 0;
  head.sections.forEach((section, place) => {
    const { detail: detailStart = 0, rows: rowStart = 0 } = at[place] ?? {};
    const detail = once(() => detailAt(file, detailStart, section.detailBytes));
    const rows = new Run(rowStart, rowStart + section.outlineBytes, () => detail().outlineLengths, 1);
    const entryEnd = entryStart + section.entryBytes;
    const entries = new Run(entryStart, entryEnd, () => detail().entryLengths, BETWEEN.length);
    parts.set(section.kind, { section, detail, rows, entries });
    entryStart = entries.end + BETWEEN.length;
  });
  const known = new Map<Kind, readonly RowOutline[]>();
  const entryBytes = head.packed ? packedReader(read, head.packed) : plainReader(read);
  const parsed = new Map<Outline, Entry>();
  const places = (): string =>
    (head.packed ? unsqueezed(read(PACKED_PLACES)) : read(COMPILED_FILES.places)).toString('latin1');
  const asked = (): string => read(COMPILED_FILES.asked).toString('latin1');

  const outlinesOf = (kind: Kind): readonly RowOutline[] => {
    const part = parts.get(kind);
    if (!part) return [];
    let rows = known.get(kind);
    if (!rows) {
      const lines = once(() => file.toString('utf8', part.rows.start, part.rows.end).split('\n'));
      const lineAt = (at: number): string => lines()[at] ?? '';
      rows = Array.from({ length: part.section.count }, (_, at) => new RowOutline(lineAt, part, at));
      known.set(kind, rows);
    }
    return rows;
  };
  const rowAt = (kind: Kind, at: number): RowOutline | undefined => {
    const part = parts.get(kind);
    if (!part || at < 0 || at >= part.section.count) return undefined;
    const line = once(() => file.toString('utf8', part.rows.first(at), part.rows.last(at)));
    return known.get(kind)?.[at] ?? new RowOutline(line, part, at);
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
      // The kind's part of the file is enough.
      const bytes = entryBytes({ start: part.entries.first(at), end: part.entries.last(at) }, part.entries);
      entry = JSON.parse(bytes.toString()) as Entry;
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
    outlineAt: rowAt,
    entries: (kinds) => outlines(kinds).map(entryOf),
    find: (id) => {
      const outline = byId().get(id);
      return outline && entryOf(outline);
    },
    entry: (outline) => entryOf(own(outline)),
    json: (rows) =>
      joined(
        pieces(rows, ({ entries }) => entries).map((piece) => entryBytes(piece)),
        BETWEEN,
      ),
    tsv: (rows) =>
      joined(
        pieces(rows, (part) => part.rows).map(({ start, end }) => file.subarray(start, end)),
        '\n',
      ),
    searchIndex: once(() => decodeIndex(read(COMPILED_FILES.index).toString('latin1'), { places, asked })),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Reads a piece of the entries; together with what is around it, where more of that will be wanted. */
type ReadEntries = (piece: Piece, within?: Piece) => Buffer;

function packedReader(read: ReadPart, { plain: [from, to], blocks }: Packing): ReadEntries {
  const plain = once(() => read(COMPILED_FILES.entries));
  const packed = blockReader((start, length) => read(PACKED_ENTRIES, start, length), blocks);
  return ({ start, end }) => {
    const parts: Buffer[] = [];
    if (start < from) parts.push(packed(start, Math.min(end, from)));
    if (start < to && end > from) parts.push(plain().subarray(Math.max(start, from) - from, Math.min(end, to) - from));
    if (end > to) parts.push(packed(Math.max(start, to) - to + from, end - to + from));
    const [only] = parts;
    return parts.length === 1 && only ? only : Buffer.concat(parts);
  };
}

function plainReader(read: ReadPart): ReadEntries {
  const bodies = new Map<Piece | undefined, Buffer>();
  return ({ start, end }, within) => {
    const offset = within?.start ?? 0;
    const body = bodies.get(within) ?? read(COMPILED_FILES.entries, offset, within && within.end - offset);
    bodies.set(within, body);
    return body.subarray(start - offset, end - offset);
  };
}

function joined(pieces: readonly Uint8Array[], between: string): Uint8Array[] {
  const gap = Buffer.from(between);
  return pieces.flatMap((piece, at) => (at > 0 ? [gap, piece] : [piece]));
}
