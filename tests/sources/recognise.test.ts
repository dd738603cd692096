import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/sources/recognise';

const fixture = (name: string): string => readFileSync(`tests/fixtures/${name}`, 'utf8');

describe('told by the content', () => {
  test.each([
    {
      name: 'conference-data',
      text: fixture('upstreams/conference-data/2026/sre.json'),
      type: 'conference-data',
      records: 6,
    },
    { name: 'ccf-deadlines', text: fixture('upstreams/ccf-deadlines/SE/osdi.yml'), type: 'ccf-deadlines', records: 1 },
    { name: 'ai-deadlines', text: fixture('upstreams/ai-deadlines/icml.yml'), type: 'ai-deadlines', records: 2 },
    { name: 'our own YAML', text: fixture('small/events.yaml'), type: 'catalogue', records: 6 },
    { name: 'our own JSON', text: '[{ "id": "a", "kind": "tool" }]', type: 'catalogue', records: 1 },
    { name: 'iCalendar', text: fixture('calendar.ics'), type: 'icalendar', records: 0 },
    { name: 'RSS', text: '<?xml version="1.0"?>\n<rss><channel/></rss>', type: 'feed', records: 0 },
    { name: 'Atom', text: '<feed xmlns="http://www.w3.org/2005/Atom"/>', type: 'feed', records: 0 },
    { name: 'RSS 1.0', text: '<rdf:RDF/>', type: 'feed', records: 0 },
    { name: 'a mark of the byte order in front', text: '\uFEFFBEGIN:VCALENDAR', type: 'icalendar', records: 0 },
    {
      name: 'one broken record among good ones',
      text: '[{"name":"a","startDate":"x"},{"name":"b","startDate":"y"},{"id":1,"kind":2}]',
      type: 'conference-data',
      records: 3,
    },
  ])('$name', ({ text, type, records }) => {
    const found = recognise(text);
    expect({ type: found.type, records: found.records.length }).toEqual({ type, records });
  });

  test.each([
    { name: 'nothing', text: ' \n', says: 'is empty' },
    { name: 'a web page', text: '<!DOCTYPE html><html><body>Not found</body></html>', says: 'is a web page, not data' },
    { name: 'other XML', text: '<?xml version="1.0"?><svg/>', says: 'is XML, but neither RSS nor Atom' },
    { name: 'other JSON', text: '{"message":"API rate limit exceeded"}', says: 'is data of no form that is known' },
    { name: 'other lists', text: '- a\n- b\n', says: 'is data of no form that is known' },
    { name: 'plain text', text: '404: Not Found', says: 'is data of no form that is known' },
    { name: 'an empty list', text: '[]', says: 'is data of no form that is known' },
    { name: 'broken YAML', text: '- a: [\n', says: /^is no YAML that we take: line \d: / },
  ])('$name is none of them', ({ text, says }) => {
    expect(() => recognise(text)).toThrow(says);
  });
});

describe('where the reader says what it is', () => {
  test('it must be that', () => {
    expect(() => recognise('[{"id":"a","kind":"tool"}]', 'conference-data')).toThrow(
      'is catalogue, not conference-data',
    );
  });
  test('it may be empty', () => {
    expect(recognise('[]', 'conference-data')).toEqual({ type: 'conference-data', records: [] });
  });
});
