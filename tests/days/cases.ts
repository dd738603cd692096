import type { GuideEvent, Milestone, Recurrence } from '../../src/catalogue/schema';

/** What is asked about, in which zone it is read, when, and what the answer is: see `answerTo`. */
export type Case = readonly [asked: Asked, reader: string, now: string, answer: string];
type Asked =
  | { readonly event: Pick<GuideEvent, 'start'> & Partial<GuideEvent> }
  | { readonly milestone: Pick<Milestone, 'at' | 'timezone'> }
  | { readonly rule: Recurrence; readonly edition?: string };

const BERLIN = 'Europe/Berlin';
const TOKYO = 'Asia/Tokyo';
const LA = 'America/Los_Angeles';
const NY = 'America/New_York';
const VANCOUVER = 'America/Vancouver';
/** The first and the last to see a day, but for AoE. */
const KIRITIMATI = 'Pacific/Kiritimati';
const PAGO = 'Pacific/Pago_Pago';

const on = (days: string, timezone?: string): Asked => {
  const [start = '', end] = days.split('/');
  return { event: { start, ...(end && { end }), ...(timezone && { timezone }) } };
};
const due = (at: string, timezone?: string): Asked => ({ milestone: { at, timezone } });
const by = (rule: string, time: string, timezone: string, own: Partial<Recurrence> = {}): Asked => ({
  rule: { rule, time, timezone, ...own },
});
const THURSDAYS = by('FREQ=WEEKLY;BYDAY=TH', '13:00', LA);

