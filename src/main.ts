import { fstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cli';
import { EXIT, GuideError } from './errors';
import { diskReader, readLink, readPart, readText, writeAll } from './files';
import type { Host } from './host';

/** Is a descriptor a terminal? Asked of the file system first: the tty module brings the network along, 2 ms of a start. */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const facts = fstatSync(descriptor);
    if (!facts.isCharacterDevice()) return false;
    // The other character device that output is commonly sent to.
    if (facts.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev) return false;
    return (descriptor === 0 ? process.stdin : descriptor === 1 ? process.stdout : process.stderr).isTTY;
  } catch {
    return false;
  }
}

/** @throws GuideError when the disk is full, and the like */
function writeAnswer(content: string | Uint8Array): boolean {
  try {
    return writeAll(1, content);
  } catch (error) {
    throw new GuideError(`cannot write to stdout: ${error instanceof Error ? error.message : String(error)}`, {
      hint: 'Send it where there is room.',
      cause: error,
    });
  }
}

/** The real host. What else touches `process` is told in docs/how-a-command-runs.md. */
const realHost = (): Host => ({
  env: process.env,
  platform: process.platform,
  nodeVersion: process.versions.node,
  clock: () => Date.now(),
  write(content) {
    // `| head` has seen enough: no error, and nothing more to say.
    if (!writeAnswer(content)) process.exit(EXIT.ok);
  },
  writeError(text) {
    try {
      writeAll(2, text);
    } catch {
      // Where notes cannot be written there is nobody to tell so.
    }
  },
  stdout: {
    isTerminal: isTerminal(1),
    get columns() {
      return isTerminal(1) ? process.stdout.columns : undefined;
    },
  },
  stdin: {
    get isTerminal() {
      return isTerminal(0);
    },
  },
  stderr: {
    get isTerminal() {
      return isTerminal(2);
    },
  },
  asset: (name, ...part) => readPart(join(__dirname, name), ...part),
  readLink,
  readText,
  onInterrupt: (stop) => void process.once('SIGINT', stop),
  openNetwork: async () => (await import('./network')).network,
  intlZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  disk: diskReader,
  openDisk: async () => (await import('./disk')).createDisk(() => Date.now()),
  openUrl: async (url) => (await import('./browser')).openInBrowser(url, process.platform, process.env),
  runEditor: async (command, path) => (await import('./editor')).runEditor(command, path, process.platform),
  async ask(question) {
    const { prompts } = await import('./prompts');
    try {
      return await question(prompts);
    } catch (error) {
      // Ctrl-C at the question.
      if (error instanceof Error && error.name === 'ExitPromptError') process.exit(EXIT.interrupted);
      throw error;
    }
  },
});

/** Runs the command line of this process. Not done by loading this file, of which the library needs parts at times. */
export function start(): void {
  void run(process.argv.slice(2), realHost()).then((code) => {
    // All output is written by now; tearing down what is left would only cost time.
    process.exit(code);
  });
}
