import type { DayItem } from '../query/day-items';
import type { Day } from '../time/day';
import { wallInWords } from '../time/words';
import { itemMarks, itemName, itemWhen, itemWhere, paintItem } from './day-item';
import type { ListLook } from './item-list';
import { wrap } from './width';

const INDENT = 4;

/**
 * A month as a list by day, for narrow terminals: each item once, under the first of its days that is in the month.
 * @param items in order of their first day
 */
export function dayList(items: readonly DayItem[], look: ListLook & { readonly today: Day }): string {
  const { firstDay, today, style } = look;
  const days = new Map<Day, DayItem[]>();
  for (const item of items) {
    const day = item.first < firstDay ? firstDay : item.first;
    const there = days.get(day);
    if (there) there.push(item);
    else days.set(day, [item]);
  }
  return [...days]
    .map(([day, there]) => {
      const head = wallInWords(day).slice(0, -5) + (day === today ? ', today' : '');
      return [style.bold(head), ...there.map((item) => itemLines(item, look))].join('\n');
    })
    .join('\n\n');
}

function itemLines(item: DayItem, { width, firstDay, moment, style }: ListLook): string {
  const { entry, first, last, isTimed } = item;
  const { url } = item.milestone ?? entry;
  const room = width - INDENT;
  const [name = '', ...more] = wrap(itemName(item), room).map((line) => (url ? style.link(line, url) : line));
  // The heading says the day.
  const when = isTimed || last > first ? itemWhen(item, moment, firstDay) : '';
  const facts = wrap([when, itemWhere(item, moment)].filter(Boolean).join(' · '), room);
  // On a line of its own: a row can be opened only by an id that is there as a whole, if need be on two lines.
  const id = wrap(entry.id, room);
  const blank = ' '.repeat(INDENT);
  return [
    paintItem(`${itemMarks(item).padEnd(INDENT)}${name}`, item, style),
    ...more.map((line) => paintItem(blank + line, item, style)),
    ...[...facts, ...id].map((line) => style.dim(blank + line)),
  ].join('\n');
}
