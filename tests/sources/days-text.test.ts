import { expect, test } from 'vitest';
import { daysIn } from '../../src/sources/days-text';

test.each([
  { text: 'April 26 - May 04, 2025', days: ['2025-04-26', '2025-05-04'] },
  { text: 'April 12-18, 2026', days: ['2026-04-12', '2026-04-18'] },
  { text: 'December 6, 2026', days: ['2026-12-06', '2026-12-06'] },
  { text: 'July 10 – 12, 2024', days: ['2024-07-10', '2024-07-12'] },
  { text: 'Sept. 1st - 5th, 2025', days: ['2025-09-01', '2025-09-05'] },
  { text: 'Aug 29-September 1, 2022', days: ['2022-08-29', '2022-09-01'] },
  { text: 'Nov 28, 2026 - Jan 2, 2027', days: ['2026-11-28', '2027-01-02'] },
  { text: 'October 30 - November 1, 2023', days: ['2023-10-30', '2023-11-01'] },
])('$text', ({ text, days: [start, end] }) => {
  expect(daysIn(text)).toEqual({ start, end });
});

test.each([
  'TBD',
  '',
  'May 2026',
  'February 30, 2026',
  'Maybe 3, 2026',
  'May 9-3, 2026',
  'December 30 - January 2, 2027',
  'May 3',
])('%s names no days, and none are made up', (text) => {
  expect(daysIn(text)).toBeUndefined();
});
