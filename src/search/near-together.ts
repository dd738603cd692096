/** Fewer than this are as near to each other as they need be. */
const FEWEST = 16;
/** Between two halves most finds its side in the first turns. */
const TURNS = 8;

/**
 * Puts things in such an order that those which lists have in common stand near each other: then the lists, written as
 * steps from one to the next, have small numbers, and are a tenth shorter. The things are split into two halves; then a
 * thing of each half changes places with one of the other for as long as that makes the lists shorter; then each half is
 * split likewise. The same lists give the same order.
 * @param lists numbers of things, each list without repeats
 * @param count of things
 * @returns their numbers in the new order
 * @see L. Dhulipala, I. Kabiljo, B. Karrer, G. Ottaviano, S. Pupyrev, A. Shalita, "Compressing graphs and indexes with
 * recursive graph bisection", KDD 2016
 */
export function nearTogether(lists: readonly (readonly number[])[], count: number): number[] {
  const listsOf = Array.from({ length: count }, (): number[] => []);
  lists.forEach((list, at) => {
    for (const thing of list) listsOf[thing]?.push(at);
  });
  const logs = Float64Array.from({ length: count + 2 }, (_, number) => Math.log2(Math.max(1, number)));
  const log = (number: number): number => logs[number] ?? 0;
  const [here, there] = [new Int32Array(lists.length), new Int32Array(lists.length)];

  /** How many of each list are among the things. */
  const counted = (things: readonly number[], counts: Int32Array): void => {
    counts.fill(0);
    for (const thing of things) for (const list of listsOf[thing] ?? []) counts[list] = (counts[list] ?? 0) + 1;
  };
  /** What all lists of a thing get shorter by when it changes sides, in about bits; with what it is, most first. */
  const gains = (from: readonly number[], own: Int32Array, to: number, other: Int32Array): [number, number][] => {
    const bits = (members: number, size: number): number => members * (log(size) - log(members + 1));
    return from
      .map((thing, at): [number, number] => {
        let gain = 0;
        for (const list of listsOf[thing] ?? []) {
          const [a, b] = [own[list] ?? 0, other[list] ?? 0];
          gain += bits(a, from.length) + bits(b, to) - bits(a - 1, from.length) - bits(b + 1, to);
        }
        return [gain, at];
      })
      .sort(([a, first], [b, second]) => b - a || first - second);
  };
  const ordered = (things: readonly number[]): number[] => {
    if (things.length < FEWEST) return [...things];
    const middle = things.length >> 1;
    const [left, right] = [things.slice(0, middle), things.slice(middle)];
    for (let turn = 0; turn < TURNS; turn += 1) {
      counted(left, here);
      counted(right, there);
      const leaving = gains(left, here, right.length, there);
      const coming = gains(right, there, left.length, here);
      let changes = 0;
      for (const [at, [gain, mine]] of leaving.entries()) {
        const [other, theirs] = coming[at] ?? [-Infinity, 0];
        if (gain + other <= 0) break;
        [left[mine], right[theirs]] = [right[theirs] ?? 0, left[mine] ?? 0];
        changes += 1;
      }
      if (changes === 0) break;
    }
    return [...ordered(left), ...ordered(right)];
  };
  return ordered(Array.from({ length: count }, (_, thing) => thing));
}
