import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Alarm } from '../../src/calendar/alarm';
import { calendarEntries, type EntriesOptions } from '../../src/calendar/calendar-entries';
import { mergeCalendar, ourUids, type Merged, type MergeQuestion } from '../../src/calendar/merge';
import { octetsOf, textOf } from '../../src/calendar/octets';
import { piecesOf } from '../../src/calendar/pieces';
import type { GuideEvent } from '../../src/catalogue/schema';
import { anEvent, AOE, calendarOf, options, unfolded, zones } from './an-event';
import { anEdition, aSeries, recurring } from './series-samples';

interface Own extends Partial<EntriesOptions> {
  readonly alarms?: readonly Alarm[];
  readonly fate?: MergeQuestion['fate'];
}

/** What becomes of a file when the catalogue holds these events. */
function merge(
  file: string,
  events: readonly GuideEvent[],
  { alarms, fate, ...own }: Own = {},
): Merged & { text: string } {
  const merged = mergeCalendar(piecesOf(octetsOf(file)), {
    entries: calendarEntries(events, options(own)).entries,
    ...(alarms && { alarms }),
    stamp: '2026-12-24',
    zones,
    fate: fate ?? (() => 'withdrawn'),
  });
  return { ...merged, text: textOf(merged.file) };
}

/** The components of a name as they stand in a file. */
function componentsIn(text: string, name = 'VEVENT'): string[] {
  return [...text.matchAll(new RegExp(`BEGIN:${name}\\r?\\n[^]*?END:${name}\\r?\\n`, 'g'))].map(([one]) => one);
}
function linesOf(component: string | undefined, ...names: string[]): string[] {
  return unfolded(component ?? '').filter((line) => names.some((name) => new RegExp(`^${name}[:;]`).test(line)));
}
const inserted = (text: string, line: string, before: string): string => text.replace(before, `${line}\r\n${before}`);

const berlin = anEvent({
  id: 'berlin-2027',
  start: '2027-03-10T18:00',
  end: '2027-03-10T20:00',
  timezone: 'Europe/Berlin',
});
const oslo = anEvent({ id: 'oslo-2027', start: '2027-05-04', end: '2027-05-05', milestones: [AOE] });
const before = calendarOf([berlin, oslo]).text;

