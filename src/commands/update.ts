import { cleanText } from '../catalogue/clean';
import type { Context } from '../context';
import { counted } from '../counted';
import { didYouMean, EXIT, GuideError, NotFoundError, UsageError } from '../errors';
import type { RawOptions } from '../raw-options';
import { ownParts } from '../reader/own-catalogue';
import { updateStored } from '../reader/store';
import { nearest } from '../search/distance';
import { CHANGES, fetchedFormat, type Change, type Fetched } from '../sources/fetched';
import { layOver } from '../sources/lay-over';
import type { Outcome } from '../sources/read-source';
import { WHYS, type LeftOut } from '../sources/reading';
import type { Source } from '../sources/source';
import { applied, readSources, rolledBack, type Updated } from '../sources/update';
import { printAnswer } from './answer';
import { readFetched, readSettings, sourceFiles, sourcesOf, type SourceFiles } from './sources-file';
import type { Action } from './specs';
import { updateFeeds } from './update-feeds';
import { UPDATE_COLUMNS, UPDATE_FIELDS, updateRow } from './update-rows';

/** Bad records that are named in the summary; `sources show` names all. */
const MOST_NAMED = 10;
/** Changes that are told one by one. */
const MOST_TOLD = 20;

export const update: Action = async (ctx, names, options) => {
  const modes = ['check', 'dry-run', 'rollback', 'feeds'].filter((mode) => options[mode] === true);
  if (modes.length > 1) throw new UsageError(`--${modes.join(' and --')} exclude each other.`);
  if (options.feeds === true) return updateFeeds(ctx, names, options);
  const files = sourceFiles(ctx);
  if (options.rollback === true) return rollback(ctx, files);
  const all = sourcesOf(ctx, readSettings(ctx));
  const enabled = all.filter(({ isEnabled }) => isEnabled);
  const chosen = names.length > 0 ? names.map((name) => named(all, name)) : enabled;
  const known = readFetched(ctx);
  // What a source brought that has been switched off goes now, also where no other is left.
  if (chosen.length === 0 && (known?.now.sources ?? []).length === 0)
    throw new UsageError('no source is enabled.', { hint: 'See: mlops-guide sources' });
  const outcomes = await read(ctx, chosen, known);
  const isFailed = ({ failures, read: anew, unchanged }: Outcome): boolean =>
    failures.length > 0 && anew + unchanged === 0;
  const isAllFailed = outcomes.length > 0 && outcomes.every(isFailed);
  if (isAllFailed) {
    tellFailures(ctx, outcomes);
    ctx.note('Nothing was changed: the catalogue is as it was.');
    return EXIT.network;
  }
  const bundled = ctx.bundled();
  const setting = { bundled, zones: ctx.zones, enabled: enabled.map(({ name }) => name), now: ctx.moment.now };
  const make = (stored: Fetched | undefined): Updated => applied(stored, outcomes, setting);
  let updated: Updated | undefined;
  if (options.check === true || options['dry-run'] === true) updated = make(known);
  else {
    const disk = await ctx.host.openDisk();
    updateStored(disk, files.fetched, fetchedFormat, ctx.note, (stored) => (updated = make(stored)).fetched);
    await compile(ctx);
  }
  if (updated) await tell(ctx, options, outcomes, updated);
};

function named(all: readonly Source[], name: string): Source {
  const found = all.find((source) => source.name === name);
  if (!found) {
    const near = nearest(
      name,
      all.map((source) => source.name),
      1,
    );
    throw new NotFoundError(`no source "${cleanText(name)}".${didYouMean(near)}`, {
      hint: 'See all: mlops-guide sources',
    });
  }
  if (!found.isEnabled)
    throw new UsageError(`${name} is not enabled.`, { hint: `Enable it: mlops-guide sources enable ${name}` });
  return found;
}

/** Reads side by side, with a line of progress on a terminal. */
async function read(ctx: Context, sources: readonly Source[], known: Fetched | undefined): Promise<Outcome[]> {
  const { host } = ctx;
  const total = sources.reduce((sum, { files }) => sum + files.length, 0);
  const isShown = host.stderr.isTerminal && ctx.mayTell;
  let done = 0;
  const show = (): void => {
    if (isShown) host.writeError(`\r\u001b[Kreading sources: ${done} of ${counted(total, 'file', 'files')}`);
  };
  show();
  try {
    return await readSources(known?.now, {
      sources,
      bundled: ctx.bundled(),
      zones: ctx.zones,
      disk: host.disk,
      network: await host.openNetwork(),
      now: ctx.moment.now,
      clock: () => host.clock(),
      onFile: () => {
        done += 1;
        show();
      },
    });
  } finally {
    if (isShown) host.writeError('\r\u001b[K');
  }
}

