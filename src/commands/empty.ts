import type { Context } from '../context';
import { oneLess, type Criteria } from '../query/select';
import { OPTION_OF } from './criteria';

/** Says on stderr that nothing was found, and which filter stands in the way. */
export function noteEmpty(ctx: Context, what: string, criteria: Criteria, count: (criteria: Criteria) => number): void {
  const [first] = oneLess(criteria, count);
  const way = first
    ? ` Without ${first.without === 'kinds' ? 'the kind' : `--${OPTION_OF[first.without]}`} there would be ${first.count}.`
    : '';
  ctx.note(`${what}.${way}`);
}
