/** What a path leads to. */
export interface FileFacts {
  readonly isFolder: boolean;
  /** Neither a folder, nor a pipe, a device and the like. */
  readonly isFile: boolean;
  readonly bytes: number;
  /** Last change, epoch milliseconds. */
  readonly changed: number;
  /** Differs between a file and the one that takes its place under the same name. */
  readonly inode: number;
}

/** Looking at the reader's own files. What cannot be read is as good as not there. */
export interface DiskReader {
  facts(path: string): FileFacts | undefined;
  /** Names in a folder, in order. Undefined where there is no such folder. */
  names(folder: string): readonly string[] | undefined;
  /** A file, or `length` bytes of it from `start`. Undefined where there is none. */
  read(path: string, start?: number, length?: number): Buffer | undefined;
}

/** The same, and writing. */
export interface Disk extends DiskReader {
  /**
   * Puts a file in its place, whole or not at all; makes its folder where needed.
   * @param changed what the file shall say of its last change, epoch milliseconds
   * @throws GuideError naming the path: a full disk, a folder that may not be written to
   */
  write(path: string, content: Uint8Array | readonly Uint8Array[] | string, changed?: number): void;
  /**
   * All of what a person named, be it a file, a pipe or a device; undefined where there is none.
   * @param most bytes
   * @param hint what to name instead of something larger
   * @throws GuideError where there are more, the system's error where it cannot be read
   */
  input(path: string, most: number, hint: string): Buffer | undefined;
  /**
   * Writes what a person named, a file whole or not at all, a pipe as it comes. Its folder must be there.
   * @throws the system's error, or a GuideError
   */
  save(path: string, content: string | Uint8Array): void;
  /** Also the folders above it; nothing where it is there already. @throws the system's error */
  makeFolder(path: string): void;
  /** The path from the root on, of one that is relative to where the program was started. */
  absolute(path: string): string;
  /** Removes a file; nothing happens where there is none. */
  remove(path: string): void;
  /** Gives a damaged file another name beside its own and answers that name; undefined where it may not be renamed. */
  setAside(path: string): string | undefined;
  /**
   * Does something while no other process does anything under the lock of the same path.
   * @throws GuideError when another process keeps the lock for long, or the folder may not be written to
   */
  locked<T>(path: string, action: () => T): T;
}
