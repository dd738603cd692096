import { encodeIndex } from '../search/index-file';
import { eventInterval } from '../time/interval';
import { occurrences } from '../time/occurrences';
import { packPattern, type Pattern } from '../time/pattern';
import type { Zones } from '../time/zone';
import type { Catalogue, Outline } from './catalogue';
import { packBlocks } from './blocks';
import { BETWEEN, COMPILED_FILES, PACKED_ENTRIES, type Detail, type Head, type Section } from './compiled-files';
import { KINDS } from './kinds';
import { outlineLine } from './outline';
import { detailAt, openOutlines } from './outline-file';
import type { Entry } from './schema';

const YEAR_MS = 366 * 86_400_000;

/**
 * @param zones to work out when events take place, which spares two dozen zones at every start; left out, that is done then
 * @returns file name → content. As bytes and kind by kind: as text, a hundred thousand entries would take several times
 * their room
 */
export function compileCatalogue(catalogue: Catalogue, zones?: Zones): Record<string, Buffer> {
  // First, while there is nothing else: making it takes the most room.
  const index = Buffer.from(encodeIndex(catalogue.searchIndex()));
  const kinds = KINDS.map((kind) => {
    const outlines = catalogue.outlines([kind]);
    const rows = outlines.map(outlineLine);
    const entries = outlines.map((outline) => JSON.stringify(catalogue.entry(outline)));
    const hasDays = kind === 'event' || kind === 'series';
    const detail: Detail = {
      outlineBytes: rows.map(byteLength),
      entryBytes: entries.map(byteLength),
      ...(hasDays ? { days: outlines.map((outline) => daysOf(outline, catalogue.entry(outline), zones)) } : {}),
      ...(kind === 'event' ? { lastMilestones: outlines.map(({ lastMilestone = '' }) => lastMilestone) } : {}),
      ...(kind === 'series' ? { patterns: patternsOf(catalogue, outlines, zones) } : {}),
    };
    const [rowsText, entriesText] = [Buffer.from(rows.join('\n')), Buffer.from(entries.join(BETWEEN))];
    const detailText = Buffer.from(JSON.stringify(detail));
    const section: Section = {
      kind,
      count: rows.length,
      outlineBytes: rowsText.length,
      entryBytes: entriesText.length,
      detailBytes: detailText.length,
    };
    return { section, detail: detailText, rows: rowsText, entries: entriesText };
  }).filter(({ rows }) => rows.length > 0);
  const { date, stages, categories } = catalogue;
  const head: Head = { date, stages, categories, sections: kinds.map(({ section }) => section) };
  return {
    [COMPILED_FILES.outline]: joined(
      `${JSON.stringify(head)}\n`,
      [...kinds.map(({ detail }) => detail), ...kinds.map(({ rows }) => rows)],
      '\n',
    ),
    [COMPILED_FILES.entries]: joined(
      '',
      kinds.map(({ entries }) => entries),
      BETWEEN,
    ),
    [COMPILED_FILES.index]: index,
  };
}

/**
 * The same with entries packed, for a download, where room counts. What is ahead stays as it is: `upcoming` is asked most,
 * and unpacking would cost it a tenth of a start.
 */
export function packedCatalogue(files: Readonly<Record<string, Buffer>>): Record<string, Buffer> {
  const { [COMPILED_FILES.entries]: entries, [COMPILED_FILES.outline]: outline, ...rest } = files;
  if (!entries || !outline) throw new RangeError('not a compiled catalogue');
  const { head, headBytes } = openOutlines(outline);
  const [start, end] = plainStretch(outline);
  const { bytes, sizes } = packBlocks(Buffer.concat([entries.subarray(0, start), entries.subarray(end)]));
  const packed: Head = { ...head, packed: { plain: [start, end], blocks: sizes } };
  return {
    ...rest,
    [COMPILED_FILES.outline]: Buffer.concat([Buffer.from(JSON.stringify(packed)), outline.subarray(headBytes)]),
    [COMPILED_FILES.entries]: entries.subarray(start, end),
    [PACKED_ENTRIES]: bytes,
  };
}

/** From the first event that is not over on the catalogue's day to the last series; both kinds stand first. */
function plainStretch(outline: Buffer): readonly [start: number, end: number] {
  const { head, at } = openOutlines(outline);
  let [start, end, next] = [0, 0, 0];
  for (const [place, { kind, entryBytes, detailBytes }] of head.sections.entries()) {
    if (kind !== 'event' && kind !== 'series') break;
    if (kind === 'event') {
      const { entryBytes: sizes, days = [] } = detailAt(outline, at[place]?.detail ?? 0, detailBytes);
      const over = days.findIndex(([, until]) => until >= head.date);
      const before = over === -1 ? sizes : sizes.slice(0, over);
      start = before.reduce((sum, bytes) => sum + bytes + BETWEEN.length, next);
    }
    end = next + entryBytes;
    next = end + BETWEEN.length;
  }
  return [Math.min(start, end), end];
}

function joined(start: string, pieces: readonly Buffer[], between: string): Buffer {
  const gap = Buffer.from(between);
  return Buffer.concat([Buffer.from(start), ...pieces.flatMap((piece, at) => (at > 0 ? [gap, piece] : [piece]))]);
}

function daysOf(
  { when = '', until = '' }: Outline,
  entry: Entry,
  zones: Zones | undefined,
): [string, string] | [string, string, number, number] {
  if (!zones || entry.kind !== 'event' || entry.timezone === undefined) return [when, until];
  const { start, end } = eventInterval(entry, zones, entry.timezone);
  return [when, until, start, end];
}

/** From a year before the catalogue's day to three years after it: who asks about others waits a moment longer. */
function patternsOf(
  catalogue: Catalogue,
  outlines: readonly Outline[],
  zones: Zones | undefined,
): Record<number, Pattern | null> {
  const day = Date.parse(catalogue.date);
  const from = day - YEAR_MS;
  const to = day + 3 * YEAR_MS;
  const patternOf = (outline: Outline): Pattern | null => {
    const series = catalogue.entry(outline);
    if (!zones || series.kind !== 'series') return null;
    const before = occurrences(series, zones, from - 20 * YEAR_MS, from);
    const after = occurrences(series, zones, to, Infinity);
    const within = occurrences(series, zones, from, to);
    return packPattern(within, before.length > 0 ? from : null, after.length > 0 ? to : null);
  };
  return Object.fromEntries(
    outlines.flatMap((outline, at) => (outline.recurs === true ? [[at, patternOf(outline)]] : [])),
  );
}

const byteLength = (text: string): number => Buffer.byteLength(text);
