import fc from 'fast-check';
import { RRule } from 'rrule';
import { describe, expect, test } from 'vitest';
import { readBusyTimes } from '../../src/calendar/busy-times';
import { zones } from '../helpers/entries';

const BERLIN = 'Europe/Berlin';
const WINDOW = { start: Date.parse('2026-12-01T00:00Z'), end: Date.parse('2027-01-01T00:00Z') };
const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:u@x', 'SUMMARY:Busy', ...lines, 'END:VEVENT'];
const read = (text: string, zone = BERLIN, window = WINDOW) => readBusyTimes(text, [window], zone, zones);
const short = (instant: number): string => new Date(instant).toISOString().slice(5, 16);
/** `12-08T10:00/12-08T11:00` in UTC, or the days of an all-day one. */
const times = (text: string, zone = BERLIN): string[] =>
  read(text, zone).busy.map(({ interval, days }) =>
    days ? `${days.first.slice(5)}..${days.last.slice(5)}` : `${short(interval.start)}/${short(interval.end)}`,
  );

const HOUR = '12-08T10:00/12-08T11:00';

describe('one event', () => {
  test.each<[name: string, lines: string[], expected: string[]]>([
    ['in UTC', ['DTSTART:20261208T100000Z', 'DTEND:20261208T110000Z'], [HOUR]],
    ['floating: where the reader is', ['DTSTART:20261208T110000', 'DTEND:20261208T120000'], [HOUR]],
    ['in a zone of IANA', ['DTSTART;TZID=Asia/Tokyo:20261208T190000', 'DTEND;TZID=Asia/Tokyo:20261208T200000'], [HOUR]],
    [
      'from one zone to another',
      ['DTSTART;TZID=Asia/Tokyo:20261208T190000', 'DTEND;TZID=Europe/London:20261208T110000'],
      [HOUR],
    ],
    // By our own rules: Node 20's own data have this an hour later.
    [
      'in Vancouver, after the change of 2026',
      ['DTSTART;TZID=America/Vancouver:20261210T180000', 'DURATION:PT1H'],
      ['12-11T01:00/12-11T02:00'],
    ],
    ['by duration', ['DTSTART:20261208T100000Z', 'DURATION:PT1H'], [HOUR]],
    ['by a duration of days', ['DTSTART;VALUE=DATE:20261208', 'DURATION:P2D'], ['12-08..12-09']],
    ['without an end: a moment', ['DTSTART:20261208T100000Z'], ['12-08T10:00/12-08T10:01']],
    ['of no length: a moment', ['DTSTART:20261208T100000Z', 'DTEND:20261208T100000Z'], ['12-08T10:00/12-08T10:01']],
    ['a day', ['DTSTART;VALUE=DATE:20261208', 'DTEND;VALUE=DATE:20261209'], ['12-08..12-08']],
    ['a day without an end', ['DTSTART;VALUE=DATE:20261208'], ['12-08..12-08']],
    ['a day that ends on itself', ['DTSTART;VALUE=DATE:20261208', 'DTEND;VALUE=DATE:20261208'], ['12-08..12-08']],
    ['three days', ['DTSTART;VALUE=DATE:20261208', 'DTEND;VALUE=DATE:20261211'], ['12-08..12-10']],
    ['a day without VALUE=DATE', ['DTSTART:20261208', 'DTEND:20261209'], ['12-08..12-08']],
    ['cancelled', ['DTSTART:20261208T100000Z', 'DURATION:PT1H', 'STATUS:CANCELLED'], []],
    ['in small letters', ['dtstart:20261208T100000Z', 'duration:PT1H', 'status:cancelled'], []],
    ['transparent', ['DTSTART:20261208T100000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT'], []],
    ['free in Outlook', ['DTSTART:20261208T100000Z', 'DURATION:PT1H', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'], []],
    ['opaque, tentative', ['DTSTART:20261208T100000Z', 'DURATION:PT1H', 'TRANSP:OPAQUE', 'STATUS:TENTATIVE'], [HOUR]],
    ['before the window', ['DTSTART:20261130T220000Z', 'DTEND:20261201T000000Z'], []],
    ['into the window', ['DTSTART:20261130T220000Z', 'DTEND:20261201T000100Z'], ['11-30T22:00/12-01T00:01']],
    ['behind the window', ['DTSTART:20270101T000000Z', 'DURATION:PT1H'], []],
    ['over all of it', ['DTSTART:20200101T000000Z', 'DTEND:20300101T000000Z'], ['01-01T00:00/01-01T00:00']],
    ['UTC by another name', ['DTSTART;TZID=Etc/UTC:20261208T100000', 'DURATION:PT1H'], [HOUR]],
    ['GMT', ['DTSTART;TZID=GMT:20261208T100000', 'DURATION:PT1H'], [HOUR]],
    ['a name of Windows', ['DTSTART;TZID=Tokyo Standard Time:20261208T190000', 'DURATION:PT1H'], [HOUR]],
    ['that name in quotes', ['DTSTART;TZID="W. Europe Standard Time":20261208T110000', 'DURATION:PT1H'], [HOUR]],
    [
      'a prefix before the name',
      ['DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20261208T190000', 'DURATION:PT1H'],
      [HOUR],
    ],
    [
      'a prefix before three parts',
      ['DTSTART;TZID=/x/America/Argentina/Ushuaia:20261208T070000', 'DURATION:PT1H'],
      [HOUR],
    ],
  ])('%s', (_, lines, expected) => {
    const text = calendar(...event(...lines));
    expect(times(text)).toEqual(expected);
    expect(read(text).doubts).toEqual([]);
  });

  test('a day is from midnight to midnight where the reader is', () => {
    const text = calendar(...event('DTSTART;VALUE=DATE:20261208'));
    const interval = (zone: string): string[] =>
      read(text, zone).busy.map((time) => `${short(time.interval.start)}/${short(time.interval.end)}`);
    expect(interval('Asia/Tokyo')).toEqual(['12-07T15:00/12-08T15:00']);
    expect(interval('America/Los_Angeles')).toEqual(['12-08T08:00/12-09T08:00']);
    expect(times(text, 'Pacific/Kiritimati')).toEqual(['12-08..12-08']);
  });

  test('an end before the start is not heeded, and that is said', () => {
    const { busy, doubts } = read(calendar(...event('DTSTART:20261208T100000Z', 'DTEND:20261207T100000Z')));
    expect(busy).toMatchObject([
      { interval: { start: Date.parse('2026-12-08T10:00Z'), end: Date.parse('2026-12-08T10:01Z') } },
    ]);
    expect(doubts).toEqual(['"Busy" ends before it begins: its end is not heeded']);
    expect(read(calendar(...event('DTSTART:20261208T100000Z', 'DURATION:-PT1H'))).doubts).toHaveLength(1);
  });
});

describe('an event that repeats', () => {
  const from = (start: string, ...lines: string[]): string =>
    calendar(...event(`DTSTART;TZID=Europe/Berlin:${start}`, 'DURATION:PT1H', ...lines));

  test.each<[name: string, text: string, days: string[]]>([
    ['weekly since years', from('20200107T100000', 'RRULE:FREQ=WEEKLY'), ['01', '08', '15', '22', '29']],
    ['every other week, in step', from('20200107T100000', 'RRULE:FREQ=WEEKLY;INTERVAL=2'), ['01', '15', '29']],
    ['every other week, the other step', from('20200114T100000', 'RRULE:FREQ=WEEKLY;INTERVAL=2'), ['08', '22']],
    ['two weekdays', from('20261201T100000', 'RRULE:FREQ=WEEKLY;BYDAY=TU,FR;COUNT=4'), ['01', '04', '08', '11']],
    ['every tenth day since 1990', from('19900101T100000', 'RRULE:FREQ=DAILY;INTERVAL=10'), ['08', '18', '28']],
    ['to a count reached before', from('20261101T100000', 'RRULE:FREQ=DAILY;COUNT=30'), []],
    ['to a count reached inside', from('20261101T100000', 'RRULE:FREQ=DAILY;COUNT=32'), ['01', '02']],
    ['until before', from('20200107T100000', 'RRULE:FREQ=WEEKLY;UNTIL=20261130T090000Z'), []],
    // UNTIL is an instant: 10:00 in Berlin is 09:00 UTC.
    ['until the last one itself', from('20200107T100000', 'RRULE:FREQ=WEEKLY;UNTIL=20261208T090000Z'), ['01', '08']],
    ['until a second before it', from('20200107T100000', 'RRULE:FREQ=WEEKLY;UNTIL=20261208T085959Z'), ['01']],
    ['until a day', from('20200107T100000', 'RRULE:FREQ=WEEKLY;UNTIL=20261208'), ['01', '08']],
    ['monthly, the second Tuesday', from('20200114T100000', 'RRULE:FREQ=MONTHLY;BYDAY=2TU'), ['08']],
    ['yearly', from('20001224T100000', 'RRULE:FREQ=YEARLY'), ['24']],
    [
      'without one',
      from('20261201T100000', 'RRULE:FREQ=WEEKLY', 'EXDATE;TZID=Europe/Berlin:20261208T100000,20261222T100000'),
      ['01', '15', '29'],
    ],
    [
      'without one, said in UTC',
      from('20261201T100000', 'RRULE:FREQ=WEEKLY', 'EXDATE:20261208T090000Z'),
      ['01', '15', '22', '29'],
    ],
    [
      'without one, said as a day',
      from('20261201T100000', 'RRULE:FREQ=WEEKLY', 'EXDATE;VALUE=DATE:20261208'),
      ['01', '15', '22', '29'],
    ],
    [
      'an exception at another hour is none',
      from('20261201T100000', 'RRULE:FREQ=WEEKLY', 'EXDATE:20261208T100000Z'),
      ['01', '08', '15', '22', '29'],
    ],
    [
      'and further dates',
      from('20261201T100000', 'RDATE;TZID=Europe/Berlin:20261205T100000', 'RDATE:20261206T090000Z'),
      ['01', '05', '06'],
    ],
    [
      'the start counts, even beside the rule',
      from('20261202T100000', 'RRULE:FREQ=WEEKLY;BYDAY=TU'),
      ['02', '08', '15', '22', '29'],
    ],
  ])('%s', (_, text, days) => {
    const found = times(text).sort();
    expect(found).toEqual(days.map((day) => `12-${day}T09:00/12-${day}T10:00`));
  });

  test('its clock stays where it is across daylight saving', () => {
    const window = { start: Date.parse('2027-03-20T00:00Z'), end: Date.parse('2027-04-05T00:00Z') };
    const { busy } = read(from('20200107T100000', 'RRULE:FREQ=WEEKLY'), BERLIN, window);
    expect(busy.map(({ interval }) => short(interval.start))).toEqual(['03-23T09:00', '03-30T08:00']);
  });

  test('days', () => {
    const text = calendar(
      ...event(
        'DTSTART;VALUE=DATE:20200107',
        'DTEND;VALUE=DATE:20200109',
        'RRULE:FREQ=MONTHLY;BYMONTHDAY=7,31',
        'EXDATE;VALUE=DATE:20261231',
      ),
    );
    expect(times(text)).toEqual(['12-07..12-08']);
  });

  test('an occurrence that is edited, moved out, or cancelled', () => {
    const edit = (id: string, ...lines: string[]): string[] => event(`RECURRENCE-ID${id}`, ...lines);
    const text = calendar(
      ...event('DTSTART;TZID=Europe/Berlin:20200107T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'),
      ...edit(';TZID=Europe/Berlin:20261208T100000', 'DTSTART:20261209T150000Z', 'DTEND:20261209T160000Z'),
      ...edit(':20261215T090000Z', 'DTSTART:20270215T150000Z', 'DURATION:PT1H'),
      ...edit(';TZID=Europe/Berlin:20261222T100000', 'DTSTART;TZID=Europe/Berlin:20261222T100000', 'STATUS:CANCELLED'),
      // Moved in from outside.
      ...edit(';TZID=Europe/Berlin:20270105T100000', 'DTSTART:20261230T150000Z', 'DURATION:PT1H'),
    );
    expect(times(text).sort()).toEqual([
      '12-01T09:00/12-01T10:00',
      '12-09T15:00/12-09T16:00',
      '12-29T09:00/12-29T10:00',
      '12-30T15:00/12-30T16:00',
    ]);
  });

  test.each<[name: string, rule: string, found: string[]]>([
    [
      'hours of its own',
      'FREQ=DAILY;COUNT=3;BYHOUR=9,17;BYMINUTE=30',
      ['01T09:00', '01T09:30', '01T17:30', '02T09:30'],
    ],
    [
      'those before the start do not count',
      'FREQ=DAILY;BYHOUR=4,17;UNTIL=20261202T120000Z',
      ['01T09:00', '01T17:00', '02T04:00'],
    ],
    ['a day that no year has', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ['01T09:00']],
    ['29 February, in a year without', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', ['01T09:00']],
    ['every other December', 'FREQ=MONTHLY;INTERVAL=24;BYMONTH=12', ['01T09:00']],
  ])('%s', (_, rule, found) => {
    const { busy, doubts } = read(
      calendar(...event('DTSTART:20261201T090000Z', 'DURATION:PT1H', `RRULE:${rule}`)),
      'UTC',
    );
    expect(busy.map(({ interval }) => short(interval.start).slice(3)).sort()).toEqual(found);
    expect(doubts).toEqual([]);
  });

  test('hours, minutes and seconds are not followed, and that is said at once', () => {
    const { busy, doubts } = read(from('19000101T100000', 'RRULE:FREQ=SECONDLY'));
    expect(busy).toEqual([]);
    expect(doubts).toEqual(['"Busy" is left out: it repeats SECONDLY, which is not followed']);
  });

  test('thousands that began long ago', () => {
    const daily = Array.from(
      { length: 500 },
      (_, at) =>
      event('DTSTART:19900101T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY').map((line) => line.replace('u@x', `${at}@x`).replace('Busy', `B${at}`)), // prettier-ignore
    );
    expect(read(calendar(...daily.flat())).busy).toHaveLength(500 * 31);
  });

  test('entering near the present changes nothing', () => {
    const rule = fc.record({
      freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
      interval: fc.integer({ min: 1, max: 9 }),
      by: fc.constantFrom('', ';BYDAY=MO,TH', ';BYDAY=SU', ';BYMONTH=12', ';WKST=SU;BYDAY=SU,MO'),
    });
    const start = fc.integer({ min: 0, max: 2500 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n, 10)));
    fc.assert(
      fc.property(rule, start, ({ freq, interval, by }, first) => {
        // Steps and filters that never meet are followed to the year 9999.
        const meets = freq === 'WEEKLY' || freq === 'YEARLY';
        const text = `FREQ=${freq};INTERVAL=${interval}${meets ? by : ''}`;
        const stamp = first.toISOString().replace(/[-:]|\.000/g, '');
        const lines = event(`DTSTART:${stamp}`, 'DURATION:PT1H', `RRULE:${text}`);
        const found = read(calendar(...lines)).busy.map(({ interval: at }) => at.start);
        const all = new RRule({ ...RRule.parseString(text), dtstart: first }).between(new Date(WINDOW.start), new Date(WINDOW.end - 1), true); // prettier-ignore
        const expected = new Set([first, ...all].map(Number).filter((at) => at >= WINDOW.start && at < WINDOW.end));
        expect(found.sort((a, b) => a - b)).toEqual([...expected].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe('zones that only the file knows', () => {
  const zone = (name: string, ...more: string[]): string[] => [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...more,
    'BEGIN:STANDARD',
    'DTSTART:20001029T030000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0200',
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const mine = event(
    'DTSTART;TZID=My own:20261208T120000',
    'DURATION:PT1H',
    'RRULE:FREQ=WEEKLY;UNTIL=20261208T100000Z',
  );

  test('its own rules are believed', () => expect(times(calendar(...zone('My own'), ...mine))).toEqual([HOUR]));

  test('its place is asked before them', () => {
    const text = calendar(...zone('My own', 'X-LIC-LOCATION:Asia/Tokyo'), ...mine);
    expect(times(text)).toEqual(['12-08T03:00/12-08T04:00']);
  });

  test('a name that we know goes before a VTIMEZONE that says otherwise', () => {
    const text = calendar(...zone('Asia/Tokyo'), ...event('DTSTART;TZID=Asia/Tokyo:20261208T190000', 'DURATION:PT1H'));
    expect(times(text)).toEqual([HOUR]);
  });

  test('without any it is the reader’s, and that is said once', () => {
    const text = calendar(
      ...event('DTSTART;TZID=Nowhere/At all:20261208T110000', 'DTEND;TZID=Nowhere/At all:20261208T120000'),
    );
    expect(times(text)).toEqual([HOUR]);
    expect(read(text).doubts).toEqual(['time zone "Nowhere/At all" is not known: read as Europe/Berlin']);
  });
});

describe('files as they come', () => {
  const good = calendar(...event('DTSTART:20261208T100000Z', 'DURATION:PT1H'));

  test.each<[name: string, text: string]>([
    ['line feeds alone', good.replaceAll('\r\n', '\n')],
    ['no line end at the end', good.trimEnd()],
    ['a byte order mark', `\uFEFF${good}`],
    ['blank lines', good.replaceAll('\r\n', '\r\n\r\n')],
    [
      'two calendars in one',
      good.replace('DTSTART', 'X-A').replace('BEGIN:VEVENT', 'BEGIN:VTODO').replace('END:VEVENT', 'END:VTODO') + good,
    ],
    [
      'the same event twice',
      calendar(
        ...event('DTSTART:20261208T100000Z', 'DURATION:PT1H'),
        ...event('DTSTART:20261208T100000Z', 'DURATION:PT1H'),
      ),
    ],
    ['no UID', good.replace('UID:u@x\r\n', '')],
    ['a folded line', good.replace('DTSTART:2026', 'DTSTART:20\r\n 26')],
  ])('%s', (_, text) => expect(times(text)).toEqual([HOUR]));

  test('events without a UID are not one', () => {
    const other = event('DTSTART:20261209T100000Z', 'DURATION:PT1H');
    const text = calendar(...event('DTSTART:20261208T100000Z', 'DURATION:PT1H'), ...other).replaceAll(
      'UID:u@x\r\n',
      '',
    );
    expect(times(text)).toHaveLength(2);
  });

  test('a title as it is, or none', () => {
    const { busy } = read(good.replace('SUMMARY:Busy', 'SUMMARY:A\\, b\\; 日本\\nc'));
    expect(busy[0]?.title).toBe('A, b; 日本\nc');
    expect(read(good.replace('SUMMARY:Busy\r\n', '')).busy[0]?.title).toBe('untitled');
  });

  test('one event that makes no sense is left out, and named; the rest is read', () => {
    for (const line of ['DTSTART:garbage', 'DTSTART:20261399T100000Z', 'X-NO:start', 'DTSTART:20261208T1000']) {
      const text = calendar(
        ...event(line).map((part) => part.replace('u@x', 'bad')),
        ...event('DTSTART:20261208T100000Z', 'DURATION:PT1H'),
      );
      const { busy, doubts } = read(text);
      expect(busy).toHaveLength(1);
      expect(doubts).toMatchObject([expect.stringMatching(/^"Busy" is left out: /)]);
    }
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\n'],
    ['another kind of file', '# A page\n\nwith words\n'],
    ['binary', '\u0000\u0001\u0002PK'],
    ['no calendar', 'BEGIN:VCARD\nFN:X\nEND:VCARD\n'],
    ['an end that is missing', good.replace('END:VCALENDAR\r\n', '')],
    ['an event that never ends', good.replace('END:VEVENT\r\n', '')],
    ['a line without a colon', good.replace('SUMMARY:Busy', 'SUMMARY')],
    ['JSON', '{"a": 1}'],
  ])('%s is no calendar, in words that follow a name', (_, text) =>
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        name: 'RangeError',
        message: expect.stringMatching(/^is (no calendar$|not whole|damaged)/),
      }),
    ),
  );

  test('whatever is in it, it is read or refused, and never goes on for ever', () => {
    const line = fc.oneof(
      fc.constantFrom(...good.split('\r\n')),
      fc.constantFrom(
        'RRULE:FREQ=DAILY',
        'EXDATE:20261208T100000Z',
        'RECURRENCE-ID:20261208T100000Z',
        'DTEND:20261208T110000',
        'RDATE;VALUE=PERIOD:20261208T100000Z/PT1H',
        'DTSTART;TZID=:20261208T100000',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        try {
          const text = calendar('BEGIN:VEVENT', 'DTSTART:20261208T100000Z', ...lines, 'END:VEVENT');
          for (const { interval } of read(text).busy) expect(interval.end).toBeGreaterThan(interval.start);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });

  test('a large one', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, at) =>
      event(`DTSTART:20${String(10 + (at % 17)).padStart(2, '0')}1208T100000Z`, 'DURATION:PT1H').map((text) => text.replace('u@x', `${at}@x`).replace('Busy', `Busy ${at}`)), // prettier-ignore
    );
    expect(read(calendar(...many.flat())).busy).toHaveLength(1176);
  });
});

test('a rule is followed near each window, not through the years between them', () => {
  const weekly = calendar(...event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY;BYDAY=TH'));
  const days = ['2026-12-03', '9999-12-30'].map((day) => ({ start: Date.parse(day), end: Date.parse(day) + 1 }));
  const { busy } = readBusyTimes(weekly, days, BERLIN, zones);
  expect(busy.map(({ days: found }) => found?.first)).toEqual(['2026-12-03', '9999-12-30']);
});
