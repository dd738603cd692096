import { describe, expect, test } from 'vitest';
import type { GuideEvent, Milestone } from '../../src/catalogue/schema';
import { anEvent, AOE, lines, NO_ZONE } from './an-event';

describe('deadlines', () => {
  const due = (milestones: Milestone[], own: Partial<GuideEvent> = {}): GuideEvent[] => [
    anEvent({ milestones, ...own }),
  ];

  test.each<{ name: string; milestone: Milestone; start: string; end: string; summary: string }>([
    {
      name: '23:59 AoE',
      milestone: AOE,
      start: 'DTSTART:20261201T112900Z',
      end: 'DTEND:20261201T115900Z',
      summary: 'SUMMARY:CFP closes: MLOps Day 2027 (23:59 AoE)',
    },
    {
      name: 'a time in a zone',
      milestone: { ...AOE, kind: 'paper', at: '2026-06-30T17:00', timezone: 'Europe/Berlin' },
      start: 'DTSTART:20260630T143000Z',
      end: 'DTEND:20260630T150000Z',
      summary: 'SUMMARY:Papers due: MLOps Day 2027 (17:00 Europe/Berlin)',
    },
    {
      name: 'a day in a zone, to its last minute',
      milestone: { ...AOE, kind: 'registration', at: '2026-11-30' },
      start: 'DTSTART:20261201T112900Z',
      end: 'DTEND:20261201T115900Z',
      summary: 'SUMMARY:Registration closes: MLOps Day 2027 (end of day\\, AoE)',
    },
    {
      name: 'a day without a zone',
      milestone: NO_ZONE,
      start: 'DTSTART;VALUE=DATE:20261130',
      end: 'DTEND;VALUE=DATE:20261201',
      summary: 'SUMMARY:Abstracts due: MLOps Day 2027 (zone not stated)',
    },
  ])('$name', ({ milestone, start, end, summary }) => {
    const own = { what: 'deadlines' } as const;
    const found = ['DTSTART', 'DTEND', 'SUMMARY', 'TRANSP'].flatMap((name) => lines(due([milestone]), name, own));
    expect(found).toEqual([start, end, summary, 'TRANSP:TRANSPARENT']);
  });

  test('are numbered within their kind, and named where one kind has several', () => {
    const second = { ...AOE, label: 'Posters', at: '2026-12-15T23:59' };
    const events = due([AOE, NO_ZONE, second], { certainty: 'tentative' });
    expect(lines(events, 'UID', { what: 'deadlines' })).toEqual([
      'UID:deadline-mlops-day-2027-abstract-1@mlops-guide.invalid',
      'UID:deadline-mlops-day-2027-cfp-1@mlops-guide.invalid',
      'UID:deadline-mlops-day-2027-cfp-2@mlops-guide.invalid',
    ]);
    expect(lines(events, 'SUMMARY', { what: 'deadlines' })).toEqual([
      'SUMMARY:Abstracts due: MLOps Day 2027 (zone not stated) (dates unconfirmed)',
      'SUMMARY:CFP closes: MLOps Day 2027\\, Call for papers (23:59 AoE) (dates unconfirmed)',
      'SUMMARY:CFP closes: MLOps Day 2027\\, Posters (23:59 AoE) (dates unconfirmed)',
    ]);
    expect(lines(events, 'UID', { what: 'deadlines', wanted: (_, { label }) => label === 'Posters' })).toEqual([
      'UID:deadline-mlops-day-2027-cfp-2@mlops-guide.invalid',
    ]);
  });

  test.each([
    ['2026-11-30T23:59', 'UTC', 'Call for papers: 2026-11-30 23:59 UTC\\nEvent'],
    ['2026-11-30T23:59', 'Etc/UTC', 'Call for papers: 2026-11-30 23:59 Etc/UTC\\nEvent'],
    ['2026-11-30', 'UTC', 'Call for papers: 2026-11-30 UTC = 2026-11-30 23:59 UTC\\nEvent'],
    ['2026-11-30T23:59', 'Europe/London', 'Call for papers: 2026-11-30 23:59 Europe/London = 2026-11-30 23:59 UTC\\n'],
    // Clocks skip 02:30 there: it comes as 03:30, which is what equals the time in UTC.
    ['2026-03-08T02:30', 'America/New_York', 'papers: 2026-03-08 03:30 America/New_York = 2026-03-08 07:30 UTC\\n'],
  ])('say %s %s once where it is the time in UTC, and else in both', (at, timezone, says) => {
    const [description] = lines(due([{ ...AOE, at, timezone }]), 'DESCRIPTION', { what: 'deadlines' });
    expect(description).toContain(says);
  });

  test('say when, where, what it was, and that no zone is stated', () => {
    const events = due([{ ...AOE, was: '2026-11-15', url: 'https://example.org/cfp' }], {
      place: { city: 'Oslo', country: 'NO' },
    });
    expect(lines(events, 'DESCRIPTION', { what: 'deadlines' })).toEqual([
      'DESCRIPTION:Call for papers: 2026-11-30 23:59 AoE (extended from 2026-11-15) = 2026-12-01 11:59 UTC\\n' +
        'Event: 2027-03-10\\, Oslo\\, NO\\nA day of talks on MLOps.\\nhttps://example.org/cfp\\n' +
        'Source: example.org\\, verified 2026-10-05',
    ]);
    expect(lines(events, 'URL', { what: 'deadlines' })).toEqual(['URL:https://example.org/cfp']);
    expect(lines(due([NO_ZONE]), 'DESCRIPTION', { what: 'deadlines' })[0]).toContain(
      'Abstracts: 2026-11-30 (zone not stated)\\nThe organiser states no time zone',
    );
  });
});
