import { entryText } from '../catalogue/entry-text';
import { outlineOf } from '../catalogue/outline';
import type { Entry } from '../catalogue/schema';
import type { Context } from '../context';
import { counted } from '../counted';
import { EXIT, UsageError } from '../errors';
import { checkAddresses, MANNERS, type Left } from '../links/check';
import { editedEntries, editOf, type Edit } from '../links/edits';
import { linksOf, requestAddress, type Link } from '../links/link';
import {
  isSettled,
  LINKS_FILE,
  linksFormat,
  nextRecord,
  VERDICTS,
  withRecords,
  type LinkRecord,
} from '../links/record';
import { matcher, select } from '../query/select';
import type { RawOptions } from '../raw-options';
import { readStored, updateStored } from '../reader/store';
import { drawingFor } from '../render/drawing';
import { progressLine } from '../render/progress';
import { dayAt } from '../time/reader';
import { printAnswer } from './answer';
import {
  byVerdict,
  EDIT_COLUMNS,
  EDIT_FIELDS,
  editRecord,
  LINK_COLUMNS,
  LINK_FIELDS,
  linkRecord,
  linkRow,
  type LinkRow,
} from './check-links-rows';
import { readCriteria } from './criteria';
import { noteEmpty } from './empty';
import { findEntry } from './find-entry';
import { outlet } from './into-file';
import { readerFile } from './reader-file';
import type { Action } from './specs';

/** What was found is written down at least as often, so that little is asked twice after a stop. */
const KEEP_EVERY = 20;
/** So many addresses in a row from the start without any answer: it is this machine that has no network. */
const MOST_UNANSWERED = 30;
/** Hosts that are named which were left before their end. */
const MOST_NAMED = 5;

export const checkLinks: Action = async (ctx, ids, options) => {
  if (options.edits === true && options.overlay === true)
    throw new UsageError('--edits and --overlay exclude each other.');
  if (options.again === true && options.known === true) throw new UsageError('--again and --known exclude each other.');
  if (options.overlay === true && ((ctx.isFormatGiven && ctx.format !== 'yaml') || ctx.fields)) {
    throw new UsageError('an overlay is YAML of whole entries.', {
      hint: 'For other forms: mlops-guide check-links --edits',
    });
  }
  const target = await outlet(ctx, options);
  const entries = await chosen(ctx, ids, options);
  const links = entries.flatMap((entry) => linksOf(entry, options.sources === true));
  const file = readerFile(ctx, 'data', LINKS_FILE);
  const asked = options.known === true ? DONE : await ask(ctx, file, links, options.again === true);
  if (asked.isStopped) return asked.code;
  const known = recordsIn(ctx, file);
  const rows = links.flatMap((link) => {
    const record = known.get(requestAddress(link.url));
    return record ? [linkRow(link, record)] : [];
  });
  if (options.overlay === true) printOverlay(target.ctx, entries, rows);
  else if (options.edits === true) await printEdits(target.ctx, target.options, rows);
  else await printReport(target.ctx, target.options, rows);
  target.close();
  tellWhatIsLeft(ctx, links.length - rows.length, asked);
  return asked.code;
};

async function chosen(ctx: Context, ids: readonly string[], options: RawOptions): Promise<readonly Entry[]> {
  const catalogue = await ctx.catalogue();
  const criteria = await readCriteria(options, ctx, catalogue);
  if (ids.length > 0) {
    const fits = matcher(criteria);
    const named = new Map<string, Entry>();
    for (const id of ids) {
      const entry = await findEntry(ctx, catalogue, id);
      if (fits(entry, outlineOf(entry))) named.set(entry.id, entry);
    }
    return [...named.values()];
  }
  const found = select(catalogue, criteria).map((outline) => catalogue.entry(outline));
  if (found.length === 0)
    noteEmpty(ctx, 'No entries match', criteria, options, (less) => select(catalogue, less).length);
  return found;
}

function recordsIn(ctx: Context, file: string): Map<string, LinkRecord> {
  const stored = readStored(ctx.host.disk, file, linksFormat, ctx.note);
  return new Map((stored?.links ?? []).map((record) => [record.url, record]));
}

/** How asking ended. */
interface Asked {
  readonly code: number;
  readonly left: readonly Left[];
  /** Before its end: then there is nothing to report. */
  readonly isStopped: boolean;
}
const DONE: Asked = { code: EXIT.ok, left: [], isStopped: false };

