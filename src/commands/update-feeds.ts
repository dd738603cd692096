import { cleanText } from '../catalogue/clean';
import type { Context } from '../context';
import { counted } from '../counted';
import { EXIT, UsageError } from '../errors';
import { FEEDS_FILE, feedsFormat, withFeeds } from '../feeds/feeds-file';
import { readFeeds, type FeedAddress, type FeedOutcome } from '../feeds/read-feeds';
import type { RawOptions } from '../raw-options';
import { readStored, updateStored } from '../reader/store';
import { drawingFor } from '../render/drawing';
import type { Field } from '../render/formats';
import { progressLine } from '../render/progress';
import type { Column } from '../render/table';
import { printAnswer } from './answer';
import { findEntry } from './find-entry';
import { readerFile } from './reader-file';

/** `update --feeds`: reads the feeds of the catalogue's entries, or of those that are named, and keeps what is newest. */
export async function updateFeeds(ctx: Context, ids: readonly string[], options: RawOptions): Promise<number> {
  const { host } = ctx;
  const file = readerFile(ctx, 'data', FEEDS_FILE);
  const feeds = await chosen(ctx, ids);
  const disk = await host.openDisk();
  const isShown = host.stderr.isTerminal && ctx.mayTell;
  const drawing = drawingFor(host.env);
  let done = 0;
  const show = (): void => {
    if (!isShown) return;
    host.writeError(
      `\r\u001b[K${progressLine({ what: 'reading feeds', done, total: feeds.length }, ctx.width, drawing)}`,
    );
  };
  show();
  const outcomes = await readFeeds(feeds, {
    before: readStored(host.disk, file, feedsFormat, ctx.note)?.feeds ?? [],
    network: await host.openNetwork(),
    clock: () => host.clock(),
    instant: new Date(ctx.moment.now).toISOString(),
    onFeed: () => {
      done += 1;
      show();
    },
  });
  if (isShown) host.writeError('\r\u001b[K');
  const good = outcomes.filter(({ state }) => state !== 'failed');
  if (good.length > 0) {
    updateStored(disk, file, feedsFormat, ctx.note, (stored) =>
      withFeeds(
        stored,
        good.flatMap((one) => one.stored ?? []),
      ),
    );
  }
  await tell(ctx, options, outcomes);
  return good.length > 0 || outcomes.length === 0 ? EXIT.ok : EXIT.network;
}

async function chosen(ctx: Context, ids: readonly string[]): Promise<FeedAddress[]> {
  const catalogue = await ctx.catalogue();
  const entries =
    ids.length === 0 ? catalogue.entries() : await Promise.all(ids.map((id) => findEntry(ctx, catalogue, id)));
  return entries.flatMap((entry) => {
    const url = 'feed' in entry ? entry.feed : undefined;
    if (url !== undefined) return [{ id: entry.id, url }];
    if (ids.length > 0)
      throw new UsageError(`no feed of ${entry.id} is known.`, { hint: `See: mlops-guide show ${entry.id}` });
    return [];
  });
}

async function tell(ctx: Context, options: RawOptions, outcomes: readonly FeedOutcome[]): Promise<void> {
  const failed = outcomes.filter(({ state }) => state === 'failed');
  // One by one they are for scripts, and for those who ask.
  const isAsked = ctx.format !== 'table' || ctx.isFormatGiven;
  if (isAsked) {
    await printAnswer(ctx, options, {
      rows: outcomes,
      columns: () => Promise.resolve(COLUMNS),
      fields: FIELDS,
      record,
      noun: ['feed', 'feeds'],
    });
  }
  for (const { feed, why = '' } of failed)
    ctx.host.writeError(`mlops-guide: ${feed.id}: ${cleanText(`${feed.url} ${why}`)}\n`);
  const good = outcomes.length - failed.length;
  const fresh = outcomes.reduce((sum, one) => sum + one.fresh, 0);
  ctx.note(
    failed.length === outcomes.length && failed.length > 0
      ? 'No feed could be read; what was read before is kept.'
      : `${good} of ${counted(outcomes.length, 'feed', 'feeds')} read, ${counted(fresh, 'new item', 'new items')}. See: mlops-guide latest`,
  );
}

function record({ feed, state, stored, fresh, why }: FeedOutcome): object {
  return { ...feed, state, entries: stored?.items.length ?? 0, added: fresh, ...(why === undefined ? {} : { why }) };
}

const FIELDS: readonly Field<FeedOutcome>[] = [
  { key: 'id', value: ({ feed }) => feed.id },
  { key: 'state', value: ({ state }) => state },
  { key: 'entries', value: ({ stored }) => String(stored?.items.length ?? 0) },
  { key: 'added', value: ({ fresh }) => String(fresh) },
  { key: 'url', value: ({ feed }) => feed.url },
  { key: 'why', value: ({ why }) => why ?? '' },
];
const COLUMNS: readonly Column<FeedOutcome>[] = FIELDS.map(({ key, value }) => ({ head: key, show: value, min: 12 }));
