import type { Network } from './sources/network';
import type { Disk, DiskReader } from './reader/disk';

/** Everything impure that the program needs, in one object: tests pass their own. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly nodeVersion: string;
  /** The only clock in the program: epoch milliseconds. */
  clock(): number;
  /** Results, to stdout; nothing else goes there. */
  write(content: string | Uint8Array): void;
  /** Notes and errors for people, to stderr. */
  writeError(text: string): void;
  readonly stdout: { readonly isTerminal: boolean; readonly columns: number | undefined };
  readonly stdin: { readonly isTerminal: boolean };
  readonly stderr: { readonly isTerminal: boolean };
  /** A file that the build made, by its name under dist/, or `length` bytes of it from `start`. */
  asset(name: string, start?: number, length?: number): Buffer;
  readLink(path: string): string | undefined;
  readText(path: string): string | undefined;
  /** The system's zone as the run-time library knows it, undefined where it does not; slow. */
  intlZone(): string | undefined;
  /** The reader's own files, for looking. */
  readonly disk: DiskReader;
  /** The same for writing, which few starts need. */
  openDisk(): Promise<Disk>;
  /** Asked for by the commands that are there for the network, and by no other. */
  openNetwork(): Promise<Network>;
  /** Calls `stop` at the first Ctrl-C instead of ending the program; the second one ends it. */
  onInterrupt(stop: () => void): void;
  /** Starts the system's browser. False when there is none. */
  openUrl(url: string): Promise<boolean>;
  /** Asks the person at the terminal something. Ctrl-C ends the program with exit code 130. */
  ask<T>(question: (prompts: Prompts) => Promise<T>): Promise<T>;
  /** Opens a file in an editor, waits until it is closed, and tells whether the editor ended well. */
  runEditor(command: string, path: string): Promise<boolean>;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The ways of asking. */
export interface Prompts {
  /** One of a few. */
  pick(question: string, choices: readonly Choice[]): Promise<string>;
  /** @param check says what is wrong with what stands there so far, and nothing when it may stay */
  text(
    question: string,
    options: { readonly usual?: string; readonly check: (typed: string) => string | undefined },
  ): Promise<string>;
  /** One of many, found by typing. */
  find(question: string, matching: (typed: string) => readonly Choice[]): Promise<string>;
  /** Yes, unless the person says no. */
  confirm(question: string): Promise<boolean>;
}
