import type { Catalogue } from './catalogue/catalogue';
import { cleanText } from './catalogue/clean';
import { compiledCatalogue } from './catalogue/compiled';
import { UsageError } from './errors';
import type { Host } from './host';
import type { Moment } from './query/upcoming';
import { list, oneOf, text, wholeNumber, type RawOptions } from './raw-options';
import { openOwn, ownParts } from './reader/own-catalogue';
import { folded } from './render/folded';
import { colourStyle, plainStyle, takesLinks, wantsColor, type Style } from './render/style';
import { refuseSecondStdin } from './stdin';
import { parseNow, systemZone } from './time/reader';
import { createZones, type Zones } from './time/zone';
import { zoneSource } from './time/zone-table';

export const FORMATS = ['table', 'json', 'jsonl', 'tsv', 'csv', 'md', 'yaml', 'atom'] as const;
export type Format = (typeof FORMATS)[number];

/** In less, words would be cut into letters; a terminal that does not know its width says 0. */
const LEAST_WIDTH = 20;

/** What a command gets from outside. */
export interface Context {
  readonly host: Host;
  /** Epoch ms. */
  readonly now: number;
  /** Now, where the reader is; worked out on first use, for the rules of a zone take a while to read. */
  readonly moment: Moment;
  readonly zones: Zones;
  readonly style: Style;
  /** Cells that a line may take. */
  readonly width: number;
  readonly format: Format;
  /** Was a form asked for, or is it only the usual one for a terminal or a pipe? */
  readonly isFormatGiven: boolean;
  /** Keys asked for with --fields. */
  readonly fields: readonly string[] | undefined;
  readonly withHeader: boolean;
  /** May a person be asked? Only when stdin and stdout are terminals. */
  readonly mayAsk: boolean;
  /** Paths of --catalogue or MLOPS_GUIDE_CATALOGUE; empty for the bundled one. */
  readonly cataloguePaths: readonly string[];
  /** The catalogue in use. Reads on first use, so that `--help` never touches the disk. */
  catalogue(): Promise<Catalogue>;
  bundled(): Catalogue;
  /** A result. */
  out(text: string): void;
  /** Are notes wanted? Not with --quiet. */
  readonly mayTell: boolean;
  /** A note for a person; silenced by --quiet. */
  note(text: string): void;
}

/** @param command its name @throws UsageError for a value that does not exist */
export async function createContext(host: Host, options: RawOptions, command: string): Promise<Context> {
  const { env, stdout, stdin } = host;
  const zones = createZones(() => zoneSource(host.asset('zones.txt')));
  const color = oneOf('color', text(options, 'color') ?? 'auto', ['auto', 'always', 'never'] as const);
  const isPainted = wantsColor(color, env, stdout.isTerminal);
  const style = isPainted ? await colourStyle(takesLinks(env, stdout.isTerminal)) : plainStyle;
  const cataloguePaths = paths(options.catalogue) ?? splitPaths(env.MLOPS_GUIDE_CATALOGUE, host.platform);
  // Before any of them is read, for that would wait.
  refuseSecondStdin([...cataloguePaths, ...(typeof options.avoid === 'object' ? options.avoid : [])]);
  const zone = await askedZone(host, options, zones);
  const fields = list(options, 'fields');
  if (fields) (await import('./field-keys')).checkFields(command, fields);
  let clock: number | undefined;
  const readClock = (): number => (clock ??= host.clock());
  let moment: Moment | undefined;
  let catalogue: Promise<Catalogue> | undefined;
  let bundled: Catalogue | undefined;
  const ctx: Context = {
    host,
    zones,
    style,
    get now() {
      return moment?.now ?? readClock();
    },
    get moment() {
      return (moment ??= readMoment(ctx, options, zone, readClock));
    },
    width: Math.max(LEAST_WIDTH, wholeNumber('width', text(options, 'width')) ?? (stdout.columns || 80)),
    format: formatOf(options, stdout.isTerminal),
    isFormatGiven: options.json === true || options.format !== undefined,
    fields,
    withHeader: options.header === true,
    get mayAsk() {
      return stdout.isTerminal && options['no-input'] !== true && env.CI === undefined && stdin.isTerminal;
    },
    cataloguePaths,
    catalogue: () => (catalogue ??= cataloguePaths.length > 0 ? readCatalogue(ctx) : runCatalogue(ctx)),
    bundled: () =>
      (bundled ??= compiledCatalogue((file, ...part) => host.asset(`catalogue/${file}`, ...part), 'bundled')),
    out: (words) => host.write(`${words}\n`),
    mayTell: options.quiet !== true,
    note: (words) => {
      if (ctx.mayTell) host.writeError(`${host.stderr.isTerminal ? folded(words, ctx.width) : words}\n`);
    },
  };
  // Judged before anything is printed; otherwise only where a command asks.
  if (statedNow(host, options) !== undefined) moment = readMoment(ctx, options, zone, readClock);
  return ctx;
}

