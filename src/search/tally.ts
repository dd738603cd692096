import type { Expansion } from './expand';
import { forEachPosting, type SearchIndex } from './search-index';

const LEAST_RARITY = 0.1;

/** Adds up, word by word, what the entries have; arrays by entry number, for a letter may touch all of them. */
export class Tally {
  private readonly scores: Float64Array;
  private readonly counts: Uint8Array;
  private readonly fieldBits: Uint32Array;

  constructor(private readonly index: SearchIndex) {
    const size = index.ids.length;
    this.scores = new Float64Array(size);
    this.counts = new Uint8Array(size);
    this.fieldBits = new Uint32Array(size);
  }

  /** Counts a word once for an entry, by the best of its alternatives; how rare it is, by all entries it leads to. */
  add({ alternatives }: Expansion): void {
    const size = this.index.ids.length;
    const best = new Float64Array(size);
    let found = 0;
    for (const { postings, weight } of alternatives) {
      forEachPosting(this.index, postings, (entry, fields, impact) => {
        const before = best[entry] ?? 0;
        if (before === 0) found += 1;
        best[entry] = Math.max(before, weight * impact);
        this.fieldBits[entry] = (this.fieldBits[entry] ?? 0) | fields;
      });
    }
    // BM25's inverse document frequency, kept so far from 0 that the fields still tell the entries apart.
    const rarity = Math.max(LEAST_RARITY, Math.log(1 + (size - found + 0.5) / (found + 0.5)));
    best.forEach((impact, entry) => {
      if (impact === 0) return;
      this.scores[entry] = (this.scores[entry] ?? 0) + rarity * impact;
      this.counts[entry] = (this.counts[entry] ?? 0) + 1;
    });
  }

  /** Numbers of the entries that have any word, ascending. */
  entries(): number[] {
    const found: number[] = [];
    this.counts.forEach((count, entry) => {
      if (count > 0) found.push(entry);
    });
    return found;
  }

  score = (entry: number): number => this.scores[entry] ?? 0;
  words = (entry: number): number => this.counts[entry] ?? 0;
  fields = (entry: number): number => this.fieldBits[entry] ?? 0;
}
