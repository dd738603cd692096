import Table from 'cli-table3';
import { pluralOf } from '../catalogue/kinds';
import type { Entry, Term, Topic } from '../catalogue/schema';
import type { TopicOverview } from '../query/topic-map';
import type { Style } from './style';
import { cells, fit, wrap } from './width';

/** Widths at which a column has room. */
const ROOM_FOR_NAME = 60;
const ROOM_FOR_CHINESE = 78;
const ROOM_FOR_TERMS = 100;

/** The map of topics, a block for each stage. */
export function topicTable(rows: readonly TopicOverview[], width: number, style: Style): string {
  const columns = [
    { head: 'TOPIC', show: ({ topic }: TopicOverview) => topic.id, room: 0 },
    { head: 'NAME', show: ({ topic }: TopicOverview) => topic.name, room: ROOM_FOR_NAME },
    { head: '中文', show: ({ topic }: TopicOverview) => topic.terms?.zh?.[0] ?? '', room: ROOM_FOR_CHINESE },
    { head: 'ENTRIES', show: ({ entries }: TopicOverview) => String(entries), room: 0 },
    { head: 'TERMS', show: ({ terms }: TopicOverview) => String(terms.length), room: ROOM_FOR_TERMS },
  ].filter(({ room }) => width >= room);
  const table = new Table({
    // cli-table3 colours heads and borders unasked, and draws them: emptied, so that `style` alone decides.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
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
    table.push(columns.map(({ show }, index) => (index === 0 ? `  ${show(row)}` : show(row))));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

const BORDERS = [
  'top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right',
  'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle',
] as const; // prettier-ignore

/** What a topic means, its terms, and where to start. */
export function topicPage(
  { topic, stage, terms, entries }: TopicOverview,
  best: readonly Entry[],
  { width, style, first }: { width: number; style: Style; first: Term | undefined },
): string {
  const names = otherNames(topic);
  return [
    ...(first ? [...termLines(first, width, style), ''] : []),
    style.bold(topic.name),
    style.dim(`topic · ${topic.id} · ${stage?.name ?? topic.stage} · ${entries} entries`),
    '',
    ...wrap(topic.definition, width),
    ...(names.length > 0 ? ['', ...wrap(`Also: ${names.join(', ')}`, width).map((line) => style.dim(line))] : []),
    ...(terms.length > 0 ? ['', style.bold('Terms')] : []),
    ...terms.flatMap(({ name, id, summary }) => [
      `  ${style.cyan(name)}  ${style.dim(id)}`,
      ...wrap(summary, width - 4).map((line) => `    ${line}`),
    ]),
    ...(best.length > 0 ? ['', style.bold('Where to start')] : []),
    ...bestLines(best, width, style),
  ].join('\n');
}

function otherNames({ name, aliases, synonyms, terms }: Topic | Term): string[] {
  const others = [...(aliases ?? []), ...(synonyms ?? []), ...Object.values(terms ?? {}).flat()];
  return [...new Set(others)].filter((other) => other !== name);
}

function termLines(term: Term, width: number, style: Style): string[] {
  const names = otherNames(term);
  return [
    style.bold(term.name),
    style.dim(`term · ${term.id} · under ${term.topic}`),
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
    const name = fit(entry.name + year, width - 4);
    const room = width - 6 - cells(name);
    const id = cells(entry.id) <= room ? `  ${style.dim(entry.id)}` : '';
    return [...head, `    ${entry.url ? style.link(name, entry.url) : name}${id}`];
  });
}
