import { cleanText } from '../catalogue/clean';
import { vocabularyOf } from '../catalogue/vocabulary';
import type { Context } from '../context';
import { didYouMean, NotFoundError, UsageError } from '../errors';
import { text, type RawOptions } from '../raw-options';
import { updateStored } from '../reader/store';
import { nearest } from '../search/distance';
import { NO_SOURCES, settingsFormat, type SourceSettings } from '../sources/settings';
import type { Source } from '../sources/source';
import { accountsOf, bring, type Account } from '../sources/told';
import { printAnswer, printRecords, wantsPage } from './answer';
import { addSource, checkedLocation, type SettingsChange } from './source-add';
import { SOURCE_COLUMNS, SOURCE_FIELDS, sourcePage, sourceRecord, type Status } from './source-rows';
import { readFetched, readSettings, sourceFiles, sourcesOf } from './sources-file';
import type { Action } from './specs';

const DOINGS = ['list', 'add', 'remove', 'enable', 'disable', 'show'] as const;

/** What is said of a source as it is added. */
const OF_ADD = ['type', 'topic', 'name', 'filter'];

/** `sources list`, `add <address|path>`, `remove`, `enable`, `disable` and `show <name>`. */
export const sources: Action = async (ctx, [what = 'list', ...args], options) => {
  const doing = DOINGS.find((word) => word === what);
  if (!doing) {
    throw new UsageError(`sources cannot "${cleanText(what)}".${didYouMean(nearest(what, DOINGS, 1))}`, {
      hint: `One of: ${DOINGS.join(', ')}`,
    });
  }
  const stray = OF_ADD.find((name) => doing !== 'add' && options[name] !== undefined);
  if (stray !== undefined) throw new UsageError(`--${stray} goes with sources add.`);
  if (options.mirror !== undefined && ['list', 'show', 'add'].includes(doing)) throw strayMirror();
  if (doing === 'list') {
    if (args.length > 0)
      throw new UsageError('sources list takes no names.', { hint: 'For some: mlops-guide sources show <name>' });
    const known = statuses(ctx);
    return printAnswer(ctx, options, {
      rows: known,
      columns: () => Promise.resolve(SOURCE_COLUMNS),
      fields: SOURCE_FIELDS,
      record: sourceRecord,
      noun: ['source', 'sources'],
    });
  }
  if (args.length === 0)
    throw new UsageError(`sources ${doing} needs ${doing === 'add' ? 'an address or a path' : 'a name'}.`);
  if (doing === 'show') {
    const known = statuses(ctx);
    return showAll(
      ctx,
      args.map((name) => named(known, name)),
    );
  }
  const disk = await ctx.host.openDisk();
  const { settings } = sourceFiles(ctx);
  for (const arg of args) {
    const { made, note } = await changeFor(ctx, doing, arg, options);
    updateStored(disk, settings, settingsFormat, ctx.note, (stored) => made(stored ?? NO_SOURCES));
    ctx.note(note);
  }
};

async function changeFor(
  ctx: Context,
  doing: Exclude<(typeof DOINGS)[number], 'list' | 'show'>,
  arg: string,
  options: RawOptions,
): Promise<SettingsChange> {
  if (doing === 'add') return addSource(ctx, arg, options);
  const source = named(statuses(ctx), arg).source;
  if (doing === 'remove') {
    if (source.isReadyMade)
      throw new UsageError(`${source.name} comes with the program.`, {
        hint: `Switch it off: mlops-guide sources disable ${source.name}`,
      });
    return {
      made: (settings) => ({ ...settings, added: settings.added.filter(({ name }) => name !== source.name) }),
      note: `${source.name} is removed. What it brought goes with the next update.`,
    };
  }
  const isOn = doing === 'enable';
  const given = text(options, 'mirror');
  const mirror = given === undefined ? undefined : await checkedLocation(ctx, given);
  if (mirror !== undefined && (!isOn || !source.isReadyMade)) throw strayMirror();
  return {
    made: (settings) =>
      source.isReadyMade ? switched(settings, source.name, isOn, mirror) : ownSwitched(settings, source.name, isOn),
    note: isOn
      ? `${source.name} is enabled${licenceText(source)}. Read it: mlops-guide update`
      : `${source.name} is disabled. What it brought goes with the next update.`,
  };
}

const strayMirror = (): UsageError =>
  new UsageError('--mirror goes with sources enable, of one that comes with the program.');

const licenceText = ({ licence }: Source): string => (licence === undefined ? '' : ` (licence: ${licence})`);

function switched(settings: SourceSettings, name: string, isOn: boolean, mirror: string | undefined): SourceSettings {
  const others = settings.enabled.filter((one) => one.name !== name);
  return { ...settings, enabled: isOn ? [...others, { name, ...(mirror === undefined ? {} : { mirror }) }] : others };
}

function ownSwitched(settings: SourceSettings, name: string, enabled: boolean): SourceSettings {
  return { ...settings, added: settings.added.map((one) => (one.name === name ? { ...one, enabled } : one)) };
}

const NOTHING: Account = { records: 0, taken: 0, leftOut: [] };

function statuses(ctx: Context): Status[] {
  const fetched = readFetched(ctx);
  const bundled = ctx.bundled();
  const setting = { vocabulary: vocabularyOf(bundled, ctx.zones), zones: ctx.zones };
  const accounts = fetched && accountsOf(fetched.now, bring(bundled.entries(), fetched.now, setting));
  return sourcesOf(ctx, readSettings(ctx)).map((source) => ({
    source,
    state: fetched?.now.sources.find(({ name }) => name === source.name),
    account: accounts?.get(source.name) ?? NOTHING,
  }));
}

function named(known: readonly Status[], name: string): Status {
  const found = known.find(({ source }) => source.name === name);
  if (found) return found;
  const near = nearest(
    name,
    known.map(({ source }) => source.name),
    1,
  );
  throw new NotFoundError(`no source "${cleanText(name)}".${didYouMean(near)}`, {
    hint: 'See all: mlops-guide sources',
  });
}

async function showAll(ctx: Context, shown: readonly Status[]): Promise<void> {
  if (!wantsPage(ctx)) {
    return printRecords(
      ctx,
      shown.map((status) => ({
        ...sourceRecord(status),
        addresses: status.source.files.map(({ location }) => location),
      })),
    );
  }
  for (const status of shown) ctx.out(sourcePage(status, ctx));
}
