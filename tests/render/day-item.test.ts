import { describe, expect, test } from 'vitest';
import { deadlineItems } from '../../src/query/day-items';
import { itemWhere } from '../../src/render/day-item';
import { anEvent, zones } from '../helpers/entries';

const momentIn = (zone: string) => ({ now: Date.parse('2026-11-21T12:00Z'), zone, zones });

describe('how a deadline is stated', () => {
  test.each([
    { at: '2027-11-07', timezone: 'America/New_York', zone: 'America/Chicago', said: '7 Nov EST' },
    { at: '2027-03-28', timezone: 'Europe/Berlin', zone: 'America/Chicago', said: '28 Mar CEST' },
    { at: '2027-03-27', timezone: 'Europe/Berlin', zone: 'America/Chicago', said: '27 Mar CET' },
    // Algiers has CET all year: what counts is whether Berlin has it, too, when the day ends.
    { at: '2027-03-28', timezone: 'Europe/Berlin', zone: 'Africa/Algiers', said: '28 Mar CEST' },
    { at: '2027-10-31', timezone: 'Europe/Berlin', zone: 'Africa/Algiers', said: '' },
    { at: '2027-03-28T01:30', timezone: 'Europe/Berlin', zone: 'America/Chicago', said: '28 Mar 01:30 CET' },
    { at: '2027-12-06', timezone: 'AoE', zone: 'Europe/Berlin', said: '6 Dec AoE' },
    { at: '2027-12-06', timezone: undefined, zone: 'Europe/Berlin', said: 'zone not stated' },
    { at: '2027-12-06T17:00', timezone: undefined, zone: 'Europe/Berlin', said: '17:00, zone not stated' },
  ])('$at $timezone, seen from $zone: "$said"', ({ at, timezone, zone, said }) => {
    const event = anEvent({ milestones: [{ kind: 'cfp', label: 'Call for talks', at, timezone }] });
    const [item] = deadlineItems(event, momentIn(zone));
    expect(item && itemWhere(item, momentIn(zone))).toBe(said);
  });
});
