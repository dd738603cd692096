import { describe, expect, test } from 'vitest';
import { readFeed } from '../../src/sources/feed';

const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://x"><channel><title>A podcast</title><link>https://p.example/</link>${items
    .map((item) => `<item>${item}</item>`)
    .join('')}</channel></rss>`;

describe('RSS', () => {
  test('gives episodes with day, page and length', () => {
    const feed = readFeed(
      rss(
        '<title>Drift &amp; decay</title><link>https://p.example/1</link><guid isPermaLink="false">abc</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0100</pubDate><itunes:duration>1:02:03</itunes:duration>',
      ),
    );
    expect(feed).toEqual({
      title: 'A podcast',
      items: [
        {
          key: 'abc',
          title: 'Drift & decay',
          url: 'https://p.example/1',
          published: '2026-11-20T09:00:00.000Z',
          duration: 3723,
        },
      ],
      leftOut: [],
    });
  });

  test.each([
    { item: '<title><![CDATA[A <b> title]]></title>', is: { title: 'A <b> title' } },
    { item: '<title>A</title><guid>https://p.example/1</guid>', is: { url: 'https://p.example/1' } },
    { item: '<title>A</title><enclosure url="https://p.example/1.mp3"/>', is: { url: 'https://p.example/1.mp3' } },
    { item: '<title>A</title><pubDate>2026-11-20T10:00:00Z</pubDate>', is: { published: '2026-11-20T10:00:00.000Z' } },
    { item: '<title>A</title><itunes:duration>3600</itunes:duration>', is: { duration: 3600 } },
    { item: '<title>A</title><itunes:duration>59:30</itunes:duration>', is: { duration: 3570 } },
    { item: '<title>A\u001b[31m red\u0007</title>', is: { title: 'A red' } },
  ])('$item', ({ item, is }) => {
    expect(readFeed(rss(item))?.items[0]).toMatchObject(is);
  });

  test.each([
    '<title>A</title><link>javascript:alert(1)</link>',
    '<title>A</title><pubDate>someday</pubDate><itunes:duration>long</itunes:duration>',
    '<title>A</title><pubDate>20 Nov 2026 10:00</pubDate>',
    '<title>A</title><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate>',
  ])('%s says no more than a title', (item) => {
    const [only] = readFeed(rss(item))?.items ?? [];
    expect(Object.keys(only ?? {}).sort()).toEqual(['key', 'title']);
  });

  test('an item without a title is left out, and said so', () => {
    const feed = readFeed(rss('<link>https://p.example/1</link>', '<title>B</title>'));
    expect(feed?.items).toMatchObject([{ title: 'B' }]);
    expect(feed?.leftOut).toEqual([{ record: 'https://p.example/1', why: 'not valid', what: 'has no title' }]);
  });

  test('a feed of years and years is cut, and said so', () => {
    const feed = readFeed(rss(...Array.from({ length: 2100 }, (_, n) => `<title>${n}</title>`)));
    expect(feed?.items).toHaveLength(2000);
    expect(feed?.leftOut).toHaveLength(100);
  });
});

test('Atom', () => {
  const feed = readFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>
    <entry><id>tag:1</id><title>One</title><link rel="self" href="https://n.example/self"/><link href="https://n.example/1"/>
    <published>2026-11-20T10:00:00+01:00</published><updated>2026-11-21T10:00:00Z</updated></entry></feed>`);
  expect(feed).toEqual({
    title: 'Notes',
    items: [{ key: 'tag:1', title: 'One', url: 'https://n.example/1', published: '2026-11-20T09:00:00.000Z' }],
    leftOut: [],
  });
});

test('RSS 1.0, where items stand beside the channel', () => {
  const feed = readFeed(
    '<rdf:RDF><channel><title>Old</title></channel><item><title>One</title><link>https://o.example/1</link><dc:date>2026-11-20T10:00:00Z</dc:date></item></rdf:RDF>',
  );
  expect(feed?.items).toMatchObject([{ title: 'One', published: '2026-11-20T10:00:00.000Z' }]);
});

test.each([
  [
    '<title type="html">Drift &amp;amp; decay: &lt;b&gt;a&lt;/b&gt; look&amp;#8217;s worth</title>',
    'Drift & decay: a look’s worth',
  ],
  ['<title type="html"><![CDATA[It&rsquo;s 5 &lt; 6 &amp; <i>so</i>]]></title>', 'It’s 5 < 6 & so'],
  ['<title type="html">&lt;script&gt;x&lt;/script&gt;&amp;#27;[31mred</title>', 'xred'],
  ['<title type="xhtml"><div>One <b>bold</b> word</div></title>', 'One bold word'],
  ['<title type="text">a &lt;b&gt; &amp;amp; c</title>', 'a <b> &amp; c'],
])('Atom: %s', (title, is) => {
  const feed = readFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>${title}</entry></feed>`);
  expect(feed?.items.map((item) => item.title)).toEqual([is]);
});

test.each(['<html><item><title>x</title></item></html>', '', 'text'])('%s is no feed', (text) => {
  expect(readFeed(text)).toBeUndefined();
});

test('what is cut off in the middle gives what came before', () => {
  const whole = rss('<title>One</title>', '<title>Two</title>');
  expect(readFeed(whole.slice(0, whole.indexOf('Two')))?.items).toMatchObject([{ title: 'One' }]);
});
