import { vocabularyOf } from '../catalogue/vocabulary';
import type { Catalogue } from '../catalogue/catalogue';
import type { GuideEvent } from '../catalogue/schema';
import { isRevised } from '../catalogue/sequence';
import type { Zones } from '../time/zone';
import { VERSION } from '../version';
import { changesBetween, gravestLast } from './changes';
import { NOTHING, type Change, type Fetched, type SourceState, type State } from './fetched';
import { seriesFinder } from './known-series';
import type { Limits, Network } from './network';
import { readSource, type Outcome } from './read-source';
import type { Source } from './source';
import { accountsOf, bring, type Account } from './told';
import type { DiskReader } from '../reader/disk';

export interface UpdateOptions {
  readonly sources: readonly Source[];
  readonly bundled: Catalogue;
  readonly zones: Zones;
  readonly disk: DiskReader;
  readonly network: Network;
  /** Epoch milliseconds: the day of the update. */
  readonly now: number;
  /** For servers that name a time at which to come back. */
  readonly clock: () => number;
  readonly limits?: Partial<Limits> | undefined;
  readonly onFile: () => void;
}

/** Reads all sources side by side. @param before the state that they were left in */
export async function readSources(before: State | undefined, options: UpdateOptions): Promise<Outcome[]> {
  const { sources, bundled, zones, now, disk, network, clock, limits, onFile } = options;
  const instant = new Date(now).toISOString();
  const today = instant.slice(0, 10);
  const conversion = {
    seriesOf: seriesFinder(bundled.entries(['series', 'event'])),
    vocabulary: vocabularyOf(bundled, zones),
    zones,
    today,
    from: `${today.slice(0, 4)}-01-01`,
  };
  return Promise.all(
    sources.map((source) =>
      readSource(
        source,
        before?.sources.find(({ name }) => name === source.name),
        { disk, network, clock, limits, conversion, instant, onFile },
      ),
    ),
  );
}

/** What an update came to. */
export interface Updated {
  readonly fetched: Fetched;
  /** Of this update. */
  readonly changes: readonly Change[];
  /** What came of the records of each source. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** How many entries went with a source that is not read any more. */
  readonly dropped: number;
}

/** The journal is read by people: ten thousand changes are some years. */
const LONGEST_JOURNAL = 10_000;

/**
 * Makes the new state of what was read, and the journal of what that changed. Sources that were not read keep theirs;
 * those that are no longer enabled lose it.
 * @param stored what is on the disk now, which may be newer than when the sources were read
 */
export function applied(
  stored: Fetched | undefined,
  outcomes: readonly Outcome[],
  {
    bundled,
    zones,
    enabled,
    now,
  }: { readonly bundled: Catalogue; readonly zones: Zones; readonly enabled: readonly string[]; readonly now: number },
): Updated {
  const before = stored?.now ?? NOTHING;
  const read = new Map(outcomes.map((outcome) => [outcome.state.name, withNewer(outcome, before)]));
  const kept = before.sources.filter(({ name }) => enabled.includes(name) && !read.has(name));
  const sources = enabled.flatMap((name) => read.get(name) ?? kept.find((source) => source.name === name) ?? []);
  const updated = new Date(now).toISOString();
  return move(
    stored,
    { ...before, updated, by: VERSION, sources: sources.filter(({ files }) => files.length > 0) },
    { bundled, zones },
  );
}

/** What another process read meanwhile counts where this one only saw that nothing had changed, or could not read. */
function withNewer({ state, before }: Outcome, stored: State): SourceState {
  const theirs = stored.sources.find(({ name }) => name === state.name);
  const digestIn = (files: SourceState | undefined, location: string): string | undefined =>
    files?.files.find((file) => file.location === location)?.digest;
  return {
    ...state,
    files: state.files.map((file) => {
      const newer = theirs?.files.find(({ location }) => location === file.location);
      const isUntouched = file.digest === digestIn(before, file.location);
      return newer && isUntouched && newer.digest !== file.digest ? newer : file;
    }),
  };
}

/** Goes back to the state before the last update that changed something; undefined where there is none. */
export function rolledBack(
  stored: Fetched | undefined,
  { bundled, zones, now }: { readonly bundled: Catalogue; readonly zones: Zones; readonly now: number },
): Updated | undefined {
  if (!stored?.before) return undefined;
  const updated = new Date(now).toISOString();
  return move(stored, { ...stored.before, updated }, { bundled, zones });
}

function move(
  stored: Fetched | undefined,
  next: State,
  { bundled, zones }: { readonly bundled: Catalogue; readonly zones: Zones },
): Updated {
  const today = next.updated.slice(0, 10);
  const entries = bundled.entries();
  const setting = { vocabulary: vocabularyOf(bundled, zones), zones };
  const old = bring(entries, stored?.now ?? NOTHING, setting);
  const fresh = bring(entries, next, setting);
  const owners = new Map(next.sources.flatMap(({ name, files }) => files.map(({ location }) => [location, name])));
  const changes = changesBetween(old.entries, fresh.entries, today, (ref) => owners.get(ref));
  const before = new Map(old.entries.map((entry) => [entry.id, entry]));
  const isNewer = (event: GuideEvent): boolean => {
    const was = before.get(event.id);
    return was?.kind === 'event' && isRevised(was, event);
  };
  const revised = new Set(fresh.events.filter(isNewer).map(({ id }) => id));
  const counts = new Map((stored?.now.remembered ?? []).map(({ id, sequence }) => [id, sequence]));
  const remembered = fresh.remembered.map((item) => {
    // Never lower than it was: calendars take no older version.
    const sequence = Math.max(item.sequence, counts.get(item.id) ?? 0) + Number(revised.has(item.id));
    return { ...item, sequence };
  });
  // Editions that nobody tells of at the moment are remembered all the same: their ids are never used again.
  const known = new Set(remembered.map(({ id }) => id));
  const others = [...next.remembered, ...(stored?.now.remembered ?? [])].filter(
    ({ id }) => !known.has(id) && known.add(id),
  );
  const now: State = { ...next, remembered: [...remembered, ...others] };
  const ids = new Set(fresh.entries.map(({ id }) => id));
  const names = new Set(next.sources.map(({ name }) => `source:${name}`));
  const isLeft = (origin: string | undefined): boolean => origin !== undefined && !names.has(origin);
  const isSame = changes.length === 0 && sameContent(stored?.now, next);
  return {
    fetched: {
      version: 1,
      now,
      before: isSame ? stored?.before : (stored?.now ?? NOTHING),
      journal: [...(stored?.journal ?? []), ...gravestLast(changes)].slice(-LONGEST_JOURNAL),
    },
    changes,
    accounts: accountsOf(next, fresh),
    dropped: old.entries.filter(({ id, origin }) => !ids.has(id) && isLeft(origin)).length,
  };
}

/** Do two states say the same, whenever they were read? */
function sameContent(a: State | undefined, b: State): boolean {
  const digests = (state: State | undefined): string =>
    (state?.sources ?? [])
      .map(({ name, files }) => `${name}: ${files.map(({ location, digest }) => `${location} ${digest}`).join()}`)
      .join('\n');
  return digests(a) === digests(b);
}

/** Day on which sources were last asked, for the age of a catalogue. */
export function dayOfUpdate(state: State): string {
  return (
    state.sources
      .flatMap(({ files }) => files.map(({ checked }) => checked))
      .sort()
      .at(-1) ?? ''
  );
}