/** Of events the state and in how many days they start; nothing is read off the program, all of it was worked out by hand. */
export const EVENTS: readonly Case[] = [
  // A day without a zone is the reader's.
  [on('2026-12-08'), BERLIN, '2026-12-07T22:59:59Z', 'upcoming 1'],
  [on('2026-12-08'), BERLIN, '2026-12-07T23:00:00Z', 'ongoing 0'],
  [on('2026-12-08'), BERLIN, '2026-12-08T22:59:59Z', 'ongoing 0'],
  [on('2026-12-08'), BERLIN, '2026-12-08T23:00:00Z', 'over'],
  [on('2026-12-08'), KIRITIMATI, '2026-12-07T10:00:00Z', 'ongoing 0'],
  [on('2026-12-08'), KIRITIMATI, '2026-12-08T10:00:00Z', 'over'],
  [on('2026-12-08'), PAGO, '2026-12-08T10:59:59Z', 'upcoming 1'],
  [on('2026-12-08'), PAGO, '2026-12-09T10:59:59Z', 'ongoing 0'],
  // With one it is that of its place, and keeps its date for every reader.
  [on('2026-12-08', TOKYO), BERLIN, '2026-12-07T14:59:59Z', 'upcoming 1'],
  [on('2026-12-08', TOKYO), BERLIN, '2026-12-07T15:00:00Z', 'ongoing 0'],
  [on('2026-12-08', TOKYO), BERLIN, '2026-12-08T14:59:59Z', 'ongoing 0'],
  [on('2026-12-08', TOKYO), BERLIN, '2026-12-08T15:00:00Z', 'over'],
  [on('2026-12-08', VANCOUVER), BERLIN, '2026-12-08T06:59:59Z', 'upcoming 0'],
  [on('2026-12-08', VANCOUVER), BERLIN, '2026-12-08T07:00:00Z', 'ongoing 0'],
  [on('2026-12-08', VANCOUVER), BERLIN, '2026-12-09T06:59:59Z', 'ongoing -1'],
  [on('2026-12-08', VANCOUVER), BERLIN, '2026-12-09T07:00:00Z', 'over'],
  [on('2026-12-08', LA), TOKYO, '2026-12-09T07:59:59Z', 'ongoing -1'],
  [on('2026-12-08', KIRITIMATI), PAGO, '2026-12-07T09:59:59Z', 'upcoming 2'],
  [on('2026-12-08', KIRITIMATI), PAGO, '2026-12-07T10:00:00Z', 'ongoing 0'],
  [on('2026-12-08', KIRITIMATI), PAGO, '2026-12-08T10:00:00Z', 'over'],
  [on('2026-12-08', 'AoE'), KIRITIMATI, '2026-12-08T11:00:00Z', 'upcoming 0'],
  [on('2026-12-08', 'AoE'), KIRITIMATI, '2026-12-09T11:59:59Z', 'ongoing -2'],
  [on('2026-12-08', 'AoE'), KIRITIMATI, '2026-12-09T12:00:00Z', 'over'],
  // Several days, the last one included; over the turn of a year; a leap day.
  [on('2026-12-08/2026-12-10', BERLIN), BERLIN, '2026-12-10T22:59:59Z', 'ongoing -2'],
  [on('2026-12-08/2026-12-10', BERLIN), BERLIN, '2026-12-10T23:00:00Z', 'over'],
  [on('2026-12-31/2027-01-02', TOKYO), LA, '2026-12-31T00:00:00Z', 'ongoing 0'],
  [on('2026-12-31/2027-01-02', TOKYO), LA, '2027-01-02T15:00:00Z', 'over'],
  [on('2028-02-29', 'UTC'), BERLIN, '2028-02-28T12:00:00Z', 'upcoming 1'],
  [on('2028-02-29', 'UTC'), BERLIN, '2028-02-29T23:59:59Z', 'ongoing -1'],
  // Days of 25 and of 23 hours, and days counted over them.
  [on('2026-10-25'), BERLIN, '2026-10-25T22:59:59Z', 'ongoing 0'],
  [on('2027-03-28'), BERLIN, '2027-03-28T22:00:00Z', 'over'],
  [on('2026-10-31/2026-11-01', NY), BERLIN, '2026-11-02T04:59:59Z', 'ongoing -2'],
  [on('2026-10-26'), BERLIN, '2026-10-24T21:30:00Z', 'upcoming 2'],
  [on('2027-03-29'), BERLIN, '2027-03-27T22:30:00Z', 'upcoming 2'],
  [on('2027-04-04', 'Australia/Lord_Howe'), 'Australia/Sydney', '2027-04-04T13:29:59Z', 'ongoing 0'],
  [on('2027-04-04', 'Australia/Lord_Howe'), 'Australia/Sydney', '2027-04-04T13:30:00Z', 'over'],
  // A time is an instant, on the reader's day.
  [on('2026-12-08T18:00/2026-12-08T19:30', NY), NY, '2026-12-08T22:59:59Z', 'upcoming 0'],
  [on('2026-12-08T18:00/2026-12-08T19:30', NY), NY, '2026-12-08T23:00:00Z', 'ongoing 0'],
  [on('2026-12-08T18:00/2026-12-08T19:30', NY), NY, '2026-12-09T00:30:00Z', 'over'],
  [on('2026-12-08T18:00/2026-12-08T19:30', NY), BERLIN, '2026-12-08T22:59:59Z', 'upcoming 1'],
  [on('2026-12-08T22:00/2026-12-09T02:00', 'Europe/London'), 'Europe/London', '2026-12-09T01:59:59Z', 'ongoing -1'],
  [on('2026-12-08T18:00/2026-12-09', BERLIN), BERLIN, '2026-12-09T22:59:59Z', 'ongoing -1'],
  [on('2026-12-08T18:00', BERLIN), BERLIN, '2026-12-08T17:59:59Z', 'ongoing 0'],
  [on('2026-12-08T18:00', BERLIN), BERLIN, '2026-12-08T18:00:00Z', 'over'],
  [on('2026-12-08T00:15', 'Asia/Kathmandu'), BERLIN, '2026-12-07T12:00:00Z', 'upcoming 0'],
  // Rules of 2026 that are not in older tables, a time that clocks skip, and one that they show twice.
  [on('2026-12-10T18:00', VANCOUVER), VANCOUVER, '2026-12-11T00:59:59Z', 'upcoming 0'],
  [on('2026-12-10T18:00', VANCOUVER), VANCOUVER, '2026-12-11T01:00:00Z', 'ongoing 0'],
  [on('2027-03-28T02:30', BERLIN), BERLIN, '2027-03-28T01:29:59Z', 'upcoming 0'],
  [on('2027-03-28T02:30', BERLIN), BERLIN, '2027-03-28T01:30:00Z', 'ongoing 0'],
  [on('2026-10-25T02:30', BERLIN), BERLIN, '2026-10-25T00:30:00Z', 'ongoing 0'],
  [on('2026-10-25T02:30', BERLIN), BERLIN, '2026-10-25T01:30:00Z', 'over'],
];

