import type { Catalogue } from '../catalogue/catalogue';
import type { Kind } from '../catalogue/kinds';
import { outlineOf } from '../catalogue/outline';
import type { Context } from '../context';
import { counted } from '../counted';
import { FEEDS_FILE, feedsFormat, type StoredFeed } from '../feeds/feeds-file';
import { latestIssues, type Issue } from '../feeds/latest';
import { matcher, type Criteria } from '../query/select';
import { text } from '../raw-options';
import { readerFolder, inFolder } from '../reader/folders';
import { readStored } from '../reader/store';
import { daysBetween } from '../time/day';
import { dayAt } from '../time/reader';
import { cleanText } from '../catalogue/clean';
import type { FeedItem } from '../sources/reading';
import { webAddress } from '../sources/record';
import { printAnswer } from './answer';
import { readCriteria } from './criteria';
import { ISSUE_FIELDS, issueColumns, issueRecord } from './latest-rows';
import { sinceDay } from './since';
import { readFetched } from './sources-file';
import type { Action } from './specs';

/** What this is for; other feeds, such as those of sites, where they are asked for by kind. */
const USUAL_KINDS: readonly Kind[] = ['podcast', 'newsletter'];

export const latest: Action = async (ctx, words, options) => {
  const { now, zone, zones } = ctx.moment;
  const asked = text(options, 'since');
  const since = asked === undefined ? undefined : zones.instant(sinceDay(asked, dayAt(now, zone, zones)), zone);
  const catalogue = await ctx.catalogue();
  const criteria = await readCriteria(options, ctx, catalogue);
  const feeds = storedFeeds(ctx);
  const issues = [...ofCatalogue(feeds, catalogue, criteria), ...(criteria.kinds ? [] : ofOwnSources(ctx, criteria))];
  const { dated, undated } = latestIssues(issues, {
    since: since === undefined ? undefined : new Date(since).toISOString(),
    now: new Date(now).toISOString(),
    words: words.flatMap((word) => word.split(/\s+/)).filter(Boolean),
  });
  // Nobody can tell whether they are so new.
  const rows = since === undefined ? [...dated, ...undated] : dated;
  await printAnswer(ctx, options, {
    rows,
    columns: () => Promise.resolve(issueColumns(ctx.moment, new Set(undated))),
    fields: ISSUE_FIELDS,
    record: issueRecord,
    noun: ['item', 'items'],
    legend: () => Promise.resolve([`days in ${zone}`, ...ageText(ctx, feeds)]),
  });
  if (undated.length > 0) {
    const where = since === undefined ? 'stand at the end' : 'are left out';
    ctx.note(`${undated.length} without a date, or with one still ahead, ${where}.`);
  }
  if (rows.length === 0) {
    const isRead = feeds.length > 0 || issues.length > 0;
    ctx.note(isRead ? 'Nothing matches.' : 'No feeds were read so far. Read them: mlops-guide update --feeds');
  }
};

function storedFeeds(ctx: Context): readonly StoredFeed[] {
  const data = readerFolder('data', ctx.host);
  if (data === undefined) return [];
  return readStored(ctx.host.disk, inFolder(data, FEEDS_FILE), feedsFormat, ctx.note)?.feeds ?? [];
}

function ofCatalogue(feeds: readonly StoredFeed[], catalogue: Catalogue, criteria: Criteria): Issue[] {
  const fits = matcher({ kinds: USUAL_KINDS, ...criteria });
  return feeds.flatMap(({ id, items }) => {
    const entry = catalogue.find(id);
    if (!entry || !fits(entry, outlineOf(entry))) return [];
    const { kind, name, topics } = entry;
    return items.map((item) => ({ from: { id, kind, name, topics }, item: sound(item) }));
  });
}

/** It was sound when it was written down; somebody else may have been at the file since. */
function sound({ key, title, url, published, duration }: FeedItem): FeedItem {
  const time = Date.parse(published ?? '');
  const instant = Number.isNaN(time) ? undefined : new Date(time).toISOString();
  return { key, title: cleanText(title), url: webAddress(url && cleanText(url)), published: instant, duration };
}

/** Of feeds that the reader added as sources. */
function ofOwnSources(ctx: Context, { topics: wanted }: Criteria): Issue[] {
  return (readFetched(ctx)?.now.sources ?? []).flatMap(({ name, topics = [], files }) => {
    if (wanted && !topics.some((topic) => wanted.includes(topic))) return [];
    const from = { id: name, kind: 'feed', name, topics };
    return files.flatMap(({ items }) => items.map((item) => ({ from, item: sound(item) })));
  });
}

/** When the feed that was read last was read. */
function ageText({ moment: { now, zone, zones } }: Context, feeds: readonly StoredFeed[]): string[] {
  const last = feeds.map(({ checked }) => checked).sort().at(-1); // prettier-ignore
  if (last === undefined) return [];
  const days = daysBetween(dayAt(Date.parse(last), zone, zones), dayAt(now, zone, zones));
  return [`feeds read ${days <= 0 ? 'today' : `${counted(days, 'day', 'days')} ago: mlops-guide update --feeds`}`];
}
