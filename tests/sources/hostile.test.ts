import { describe, expect, test } from 'vitest';
import { convert, type Conversion } from '../../src/sources/convert';
import { readFeed } from '../../src/sources/feed';
import { seriesFinder } from '../../src/sources/known-series';
import { merge } from '../../src/sources/merge';
import { aTopic, zones } from '../helpers/entries';

const entries = [aTopic()];
const vocabulary = {
  kinds: new Map(entries.map(({ id, kind }) => [id, kind])),
  stages: new Set<string>(),
  categories: new Set<string>(),
  hasZone: zones.has,
  hasCountry: (code: string) => code.length === 2,
};
const usual: Conversion = {
  location: 'https://x.example/data.json',
  filter: 'none',
  topics: ['monitoring'],
  seriesOf: seriesFinder(entries),
  vocabulary,
  zones,
  from: '2026-01-01',
  today: '2026-11-21',
};
const good = { name: 'Good Days', url: 'https://good.example/', startDate: '2027-03-01' };
/** Everything that a text comes to, as it would be kept and printed. */
const allOf = (text: string): string => JSON.stringify(convert(text, usual));
/** A word for a number: a year in a name or an address would be one. */
const word = (number: number): string => String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');

describe('bombs', () => {
  test('a YAML file whose aliases multiply is refused before anything is multiplied', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1)
      lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
    expect(() => convert(lines.join('\n'), usual)).toThrow(/alias \*a0 is not allowed/);
  });

  test('an alias in one item of a list leaves out that item', () => {
    const text =
      '- {name: &n Bad, startDate: 2027-01-01, url: *n}\n- {name: Good, startDate: 2027-01-02, url: https://g.example/}\n';
    const { readings, leftOut } = convert(text, usual);
    expect(readings.map(({ name }) => name)).toEqual(['Good']);
    expect(leftOut).toHaveLength(1);
  });

  test.each([
    { name: 'brackets', text: `x: ${'['.repeat(1_000_000)}` },
    { name: 'dashes', text: '- '.repeat(400_000) },
    { name: 'question marks', text: '? '.repeat(400_000) },
    { name: 'JSON brackets', text: '['.repeat(4_000_000) },
    { name: 'JSON objects', text: '{"a":'.repeat(1_000_000) },
    { name: 'XML elements', text: `<rss>${'<a>'.repeat(1_000_000)}` },
  ])('$name in one another without end', ({ text }) => {
    expect(() => convert(text, usual)).toThrow(/nested too deeply|more than 1 MB/);
  });

  test('a mapping of very many keys takes no time that grows with their square', () => {
    const keys = Array.from({ length: 80_000 }, (_, n) => `k${n}: 1`);
    expect(() => convert(keys.join('\n'), usual)).toThrow('is data of no form that is known');
  });

  test('XML entities are not multiplied, and those of the outside not asked for', () => {
    const levels = Array.from({ length: 20 }, (_, n) => `<!ENTITY l${n + 1} "&l${n};&l${n};&l${n};&l${n};">`).join('');
    const doctype = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "boom">${levels}<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY web SYSTEM "http://127.0.0.1:1/">]>`;
    const feed = readFeed(
      `${doctype}<rss><channel><item><title>A &l20; &file; &web; &amp; B</title></item></channel></rss>`,
    );
    const [item] = feed?.items ?? [];
    expect(item?.title).toBe('A &l20; &file; &web; & B');
  });

  test('very many records are refused as a whole', () => {
    const records = (count: number): string => JSON.stringify(Array.from({ length: count }, () => good));
    expect(() => convert(records(10_001), usual)).toThrow('has 10001 records, and more than 10000 are not taken');
    expect(() => convert(`<rss>${'<item></item>'.repeat(10_001)}</rss>`, usual)).toThrow('has 10001 records');
    expect(() => convert(`- title: X\n  confs:\n${'    - {}\n'.repeat(10_001)}`, usual)).toThrow('has 10001 records');
  });

  test.each([
    {
      name: 'all different',
      make: (n: number) => ({ ...good, name: `Days ${word(n)}`, url: `https://d${word(n)}.example/` }),
    },
    { name: 'on one page', make: (n: number) => ({ ...good, city: `City ${n}` }) },
    { name: 'of one name', make: (n: number) => ({ ...good, url: `https://d${word(n)}.example/` }) },
  ])('thousands of records $name are merged in seconds', ({ make }) => {
    const { readings } = convert(JSON.stringify(Array.from({ length: 3000 }, (_, n) => make(n))), usual);
    const told = readings.map((reading) => ({
      source: 'x',
      reading,
      evidence: { ref: usual.location, verified: usual.today },
      topics: ['monitoring'],
    }));
    const { events, leftOut } = merge(entries, told, [], { vocabulary, zones, today: usual.today });
    expect(events.length + leftOut.length).toBe(3000);
  });
});

