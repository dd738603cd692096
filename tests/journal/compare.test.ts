import { describe, expect, test } from 'vitest';
import type { Entry, GuideEvent } from '../../src/catalogue/schema';
import { releaseChanges } from '../../src/journal/compare';
import { anEntry, anEvent, aTool } from '../helpers/entries';

const DAY = '2026-12-01';
const between = (before: readonly Entry[], after: readonly Entry[]): string[] =>
  releaseChanges(before, after, DAY).map(({ change, id, field, old, new: now }) =>
    [change, id, field, old, now].filter((part) => part !== undefined).join(' | '),
  );

const event = anEvent({
  url: 'https://conf.example/2026',
  place: { city: 'Berlin', country: 'DE' },
  milestones: [{ kind: 'cfp', label: 'CFP', at: '2026-10-01' }],
});
const tool = aTool({ url: 'https://tool.example/', status: 'active' });

describe('what a release changed', () => {
  test.each<{ name: string; before: Entry[]; after: Entry[]; told: string[] }>([
    { name: 'nothing', before: [event, tool], after: [{ ...event }, { ...tool }], told: [] },
    { name: 'an entry came in', before: [], after: [tool], told: ['added | a-tool'] },
    { name: 'an entry is gone', before: [tool], after: [], told: ['retired | a-tool'] },
    {
      name: 'days',
      before: [event],
      after: [{ ...event, start: '2026-12-10' }],
      told: ['moved | an-event | dates | 2026-12-08 | 2026-12-10'],
    },
    {
      name: 'a place',
      before: [event],
      after: [{ ...event, place: { city: 'Paris', country: 'FR' } }],
      told: ['moved | an-event | place | Berlin, DE | Paris, FR'],
    },
    {
      name: 'cancelled',
      before: [event],
      after: [{ ...event, status: 'cancelled' }],
      told: ['cancelled | an-event | status | scheduled | cancelled'],
    },
    {
      name: 'a deadline, by the organiser',
      before: [event],
      after: [{ ...event, milestones: [{ kind: 'cfp', label: 'CFP', at: '2026-10-15', was: '2026-10-01' }] }],
      told: ['extended | an-event | milestones.cfp | 2026-10-01 | 2026-10-15'],
    },
    {
      name: 'a deadline that stands elsewhere now',
      before: [event],
      after: [
        {
          ...event,
          milestones: [
            { kind: 'early-bird', label: 'Cheap tickets', at: '2026-09-01' },
            { kind: 'cfp', label: 'Talks', at: '2026-10-15' },
          ],
        },
      ],
      told: ['moved | an-event | milestones.cfp | 2026-10-01 | 2026-10-15'],
    },
    {
      name: 'a page',
      before: [tool],
      after: [{ ...tool, url: 'https://new.example/' }],
      told: ['moved | a-tool | url | https://tool.example/ | https://new.example/'],
    },
    {
      name: 'a name',
      before: [tool],
      after: [{ ...tool, name: 'Other' }],
      told: ['moved | a-tool | name | A name | Other'],
    },
    {
      name: 'archived',
      before: [tool],
      after: [{ ...tool, status: 'archived' }],
      told: ['retired | a-tool | status | active | archived'],
    },
    {
      name: 'acquired',
      before: [tool],
      after: [{ ...tool, status: 'acquired' }],
      told: ['moved | a-tool | status | active | acquired'],
    },
    {
      name: 'what has become known is no news',
      before: [aTool()],
      after: [aTool({ url: 'https://x.example/', status: 'archived' })],
      told: [],
    },
  ])('$name', ({ before, after, told }) => expect(between(before, after)).toEqual(told));

  test('from its end: the gravest first, then by name', () => {
    const named = (name: string, own: Partial<GuideEvent> = {}): Entry => anEvent({ ...event, id: name, name, ...own });
    const later = { start: '2026-12-10' };
    expect(
      between(
        [named('b'), named('a'), named('c')],
        [named('b', later), named('a', later), named('c', { status: 'cancelled' }), tool],
      )
        .map((line) => line.split(' | ', 2).join(' '))
        .reverse(),
    ).toEqual(['cancelled c', 'moved a', 'moved b', 'added a-tool']);
  });

  test('each says its day, its source and where it was read', () => {
    const podcast = anEntry({ kind: 'podcast', status: 'active' });
    const ended = { ...podcast, status: 'ended', sources: [{ ref: 'its page', verified: DAY }] } as Entry;
    expect(releaseChanges([podcast], [ended, event], DAY)).toEqual([
      { day: DAY, change: 'added', id: 'an-event', kind: 'event', name: 'A name', source: 'catalogue', ref: 'a test' },
      {
        day: DAY,
        change: 'retired',
        id: 'a-podcast',
        kind: 'podcast',
        name: 'A name',
        field: 'status',
        old: 'active',
        new: 'ended',
        source: 'catalogue',
        ref: 'its page',
      },
    ]);
  });
});
