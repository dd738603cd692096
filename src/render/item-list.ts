import type { DayItem } from '../query/day-items';
import type { Moment } from '../query/upcoming';
import type { Day } from '../time/day';
import { itemMarks, itemName, itemWhen, itemWhere, paintItem } from './day-item';
import type { Style } from './style';
import { cells, pad, widest, wrap } from './width';

const GAP = '  ';
const BETWEEN = ' · ';
/** With less room beside the days, they stand below the name. */
const LEAST_ROOM = 24;

export interface ListLook {
  readonly width: number;
  /** Of the month, which the items have days in. */
  readonly firstDay: Day;
  readonly moment: Moment;
  readonly style: Style;
}

/** Items in full, one after the other: when, what and where. What is long goes on below itself, nothing is cut. */
export function itemList(items: readonly DayItem[], { width, firstDay, moment, style }: ListLook): string {
  const whens = items.map((item) => itemWhen(item, moment, firstDay));
  const whenWidth = widest(whens);
  const markWidth = widest(items.map(itemMarks));
  const indent = whenWidth + GAP.length + (markWidth > 0 ? markWidth + 1 : 0);
  if (width - indent < LEAST_ROOM) return stacked(items, whens, { width, firstDay, moment, style });
  return items
    .flatMap((item, at) => {
      const head = pad(whens[at] ?? '', whenWidth) + GAP + itemMarks(item);
      return nameAndWhere(item, width - indent, moment, style).map(
        (line, row) => (row === 0 ? pad(head, indent) : ' '.repeat(indent)) + line,
      );
    })
    .join('\n');
}

function stacked(items: readonly DayItem[], whens: readonly string[], { width, moment, style }: ListLook): string {
  return items
    .flatMap((item, at) => {
      const { url } = item.milestone ?? item.entry;
      const name = wrap(`${itemMarks(item)} ${itemName(item)}`.trimStart(), width);
      const facts = [whens[at] ?? '', itemWhere(item, moment)].filter(Boolean).join(BETWEEN);
      return [
        ...name.map((line) => paintItem(url ? style.link(line, url) : line, item, style)),
        ...wrap(facts, width - GAP.length).map((line) => GAP + line),
      ];
    })
    .join('\n');
}

function nameAndWhere(item: DayItem, room: number, moment: Moment, style: Style): string[] {
  const { url } = item.milestone ?? item.entry;
  const where = itemWhere(item, moment);
  const name = wrap(itemName(item), room);
  const painted = name.map((line) => paintItem(url ? style.link(line, url) : line, item, style));
  if (where === '') return painted;
  const [only = '', ...more] = name;
  if (more.length === 0 && cells(only) + BETWEEN.length + cells(where) <= room)
    return [`${painted[0] ?? ''}${BETWEEN}${where}`];
  return [...painted, ...wrap(where, room)];
}
