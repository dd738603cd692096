import { describe, expect, test } from 'vitest';
import { changeWords, journalOf, readReleases, type JournalQuery } from '../../src/journal/journal';
import type { Change } from '../../src/sources/fetched';
import { readJournal } from '../../scripts/read-journal';

const aChange = (own: Partial<Change> = {}): Change => ({
  day: '2026-11-10',
  change: 'moved',
  id: 'a',
  kind: 'event',
  name: 'A',
  field: 'dates',
  old: '8 Dec 2026',
  new: '9 Dec 2026',
  source: 'list',
  ...own,
});
const ALL: JournalQuery = { since: '0000-01-01', until: '9999-12-31', fits: () => true };
const told = (changes: readonly Change[]): string[] => changes.map(({ day, id, change }) => `${day} ${id} ${change}`);

describe('several journals as one', () => {
  test('newest first; of one day what a journal has later, and the last journal first', () => {
    const added = (id: string, day: string): Change =>
      aChange({ day, change: 'added', id, field: undefined, old: undefined, new: undefined });
    const off = { day: '2026-11-10', id: 'x', field: 'status' };
    expect(
      told(
        journalOf(
          [
            [added('old', '2026-11-01'), added('c', '2026-11-10'), added('b', '2026-11-10')],
            [
              aChange({ ...off, change: 'cancelled', old: 'scheduled', new: 'cancelled' }),
              aChange({ ...off, old: 'cancelled', new: 'scheduled' }),
              added('new', '2026-11-20'),
            ],
          ],
          ALL,
        ),
      ),
    ).toEqual([
      '2026-11-20 new added',
      '2026-11-10 x moved',
      '2026-11-10 x cancelled',
      '2026-11-10 b added',
      '2026-11-10 c added',
      '2026-11-01 old added',
    ]);
  });

  test('what both tell is told once, on its first day; another move of the same event is another change', () => {
    const later = aChange({ day: '2026-11-15', source: 'catalogue' });
    expect(journalOf([[later], [aChange()]], ALL)).toEqual([aChange()]);
    expect(journalOf([[aChange()], [later]], ALL)).toEqual([aChange()]);
    expect(journalOf([[aChange()], [aChange({ old: '9 Dec 2026', new: '10 Dec 2026' })]], ALL)).toHaveLength(2);
  });

  test('what was undone and happened again is told again; what was only written twice is not', () => {
    const off = aChange({ change: 'cancelled', field: 'status', old: 'scheduled', new: 'cancelled' });
    const on = aChange({ day: '2026-11-11', field: 'status', old: 'cancelled', new: 'scheduled' });
    const again = { ...off, day: '2026-11-12' };
    const offDays = (...journals: (readonly Change[])[]): string[] => journalOf(journals, ALL).map(({ day }) => day);
    expect(offDays([off, on, again])).toEqual(['2026-11-12', '2026-11-11', '2026-11-10']);
    expect(offDays([off, aChange({ day: '2026-11-11' }), again])).toEqual(['2026-11-11', '2026-11-10']);
    // A release that tells of the first, or of both.
    expect(offDays([{ ...off, day: '2026-11-09' }], [off, on, again])).toEqual([
      '2026-11-12',
      '2026-11-11',
      '2026-11-09',
    ]);
    expect(
      offDays(
        [off, on, again].map((change) => ({ ...change, day: '2026-12-01' })),
        [off, on, again],
      ),
    ).toEqual(['2026-11-12', '2026-11-11', '2026-11-10']);
  });

  test.each<{ name: string; query: Partial<JournalQuery>; days: string[] }>([
    { name: 'from a day on, itself included', query: { since: '2026-11-10' }, days: ['2026-11-11', '2026-11-10'] },
    { name: 'up to a day, itself included', query: { until: '2026-11-10' }, days: ['2026-11-10', '2026-11-09'] },
    { name: 'of some kinds of change', query: { changes: ['added'] }, days: ['2026-11-11'] },
    { name: 'of some entries', query: { fits: ({ id }) => id === 'b' }, days: ['2026-11-09'] },
  ])('$name', ({ query, days }) => {
    const journal = [
      aChange({ day: '2026-11-09', id: 'b' }),
      aChange(),
      aChange({ day: '2026-11-11', change: 'added' }),
    ];
    expect(journalOf([journal], { ...ALL, ...query }).map(({ day }) => day)).toEqual(days);
  });
});

test.each([
  { change: aChange(), words: 'dates: 8 Dec 2026 → 9 Dec 2026' },
  { change: aChange({ change: 'disputed' }), words: 'dates: 8 Dec 2026, or 9 Dec 2026' },
  { change: aChange({ change: 'added', field: undefined }), words: '' },
  { change: aChange({ old: undefined }), words: 'dates: ? → 9 Dec 2026' },
])('in words: "$words"', ({ change, words }) => expect(changeWords(change)).toBe(words));

describe('the journal of releases', () => {
  const line = (own: Partial<Change> = {}): string => `${JSON.stringify(aChange(own))}\n`;

  test('is read line by line, and back from the build', () => {
    const changes = readJournal(line() + line({ day: '2026-11-11' }));
    expect(told(changes)).toEqual(['2026-11-10 a moved', '2026-11-11 a moved']);
    expect(readReleases(JSON.stringify(changes))).toEqual(changes);
    expect(readJournal('')).toEqual([]);
  });

  test.each([
    { name: 'no JSON', text: `${line()}oops\n`, at: 2 },
    { name: 'a key that no change has', text: line().replace('"day"', '"when"'), at: 1 },
    { name: 'a word that is no change', text: line({ change: 'renamed' as 'moved' }), at: 1 },
    { name: 'no day', text: line({ day: '2026-13-01' }), at: 1 },
    { name: 'older than the one before', text: line() + line({ day: '2026-11-09' }), at: 2 },
  ])('$name: named with its line', ({ text, at }) => {
    expect(() => readJournal(text)).toThrow(`data/changes.jsonl:${at}: `);
  });
});
