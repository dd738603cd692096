import { resolve } from 'node:path';
import { zoneText } from '../../src/time/zone-table';
import { compileZones } from '../../scripts/compile-zones';
import { compileCatalogue, packedCatalogue } from '../../src/catalogue/compile';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { checkPaths } from '../../src/catalogue/load';
import { memoryCatalogue } from '../../src/catalogue/memory';
import { problemLine } from '../../src/catalogue/problem';
import type { Entry } from '../../src/catalogue/schema';
import { packSchemas, SCHEMAS_FILE } from '../../src/commands/compiled-schemas';
import { jsonSchemas } from '../../src/commands/json-schemas';
import { GuideError } from '../../src/errors';
import type { Disk } from '../../src/reader/disk';
import type { Host, Prompts } from '../../src/host';
import { packCities } from '../../src/places/city-table';
import { gazetteer } from '../../src/places/gazetteer';
import { knownPlaces } from '../../src/places/known-places';
import type { Network } from '../../src/sources/network';
import type { Asking } from '../../src/search/asked';
import { learn } from '../../src/search/learn';
import { createZones } from '../../src/time/zone';
import { CITIES } from './cities';

/** The tiny frozen catalogue. From the root of the repository, so that a bundle of this file finds it too. */
export const SMALL = resolve('tests/fixtures/small');
/** What "now" is unless a test says otherwise: the last day of MLOps Day 2026, ten in the morning there. */
export const NOW = '2026-11-21T09:00Z';

const zoneTable = compileZones();
export const zones = createZones(() => zoneTable);
const cities = gazetteer(CITIES);
const packedSchemas = packSchemas(jsonSchemas());
const small = checkPaths([SMALL], vocabularyOf(undefined, zones));
if (small.problems.length > 0) throw new Error(small.problems.map(problemLine).join('\n'));

/**
 * What the build makes, made in memory: file name under dist/ → content.
 * @param more entries beside those of the fixture
 * @param askings how people ask for them; nobody does when left out
 */
export function builtFiles(more: readonly Entry[] = [], askings: readonly Asking[] = []): ReadonlyMap<string, Buffer> {
  const catalogue = memoryCatalogue({ ...small, entries: [...small.entries, ...more] }, 'bundled', {
    learned: () => learn(askings),
  });
  const compiled = Object.entries(packedCatalogue(compileCatalogue(catalogue, zones))).map(
    ([name, text]) => [`catalogue/${name}`, text] as const,
  );
  const places = knownPlaces(catalogue.entries(), cities).text;
  return new Map([
    ...[
      ...compiled,
      ['catalogue/stamp.txt', 'small'] as const,
      ['changes.json', '[]'] as const,
      ['catalogue/places.tsv', places] as const,
      ['zones.txt', zoneText(zoneTable)] as const,
    ].map(([name, text]) => [name, Buffer.from(text)] as const),
    ['cities.br', packCities(CITIES)],
    [SCHEMAS_FILE, packedSchemas],
  ]);
}
const smallFiles = builtFiles();

export interface FakeHostOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** ISO 8601 with an offset. */
  readonly now?: string;
  /** Are stdin and stdout terminals? Not, when left out: everything goes into a pipe. */
  readonly terminal?: boolean;
  readonly stdin?: { readonly isTerminal: boolean };
  readonly columns?: number;
  /** Files of the reader, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly built?: ReadonlyMap<string, Buffer>;
  /** Is there a browser? */
  readonly browser?: boolean;
  /** What a person answers, in order. To a question where what was typed is refused, the next one. */
  readonly answers?: readonly (string | boolean)[];
  readonly runEditor?: (command: string, path: string) => boolean;
  /** What writing a file that was named does, instead of keeping it. */
  readonly save?: Disk['save'];
  /** What a file that was named holds when it is looked at once more. */
  readonly read?: Disk['read'];
  /** Where files of the reader's own are; without it there are none, and none can be written, only what is named. */
  readonly disk?: Disk;
  readonly network?: Network;
  /** Gets what Ctrl-C would call. */
  readonly onInterrupt?: (stop: () => void) => void;
}

