import type { Context } from '../context';
import { GuideError } from '../errors';
import type { Host } from '../host';
import { FETCHED_FILE } from '../reader/own-catalogue';
import { inFolder, readerFolder } from '../reader/folders';
import { readStored } from '../reader/store';
import { fetchedFormat, type Fetched } from '../sources/fetched';
import { allSources, type Source } from '../sources/source';
import { NO_SOURCES, settingsFormat, SOURCES_FILE, type SourceSettings } from '../sources/settings';
import { dayAt } from '../time/reader';

/** Where the reader's settings of sources are, and what was fetched from them. */
export interface SourceFiles {
  readonly settings: string;
  readonly fetched: string;
}

/** @throws GuideError where the reader has no home */
export function sourceFiles({ host }: Context): SourceFiles {
  const files = knownFiles(host);
  if (files) return files;
  throw new GuideError('there is no folder for files of your own: HOME is not set.', {
    hint: 'Name them: MLOPS_GUIDE_CONFIG_DIR, MLOPS_GUIDE_DATA_DIR, MLOPS_GUIDE_CACHE_DIR.',
  });
}

function knownFiles(host: Host): SourceFiles | undefined {
  const [config, data] = [readerFolder('config', host), readerFolder('data', host)];
  return config === undefined || data === undefined
    ? undefined
    : { settings: inFolder(config, SOURCES_FILE), fetched: inFolder(data, FETCHED_FILE) };
}

/** What the reader has chosen; without a home, as without a choice, nothing. */
export function readSettings(ctx: Context): SourceSettings {
  const files = knownFiles(ctx.host);
  return (files && readStored(ctx.host.disk, files.settings, settingsFormat, ctx.note)) ?? NO_SOURCES;
}

export function readFetched(ctx: Context): Fetched | undefined {
  const files = knownFiles(ctx.host);
  return files && readStored(ctx.host.disk, files.fetched, fetchedFormat, ctx.note);
}

export function sourcesOf(ctx: Context, settings: SourceSettings): Source[] {
  const { now, zones } = ctx.moment;
  return allSources(settings, Number(dayAt(now, 'UTC', zones).slice(0, 4)), ctx.host.disk);
}
