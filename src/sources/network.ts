/** The network as the program sees it: tests pass their own, or parts of it. */
export interface Network {
  /** As `fetch` of Node. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** IP addresses of a host. @throws as `node:dns` */
  addressesOf(host: string): Promise<readonly string[]>;
  sleep(milliseconds: number): Promise<void>;
}

/** What one request may cost. */
export interface Limits {
  /** Bytes after decompression. */
  readonly bytes: number;
  /** For a whole attempt. */
  readonly milliseconds: number;
  /** Without a byte. */
  readonly silence: number;
  readonly redirects: number;
  /** In all, the first included. */
  readonly attempts: number;
  /** The longest wait that a server may ask for. */
  readonly patience: number;
}

export const LIMITS: Limits = {
  bytes: 8 * 1024 * 1024,
  milliseconds: 30_000,
  silence: 10_000,
  redirects: 5,
  attempts: 3,
  patience: 60_000,
};
