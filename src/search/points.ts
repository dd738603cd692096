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
    const before = this.shares[entry] ?? 0;
    if (share <= before) return;
    if (before === 0) this.entries.push(entry);
    this.shares[entry] = share;
  }

  /** @param share above 0 */
  add(entry: number, share: number): void {
    const before = this.shares[entry] ?? 0;
    if (before === 0) this.entries.push(entry);
    this.shares[entry] = before + share;
  }

  /**
   * The same as parts of the largest, which becomes `whole`, in the same order.
   * @param least no more than this is nothing
   */
  inPartsOf(whole: number, least: number): Points {
    const scaled = new Points(this.shares.length);
    const most = this.entries.reduce((top, entry) => Math.max(top, this.of(entry)), 0);
    for (const entry of this.entries) {
      const share = (whole * this.of(entry)) / most;
      if (share > least) scaled.add(entry, share);
    }
    return scaled;
  }
}