describe('what has not changed', () => {
  test('stays as it is; only the date of the catalogue is told anew', () => {
    const { text, ...counts } = merge(before, [oslo, berlin]);
    expect(text).toBe(before.replace('of 2026-11-21', 'of 2026-12-24'));
    expect(counts).toMatchObject({ added: 0, changed: 0, cancelled: 0, same: 3, others: 0 });
  });

  test('also as another program has written it: other order, folds, line ends', () => {
    const shuffled = before
      .replace(/(DTSTART;TZID.*\r\n)(DTEND;TZID.*\r\n)/, '$2$1')
      .replace('SUMMARY:MLOps Day', 'SUMMARY:MLO\r\n ps Day')
      .replaceAll('\r\n', '\n');
    expect(merge(shuffled, [oslo, berlin])).toMatchObject({ changed: 0, same: 3 });
  });

  test('a file with LF alone stays one, whatever comes in', () => {
    const lf = before.replaceAll('\r\n', '\n');
    const later = { ...berlin, id: 'berlin-2030', start: '2030-03-10T18:00', end: '2030-03-10T20:00' };
    const kolkata = anEvent({ id: 'kolkata-2027', start: '2027-03-01T10:00', timezone: 'Asia/Kolkata' });
    const after = merge(lf, [{ ...berlin, start: '2027-03-10T17:00' }, later, kolkata]);
    expect(after).toMatchObject({ added: 2, changed: 1, cancelled: 2 });
    expect(after.text).not.toContain('\r');
    const crlf = merge(before, [{ ...berlin, start: '2027-03-10T17:00' }, later, kolkata]).text;
    expect(after.text).toBe(crlf.replaceAll('\r\n', '\n'));
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('of the same catalogue, no byte differs, however others have folded or ended its lines', () => {
    const folded = before.replace('of 2026-11-21', 'of 2026-12-24').replace('mlops-guide cat', 'mlops-guide\r\n  cat');
    for (const file of [folded, folded.replaceAll('\r\n', '\n')]) expect(merge(file, [oslo, berlin]).text).toBe(file);
  });

  test('twice the same is once', () => {
    const [first = ''] = componentsIn(before);
    expect(componentsIn(merge(before.replace(first, first + first), [oslo, berlin]).text)).toHaveLength(3);
  });
});

describe('a moved event', () => {
  const moved = { ...berlin, start: '2027-04-07T18:00', end: '2027-04-07T20:00' };

  test('moves in its place, with a higher SEQUENCE, and nothing else differs', () => {
    const { text, ...counts } = merge(before, [moved, oslo]);
    expect(counts).toMatchObject({ added: 0, changed: 1, same: 2 });
    const [old, now] = [componentsIn(before), componentsIn(text)];
    const at = old.findIndex((one) => one.includes('berlin'));
    expect(linesOf(now[at], 'UID', 'DTSTART', 'SEQUENCE', 'LAST-MODIFIED')).toEqual([
      'UID:event-berlin-2027@mlops-guide.invalid',
      // The data do not say when they changed: at the latest when the catalogue was made.
      'LAST-MODIFIED:20261224T000000Z',
      'SEQUENCE:1',
      'DTSTART;TZID=Europe/Berlin:20270407T180000',
    ]);
    expect(now.toSpliced(at, 1)).toEqual(old.toSpliced(at, 1));
  });

  test('takes the sequence and the day of the data where these are higher', () => {
    const verified = { ref: 'example.org', verified: '2027-01-02' };
    const [event] = componentsIn(merge(before, [{ ...moved, sequence: 5, sources: [verified] }, oslo]).text).slice(-2);
    expect(linesOf(event, 'SEQUENCE', 'DTSTAMP')).toEqual(['DTSTAMP:20270102T000000Z', 'SEQUENCE:5']);
  });

  test('moves on from what the file says, again and again', () => {
    let text = before;
    for (const [index, day] of ['2027-04-07', '2027-04-08', '2027-04-07'].entries()) {
      text = merge(text, [{ ...berlin, start: `${day}T18:00`, end: `${day}T20:00` }, oslo]).text;
      expect(text).toContain(`SEQUENCE:${index + 1}\r\n`);
    }
  });

  test('the sequence of the data alone is a change too', () => {
    expect(merge(before, [{ ...berlin, sequence: 1 }, oslo])).toMatchObject({ changed: 1, same: 2 });
  });
});

describe('a cancelled event', () => {
  test('says so in its place', () => {
    const { text, changed } = merge(before, [{ ...berlin, status: 'cancelled' }, oslo]);
    expect(changed).toBe(1);
    expect(
      linesOf(
        componentsIn(text).find((one) => one.includes('event-berlin')),
        'SUMMARY',
        'STATUS',
        'SEQUENCE',
      ),
    ).toEqual(['SEQUENCE:1', 'SUMMARY:CANCELLED: MLOps Day 2027', 'STATUS:CANCELLED']);
  });

  test('that the catalogue no longer has stays, as cancelled, with the reason', () => {
    const { text, cancelled } = merge(calendarOf([berlin, oslo], { alarms: [{ days: 1 }] }).text, [oslo]);
    expect(cancelled).toBe(1);
    const event = componentsIn(text).find((one) => one.includes('event-berlin'));
    expect(linesOf(event, 'SUMMARY', 'STATUS', 'SEQUENCE', 'TRANSP', 'DTSTART', 'TRIGGER')).toEqual([
      'DTSTART;TZID=Europe/Berlin:20270310T180000',
      'SEQUENCE:1',
      'SUMMARY:CANCELLED: MLOps Day 2027',
      'STATUS:CANCELLED',
      'TRANSP:TRANSPARENT',
    ]);
    expect(linesOf(event, 'DESCRIPTION')[0]).toContain('No longer in the mlops-guide catalogue of 2026-12-24');
    expect(() => new ICAL.Component(ICAL.parse(text))).not.toThrow();
    // Once is enough; and when it is back, it is back.
    expect(merge(text, [oslo])).toMatchObject({ cancelled: 0, same: 3 });
    const back = componentsIn(merge(text, [oslo, berlin]).text).find((one) => one.includes('event-berlin'));
    expect(linesOf(back, 'DTSTART', 'SUMMARY', 'STATUS', 'SEQUENCE')).toEqual([
      'SEQUENCE:2',
      'DTSTART;TZID=Europe/Berlin:20270310T180000',
      'SUMMARY:MLOps Day 2027',
      'STATUS:CONFIRMED',
    ]);
  });

  test('or stays as it is, or goes, as the caller says', () => {
    expect(merge(before, [oslo], { fate: () => 'stays' })).toMatchObject({ cancelled: 0, same: 3 });
    expect(componentsIn(merge(before, [oslo], { fate: () => 'replaced' }).text)).toHaveLength(2);
  });
});

describe('a new event', () => {
  const kolkata = anEvent({ id: 'kolkata-2027', start: '2027-03-01T10:00', timezone: 'Asia/Kolkata' });

  test('comes behind the others, its zone before all', () => {
    const { text, added } = merge(before, [berlin, oslo, kolkata]);
    expect(added).toBe(1);
    expect(componentsIn(text).slice(0, 3)).toEqual(componentsIn(before));
    expect(componentsIn(text)[3]).toContain('event-kolkata-2027');
    expect(componentsIn(text, 'VTIMEZONE').map((one) => linesOf(one, 'TZID')[0])).toEqual([
      'TZID:Asia/Kolkata',
      'TZID:Europe/Berlin',
    ]);
    expect(text.indexOf('BEGIN:VTIMEZONE')).toBeGreaterThan(text.indexOf('X-PUBLISHED-TTL'));
  });

  test('years later makes the definition of its zone longer, not a second one', () => {
    const later = { ...berlin, id: 'berlin-2029', start: '2029-03-10T18:00', end: '2029-03-10T20:00' };
    const definitions = componentsIn(merge(before, [berlin, oslo, later]).text, 'VTIMEZONE');
    expect(definitions).toHaveLength(1);
    expect(definitions[0]).toContain('DTSTART:20260101T000000'); // still from a year before the first
    expect(definitions[0]).toContain('DTSTART:20301027T030000');
  });

  test('into an empty calendar', () => {
    const { text } = merge('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n', [berlin]);
    expect(text).toMatch(
      /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTIMEZONE[^]*END:VEVENT\r\nEND:VCALENDAR\r\n$/,
    );
  });
});

describe('a zone that the file explains in its own way', () => {
  const theirs = before.replace(
    /BEGIN:STANDARD[^]*END:STANDARD\r\n/,
    'BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n',
  );

  test('stays as it is, and our times there go out in UTC', () => {
    const { text } = merge(theirs, [berlin, oslo]);
    expect(componentsIn(text, 'VTIMEZONE')).toEqual(componentsIn(theirs, 'VTIMEZONE'));
    expect(text).toContain('DTSTART:20270310T170000Z');
    expect(merge(text, [berlin, oslo])).toMatchObject({ changed: 0, same: 3 });
  });
});

describe('what is not ours', () => {
  const mine =
    'BEGIN:VEVENT\r\nUID:event-mlops-day-2027@example.org\r\nSUMMARY:Dentist\r\n  with\r\n\t tab\r\nX-Y;Z="a:b":c\r\nEND:VEVENT\r\n' +
    'BEGIN:VTODO\nUID:7\nSUMMARY:\u0080\u00FF no UTF-8\nEND:VTODO\nBEGIN:VJOURNAL\r\nUID:8\r\nEND:VJOURNAL\r\nX-NOTE:kept\r\n';

  test('stays octet for octet, wherever it stands', () => {
    const file = octetsOf(before);
    const at = file.indexOf('BEGIN:VEVENT');
    const middle = file.lastIndexOf('BEGIN:VEVENT');
    const mixed =
      file.slice(0, at) + mine + file.slice(at, middle) + mine.replaceAll('UID:', 'UID:x') + file.slice(middle);
    const moved = { ...berlin, start: '2027-04-07T18:00', end: '2027-04-07T20:00' };
    const merged = mergeCalendar(piecesOf(mixed), {
      entries: calendarEntries([moved, oslo], options()).entries,
      ...{ stamp: '2026-11-21', zones, fate: () => 'withdrawn' },
    });
    expect(merged).toMatchObject({ changed: 1, others: 6 });
    expect(merged.file).toContain(mine);
    expect(merged.file).toContain(mine.replaceAll('UID:', 'UID:x'));
  });

  test('any of it', () => {
    const octet = fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code));
    const entry = fc
      .tuple(
        fc.uuid(),
        fc.string({ unit: octet }),
        fc.constantFrom('\r\n', '\n'),
        fc.constantFrom('VEVENT', 'VTODO', 'X-A'),
      )
      .map(([uid, text, end, name]) => ['BEGIN:' + name, `UID:${uid}`, `SUMMARY:${text}`, `END:${name}`, ''].join(end));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.boolean(), (others, isMoved) => {
        const ours = piecesOf(octetsOf(before)).map(({ raw }) => raw);
        const file = ours.map((raw, index) => (index < 9 ? '' : (others[index - 9] ?? '')) + raw).join('');
        const inFile = others.slice(0, Math.max(0, ours.length - 9));
        const merged = mergeCalendar(piecesOf(file), {
          entries: calendarEntries([isMoved ? { ...berlin, start: '2027-03-10T17:00' } : berlin, oslo], options())
            .entries,
          ...{ stamp: '2026-11-21', zones, fate: () => 'withdrawn' },
        });
        expect(merged.others).toBe(inFile.length);
        // In the order that they had, and each as it was.
        const found = piecesOf(merged.file).filter(({ raw }) => inFile.includes(raw));
        expect(found.map(({ raw }) => raw)).toEqual(inFile);
        if (!isMoved) expect(merged.file).toBe(file);
      }),
    );
  });

  test('a byte order mark goes: half of all programs refuse a file with one', () => {
    expect(merge(`\uFEFF${before}`, [berlin, oslo]).text).toMatch(/^BEGIN:VCALENDAR/);
  });
});

