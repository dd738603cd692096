import { expect, test } from 'vitest';
import { anEvent, aSeries } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { guide } from '../helpers/run';

const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=TH', time: '23:30', timezone: 'Pacific/Kiritimati' };
/** Beside the small catalogue, what lies as near to the ends as the rules let it, and what needs the library for rules. */
const built = builtFiles([
  anEvent({ id: 'first', start: '0000-01-01', end: '0000-01-02' }),
  anEvent({ id: 'first-timed', start: '0000-01-01T00:30', timezone: 'Pacific/Kiritimati' }),
  anEvent({
    id: 'last',
    start: '9999-12-29',
    end: '9999-12-30',
    milestones: [{ kind: 'cfp', label: 'Talks', at: '9999-12-30', timezone: 'AoE' }],
  }),
  anEvent({ id: 'last-timed', start: '9999-12-30T23:30', timezone: 'Pacific/Pago_Pago' }),
  aSeries({ id: 'weekly-call', recurrence }),
  aSeries({ id: 'rare-call', recurrence: { ...recurrence, rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU', start: '2026-10-06' } }), // prettier-ignore
]);
const busy = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${[
  'DTSTART;VALUE=DATE:00000101',
  'DTSTART;VALUE=DATE:99991231',
  'DTSTART:00000101T000000Z\r\nDTEND:00000101T010000Z',
  'DTSTART:99991231T233000Z\r\nDURATION:P9999D',
  'DTSTART;TZID=Asia/Tokyo:20261126T090000\r\nRRULE:FREQ=YEARLY;UNTIL=99991231T235959Z',
]
  .map(
    (lines, at) => `BEGIN:VEVENT\r\nUID:${at}\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:s${at}\r\n${lines}\r\nEND:VEVENT`,
  )
  .join('\r\n')}\r\nEND:VCALENDAR\r\n`;

const DAYS = ['0000-01-01', '0001-01-01', '9999-12-30', '9999-12-31'];
const SPANS = ['0d', '9999w', '9999mo'];
const WINDOWS = [
  '',
  ...DAYS.flatMap((day) => [`--from ${day}`, `--to ${day}`, `--from ${day} --within 9999mo`]),
  ...SPANS.map((span) => `--within ${span}`),
  '--from 0000-01-01 --to 9999-12-31',
  ...['0000', '9999', '0000..9999'].map((year) => `--year ${year}`),
];
/** Every command that takes days or spans, with the forms of its answer that count days in their own way. */
const LINES = [
  'upcoming',
  'upcoming --timeline',
  'upcoming --clashes',
  'upcoming --avoid busy.ics',
  'upcoming --series-without-date',
  'deadlines',
  'deadlines --one-line',
  'calendar',
  'calendar --months 36',
  'list events',
  'search call',
  'export-ics',
  'export-ics --what all --alarm 9999d',
  'export-ics first last last-timed weekly-call rare-call',
  'check-links --known',
].flatMap((command) => WINDOWS.map((window) => `${command} ${window}`));
const OTHER_LINES = [
  ...SPANS.flatMap((span) => [`export-ics --past ${span}`, `deadlines --fail-within ${span}`]),
  ...['latest', 'changes', 'changes --format atom'].flatMap((command) =>
    ['', ...[...DAYS, ...SPANS].map((when) => `--since ${when}`)].map((since) => `${command} ${since}`),
  ),
  ...DAYS.flatMap((day) => [`calendar ${day.slice(0, 7)} --months 36`, `search events before ${day}`]),
  'show first last-timed weekly-call',
  'validate',
  '--version',
];

test.each([
  ['2026-11-21', 'UTC'],
  ['0000-01-01', 'Pacific/Kiritimati'],
  ['0000-01-01T00:00Z', 'Pacific/Pago_Pago'],
  ['0100-01-01', 'UTC'],
  ['9999-12-31', 'Pacific/Pago_Pago'],
  ['9999-12-31T23:59Z', 'Pacific/Kiritimati'],
])('at %s in %s no day is too early or late, and no span too long', async (now, zone) => {
  const failed: string[] = [];
  for (const line of [...LINES, ...OTHER_LINES]) {
    const { err } = await guide(`${line} --now ${now} --tz ${zone}`, { built, files: { 'busy.ics': busy } });
    if (/This is a bug|outside the years|not a day|NaN|Infinity|Invalid/.test(err)) failed.push(`${line}: ${err}`);
  }
  expect(failed).toEqual([]);
});
