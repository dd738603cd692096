import type { GuideEvent, Series } from '../../src/catalogue/schema';
import { openDeadlines } from '../../src/query/deadlines';
import { asComing, expectedTimes, startsWithin } from '../../src/query/expected';
import { upcomingEvents, type Moment } from '../../src/query/upcoming';
import { occurrences } from '../../src/time/occurrences';
import { createZones } from '../../src/time/zone';
import type { ZoneSource } from '../../src/time/zone-table';
import type { Case } from './cases';

const COMMON = {
  name: 'A',
  summary: 'A.',
  topics: ['mlops-fundamentals'],
  sources: [{ ref: 'a', verified: '2026-11-01' }],
};
const AN_EVENT: Omit<GuideEvent, 'start'> = {
  ...COMMON,
  id: 'a',
  kind: 'event',
  type: 'meetup',
  certainty: 'confirmed',
  status: 'scheduled',
  relevance: 'core',
  added: '2026-11-01',
};
const A_SERIES: Series = { ...COMMON, id: 's', kind: 'series', type: 'meetup', relevance: 'core', added: '2026-11-01' };

/** What the program answers to a case, in words. It is bundled anew for each planted error, so it has all it needs. */
export function answerTo([asked, zone, now]: Case, table: ZoneSource): string {
  const zones = createZones(() => table);
  const moment: Moment = { now: Date.parse(now), zone, zones };
  if ('event' in asked) {
    const [found] = upcomingEvents([{ ...AN_EVENT, ...asked.event }], moment);
    return found ? `${found.state} ${found.startsInDays}` : 'over';
  }
  if ('milestone' in asked) {
    const milestone = { kind: 'cfp' as const, label: 'CFP', ...asked.milestone };
    const [found] = openDeadlines([{ ...AN_EVENT, start: '2027-01-01', milestones: [milestone] }], moment);
    if (!found) return 'closed';
    const closes = found.closes === null ? 'that day' : zones.wall(found.closes, zone);
    return `open ${found.daysLeft}, ${closes}${found.mayBeOver ? ', may be over' : ''}`;
  }
  const series = { ...A_SERIES, recurrence: asked.rule };
  const outline = { id: 's', kind: 'series' as const, name: 'A', url: undefined, topics: [], recurs: true };
  const editions = asked.edition === undefined ? [] : [{ ...AN_EVENT, series: 's', start: asked.edition }];
  const window = startsWithin(moment, undefined, undefined);
  const [next] = expectedTimes(series, outline, window, zones, occurrences, editions);
  if (!next) return 'none';
  const { state, startsInDays, starts } = asComing(series, next, moment, () => [next]);
  return `${state} ${startsInDays}, ${zones.wall(starts, zone)}`;
}