describe('what a reader has put into an entry of ours', () => {
  const alarm = 'BEGIN:VALARM\r\nTRIGGER:-PT45M\r\nACTION:DISPLAY\r\nDESCRIPTION:leave now\r\nEND:VALARM';
  const noted = inserted(inserted(before, alarm, 'END:VEVENT'), 'COLOR:red', 'END:VEVENT');
  const [first] = componentsIn(noted);
  const moved = [
    { ...berlin, start: '2027-04-07T18:00' },
    { ...oslo, milestones: [{ ...AOE, at: '2026-12-15T23:59' }] },
  ];

  test('is no change of ours, and stays when there is one', () => {
    expect(first).toContain('COLOR:red');
    expect(merge(noted, [berlin, oslo])).toMatchObject({ changed: 0, same: 3 });
    const event = componentsIn(merge(noted, moved).text)[0] ?? '';
    expect(event).toContain('20261216T');
    expect(event).toContain(alarm);
    expect(event).toContain('COLOR:red\r\n');
    expect(() => new ICAL.Component(ICAL.parse(merge(noted, moved).text))).not.toThrow();
  });

  test('properties come before the components in an entry, as RFC 5545 wants it', () => {
    const alarms = [{ days: 7 }];
    for (const text of [merge(noted, moved, { alarms }).text, merge(noted, []).text]) {
      for (const event of componentsIn(text)) expect(event).not.toMatch(/END:VALARM\r\n(?!BEGIN:VALARM|END:VEVENT)/);
    }
  });

  test('stays in what is withdrawn', () => {
    const event = componentsIn(merge(noted, []).text)[0] ?? '';
    expect(event).toContain('STATUS:CANCELLED');
    expect(event).toContain(alarm);
    expect(event).toContain('COLOR:red\r\n');
  });

  test('our own alarms are replaced by those that are asked for, and kept where none are', () => {
    const alarmed = inserted(calendarOf([berlin, oslo], { alarms: [{ days: 7 }] }).text, alarm, 'END:VEVENT');
    const kept = linesOf(merge(alarmed, moved).text, 'TRIGGER');
    expect(kept).toEqual(['TRIGGER;RELATED=END:-P7D', 'TRIGGER:-PT45M', 'TRIGGER:-P7D', 'TRIGGER:-P7D']);
    const replaced = merge(alarmed, [berlin, oslo], { alarms: [{ hours: 2 }] });
    expect(replaced.changed).toBe(3);
    expect(linesOf(replaced.text, 'TRIGGER')).toEqual([
      ...['TRIGGER;RELATED=END:-PT2H', 'TRIGGER:-PT45M'],
      ...['TRIGGER:-PT2H', 'TRIGGER:-PT2H'],
    ]);
  });

  test('a task that is done stays done, also when it moves; a cancelled one is cancelled', () => {
    const tasks = { what: 'deadlines', deadlinesAs: 'VTODO' } as const;
    const done = calendarOf([oslo], tasks).text.replace(
      'STATUS:NEEDS-ACTION',
      'STATUS:COMPLETED\r\nPERCENT-COMPLETE:100',
    );
    expect(merge(done, [oslo], tasks)).toMatchObject({ changed: 0, same: 1 });
    const later = merge(done, moved.slice(1), tasks);
    expect(linesOf(later.text, 'STATUS', 'PERCENT-COMPLETE', 'DUE')).toEqual([
      'DUE:20261216T115900Z',
      'STATUS:COMPLETED',
      'PERCENT-COMPLETE:100',
    ]);
    expect(linesOf(merge(done, [{ ...oslo, status: 'cancelled' }], tasks).text, 'STATUS')).toEqual([
      'STATUS:CANCELLED',
    ]);
  });
});

