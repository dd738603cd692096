import type { DayItem } from '../query/day-items';
import type { Moment } from '../query/upcoming';
import type { Day } from '../time/day';
import { itemMarks, itemName, itemWhen, itemWhere, paintItem } from '../render/day-item';
import type { Column } from '../render/table';

/** What stands in a month, in full, for people. */
export function dayColumns(moment: Moment, firstDay: Day): readonly Column<DayItem>[] {
  return [
    {
      head: 'when',
      show: (item) => itemWhen(item, moment, firstDay),
      short: (item) => itemWhen(item, moment, firstDay).replace(' – ', item.isTimed ? ' –\n' : ' – '),
    },
    { head: '', show: itemMarks, paint: paintItem },
    {
      head: 'what',
      show: itemName,
      link: ({ milestone, entry }) => milestone?.url ?? entry.url,
      min: 24,
      paint: paintItem,
    },
    { head: 'where', show: (item) => itemWhere(item, moment), min: 13, drop: 1 },
    { head: 'id', show: ({ entry }) => entry.id, drop: 2, paint: (text, _, style) => style.dim(text) },
  ];
}
