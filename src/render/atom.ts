/** An entry of an Atom feed. */
export interface AtomEntry {
  /** Unique for ever: an IRI. */
  readonly id: string;
  readonly title: string;
  /** RFC 3339, with a zone. */
  readonly updated: string;
  readonly link?: string | undefined;
  /** In words; an entry without any would need a link (RFC 4287, 4.1.2). */
  readonly content: string;
  readonly categories: readonly string[];
}

export interface AtomFeed extends Omit<AtomEntry, 'content' | 'categories'> {
  readonly author: string;
  readonly generator: string;
  readonly entries: readonly AtomEntry[];
}

/**
 * An Atom feed (RFC 4287), entries in the order in which they come. A feed by itself has no address, so there is no
 * link to it.
 */
export function atomText({ id, title, updated, link, author, generator, entries }: AtomFeed): string {
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    ...headLines({ id, title, updated, link }),
    `  <author><name>${escape(author)}</name></author>`,
    `  <generator>${escape(generator)}</generator>`,
    ...entries.flatMap((entry) => [
      '  <entry>',
      ...headLines(entry).map((line) => `  ${line}`),
      ...entry.categories.map((term) => `    <category term="${escape(term)}"/>`),
      `    <content type="text">${escape(entry.content)}</content>`,
      '  </entry>',
    ]),
    '</feed>',
  ].join('\n')}\n`;
}

function headLines({ id, title, updated, link }: Pick<AtomEntry, 'id' | 'title' | 'updated' | 'link'>): string[] {
  return [
    `  <id>${escape(id)}</id>`,
    `  <title>${escape(title)}</title>`,
    `  <updated>${updated}</updated>`,
    ...(link === undefined ? [] : [`  <link rel="alternate" href="${escape(link)}"/>`]),
  ];
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/** Text as XML 1.0 takes it: what has no place in a document at all, such as controls and half characters, goes. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => NAMED.get(character) ?? '');
}