async function readCatalogue(ctx: Context): Promise<Catalogue> {
  const { host, zones, cataloguePaths } = ctx;
  const { namedFiles, slownessNote } = await import('./reader/named-files');
  const files = namedFiles(host, cataloguePaths);
  const kept = files.place && openOwn(host, files.place, cataloguePaths.join(', '));
  if (kept) return kept.catalogue;
  const note = slownessNote(host, files);
  if (note) ctx.note(note);
  return (await import('./commands/from-files')).loadNamed(host, ctx.bundled(), zones, files);
}

/** The bundled catalogue with what the reader laid over it. */
async function runCatalogue(ctx: Context): Promise<Catalogue> {
  const { host, zones } = ctx;
  const parts = ownParts(host);
  if (!parts) return ctx.bundled();
  const { catalogue, notes } =
    openOwn(host, parts) ?? (await (await import('./commands/from-files')).layOver(host, ctx.bundled(), zones, parts));
  notes.forEach(ctx.note);
  return catalogue;
}

/** The zone that was asked for, as it is written. @throws UsageError for one that there is not */
async function askedZone({ env }: Host, options: RawOptions, zones: Zones): Promise<string | undefined> {
  const asked = text(options, 'tz') ?? (env.MLOPS_GUIDE_TZ || undefined);
  if (asked === undefined || (asked !== 'AoE' && zones.has(asked))) return asked;
  const names = zones.names().filter((name) => name !== 'AoE');
  return (await import('./zone-called')).zoneCalled(asked, names);
}

/** A variable that is empty is one that is not set; an option without a value is a mistake. */
function statedNow({ env }: Host, options: RawOptions): string | undefined {
  return text(options, 'now') ?? (env.MLOPS_GUIDE_NOW || undefined);
}

function readMoment(ctx: Context, options: RawOptions, asked: string | undefined, readClock: () => number): Moment {
  const { host, zones } = ctx;
  const zone = asked ?? systemZone(host, zones, (note) => ctx.note(cleanText(note)));
  const stated = statedNow(host, options);
  const now = stated === undefined ? readClock() : parseNow(stated, zones, zone);
  if (now === undefined) {
    throw new UsageError(`"${stated}" is no day or time.`, {
      hint: 'Use 2026-11-21, 2026-11-21T18:00 or 2026-11-21T18:00Z.',
    });
  }
  return { now, zone, zones };
}

function formatOf(options: RawOptions, isTerminal: boolean): Format {
  const named = text(options, 'format');
  if (options.json === true) {
    if (named !== undefined && named !== 'json')
      throw new UsageError(`--json and --format ${named} exclude each other.`);
    return 'json';
  }
  if (named !== undefined) return oneOf('format', named, FORMATS);
  return isTerminal ? 'table' : 'tsv';
}

/** A path may hold a comma: only repeating the option gives several. */
function paths(given: RawOptions[string]): readonly string[] | undefined {
  if (typeof given !== 'object') return undefined;
  if (given.includes('')) throw new UsageError('--catalogue needs a path.');
  return given;
}

function splitPaths(value: string | undefined, platform: string): string[] {
  return (value ?? '').split(platform === 'win32' ? ';' : ':').filter(Boolean);
}
