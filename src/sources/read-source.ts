import { isDeepStrictEqual } from 'node:util';
import type { DiskReader } from '../reader/disk';
import { convert, type Conversion } from './convert';
import { digestOf } from './digest';
import { identityOfReading } from './edition';
import { createEditions } from './editions';
import type { FetchedFile, SourceState } from './fetched';
import { get } from './get';
import { LIMITS, type Limits, type Network } from './network';
import { VERSION } from '../version';
import type { Reading } from './reading';
import { movedTo, timeText } from './settle';
import { isAddress, type Source, type SourceFile } from './source';

/** What reading one source came to. */
export interface Outcome {
  readonly source: Source;
  /** Its last good state: the new one, or where a file could not be read, that of before. */
  readonly state: SourceState;
  /** What was known of it when it was read. */
  readonly before: SourceState | undefined;
  /** Files that were read anew, that have not changed, and that are not there, as is normal. */
  readonly read: number;
  readonly unchanged: number;
  readonly missing: number;
  /** Why others could not be read, in one line each. */
  readonly failures: readonly string[];
}

export interface Means {
  readonly disk: DiskReader;
  readonly network: Network;
  readonly clock: () => number;
  readonly limits?: Partial<Limits> | undefined;
  /** How each text is converted, but for what the source itself says. */
  readonly conversion: Omit<Conversion, 'location' | 'type' | 'filter' | 'topics'>;
  /** Instant of the update, ISO 8601 in UTC: one for all sources, so that none is newer by a moment. */
  readonly instant: string;
  /** Called as each file is done. */
  readonly onFile: () => void;
}

/** Files of one source that are asked for at the same time: no server is asked for everything at once. */
const SIDE_BY_SIDE = 4;

/** Reads one source. Never throws for what a server or a file does: that is a failure of the outcome. */
export async function readSource(source: Source, before: SourceState | undefined, means: Means): Promise<Outcome> {
  const results = await inTurns(source.files, SIDE_BY_SIDE, async (file) => {
    const known = before?.files.find(({ location }) => location === file.ref);
    try {
      return await readFile(source, file, known, means);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { file: known, did: 'failed' as const, why: `${file.location} ${why}` };
    } finally {
      means.onFile();
    }
  });
  const count = (did: Result['did']): number => results.filter((result) => result.did === did).length;
  // Each file may be missing, but not all of them.
  const isNowhere = results.length > 0 && count('missing') === results.length;
  // Files that are no part of it any more, such as last year's, keep what they said.
  const others = (before?.files ?? []).filter(({ location }) => !source.files.some(({ ref }) => ref === location));
  return {
    source,
    state: {
      name: source.name,
      ...(source.topics ? { topics: source.topics } : {}),
      files: [...results.flatMap(({ file }) => file ?? []), ...(source.isReadyMade ? others : [])],
    },
    before,
    read: count('read'),
    unchanged: count('unchanged'),
    missing: count('missing'),
    failures: [
      ...results.flatMap(({ why }) => why ?? []),
      ...(isNowhere ? [`${source.location} has none of its files`] : []),
    ],
  };
}

interface Result {
  readonly file: FetchedFile | undefined;
  readonly did: 'read' | 'unchanged' | 'missing' | 'failed';
  readonly why?: string;
}

