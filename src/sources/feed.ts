import { Parser } from 'htmlparser2';
import { cleanText } from '../catalogue/clean';
import { notValid, type FeedItem, type LeftOut } from './reading';
import { webAddress } from './record';

/** A feed as far as it is of use: RSS 2.0, RSS 1.0 or Atom. */
export interface Feed {
  readonly title: string | undefined;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** What has no title, or nothing to tell it by; what is beyond the length of any feed. */
  readonly leftOut: readonly LeftOut[];
}

/** No feed of episodes has more. The usual order is newest first, so that the oldest are left out of a longer one. */
const MOST_ITEMS = 2000;
const LONGEST_TEXT = 2000;
/** Elements in one another: a feed has five, and more cost the parser more than their number. */
const DEEPEST = 100;

/** Elements of which the text is wanted, in an item or in the feed itself. */
const TEXTS = new Set([
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'published',
  'updated',
  'dc:date',
  'itunes:duration',
  'itunes:title',
]);

/**
 * Reads a feed, however broken. Nothing outside the text is ever asked for: there are no entities but those of XML, no
 * DTD is followed, and an element that is opened and never closed takes no more memory than its own text.
 * @returns undefined where it is no feed
 * @throws Error where elements lie in one another without end
 */
export function readFeed(text: string): Feed | undefined {
  const reader = new FeedReader();
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true, lowerCaseTags: true });
  parser.write(text);
  parser.end();
  return reader.isFeed ? { title: reader.title, items: reader.items, leftOut: reader.leftOut } : undefined;
}

/** Takes what is wanted out of the stream of tags. */
class FeedReader {
  readonly items: FeedItem[] = [];
  readonly leftOut: LeftOut[] = [];
  title: string | undefined;
  isFeed = false;
  private depth = 0;
  private count = 0;
  private item: Map<string, string> | undefined;
  private element: string | undefined;
  private collected = '';
  private isHtml = false;

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Error('is nested too deeply');
    if (name === 'rss' || name === 'feed' || name === 'rdf:rdf') this.isFeed = true;
    if (!this.isFeed) return;
    if (isItem(name)) this.item = new Map();
    // Atom: the link is an attribute, and the page is the one without a rel, or the alternate one.
    if (name === 'link' && (attributes.rel ?? 'alternate') === 'alternate') this.keep('link', attributes.href);
    if (name === 'enclosure') this.keep('enclosure', attributes.url);
    if (!TEXTS.has(name)) return;
    this.element = name;
    this.collected = '';
    // RFC 4287, 3.1.1.2: what stands there is HTML, escaped once more. RSS says nothing of its titles.
    this.isHtml = attributes.type === 'html';
  }

  ontext(data: string): void {
    if (this.element !== undefined && this.collected.length < LONGEST_TEXT)
      this.collected += data.slice(0, LONGEST_TEXT);
  }

  onclosetag(name: string): void {
    this.depth -= 1;
    if (name === this.element) {
      const text = this.isHtml ? textOfHtml(this.collected) : this.collected;
      const words = cleanText(text).replace(/\s+/g, ' ').trim() || undefined;
      if (this.item) this.keep(name, words);
      else if (name === 'title') this.title ??= words;
      this.element = undefined;
    }
    if (!isItem(name) || !this.item) return;
    this.take(this.item);
    this.item = undefined;
  }

  private take(fields: ReadonlyMap<string, string>): void {
    this.count += 1;
    const made = itemOf(fields);
    const record = fields.get('title') ?? fields.get('link') ?? `item ${this.count}`;
    if (typeof made === 'string') this.leftOut.push(notValid(record, made));
    else if (this.items.length >= MOST_ITEMS) this.leftOut.push({ record, why: 'over', what: 'too far back' });
    else this.items.push(made);
  }

  private keep(name: string, value: string | undefined): void {
    if (value !== undefined && this.item && !this.item.has(name)) this.item.set(name, value);
  }
}

/** What a reader sees of a piece of HTML. */
function textOfHtml(html: string): string {
  const texts: string[] = [];
  const parser = new Parser({ ontext: (text) => void texts.push(text) }, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return texts.join('');
}

const isItem = (name: string): boolean => name === 'item' || name === 'entry';

/** What is wrong, where it is none. */
function itemOf(fields: ReadonlyMap<string, string>): FeedItem | string {
  const url = webAddress(fields.get('link')) ?? webAddress(fields.get('guid')) ?? webAddress(fields.get('enclosure'));
  const title = fields.get('title') ?? fields.get('itunes:title');
  const key = fields.get('guid') ?? fields.get('id') ?? url ?? title;
  if (title === undefined || key === undefined) return 'has no title';
  const published = instantOf(
    fields.get('pubdate') ?? fields.get('published') ?? fields.get('dc:date') ?? fields.get('updated'),
  );
  const duration = secondsOf(fields.get('itunes:duration'));
  return {
    key,
    title: title.slice(0, 300),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    ...(duration === undefined ? {} : { duration }),
  };
}

/** RFC 822 (RSS) or RFC 3339 (Atom) with its offset; a date without a zone is no instant. */
function instantOf(text: string | undefined): string | undefined {
  if (text === undefined || !/(Z|GMT|UTC?|[+-]\d\d:?\d\d|[ECMP][SD]T)$/.test(text)) return undefined;
  // A year of its own is asked for: Date.parse takes the year 0001 that some programs write for 2001.
  const time = /\b(199|20\d)\d\b/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** `3600`, `59:30` or `1:02:03`, as podcasts write it. */
function secondsOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,6}(:[0-5]?\d){0,2}$/.test(text)) return undefined;
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds > 0 ? seconds : undefined;
}