/** Compiles at once what later runs will read, so that none of them has to wait. */
async function compile(ctx: Context): Promise<void> {
  const parts = ownParts(ctx.host);
  if (!parts) return;
  const { notes } = await layOver(ctx.host, ctx.bundled(), ctx.zones, parts);
  notes.forEach(ctx.note);
}

async function rollback(ctx: Context, files: SourceFiles): Promise<void> {
  const disk = await ctx.host.openDisk();
  const setting = { bundled: ctx.bundled(), zones: ctx.zones, now: ctx.moment.now };
  let changes: readonly Change[] = [];
  updateStored(disk, files.fetched, fetchedFormat, ctx.note, (stored) => {
    const back = rolledBack(stored, setting);
    if (!back)
      throw new GuideError('there is no earlier state to go back to.', {
        hint: 'One is kept of the last update that changed something.',
      });
    changes = back.changes;
    return back.fetched;
  });
  await compile(ctx);
  const counts = countsText(changes);
  ctx.note(
    `The state before the last update is back${counts === '' ? '' : `: ${counts}`}. Again --rollback undoes this.`,
  );
}

async function tell(ctx: Context, options: RawOptions, outcomes: readonly Outcome[], updated: Updated): Promise<void> {
  const { changes, accounts, dropped } = updated;
  const rows = outcomes.map((outcome) => updateRow(outcome, accounts.get(outcome.source.name), changes));
  await printAnswer(ctx, options, {
    rows,
    columns: () => Promise.resolve(UPDATE_COLUMNS),
    fields: UPDATE_FIELDS,
    record: (row) => row,
    noun: ['source', 'sources'],
  });
  tellFailures(ctx, outcomes);
  if (options.check === true) return;
  for (const change of changes.filter(({ change: what }) => what !== 'added').slice(0, MOST_TOLD))
    ctx.note(changeText(change));
  // What was left out before and has not changed since has been said.
  const leftOut = rows.filter(({ state }) => state !== 'unchanged').flatMap((row) => row.leftOut);
  const bad = leftOut.filter(({ why }) => why === 'not valid');
  for (const { record, what } of bad.slice(0, MOST_NAMED))
    ctx.note(`left out: ${cleanText(`${record}: ${what ?? ''}`)}`);
  if (bad.length > MOST_NAMED)
    ctx.note(`left out: ${bad.length - MOST_NAMED} more; mlops-guide sources show <name> names all`);
  const counts = [
    countsText(changes) || (dropped > 0 ? '' : 'nothing new'),
    ...(dropped > 0 ? [`${dropped} gone with their source`] : []),
    ...(leftOut.length > 0 ? [`${leftOut.length} left out (${whyText(leftOut)})`] : []),
  ];
  ctx.note(`${options['dry-run'] === true ? 'It would be: ' : ''}${counts.filter(Boolean).join(', ')}`);
}

/** `12 added, 3 moved`. */
function countsText(changes: readonly Change[]): string {
  return CHANGES.flatMap((what) => {
    const count = changes.filter(({ change }) => change === what).length;
    return count > 0 ? [`${count} ${what}`] : [];
  }).join(', ');
}

function whyText(leftOut: readonly LeftOut[]): string {
  return WHYS.flatMap((why) => {
    const count = leftOut.filter((one) => one.why === why).length;
    return count > 0 ? [`${count} ${why}`] : [];
  }).join(', ');
}

function changeText({ change, name, field, old, new: now, source }: Change): string {
  const what = field === undefined ? '' : ` ${field}: ${old ?? ''} → ${now ?? ''}`;
  return cleanText(`${change}: ${name}${what} (${source})`);
}

/** One line for each source that failed, also with --quiet: whoever lets this run by itself wants to know. */
function tellFailures({ host }: Context, outcomes: readonly Outcome[]): void {
  for (const { source, failures } of outcomes) {
    const [first, ...others] = failures;
    if (first === undefined) continue;
    const more = others.length === 0 ? '' : ` (and ${others.length} more of its files)`;
    host.writeError(`mlops-guide: ${source.name}: ${cleanText(first)}${more}\n`);
  }
}
