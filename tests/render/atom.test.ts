import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { atomText, type AtomEntry } from '../../src/render/atom';

const entry = (own: Partial<AtomEntry> = {}): AtomEntry => ({
  id: 'tag:example.invalid,2026:a',
  title: 'A title',
  updated: '2026-11-21T00:00:00Z',
  content: 'Words.',
  categories: [],
  ...own,
});
const feed = (...entries: AtomEntry[]): string =>
  atomText({
    id: 'tag:example.invalid,2026:feed',
    title: 'A feed',
    updated: '2026-11-21T00:00:00Z',
    author: 'somebody',
    generator: 'something 1.0',
    entries,
  });

/** Tags in their order, and text in them, as an XML reader sees them. */
function read(xml: string): { readonly tags: string[]; readonly texts: Map<string, string[]> } {
  const tags: string[] = [];
  const texts = new Map<string, string[]>();
  let open = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open = name;
        tags.push([name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' '));
        texts.set(name, [...(texts.get(name) ?? []), '']);
      },
      onclosetag() {
        open = '';
      },
      ontext(text) {
        if (open === '') return;
        const list = texts.get(open) ?? [];
        list.push((list.pop() ?? '') + text);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { tags, texts };
}

test('what a feed needs, and each entry (RFC 4287, 4.1.1 and 4.1.2)', () => {
  expect(read(feed(entry({ link: 'https://example.org/?a=1&b=2', categories: ['moved'] }))).tags).toEqual([
    'feed xmlns=http://www.w3.org/2005/Atom',
    'id',
    'title',
    'updated',
    'author',
    'name',
    'generator',
    'entry',
    'id',
    'title',
    'updated',
    'link rel=alternate href=https://example.org/?a=1&b=2',
    'category term=moved',
    'content type=text',
  ]);
  expect(feed()).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed [^]*<\/feed>\n$/);
});

test('whatever text stands in it, it is one document and says just that', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, content) => {
      const xml = feed(entry({ title, content, categories: [title] }));
      const allowed = (text: string): string =>
        text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
      expect(xml).toBe(allowed(xml));
      expect(xml.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
      const { tags, texts } = read(xml);
      expect(tags).toHaveLength(13);
      expect(texts.get('title')).toEqual(['A feed', allowed(title)]);
      expect(texts.get('content')).toEqual([allowed(content)]);
    }),
  );
  for (const hostile of [
    '</title><entry>',
    ']]>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&lol;',
    '\u0000\u001b[31m\ud800\uffff',
  ])
    expect(read(feed(entry({ title: hostile, content: hostile }))).tags).toHaveLength(12);
});