async function readFile(
  source: Source,
  file: SourceFile,
  known: FetchedFile | undefined,
  means: Means,
): Promise<Result> {
  const { today } = means.conversion;
  const as = JSON.stringify([VERSION, source.type ?? '', source.filter, file.location]);
  const isAnew = known?.as !== as;
  const got = await textAt(file.location, isAnew ? undefined : known, means);
  if (got.state === 'unchanged' && known) return { file: { ...known, checked: today }, did: 'unchanged' };
  if (got.state === 'missing') {
    if (known) throw new Error('is not there any more; what it said is kept');
    if (!file.isOptional) throw new Error('is not there');
    return { file: undefined, did: 'missing' };
  }
  if (got.state !== 'read') throw new Error('says that it has not changed, but was never read');
  const digest = digestOf(got.text);
  const tags = {
    ...(got.etag === undefined ? {} : { etag: got.etag }),
    ...(got.lastModified === undefined ? {} : { lastModified: got.lastModified }),
  };
  if (!isAnew && known.digest === digest) return { file: { ...known, ...tags, checked: today }, did: 'unchanged' };
  const { type, filter, topics } = source;
  const made = convert(got.text, { ...means.conversion, location: file.ref, type, filter, topics });
  // Of two under one key the first counts.
  const past = new Map([...(known?.readings ?? [])].reverse().map((reading) => [reading.key, reading]));
  const readings = made.readings.map((reading) => withPast(reading, past, means.instant));
  return {
    file: {
      location: file.ref,
      type: made.type,
      as,
      ...tags,
      digest,
      read: known?.digest === digest ? known.read : today,
      checked: today,
      records: made.records,
      readings,
      gone: known ? goneFrom(known, readings, means.conversion) : [],
      items: made.items,
      entries: made.entries,
      leftOut: made.leftOut,
    },
    did: 'read',
  };
}

type FileText = Awaited<ReturnType<typeof get>>;

async function textAt(
  location: string,
  known: FetchedFile | undefined,
  { disk, network, clock, limits }: Means,
): Promise<FileText> {
  if (isAddress(location)) {
    const { etag, lastModified } = known ?? {};
    return get(location, network, { etag, lastModified, clock, ...(limits ? { limits } : {}) });
  }
  const most = limits?.bytes ?? LIMITS.bytes;
  const facts = disk.facts(location);
  if (!facts) return { state: 'missing' };
  if (facts.isFolder) throw new Error('is a folder without files of a known type');
  if (!facts.isFile) throw new Error('is no file that can be read again');
  if (facts.bytes > most) throw new Error(`is larger than ${Math.floor(most / 1024 / 1024)} MB`);
  const bytes = disk.read(location);
  if (!bytes) throw new Error('cannot be read');
  try {
    return { state: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new Error('is not UTF-8 text');
  }
}

/**
 * A reading with what is known of it from before: since when the source says so, and which deadlines it stated earlier and
 * has extended.
 */
function withPast(reading: Reading, before: ReadonlyMap<string, Reading>, instant: string): Reading {
  const old = before.get(reading.key);
  if (!old) return { ...reading, toldSince: instant };
  const ofKind = (list: Reading['milestones'], kind: string): Reading['milestones'] =>
    list.filter((milestone) => milestone.kind === kind);
  const milestones = reading.milestones.map((milestone) => {
    const now = ofKind(reading.milestones, milestone.kind);
    const then = ofKind(old.milestones, milestone.kind);
    const earlier = now.length === then.length ? then[now.indexOf(milestone)] : undefined;
    if (!earlier) return milestone;
    const { was, sequence } = timeText(milestone) === timeText(earlier) ? earlier : movedTo(milestone, earlier);
    return { ...milestone, ...(was === undefined ? {} : { was }), ...(sequence === undefined ? {} : { sequence }) };
  });
  const next = { ...reading, milestones, toldSince: old.toldSince };
  const isSame = isDeepStrictEqual(JSON.parse(JSON.stringify(next)), JSON.parse(JSON.stringify(old)));
  return isSame ? next : { ...next, toldSince: instant };
}

/**
 * What was there and is not any more. It is kept: lists drop what is past, and nothing is cancelled by that. What another
 * record of the same file is now about is not gone, only renamed; what ended before the stretch of interest is dropped.
 */
function goneFrom(
  { readings: old, gone, read }: FetchedFile,
  now: readonly Reading[],
  { seriesOf, from, today }: Means['conversion'],
): FetchedFile['gone'] {
  const identity = (reading: Reading) => identityOfReading(reading, seriesOf(reading));
  const present = createEditions(now.map(identity));
  const keys = new Set(now.map(({ key }) => key));
  return [...gone, ...old.map((reading) => ({ reading, since: today, read }))].filter(
    ({ reading }) =>
      !keys.has(reading.key) &&
      (reading.end ?? reading.start).slice(0, 10) >= from &&
      present.find(identity(reading)) === undefined,
  );
}

/** Runs `work` for each item, a few at a time; answers in their order. */
async function inTurns<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const runner = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, runner));
  return results;
}
