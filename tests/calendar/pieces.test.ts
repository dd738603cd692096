import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { octetsOf, textOf } from '../../src/calendar/octets';
import { piecesOf, propertyOf } from '../../src/calendar/pieces';
import { calendarOf } from './an-event';
import { samples } from './samples';

const wrapped = (...lines: string[]): string => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** Calendars as other programs write them: any line ends, folds anywhere, text in any encoding. */
const breaks = fc.constantFrom('\r\n', '\n');
const line = fc
  .tuple(
    fc.constantFrom('SUMMARY', 'description', 'X-NOTE;X-A="b:c;d"', 'ATTENDEE;CN="A: B"', 'UID'),
    fc.string({ unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)) }),
    breaks,
    fc.integer({ min: 1, max: 20 }),
  )
  .map(([name, value, end, at]) => {
    const text = `${name}:${value}`;
    return (
      text.slice(0, name.length + at) +
      (text.length > name.length + at ? `${end} ` : '') +
      text.slice(name.length + at) +
      end
    );
  });
const component: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('VEVENT', 'vtodo', 'VTIMEZONE', 'X-OWN'), fc.array(line), fc.array(line), breaks, fc.boolean())
  .map(([name, some, others, end, isNested]) => {
    const inner = isNested ? `BEGIN:VALARM${end}${others.join('')}END:VALARM${end}` : others.join('');
    return `BEGIN:${name}${end}${some.join('')}${inner}END:${name}${end}`;
  });
const calendar = fc
  .tuple(
    fc.constantFrom('', '\u00EF\u00BB\u00BF'),
    breaks,
    fc.array(fc.oneof(line, component)),
    fc.constantFrom('', '\r\n', '\n\n'),
  )
  .map(([mark, end, parts, last]) => `${mark}BEGIN:VCALENDAR${end}${parts.join('')}END:VCALENDAR${last}`);

test('nothing is lost: the pieces, one after another, are the file', () => {
  fc.assert(
    fc.property(calendar, (file) => {
      expect(
        piecesOf(file)
          .map(({ raw }) => raw)
          .join(''),
      ).toBe(file);
    }),
  );
});

test('values are those that ical.js reads', () => {
  const text = calendarOf(samples, { alarms: [{ days: 1 }] }).text;
  const theirs = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const ours = piecesOf(octetsOf(text)).filter(({ component: name }) => name === 'VEVENT');
  expect(ours).toHaveLength(theirs.length);
  for (const [index, piece] of ours.entries()) {
    expect(textOf(propertyOf(piece, 'UID')?.value ?? '')).toBe(theirs[index]?.getFirstPropertyValue('uid'));
    const description = textOf(propertyOf(piece, 'DESCRIPTION')?.value ?? '')
      .replace(/\\n/g, '\n')
      .replace(/\\(.)/g, '$1');
    expect(description).toBe(theirs[index]?.getFirstPropertyValue('description'));
  }
});

describe('a content line', () => {
  test.each([
    { raw: 'SUMMARY:a:b', is: ['SUMMARY', '', 'a:b'] },
    { raw: 'summary;language=en:x', is: ['SUMMARY', ';language=en', 'x'] },
    { raw: 'ATTENDEE;CN="A:B;C":mailto:a', is: ['ATTENDEE', ';CN="A:B;C"', 'mailto:a'] },
    { raw: 'SUM\r\n MARY:a\n\tb', is: ['SUMMARY', '', 'ab'] },
    { raw: 'no colon', is: ['', '', ''] },
  ])('$raw', ({ raw, is }) => {
    const [, piece] = piecesOf(wrapped(raw));
    const [found] = piece?.lines ?? [];
    expect([found?.name, found?.parameters, found?.value]).toEqual(is);
  });

  test('of an alarm is not one of its event', () => {
    const [, piece] = piecesOf(
      wrapped('BEGIN:VEVENT', 'BEGIN:VALARM', 'SUMMARY:inner', 'END:VALARM', 'SUMMARY:outer', 'END:VEVENT'),
    );
    expect(piece && propertyOf(piece, 'SUMMARY')?.value).toBe('outer');
  });

  test('folded inside a character is whole again', () => {
    const octets = octetsOf('机');
    const [, piece] = piecesOf(
      wrapped('BEGIN:VEVENT', `SUMMARY:${octets.slice(0, 1)}\r\n ${octets.slice(1)}`, 'END:VEVENT'),
    );
    expect(piece && textOf(propertyOf(piece, 'SUMMARY')?.value ?? '')).toBe('机');
  });
});

test.each([
  ['', 'is no calendar'],
  ['my diary', 'is no calendar'],
  ['Notes:\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'is no calendar'],
  ['BEGIN:VCARD\r\nEND:VCARD\r\n', 'is no calendar'],
  ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n', 'is not whole: END:VCALENDAR is missing'],
  ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n', 'is damaged: END:VCALENDAR where it does not belong'],
  [wrapped('END:VEVENT'), 'is damaged: END:VEVENT where it does not belong'],
  [wrapped() + wrapped(), 'holds more than one calendar'],
])('%j %s', (file, why) => {
  expect(() => piecesOf(file)).toThrow(new RangeError(why));
});
