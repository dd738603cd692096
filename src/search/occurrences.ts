import type { Places } from './places';
import type { Cell } from './search-index';

/** A term in one entry. */
export interface Occurrence {
  readonly entry: number;
  readonly cell: Cell;
  readonly places: Places;
}

/** Whole numbers, close together: an array of a million objects takes ten times their room. */
class Numbers {
  private numbers = new Int32Array(1024);
  length = 0;
  push(number: number): void {
    if (this.length === this.numbers.length) {
      const longer = new Int32Array(2 * this.length);
      longer.set(this.numbers);
      this.numbers = longer;
    }
    this.numbers[this.length] = number;
    this.length += 1;
  }
  at(place: number): number {
    return this.numbers[place] ?? NONE;
  }
  put(place: number, number: number): void {
    this.numbers[place] = number;
  }
}

const NONE = -1;

/**
 * The terms of an index in the making, with the entries that have them: a catalogue of a hundred thousand entries has
 * five million occurrences.
 */
export class Occurrences {
  /** Number of each term. */
  private readonly numbers = new Map<string, number>();
  /** The first and the last occurrence of each term. */
  private readonly firsts = new Numbers();
  private readonly lasts = new Numbers();
  /** Of each occurrence: its entry, its cell, where its places begin, and the next occurrence of its term. */
  private readonly entries = new Numbers();
  private readonly cells = new Numbers();
  private readonly starts = new Numbers();
  private readonly nexts = new Numbers();
  private readonly places = new Numbers();

  /** @param entry not below that of the last call */
  add(term: string, { entry, cell, places }: Occurrence): void {
    const occurrence = this.entries.length;
    let number = this.numbers.get(term);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(term, number);
      this.firsts.push(occurrence);
      this.lasts.push(occurrence);
    } else {
      this.nexts.put(this.lasts.at(number), occurrence);
      this.lasts.put(number, occurrence);
    }
    this.entries.push(entry);
    this.cells.push(cell);
    this.starts.push(this.places.length);
    this.nexts.push(NONE);
    for (const place of places) this.places.push(place);
  }

  /** In the order in which they came. */
  terms(): Iterable<string> {
    return this.numbers.keys();
  }

  /** By entry, ascending. */
  *of(term: string): Generator<Occurrence> {
    const number = this.numbers.get(term);
    if (number === undefined) return;
    for (let at = this.firsts.at(number); at !== NONE; at = this.nexts.at(at)) {
      const places: number[] = [];
      const end = at + 1 < this.starts.length ? this.starts.at(at + 1) : this.places.length;
      for (let place = this.starts.at(at); place < end; place += 1) places.push(this.places.at(place));
      yield { entry: this.entries.at(at), cell: this.cells.at(at), places };
    }
  }

  /** Each cell that there is, the commonest first. */
  cellsByUse(): Cell[] {
    const uses = new Map<Cell, number>();
    for (let at = 0; at < this.cells.length; at += 1) {
      const cell = this.cells.at(at);
      uses.set(cell, (uses.get(cell) ?? 0) + 1);
    }
    return Array.from(uses)
      .sort(([, usesA], [, usesB]) => usesB - usesA)
      .map(([cell]) => cell);
  }
}
