import { cleanText } from '../catalogue/clean';
import type { Context } from '../context';
import { GuideError, NotFoundError, UsageError } from '../errors';
import { list, oneOf, text, type RawOptions } from '../raw-options';
import { idOf } from '../sources/candidate';
import { READY_MADE } from '../sources/ready-made';
import { SOURCE_TYPES } from '../sources/reading';
import { sourceName, type AddedSource, type SourceSettings } from '../sources/settings';
import { isAddress } from '../sources/source';
import { readSettings } from './sources-file';

/** A change of the settings, and what is said when it has been made. */
export interface SettingsChange {
  made(settings: SourceSettings): SourceSettings;
  readonly note: string;
}

/** What `sources add` changes. @throws UsageError, NotFoundError for what cannot be a source */
export async function addSource(ctx: Context, given: string, options: RawOptions): Promise<SettingsChange> {
  const [type, ...others] = list(options, 'type') ?? [];
  if (others.length > 0) throw new UsageError('--type: a source is of one type.');
  const filter = oneOf('filter', text(options, 'filter') ?? 'none', ['mlops', 'none'] as const);
  const location = await checkedLocation(ctx, given);
  const known = (await ctx.catalogue()).outlines(['topic']).map(({ id }) => id);
  const topics = list(options, 'topic')?.map((topic) => oneOf('topic', topic, known, 'See all: mlops-guide topics'));
  const wanted = text(options, 'name');
  if (wanted !== undefined && !sourceName.safeParse(wanted).success) {
    throw new UsageError(`--name: "${cleanText(wanted)}" is no name of a source.`, {
      hint: 'Use lower-case words joined by hyphens.',
    });
  }
  const settings = readSettings(ctx);
  const taken = new Set([...settings.added, ...READY_MADE].map(({ name }) => name));
  if (wanted !== undefined && taken.has(wanted))
    throw new UsageError(`there is a source ${wanted} already.`, { hint: `See: mlops-guide sources show ${wanted}` });
  const same = settings.added.find((one) => one.location === location);
  if (same)
    throw new UsageError(`${cleanText(location)} is the source ${same.name} already.`, {
      hint: `See: mlops-guide sources show ${same.name}`,
    });
  const source: AddedSource = {
    name: wanted ?? freeName(location, taken),
    location,
    ...(type === undefined ? {} : { type: oneOf('type', type, SOURCE_TYPES) }),
    enabled: true,
    filter,
    ...(topics ? { topics } : {}),
  };
  return {
    made: (now) => ({ ...now, added: [...now.added.filter(({ name }) => name !== source.name), source] }),
    note: `${source.name} is added and enabled. Read it: mlops-guide update`,
  };
}

/** An address as it is kept, or the path of a file or folder that is there. @throws UsageError, NotFoundError, GuideError */
export async function checkedLocation(ctx: Context, given: string): Promise<string> {
  if (isAddress(given)) return checkedAddress(given);
  const disk = await ctx.host.openDisk();
  const path = disk.absolute(given);
  const facts = disk.facts(path);
  if (facts?.isFile || facts?.isFolder) return path;
  if (facts) {
    throw new GuideError(`${cleanText(path)} is no file that can be read again with each update.`, {
      hint: 'Save what it gives to a file, and add that.',
    });
  }
  throw new NotFoundError(`no file or folder ${cleanText(path)}.`, {
    hint: 'An address begins with https:// or http://',
  });
}

function checkedAddress(address: string): string {
  if (!URL.canParse(address) || /[\s<>"\\^`{|}]/.test(address))
    throw new UsageError(`"${cleanText(address)}" is no address.`);
  const { username, password, href } = new URL(address);
  if (username || password) {
    throw new UsageError(
      'an address with a password in it is not kept: settings and messages would have it in plain text.',
      {
        hint: 'Save what it gives to a file, and add that.',
      },
    );
  }
  return href;
}

/** Host and last part of an address, or the last part of a path, as a name that is not taken. */
function freeName(location: string, taken: ReadonlySet<string>): string {
  const parts = (isAddress(location) ? new URL(location).host + new URL(location).pathname : location)
    .split(/[\\/]/)
    .filter(Boolean);
  const words = isAddress(location)
    ? [parts[0] ?? '', ...(parts.length > 1 ? [parts.at(-1) ?? ''] : [])]
    : [parts.at(-1) ?? ''];
  const plain = idOf(words.join(' ').replace(/\.(ya?ml|json|ics|xml|rss|atom)$/i, ''), 0)
    .replace(/-0$/, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain}-${number}`;
  return name;
}
