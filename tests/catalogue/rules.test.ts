import { expect, test } from 'vitest';
import { checkRules } from '../../src/catalogue/rules';
import { aTool, anEvent, zones } from '../helpers/entries';

const vocabulary = {
  kinds: new Map([['monitoring', 'topic'] as const]),
  stages: new Set<string>(),
  categories: new Set(['training']),
  hasZone: zones.has,
  hasCountry: (code: string) => code === 'DE',
};

test('sound entries have no findings', () => {
  expect(checkRules([anEvent(), aTool()], vocabulary)).toEqual([]);
});

test('every rule is asked', () => {
  const event = anEvent({
    id: 'twice',
    name: 'MLOps Day 2025',
    url: 'https://day.example/',
    aliases: ['Day'],
    topics: ['nowhere'],
    start: '2026-12-08T18:00',
    end: '2026-12-07',
    place: { country: 'XX' },
    milestones: [{ kind: 'cfp', label: 'CFP', at: '2026-12-09', timezone: 'PST', was: '2026-12-10' }],
    added: '1970-01-01',
  });
  const other = anEvent({ id: 'twice', url: 'http://day.example', aliases: ['day'] });
  const found = checkRules([event, other], vocabulary).map(
    ({ entry, path }) => `${entry === event ? 1 : 2} ${path.join('.')}`,
  );
  expect(found.sort()).toEqual([
    '1 added',
    '1 end',
    '1 milestones.0.at',
    '1 milestones.0.timezone',
    '1 milestones.0.was',
    '1 name',
    '1 place.country',
    '1 start',
    '1 topics.0',
    '2 aliases.0',
    '2 id',
    '2 url',
  ]);
});