describe('lines of megabytes', () => {
  const long = 'x'.repeat(10 * 1024 * 1024);

  test.each([
    { name: 'in JSON', text: JSON.stringify([{ ...good, name: long }, good]), says: 'has no name' },
    {
      name: 'as an address',
      text: JSON.stringify([{ ...good, url: `https://${long}` }, good]),
      says: 'url is no http(s) address',
    },
    {
      name: 'as a day',
      text: JSON.stringify([{ ...good, startDate: long }, good]),
      says: 'startDate is no day: missing',
    },
  ])('$name leave out the record that they are in, and are not repeated', ({ text, says }) => {
    const { readings, leftOut } = convert(text, usual);
    expect(readings.map(({ name }) => name)).toEqual(['Good Days']);
    expect(leftOut).toMatchObject([{ what: says }]);
    expect(JSON.stringify(leftOut).length).toBeLessThan(5000);
  });

  test('in YAML, iCalendar and text are refused', () => {
    expect(() => convert(`- name: ${long}`, usual)).toThrow('is YAML of more than 1 MB');
    expect(() => convert(`BEGIN:VCALENDAR\r\nX:${long}\r\nEND:VCALENDAR`, usual)).toThrow(
      'has a line of more than 100,000 characters',
    );
    expect(() => convert(long, usual)).toThrow('is YAML of more than 1 MB');
  });

  test('in a feed are cut', () => {
    const { items } = readFeed(`<rss><item><title>${long}</title></item></rss>`) ?? { items: [] };
    expect(items[0]?.title).toHaveLength(300);
  });
});

describe('control characters', () => {
  const escape = '\u001b]0;owned\u0007\u001b[2J\u202e\u0000\u0085';

  test.each([
    {
      name: 'conference-data',
      text: JSON.stringify([
        { ...good, name: `A${escape}B`, city: `C${escape}`, country: `D${escape}` },
        { name: `E${escape}` },
      ]),
    },
    {
      name: 'ai-deadlines',
      text: JSON.stringify([
        {
          title: `A${escape}`,
          year: 2027,
          start: '2027-01-01',
          city: escape,
          deadlines: [{ type: 'paper', label: escape, date: '2027-01-01' }],
        },
      ]),
    },
    {
      name: 'ccf-deadlines',
      text: JSON.stringify([
        {
          title: `A${escape}`,
          confs: [
            { year: 2027, date: 'May 1, 2027', place: escape, timeline: [{ deadline: '2027-01-01', comment: escape }] },
          ],
        },
      ]),
    },
    {
      name: 'iCalendar',
      text: `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A${escape}\r\nUID:${escape}\r\nDTSTART;VALUE=DATE:20270101\r\nLOCATION:${escape}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    },
    { name: 'feed', text: `<rss><item><title>A${escape}</title><guid>${escape}</guid></item></rss>` },
  ])('are taken out of $name', ({ text }) => {
    const { readings, items, leftOut } = convert(text, usual);
    expect(readings.length + items.length + leftOut.length).toBeGreaterThan(0);
    // As they stand in texts, not as JSON writes them.
    const texts: string[] = [];
    JSON.stringify([readings, items, leftOut], (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    for (const one of texts) expect(one).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('addresses that are none', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    ' javascript:alert(1)',
    'https://me:secret@x.example/',
    'https://x.example/"onclick="',
    '//x.example/',
  ])('%s is kept nowhere', (address) => {
    const texts = [
      JSON.stringify([
        { ...good, url: address },
        { ...good, cfpUrl: address, cfpEndDate: '2027-01-01' },
      ]),
      JSON.stringify([{ title: 'A', year: 2027, start: '2027-01-01', link: address }]),
      JSON.stringify([{ title: 'A', confs: [{ year: 2027, date: 'May 1, 2027', link: address }] }]),
      `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART;VALUE=DATE:20270101\r\nURL:${address}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
      `<rss><item><title>A</title><link>${address.replace(/"/g, '&quot;')}</link></item></rss>`,
      `<feed><entry><title>A</title><id>1</id><link href='${address}'/></entry></feed>`,
    ];
    for (const text of texts) {
      const { readings, items, entries: taken } = convert(text, usual);
      const urls = [...readings, ...items].flatMap(({ url }) => url ?? []);
      const callUrls = readings.flatMap(({ milestones }) => milestones.flatMap(({ url }) => url ?? []));
      expect([...urls, ...callUrls, ...taken].filter((url) => url !== good.url)).toEqual([]);
    }
  });
});