/** Of deadlines the days left, and what clocks show where the reader is when they close. */
export const DEADLINES: readonly Case[] = [
  [due('2026-12-06', 'AoE'), BERLIN, '2026-11-21T12:00:00Z', 'open 16, 2026-12-07T12:59'],
  [due('2026-12-06', 'AoE'), TOKYO, '2026-11-21T12:00:00Z', 'open 16, 2026-12-07T20:59'],
  [due('2026-12-06', 'AoE'), LA, '2026-11-21T12:00:00Z', 'open 16, 2026-12-07T03:59'],
  [due('2026-12-06', 'AoE'), BERLIN, '2026-12-07T11:59:59Z', 'open 0, 2026-12-07T12:59'],
  [due('2026-12-06', 'AoE'), BERLIN, '2026-12-07T12:00:00Z', 'closed'],
  [due('2026-12-06', 'AoE'), KIRITIMATI, '2026-12-07T09:00:00Z', 'open 1, 2026-12-08T01:59'],
  [due('2026-12-06T17:00', LA), LA, '2026-12-07T01:00:00Z', 'open 0, 2026-12-06T17:00'],
  [due('2026-12-06T17:00', LA), LA, '2026-12-07T01:00:01Z', 'closed'],
  [due('2026-12-01', BERLIN), BERLIN, '2026-12-01T22:59:59Z', 'open 0, 2026-12-01T23:59'],
  [due('2026-12-01', BERLIN), BERLIN, '2026-12-01T23:00:00Z', 'closed'],
  // Without a zone it is a day and no instant, open until that day is over everywhere.
  [due('2026-12-06'), BERLIN, '2026-12-06T12:00:00Z', 'open 0, that day'],
  [due('2026-12-06'), BERLIN, '2026-12-07T11:59:59Z', 'open 0, that day, may be over'],
  [due('2026-12-06'), BERLIN, '2026-12-07T12:00:00Z', 'closed'],
  [due('2026-12-06T17:00'), BERLIN, '2026-12-07T11:00:00Z', 'open 0, that day, may be over'],
];

/** Of series when they are expected, where the reader is, and in how many days; the rules were read on 1 November 2026. */
export const SERIES: readonly Case[] = [
  [THURSDAYS, LA, '2026-11-21T12:00:00Z', 'expected 5, 2026-11-26T13:00'],
  [THURSDAYS, TOKYO, '2026-11-21T12:00:00Z', 'expected 6, 2026-11-27T06:00'],
  [THURSDAYS, LA, '2026-11-26T21:59:59Z', 'expected 0, 2026-11-26T13:00'],
  [THURSDAYS, LA, '2026-11-26T22:00:00Z', 'expected 7, 2026-12-03T13:00'],
  // The clock there stays where it is when it goes forward.
  [THURSDAYS, 'UTC', '2027-03-10T00:00:00Z', 'expected 1, 2027-03-11T21:00'],
  [THURSDAYS, 'UTC', '2027-03-12T00:00:00Z', 'expected 6, 2027-03-18T20:00'],
  [THURSDAYS, LA, '2026-10-01T12:00:00Z', 'expected 35, 2026-11-05T13:00'],
  [{ ...THURSDAYS, edition: '2026-11-26' }, LA, '2026-11-21T12:00:00Z', 'expected 12, 2026-12-03T13:00'],
  [by('FREQ=WEEKLY;BYDAY=TH', '13:00', LA, { exceptions: ['2026-11-26'] }), LA, '2026-11-21T12:00:00Z', 'expected 12, 2026-12-03T13:00'], // prettier-ignore
  [by('FREQ=WEEKLY;BYDAY=TH', '13:00', LA, { start: '2027-01-07' }), LA, '2026-11-21T12:00:00Z', 'expected 47, 2027-01-07T13:00'], // prettier-ignore
  [by('FREQ=WEEKLY;BYDAY=TH;UNTIL=20261126', '13:00', LA), LA, '2026-11-21T12:00:00Z', 'expected 5, 2026-11-26T13:00'],
  [by('FREQ=WEEKLY;BYDAY=TH;UNTIL=20261126', '13:00', LA), LA, '2026-11-27T12:00:00Z', 'none'],
  [by('FREQ=WEEKLY;BYDAY=TH;COUNT=2', '13:00', LA, { start: '2026-11-19' }), LA, '2026-11-21T12:00:00Z', 'expected 5, 2026-11-26T13:00'], // prettier-ignore
  [by('FREQ=WEEKLY;BYDAY=TH;COUNT=2', '13:00', LA, { start: '2026-11-19' }), LA, '2026-11-27T12:00:00Z', 'none'],
  [by('FREQ=MONTHLY;BYDAY=1TU', '18:30', BERLIN), BERLIN, '2026-12-01T18:29:59Z', 'expected 0, 2026-12-01T18:30'],
  [by('FREQ=MONTHLY;BYDAY=1TU', '18:30', BERLIN), BERLIN, '2026-12-01T18:30:00Z', 'expected 35, 2027-01-05T18:30'],
  [by('FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU', '18:30', BERLIN, { start: '2026-11-03' }), BERLIN, '2026-11-21T12:00:00Z', 'expected 45, 2027-01-05T18:30'], // prettier-ignore
  [by('FREQ=WEEKLY;BYDAY=MO', '09:00', KIRITIMATI), PAGO, '2027-01-01T00:00:00Z', 'expected 3, 2027-01-03T08:00'],
];
