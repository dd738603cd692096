import Table from 'cli-table3';
import { pluralOf } from '../catalogue/kinds';
import type { Entry, Term, Topic } from '../catalogue/schema';
import { counted } from '../counted';
import type { TopicOverview } from '../query/topic-map';
import type { Style } from './style';
import { cells, fit, widest, wrap } from './width';

interface MapColumn {
  readonly head: string;
  show(row: TopicOverview): string;
  /** Where there is no room, columns go in this order, 1 first; absent: never. */
  readonly drop?: number;
}

const MAP_COLUMNS: readonly MapColumn[] = [
  { head: 'TOPIC', show: ({ topic }) => `  ${topic.id}` },
  { head: 'NAME', show: ({ topic }) => topic.name, drop: 3 },
  { head: '中文', show: ({ topic }) => topic.terms?.zh?.[0] ?? '', drop: 2 },
  { head: 'ENTRIES', show: ({ entries }) => String(entries), drop: 4 },
  { head: 'TERMS', show: ({ terms }) => String(terms.length), drop: 1 },
];
const GAP = 2;

/** The columns that fit side by side at their full width. */
function fittingColumns(rows: readonly TopicOverview[], width: number): readonly MapColumn[] {
  const needed = ({ head, show }: MapColumn): number => GAP + widest([head, ...rows.map(show)]);
  let columns = MAP_COLUMNS;
  for (let drop = 1; drop <= 4 && columns.reduce((sum, column) => sum + needed(column), -GAP) > width; drop += 1) {
    columns = columns.filter((column) => column.drop !== drop);
  }
  return columns;
}

/** The map of topics, a block for each stage. */
export function topicTable(rows: readonly TopicOverview[], width: number, style: Style): string {
  const columns = fittingColumns(rows, width);
  const table = new Table({
    // cli-table3 colours heads and borders unasked, and draws them: emptied, so that `style` alone decides.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
    chars: Object.fromEntries(BORDERS.map((name) => [name, ''])),
    colAligns: columns.map(({ head }) => (head === 'ENTRIES' || head === 'TERMS' ? 'right' : 'left')),
    head: columns.map(({ head }) => style.bold(head)),
  });
  let stage: string | undefined;
  for (const row of rows) {
    if (row.topic.stage !== stage) {
      stage = row.topic.stage;
      const name = row.stage ? `${row.stage.name} ${row.stage.terms?.zh?.[0] ?? ''}`.trim() : stage;
      table.push([{ colSpan: columns.length, content: style.cyan(fit(name, width - 2)) }]);
    }
    table.push(columns.map(({ show }) => fit(show(row), width)));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

const BORDERS = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
  ['', '-mid', '-left', '-right'].map((corner) => `${side}${corner}`).concat('middle'),
);

/** What a topic means, its terms, and where to start. */
export function topicPage(
  { topic, stage, terms, entries }: TopicOverview,
  best: readonly Entry[],
  { width, style, first }: { width: number; style: Style; first: Term | undefined },
): string {
  const names = otherNames(topic);
  return [
    ...(first ? [...termLines(first, width, style), ''] : []),
    ...wrap(topic.name, width).map(style.bold),
    ...wrap(`topic · ${topic.id} · ${stage?.name ?? topic.stage} · ${countWords(entries, terms.length)}`, width).map(
      style.dim,
    ),
    '',
    ...wrap(topic.definition, width),
    ...(names.length > 0 ? ['', ...wrap(`Also: ${names.join(', ')}`, width).map((line) => style.dim(line))] : []),
    ...(terms.length > 0 ? ['', style.bold('Terms')] : []),
    ...terms.flatMap(({ name, id, summary }) => [
      ...withId(name, id, 2, width, style, style.cyan),
      ...wrap(summary, width - 4).map((line) => `    ${line}`),
    ]),
    ...(best.length > 0 ? ['', style.bold('Where to start')] : []),
    ...bestLines(best, width, style),
  ].join('\n');
}

/** The count is that of a list of them, so it says what else than books and tools is in it. */
function countWords(entries: number, terms: number): string {
  const itself = terms === 0 ? 'the topic itself' : `the topic itself and ${terms === 1 ? 'its term' : 'its terms'}`;
  return `${counted(entries, 'entry', 'entries')}, with ${itself}`;
}

function otherNames({ name, aliases, synonyms, terms }: Topic | Term): string[] {
  const others = [...(aliases ?? []), ...(synonyms ?? []), ...Object.values(terms ?? {}).flat()];
  return [...new Set(others)].filter((other) => other !== name);
}

function termLines(term: Term, width: number, style: Style): string[] {
  const names = otherNames(term);
  return [
    ...wrap(term.name, width).map(style.bold),
    ...wrap(`term · ${term.id} · under ${term.topic}`, width).map(style.dim),
    '',
    ...wrap(term.definition, width),
    ...(names.length > 0 ? ['', ...wrap(`Also: ${names.join(', ')}`, width).map((line) => style.dim(line))] : []),
  ];
}

function bestLines(best: readonly Entry[], width: number, style: Style): string[] {
  let kind: string | undefined;
  return best.flatMap((entry) => {
    const head = entry.kind === kind ? [] : [`  ${style.cyan(pluralOf(entry.kind))}`];
    kind = entry.kind;
    const year = 'year' in entry && entry.year !== undefined ? ` (${entry.year})` : '';
    const link = (name: string): string => (entry.url ? style.link(name, entry.url) : name);
    return [...head, ...withId(entry.name + year, entry.id, 4, width, style, link)];
  });
}

/** A name and the id by which it can be opened: beside it, or below where both have no room on one line. */
function withId(
  name: string,
  id: string,
  indent: number,
  width: number,
  style: Style,
  paint: (name: string) => string,
): string[] {
  const blank = ' '.repeat(indent);
  const room = width - indent;
  if (cells(name) + GAP + cells(id) <= room) return [`${blank}${paint(name)}${' '.repeat(GAP)}${style.dim(id)}`];
  const below = wrap(id, room - GAP).map((line) => `${blank}${' '.repeat(GAP)}${style.dim(line)}`);
  return [blank + paint(fit(name, room)), ...below];
}
