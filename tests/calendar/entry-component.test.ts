import { expect, test } from 'vitest';
import type { GuideEvent } from '../../src/catalogue/schema';
import { anEvent, lines } from './an-event';

test.each<{ name: string; own: Partial<GuideEvent>; is: string[] }>([
  { name: 'days', own: {}, is: ['MLOps Day 2027', 'CONFIRMED', 'TRANSPARENT', 'FREE'] },
  {
    name: 'a time',
    own: { start: '2027-03-10T18:00', timezone: 'UTC' },
    is: ['MLOps Day 2027', 'CONFIRMED', 'OPAQUE'],
  },
  {
    name: 'tentative',
    own: { certainty: 'tentative' },
    is: ['MLOps Day 2027 (dates unconfirmed)', 'TENTATIVE', 'TRANSPARENT', 'FREE'],
  },
  {
    name: 'estimated',
    own: { certainty: 'estimated' },
    is: ['MLOps Day 2027 (dates unconfirmed)', 'TENTATIVE', 'TRANSPARENT', 'FREE'],
  },
  {
    name: 'postponed',
    own: { status: 'postponed', certainty: 'tentative' },
    is: ['MLOps Day 2027 (postponed)', 'TENTATIVE', 'TRANSPARENT', 'FREE'],
  },
  {
    name: 'cancelled, which blocks no time',
    own: { status: 'cancelled', start: '2027-03-10T18:00', timezone: 'UTC' },
    is: ['CANCELLED: MLOps Day 2027', 'CANCELLED', 'TRANSPARENT', 'FREE'],
  },
])('state: $name', ({ own, is }) => {
  const names = ['SUMMARY', 'STATUS', 'TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS'];
  const found = names.flatMap((name) => lines([anEvent(own)], name));
  expect(found.map((line) => line.slice(line.indexOf(':') + 1))).toEqual(is);
});

test.each<{ name: string; own: Partial<GuideEvent>; line: string | undefined }>([
  { name: 'LOCATION', own: { mode: 'online', place: { country: 'DE' } }, line: 'LOCATION:Online' },
  {
    name: 'LOCATION',
    own: { mode: 'hybrid', place: { venue: 'Hall 1; Fair', city: 'São\nPaulo', region: 'SP', country: 'BR' } },
    line: 'LOCATION:Hall 1\\; Fair\\, São Paulo\\, SP\\, BR',
  },
  { name: 'LOCATION', own: { mode: 'in-person' }, line: undefined },
  { name: 'GEO', own: { place: { lat: 0, lon: -0 } }, line: 'GEO:0;0' },
  { name: 'GEO', own: { place: { lat: -33.8688197, lon: 1e-7 } }, line: 'GEO:-33.86882;0' },
  { name: 'GEO', own: { place: { lat: 0.00001, lon: 180 } }, line: 'GEO:0.00001;180' },
  { name: 'GEO', own: { place: { lat: 1 } }, line: undefined },
  { name: 'URL', own: { url: 'https://example.org/a,b;c' }, line: 'URL:https://example.org/a,b;c' },
  { name: 'URL', own: {}, line: undefined },
  { name: 'CATEGORIES', own: { topics: ['llmops', 'ci-cd'] }, line: 'CATEGORIES:llmops,ci-cd' },
  { name: 'SEQUENCE', own: {}, line: 'SEQUENCE:0' },
  { name: 'SEQUENCE', own: { sequence: 3 }, line: 'SEQUENCE:3' },
  { name: 'DTSTAMP', own: {}, line: 'DTSTAMP:20261005T000000Z' },
  { name: 'DTSTAMP', own: { added: '2026-11-21' }, line: 'DTSTAMP:20261121T000000Z' },
  {
    name: 'LAST-MODIFIED',
    own: { sources: ['2026-10-31', '2026-11', '2026-09-09'].map((verified) => ({ ref: 'x', verified })) },
    line: 'LAST-MODIFIED:20261101T000000Z',
  },
])('$name: $line', ({ name, own, line }) => {
  expect(lines([anEvent(own)], name)).toEqual(line === undefined ? [] : [line]);
});
