import { encodeIndex } from '../search/index-file';
import { eventInterval } from '../time/interval';
import type { Zones } from '../time/zone';
import type { Catalogue, Outline } from './catalogue';
import { BETWEEN, COMPILED_FILES, type Head, type Section } from './compiled-files';
import { KINDS } from './kinds';
import { outlineLine } from './outline';
import type { Entry } from './schema';

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
    const days =
      kind === 'event' ? outlines.map((outline) => daysOf(outline, catalogue.entry(outline), zones)) : undefined;
    const lastMilestones = days && outlines.map(({ lastMilestone = '' }) => lastMilestone);
    const sizes = { outlineBytes: rows.map(byteLength), entryBytes: entries.map(byteLength) };
    const section: Section = { kind, ...sizes, days, lastMilestones };
    return { section, rows: Buffer.from(rows.join('\n')), entries: Buffer.from(entries.join(BETWEEN)) };
  }).filter(({ rows }) => rows.length > 0);
  const { date, stages, categories } = catalogue;
  const head: Head = { date, stages, categories, sections: kinds.map(({ section }) => section) };
  return {
    [COMPILED_FILES.outline]: joined(
      `${JSON.stringify(head)}\n`,
      kinds.map(({ rows }) => rows),
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

function joined(start: string, pieces: readonly Buffer[], between: string): Buffer {
  const gap = Buffer.from(between);
  return Buffer.concat([Buffer.from(start), ...pieces.flatMap((piece, at) => (at > 0 ? [gap, piece] : [piece]))]);
}

function daysOf({ until = '' }: Outline, entry: Entry, zones: Zones | undefined): [string] | [string, number, number] {
  if (!zones || entry.kind !== 'event' || entry.timezone === undefined) return [until];
  const { start, end } = eventInterval(entry, zones, entry.timezone);
  return [until, start, end];
}

const byteLength = (text: string): number => Buffer.byteLength(text);
