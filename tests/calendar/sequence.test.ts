import { expect, test } from 'vitest';
import type { GuideEvent } from '../../src/catalogue/schema';
import { anEvent, AOE, calendarOf, NO_ZONE, unfolded } from './an-event';
import { samples } from './samples';
import { anEdition, aSeries, recurring, THURSDAYS } from './series-samples';

/** What is in a file, by UID and replaced occurrence. */
function entriesOf(events: readonly GuideEvent[], weekly = aSeries()): Map<string, string> {
  const { text } = calendarOf(events, { recurring: [recurring(weekly, '2027-04-30', [anEdition()])] });
  const [, ...parts] = text.split('BEGIN:VEVENT');
  return new Map(
    parts.map((part) => [[/^UID.*/m, /^RECURRENCE-ID.*/m].map((form) => form.exec(part)?.[0]).join(), part]),
  );
}
function sequenceOf(entry: string | undefined): number {
  return Number(
    unfolded(entry ?? '')
      .find((line) => line.startsWith('SEQUENCE:'))
      ?.slice(9),
  );
}

const event = anEvent({ id: 'one-2027', milestones: [AOE, NO_ZONE] });
const events = [...samples, event];

test.each<{ name: string; own: Partial<GuideEvent>; uids: string[] }>([
  {
    name: 'the days of an event',
    own: { start: '2027-03-11', sequence: 1 },
    uids: ['deadline-one-2027-abstract-1', 'deadline-one-2027-cfp-1', 'event-one-2027'], // deadlines name its days
  },
  {
    name: 'its status',
    own: { status: 'cancelled', sequence: 1 },
    uids: ['deadline-one-2027-abstract-1', 'deadline-one-2027-cfp-1', 'event-one-2027'],
  },
  {
    name: 'one of its deadlines, the first time',
    own: { milestones: [{ ...AOE, at: '2026-12-07T23:59', was: AOE.at }, NO_ZONE] },
    uids: ['deadline-one-2027-cfp-1', 'event-one-2027'], // and the event, which lists them
  },
  {
    name: 'one of its deadlines, the second time',
    own: { milestones: [AOE, { ...NO_ZONE, at: '2026-12-09', was: '2026-11-01', sequence: 2 }] },
    uids: ['deadline-one-2027-abstract-1', 'event-one-2027'],
  },
])('after a change of $name only that entry differs, and its SEQUENCE is higher', ({ own, uids }) => {
  const before = entriesOf(events);
  const after = entriesOf([...samples, { ...event, ...own }]);
  const changed = [...after.keys()].filter((key) => after.get(key) !== before.get(key));
  expect(changed.map((key) => key.replace(/^UID:|@.*$/g, '')).sort()).toEqual(uids);
  for (const key of changed) expect(sequenceOf(after.get(key)), key).toBeGreaterThan(sequenceOf(before.get(key)));
  expect([...after.keys()]).toHaveLength(before.size);
});

test('after a change of a rule only that series differs', () => {
  const before = entriesOf(events);
  const after = entriesOf(events, aSeries({ ...THURSDAYS, exceptions: ['2027-04-01'] }, { sequence: 1 }));
  const changed = [...after.keys()].filter((key) => after.get(key) !== before.get(key));
  expect(changed).toHaveLength(1);
  expect(sequenceOf(after.get(changed[0] ?? ''))).toBe(1);
});
