import * as fc from 'fast-check';
import ical from 'ical-generator';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { cleanText, escapeText, oneLine } from '../../src/calendar/content-line';
import { addDays } from '../../src/time/day';
import { anEvent, AOE, calendarOf, entries, NO_ZONE, unfolded, zones } from './an-event';

describe('any text', () => {
  const hostile = fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    ',',
    ';',
    '\\',
    '\\n',
    ':',
    '"',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'END:VCALENDAR\r\n',
    ...['\u0000', '\u001b', '\u0085', '\u2028', '\uFEFF', '\uFFFF'],
    ...['\ud83d', '\ude80'], // halves of a pair, which may come to stand side by side
    '🚀'.repeat(2500), // 10 kB
  );
  const words = fc
    .array(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.constantFrom('🚀', '机器', 'é', ' ', '\t')))
    .map((all) => all.join(''));

  test('comes back from ical.js as it went in, but for controls', () => {
    fc.assert(
      fc.property(words, words, words, words, words, (name, summary, venue, note, ref) => {
        const milestones = [{ ...AOE, label: name, url: `https://example.org/${venue}` }, NO_ZONE];
        const topics = [summary, ...anEvent().topics];
        const sources = [{ ref, verified: '2026-10' }];
        const event = anEvent({ name, summary, note, topics, place: { venue }, sources });
        const whole = calendarOf([{ ...event, milestones }], {
          name,
          deadlinesAs: 'VTODO',
          alarms: [{ days: 1 }],
        }).text;
        expect(new ICAL.Component(ICAL.parse(whole)).getAllSubcomponents().map((part) => part.name)).toEqual([
          'vtodo',
          'vtodo',
          'vevent',
        ]);
        const { text } = calendarOf([event], { name, alarms: [{ days: 1 }] });
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [entry, ...others] = entries(text);
        expect(others).toEqual([]);
        expect(entry?.getFirstPropertyValue('summary')).toBe(oneLine(name));
        expect(entry?.getFirstPropertyValue('location')).toBe(oneLine(venue));
        const parts = [summary, note, `Source: ${ref}, verified 2026-10`].map((part) => cleanText(part).trim());
        expect(entry?.getFirstPropertyValue('description')).toBe(parts.join('\n'));
        // ical.js does not know RFC 7986, so it leaves NAME as it stands in the file.
        expect(new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue('name')).toBe(escapeText(oneLine(name)));
      }),
    );
  });

  test('ical-generator writes the same text lines', () => {
    fc.assert(
      fc.property(words, words, words, (name, summary, venue) => {
        const event = anEvent({ name, summary, place: { venue }, sources: [] });
        const theirs = ical().createEvent({
          start: new Date(0),
          summary: oneLine(name),
          location: oneLine(venue),
          description: cleanText(summary).trim(),
        });
        const ours = unfolded(calendarOf([event]).text);
        const written = theirs.toString().split('\r\n');
        for (const line of written.filter((one) => /^(SUMMARY|LOCATION|DESCRIPTION):/.test(one))) {
          expect(ours).toContain(line);
        }
      }),
    );
  });

  test('any days come back as they are', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (start, length) => {
        const [entry] = entries(calendarOf([anEvent({ start, end: addDays(start, length) })]).text);
        expect(String(entry?.getFirstPropertyValue('dtstart'))).toBe(start);
        expect(String(entry?.getFirstPropertyValue('dtend'))).toBe(addDays(start, length + 1));
      }),
    );
  });

  test('any time of day in any zone is the instant that it was', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/Vancouver',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'Africa/Casablanca',
      'AoE',
    );
    const minute = fc.integer({ min: Date.UTC(2025, 0) / 60_000, max: Date.UTC(2029, 0) / 60_000 });
    fc.assert(
      fc.property(zone, minute, fc.integer({ min: 1, max: 3000 }), (timezone, minutes, length) => {
        const [start, end] = [minutes, minutes + length].map((at) => zones.wall(at * 60_000, timezone));
        const { text } = calendarOf([anEvent({ start, end, timezone })]);
        const calendar = new ICAL.Component(ICAL.parse(text));
        const [entry] = calendar.getAllSubcomponents('vevent');
        const time = entry?.getFirstPropertyValue('dtstart');
        expect(time instanceof ICAL.Time && time.toUnixTime() * 1000).toBe(zones.instant(start ?? '', timezone));
      }),
    );
  });
});