describe('a series that recurs', () => {
  const file = calendarOf([], { recurring: [recurring(aSeries())] }).text;
  const withEdition = { recurring: [recurring(aSeries(), '2027-04-30', [anEdition()])] };

  test('gets an edition in the place of an occurrence, and loses it again', () => {
    const got = merge(file, [], withEdition);
    expect(got).toMatchObject({ added: 1, changed: 0, same: 1 });
    expect(linesOf(got.text, 'RECURRENCE-ID')).toHaveLength(1);
    const lost = merge(got.text, [], { recurring: [recurring(aSeries())] });
    expect(lost).toMatchObject({ added: 0, changed: 1, same: 1 });
    expect(linesOf(lost.text, 'RECURRENCE-ID')).toEqual([]);
  });

  test('an edition that stood by itself is not there twice', () => {
    const alone = calendarOf([anEdition()]).text;
    const { text } = merge(alone, [], { ...withEdition, fate: () => 'replaced' });
    expect(linesOf(text, 'UID')).toEqual(Array(2).fill('UID:series-ml-thursday@mlops-guide.invalid'));
  });
});

test('ours are known by their UID alone', () => {
  const uids = [
    'event-a@mlops-guide.invalid',
    'event-a@mlops-guide-invalid',
    'event-a@mlops-guide.invalid.org',
    'x-a@mlops-guide.invalid',
  ];
  const file = calendarOf([anEvent()]).text;
  const some = uids.map((uid) => `BEGIN:VEVENT\r\nUID:${uid}\r\nEND:VEVENT\r\n`).join('');
  expect([...ourUids(piecesOf(file.replace('BEGIN:VEVENT', `${some}BEGIN:VEVENT`)))]).toEqual([
    'event-a@mlops-guide.invalid',
    'event-mlops-day-2027@mlops-guide.invalid',
  ]);
});
