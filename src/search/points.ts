/** Shares of some entries, 0 for all others: what a word gives few of thousands. */
export class Points {
  /** Those that have any, in the order in which they first got some. */
  readonly entries: number[] = [];
  private readonly shares: Float64Array;

  /** @param size how many entries there are */
  constructor(size: number) {
    this.shares = new Float64Array(size);
  }

  of(entry: number): number {
    return this.shares[entry] ?? 0;
  }

  /** Gives an entry this share, unless it has as much already. */
  raise(entry: number, share: number): void {
    const before = this.of(entry);
    if (share <= before) return;
    if (before === 0) this.entries.push(entry);
    this.shares[entry] = share;
  }

  /** @param share above 0 */
  add(entry: number, share: number): void {
    const before = this.of(entry);
    if (before === 0) this.entries.push(entry);
    this.shares[entry] = before + share;
  }
}