/** Only what a person names: files in memory. */
function namedOnly(files: Map<string, string>, folders: string[]): Disk {
  const read = (path: string): Buffer | undefined => {
    const text = files.get(path);
    return text === undefined ? undefined : Buffer.from(text);
  };
  return {
    facts: (path) => {
      const bytes = read(path)?.length;
      return bytes === undefined ? undefined : { isFolder: false, isFile: true, bytes, changed: 0, inode: 0 };
    },
    names: () => undefined,
    read,
    input: read,
    save: (path, content) => void files.set(path, Buffer.from(content).toString()),
    makeFolder: (path) => void folders.push(path),
    write: (path) => {
      throw new GuideError(`cannot write ${path}`, { hint: 'Use a disk.' });
    },
    absolute: (path) => path,
    remove: () => undefined,
    setAside: () => undefined,
    locked: (_, action) => action(),
  };
}

/** Prompts that take their answers from a script; a question for which there is none fails. */
function scriptedPrompts(
  answers: Iterator<string | boolean> | undefined,
  questions: { question: string; choices: readonly { name: string; value: string }[] }[],
): Prompts {
  const next = (question: string, choices: readonly { name: string; value: string }[] = []): string | boolean => {
    questions.push({ question, choices });
    const answer = answers?.next();
    if (!answer || answer.done) throw new Error(`no answer for "${question}"`);
    return answer.value;
  };
  return {
    pick: (question, choices) => Promise.resolve(String(next(question, choices))),
    text: (question, { usual, check }) => {
      for (;;) {
        const typed = String(next(question)) || (usual ?? '');
        const wrong = check(typed);
        if (wrong === undefined) return Promise.resolve(typed);
        questions.push({ question: `! ${wrong}`, choices: [] });
      }
    },
    find: (question, matching) => {
      const typed = String(next(question));
      const [first] = matching(typed);
      if (!first) throw new Error(`"${typed}" finds nothing for "${question}"`);
      return Promise.resolve(first.value);
    },
    confirm: (question) => Promise.resolve(next(question) === true),
  };
}

/** A host that touches nothing and remembers everything. */
export interface FakeHost extends Host {
  /** All that went to stdout so far. */
  readonly out: string;
  /** All that went to stderr so far. */
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
  readonly opened: readonly string[];
  /** Folders that were made. */
  readonly folders: readonly string[];
  readonly questions: readonly {
    readonly question: string;
    readonly choices: readonly { name: string; value: string }[];
  }[];
  /** Names of the built files that were read. */
  readonly assetsRead: readonly string[];
}

export function fakeHost(options: FakeHostOptions = {}): FakeHost {
  const { terminal = false, columns = 120, built = smallFiles } = options;
  const files = new Map(Object.entries(options.files ?? {}));
  const out: Buffer[] = [];
  let err = '';
  const opened: string[] = [];
  const folders: string[] = [];
  const questions: FakeHost['questions'][number][] = [];
  const assetsRead: string[] = [];
  const { save, read } = options;
  const disk = options.disk ?? { ...namedOnly(files, folders), ...(save && { save }), ...(read && { read }) };
  const prompts = scriptedPrompts(options.answers?.[Symbol.iterator](), questions);
  return {
    // The machine's own zone and settings stay outside.
    env: { TZ: 'UTC', TERM: 'xterm-256color', ...options.env },
    platform: 'linux',
    nodeVersion: '20.19.0',
    clock: () => Date.parse(options.now ?? NOW),
    write: (content) => void out.push(Buffer.from(content)),
    writeError: (text) => void (err += text),
    stdout: { isTerminal: terminal, columns: terminal ? columns : undefined },
    stderr: { isTerminal: terminal },
    stdin: options.stdin ?? { isTerminal: terminal },
    asset(name, start = 0, length) {
      assetsRead.push(name);
      const content = built.get(name);
      if (!content) throw new Error(`the build makes no ${name}`);
      return content.subarray(start, length === undefined ? undefined : start + length);
    },
    readLink: () => undefined,
    readText: (path) => files.get(path),
    intlZone: () => 'UTC',
    disk,
    openDisk: () => Promise.resolve(disk),
    onInterrupt: (stop) => options.onInterrupt?.(stop),
    openNetwork: () => (options.network ? Promise.resolve(options.network) : Promise.reject(new Error('no network'))),
    openUrl: (url) => {
      if (options.browser) opened.push(url);
      return Promise.resolve(options.browser ?? false);
    },
    ask: (question) => question(prompts),
    runEditor: (command, path) => Promise.resolve(options.runEditor?.(command, path) ?? false),
    files,
    opened,
    folders,
    questions,
    assetsRead,
    get out() {
      return Buffer.concat(out).toString();
    },
    get err() {
      return err;
    },
  };
}