describe('ids and keys', () => {
  const entry = {
    id: 'a-tool',
    kind: 'site',
    name: 'A site',
    url: 'https://site.example/',
    summary: 'A site.',
    topics: ['monitoring'],
    sources: [{ ref: 'x', verified: '2026-11-01' }],
    added: '2026-11-01',
  };

  test('an entry of a catalogue is taken', () => {
    expect(convert(JSON.stringify([entry]), usual)).toMatchObject({
      type: 'catalogue',
      entries: [{ id: 'a-tool' }],
      leftOut: [],
    });
  });

  test.each([
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\x',
    'a/b',
    '.',
    '..',
    '__proto__',
    'a\u0000b',
    'A B',
    '-',
    'CON.',
  ])('the id %j is refused, and the others are taken', (id) => {
    const { entries: taken, leftOut } = convert(
      JSON.stringify([
        { ...entry, id },
        { ...entry, id: 'other', url: 'https://o.example/' },
      ]),
      usual,
    );
    expect(taken.map((one) => one.id)).toEqual(['other']);
    expect(leftOut).toMatchObject([{ why: 'not valid' }]);
  });

  test.each([
    {
      name: 'a key __proto__ in JSON',
      text: `[${JSON.stringify(entry).replace('{', '{"__proto__":{"polluted":1},')}]`,
    },
    {
      name: 'a key constructor in JSON',
      text: `[${JSON.stringify(entry).replace('{', '{"constructor":{"prototype":{"polluted":1}},')}]`,
    },
    { name: 'a key __proto__ in YAML', text: `- __proto__: { polluted: 1 }\n  id: a\n  kind: site\n` },
    {
      name: 'conference-data',
      text: '[{"__proto__":{"polluted":1},"name":"constructor","startDate":"2027-01-01","url":"https://x.example/","city":"constructor","country":"__proto__"}]',
    },
    {
      name: 'ai-deadlines',
      text: '[{"title":"toString","year":2027,"start":"2027-01-01","tags":["constructor","__proto__"],"city":"valueOf","country":"hasOwnProperty","deadlines":[{"type":"constructor","date":"2027-01-01"},{"type":"__proto__","date":"2027-01-01"}]}]',
    },
    {
      name: 'ccf-deadlines',
      text: '[{"title":"constructor","sub":"__proto__","confs":[{"year":2027,"date":"constructor 1, 2027"},{"year":2027,"date":"May 1, 2027","place":"constructor, __proto__","timezone":"constructor","timeline":[{"deadline":"2027-01-01 10:00:00"}]}]}]',
    },
    {
      name: 'iCalendar',
      text: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:__proto__\r\n__PROTO__:x\r\nCONSTRUCTOR;__PROTO__=y:x\r\nDTSTART;TZID=constructor:20270101T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    },
    {
      name: 'feed',
      text: '<rss><item __proto__="x"><title>constructor</title><__proto__>x</__proto__><constructor>y</constructor></item></rss>',
    },
  ])('$name changes nothing but itself', ({ text }) => {
    expect(() => allOf(text)).not.toThrow();
    const { readings } = convert(text, usual);
    for (const { place } of readings)
      for (const value of Object.values(place ?? {})) expect(typeof value).toBe('string');
    const told = readings.map((reading) => ({
      source: 'constructor',
      reading,
      evidence: { ref: 'x', verified: '2026-11-01' },
      topics: ['monitoring'],
    }));
    expect(() => merge(entries, told, [], { vocabulary, zones, today: '2026-11-21' })).not.toThrow();
    expect({}).not.toHaveProperty('polluted');
  });

  test('a list named after a key of every object has no subject of its own', () => {
    const location = 'https://x.example/2027/constructor.json';
    expect(() => convert(JSON.stringify([good]), { ...usual, location, filter: 'mlops' })).not.toThrow();
  });
});

describe('what is another thing than it says', () => {
  test.each([
    {
      name: 'a page that asks to sign in',
      text: '<!doctype html><html><body>Sign in</body></html>',
      says: 'is a web page, not data',
    },
    { name: 'an image', text: 'GIF89a\u0001\u0000', says: /is no YAML that we take|is data of no form that is known/ },
    { name: 'a script', text: '<?php system("x"); ?>', says: 'is XML, but neither RSS nor Atom' },
    { name: 'nothing', text: '', says: 'is empty' },
  ])('$name', ({ text, says }) => {
    expect(() => convert(text, usual)).toThrow(says);
  });
});