/** Asks the addresses that were not looked at today, and writes down what they answer as it goes. */
async function ask(ctx: Context, file: string, links: readonly Link[], isAgain: boolean): Promise<Asked> {
  const { host } = ctx;
  const { now, zone, zones } = ctx.moment;
  const today = { instant: new Date(now).toISOString(), day: dayAt(now, zone, zones) };
  const before = recordsIn(ctx, file);
  const all = [...new Set(links.map(({ url }) => requestAddress(url)))];
  const due = all.filter((url) => isAgain || !isSettled(before.get(url), today.day));
  if (due.length === 0) {
    if (all.length > 0) ctx.note('All of them were checked today; --again checks them once more.');
    return DONE;
  }
  const disk = await host.openDisk();
  // Before anybody is bothered: where nothing can be written down, it would be for nothing.
  disk.locked(file, () => undefined);
  const stop = new AbortController();
  let end: 'interrupted' | 'offline' | undefined;
  host.onInterrupt(() => {
    end = 'interrupted';
    stop.abort();
  });
  let fresh: LinkRecord[] = [];
  let [done, answered] = [0, 0];
  const keep = (): void => {
    if (fresh.length === 0) return;
    updateStored(disk, file, linksFormat, ctx.note, (stored) => withRecords(stored, fresh, today.day));
    fresh = [];
  };
  const show = progressOf(ctx, due.length);
  show(0);
  const left = await checkAddresses(due, {
    network: await host.openNetwork(),
    clock: () => host.clock(),
    signal: stop.signal,
    manners: MANNERS,
    onFinding: (url, finding) => {
      done += 1;
      answered += Number(finding.isAnswered);
      if (answered === 0 && done >= MOST_UNANSWERED) {
        end ??= 'offline';
        stop.abort();
      }
      fresh.push(nextRecord(url, finding, before.get(url), today));
      if (answered > 0 && fresh.length >= KEEP_EVERY) keep();
      show(done);
    },
  });
  show(undefined);
  const isSilent = answered === 0 && end !== 'interrupted';
  if (isSilent) host.writeError('mlops-guide: nobody answers: is there a network?\n');
  if (end === 'offline') {
    ctx.note('  Nothing was written down. Try again later.');
    return { code: EXIT.network, left: [], isStopped: true };
  }
  keep();
  if (end === undefined) return { code: isSilent ? EXIT.network : EXIT.ok, left, isStopped: false };
  ctx.note(
    `Stopped after ${done} of ${counted(due.length, 'address', 'addresses')}. The same command goes on from there, and --known tells what was found.`,
  );
  return { code: EXIT.interrupted, left: [], isStopped: true };
}

/** A line of progress, on a terminal only. @returns shows how many are done; undefined takes the line away */
function progressOf({ host, mayTell, width }: Context, total: number): (done: number | undefined) => void {
  if (!host.stderr.isTerminal || !mayTell) return () => undefined;
  const drawing = drawingFor(host.env);
  return (done) => {
    const line = done === undefined ? '' : progressLine({ what: 'checking links', done, total }, width, drawing);
    host.writeError(`\r\u001b[K${line}`);
  };
}

async function printReport(ctx: Context, options: RawOptions, all: readonly LinkRow[]): Promise<void> {
  const rows = all.filter(({ verdict }) => options.all === true || verdict !== 'ok').sort(byVerdict);
  await printAnswer(ctx, options, {
    rows,
    columns: () => Promise.resolve(LINK_COLUMNS),
    fields: LINK_FIELDS,
    record: linkRecord,
    noun: ['link', 'links'],
  });
  const counts = VERDICTS.flatMap((verdict) => {
    const count = all.filter((row) => row.verdict === verdict).length;
    return count > 0 ? [`${count} ${verdict}`] : [];
  });
  if (all.length > 0) ctx.note(`${counted(all.length, 'link', 'links')}: ${counts.join(', ')}`);
}

function editsOf(rows: readonly LinkRow[]): Edit[] {
  return rows.flatMap(({ link, record }) => editOf(link, record) ?? []);
}

async function printEdits(ctx: Context, options: RawOptions, all: readonly LinkRow[]): Promise<void> {
  const rows = editsOf(all);
  await printAnswer(ctx, options, {
    rows,
    columns: () => Promise.resolve(EDIT_COLUMNS),
    fields: EDIT_FIELDS,
    record: editRecord,
    noun: ['edit', 'edits'],
  });
  if (rows.length === 0) ctx.note('No link has moved.');
}

/** Whole entries with their new addresses, as a file for the folder of own entries. */
function printOverlay(ctx: Context, entries: readonly Entry[], rows: readonly LinkRow[]): void {
  const edits = editsOf(rows);
  const changed = editedEntries(entries, edits);
  if (changed.length > 0) ctx.out(changed.map(entryText).join('\n').trimEnd());
  const doubtful = edits.filter(({ doubt }) => doubt !== undefined).length;
  ctx.note(
    changed.length === 0 ? 'No entry to change.' : `${counted(changed.length, 'entry', 'entries')} with new addresses`,
  );
  if (doubtful > 0) ctx.note(`${doubtful} left out that lead to a front page; --edits shows them.`);
}

function tellWhatIsLeft(ctx: Context, unchecked: number, { left }: Asked): void {
  for (const { host, urls, why } of left.slice(0, MOST_NAMED))
    ctx.note(`left for another run: ${urls.length} of ${host} (${why})`);
  if (left.length > MOST_NAMED) ctx.note(`left for another run: some of ${left.length - MOST_NAMED} more hosts`);
  if (unchecked > 0) ctx.note(`${counted(unchecked, 'link was', 'links were')} never checked so far.`);
}
