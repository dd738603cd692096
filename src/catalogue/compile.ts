import { encodeAsked, encodeIndex } from '../search/index-file';
import { eventInterval } from '../time/interval';
import { occurrences } from '../time/occurrences';
import { packPattern, type Pattern } from '../time/pattern';
import type { Zones } from '../time/zone';
import type { Catalogue, Outline } from './catalogue';
import { packBlocks } from './blocks';
import {
  BETWEEN,
  COMPILED_FILES,
  PACKED_ENTRIES,
  PACKED_PLACES,
  DAY_LENGTH,
  MINUTE_MS,
  type Days,
  type Detail,
  type Head,
  type Section,
} from './compiled-files';
import { KINDS } from './kinds';
import { outlineLine } from './outline';
import { detailAt, openOutlines } from './outline-file';
import { squeezed } from './squeezed';

const YEAR_MS = 366 * 86_400_000;

/**
 * @param zones to work out when events take place, which spares two dozen zones at every start; left out, that is done then
 * @returns file name → content. As bytes and kind by kind: as text, a hundred thousand entries would take several times
 * their room
 */
export function compileCatalogue(catalogue: Catalogue, zones?: Zones): Record<string, Buffer> {
  // First, while there is nothing else: making it takes the most room.
  const searchIndex = catalogue.searchIndex();
  const index = Buffer.from(encodeIndex(searchIndex), 'latin1');
  const kinds = KINDS.map((kind) => {
    const outlines = catalogue.outlines([kind]);
    const rows = outlines.map(outlineLine);
    const entries = outlines.map((outline) => JSON.stringify(catalogue.entry(outline)));
    const hasDays = kind === 'event' || kind === 'series';
    const detail: Detail = {
      outlineLengths: rows.map((row) => Buffer.byteLength(row)),
      entryLengths: entries.map((entry) => Buffer.byteLength(entry)),
      ...(hasDays ? { days: daysOf(catalogue, outlines, zones) } : {}),
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
    [COMPILED_FILES.places]: Buffer.from(searchIndex.places, 'latin1'),
    [COMPILED_FILES.asked]: Buffer.from(encodeAsked(searchIndex.asked), 'latin1'),
  };
}

/**
 * The same with entries packed, for a download, where room counts. What is ahead stays as it is: `upcoming` is asked most,
 * and unpacking would cost it a tenth of a start.
 */
export function packedCatalogue(files: Readonly<Record<string, Buffer>>): Record<string, Buffer> {
  const {
    [COMPILED_FILES.entries]: entries,
    [COMPILED_FILES.outline]: outline,
    [COMPILED_FILES.places]: places,
    ...rest
  } = files;
  if (!entries || !outline || !places) throw new RangeError('not a compiled catalogue');
  const { head, headBytes } = openOutlines(outline);
  const [start, end] = plainStretch(outline);
  const { bytes, sizes } = packBlocks(Buffer.concat([entries.subarray(0, start), entries.subarray(end)]));
  const packed: Head = { ...head, packed: { plain: [start, end], blocks: sizes } };
  return {
    ...rest,
    [COMPILED_FILES.outline]: Buffer.concat([Buffer.from(JSON.stringify(packed)), outline.subarray(headBytes)]),
    [COMPILED_FILES.entries]: entries.subarray(start, end),
    [PACKED_ENTRIES]: bytes,
    [PACKED_PLACES]: squeezed(places),
  };
}

/** From the first event that is not over on the catalogue's day to the last series; both kinds stand first. */
function plainStretch(outline: Buffer): readonly [start: number, end: number] {
  const { head, at } = openOutlines(outline);
  let [start, end, next] = [0, 0, 0];
  for (const [place, { kind, entryBytes, detailBytes }] of head.sections.entries()) {
    if (kind !== 'event' && kind !== 'series') break;
    if (kind === 'event') {
      const { entryLengths, days } = detailAt(outline, at[place]?.detail ?? 0, detailBytes);
      const until = days?.until.match(/.{10}/g) ?? [];
      const ahead = until.findIndex((day) => day >= head.date);
      const over = entryLengths.slice(0, ahead === -1 ? undefined : ahead);
      start = over.reduce((sum, length) => sum + length + BETWEEN.length, next);
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

function daysOf(catalogue: Catalogue, outlines: readonly Outline[], zones: Zones | undefined): Days {
  const intervals = outlines.map((outline) => {
    const entry = catalogue.entry(outline);
    return zones && entry.kind === 'event' && entry.timezone !== undefined
      ? eventInterval(entry, zones, entry.timezone)
      : { start: 0, end: 0 };
  });
  return {
    when: outlines.map(({ when = '' }) => when.padEnd(DAY_LENGTH)).join(''),
    until: outlines.map(({ until = '' }) => until.padEnd(DAY_LENGTH)).join(''),
    starts: intervals.map(({ start }) => start / MINUTE_MS),
    minutes: intervals.map(({ start, end }) => (end - start) / MINUTE_MS),
  };
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
