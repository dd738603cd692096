import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { compileZones } from '../../scripts/compile-zones';
import { timezoneComponent } from '../../src/calendar/vtimezone';
import { anEvent, calendarOf, zones } from './an-event';

const HOUR_MS = 3_600_000;
const ZONES = Object.keys(compileZones().zones).filter((zone) => !zone.startsWith('Etc/'));

interface Observance {
  readonly onset: number;
  readonly from: number;
  readonly to: number;
}

/** Reads a component as RFC 5545, 3.6.5 says, and nothing else: no code is shared with the writer. */
function observances(text: string): Observance[] {
  const minutes = (value: string): number =>
    (value.startsWith('-') ? -1 : 1) * (Number(value.slice(1, 3)) * 60 + Number(value.slice(3, 5)));
  const form =
    /DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)00\r\nTZOFFSETFROM:([+-]\d{4})\r\nTZOFFSETTO:([+-]\d{4})\r\nTZNAME:.+\r\n/g;
  return [...text.matchAll(form)].map(([, year, month, day, hour, minute, from = '', to = '']) => ({
    onset:
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) - minutes(from) * 60_000,
    from: minutes(from),
    to: minutes(to),
  }));
}

function isShownTwice(at: number, zone: string): boolean {
  const wall = zones.wall(at, zone);
  return [-2, -1, 1, 2].some((halves) => zones.wall(at + (halves * HOUR_MS) / 2, zone) === wall);
}

test.each(ZONES)('%s: offsets are those of Zones all year', (zone) => {
  const parts = observances(timezoneComponent(zone, { first: 2026, last: 2027 }, zones));
  const from = zones.instant('2026-01-01', zone);
  const to = zones.instant('2028-01-01', zone);
  expect(parts[0]?.onset).toBe(from);
  for (const [index, part] of parts.entries()) expect(part.from).toBe(parts[index - 1]?.to ?? part.to);
  const wrong: number[] = [];
  const check = (at: number): void => {
    if (parts.findLast(({ onset }) => onset <= at)?.to !== zones.offset(zone, at)) wrong.push(at);
  };
  for (let at = from; at < to; at += HOUR_MS) check(at);
  for (const { onset } of parts.slice(1)) [onset - 1, onset].forEach(check);
  expect(wrong).toEqual([]);
});

test.each([
  'Europe/Berlin',
  'America/Vancouver',
  'Africa/Casablanca',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
])('ical.js reads every hour of %s right', (tzid) => {
  const component = new ICAL.Component(ICAL.parse(timezoneComponent(tzid, { first: 2026, last: 2026 }, zones)));
  const zone = new ICAL.Timezone({ component, tzid });
  const wrong: string[] = [];
  for (let at = zones.instant('2026-01-01', tzid); at < zones.instant('2027-01-01', tzid); at += HOUR_MS) {
    const wall = zones.wall(at, tzid);
    if (isShownTwice(at, tzid)) continue; // RFC 5545 means the first, ical.js takes the second: we write UTC then
    const time = ICAL.Time.fromDateTimeString(`${wall}:00`);
    time.zone = zone;
    if (time.toUnixTime() * 1000 !== at) wrong.push(wall);
  }
  expect(wrong).toEqual([]);
});

test('a zone without changes is one STANDARD', () => {
  expect(timezoneComponent('Asia/Kolkata', { first: 2027, last: 2027 }, zones).split('\r\n')).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:Asia/Kolkata',
    'BEGIN:STANDARD',
    'DTSTART:20270101T000000',
    'TZOFFSETFROM:+0530',
    'TZOFFSETTO:+0530',
    'TZNAME:IST',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]);
});

test('a change in the first instant of the first year is told once, as how that year begins', () => {
  const text = timezoneComponent('Asia/Khandyga', { first: 2004, last: 2004 }, zones);
  expect(observances(text).map(({ from, to }) => [from, to])).toEqual([
    [600, 600],
    [600, 660],
    [660, 600],
  ]);
});

test.each([
  ['Europe/Berlin', ['STANDARD CET', 'DAYLIGHT CEST', 'STANDARD CET']],
  ['Australia/Sydney', ['DAYLIGHT AEDT', 'STANDARD AEST', 'DAYLIGHT AEDT']],
  ['America/Sao_Paulo', ['STANDARD -03']],
])('%s in 2027 is %j', (zone, kinds) => {
  const found = timezoneComponent(zone, { first: 2027, last: 2027 }, zones).matchAll(
    /BEGIN:([SD]\w+)[^]*?TZNAME:(.*)\r\n/g,
  );
  expect([...found].map(([, kind, name]) => `${kind} ${name}`)).toEqual(kinds);
});

test.each(['0000-01-02T18:00', '9999-12-30T18:00'])('a zone is told at the ends of the calendar, too: %s', (start) => {
  const event = anEvent({ start, timezone: 'Europe/Berlin' });
  expect(() => new ICAL.Component(ICAL.parse(calendarOf([event]).text))).not.toThrow();
});
