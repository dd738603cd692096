/**
 * How many edits turn one word into the other: a letter more, less or other, or two neighbours swapped.
 * Optimal string alignment, the restricted form of Damerau-Levenshtein: no letter is edited twice.
 * @param most edits to bother with
 * @returns the distance, or `most + 1` where it is greater than `most`
 * @see L. Boytsov, "Indexing methods for approximate dictionary searching", JEA 16 (2011), section 2.1
 */
export function editDistance(a: string, b: string, most: number): number {
  return distanceFrom(a, most)(b);
}

/** The same for many words against one: the rows of the table are made once. */
export function distanceFrom(a: string, most: number): (b: string) => number {
  const tooFar = most + 1;
  const width = a.length + tooFar + 1;
  let [before, above, line] = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
  return (b) => {
    if (Math.abs(a.length - b.length) > most) return tooFar;
    for (let column = 0; column < width; column += 1) above[column] = column;
    for (let row = 1; row <= a.length; row += 1) {
      // Further from the diagonal than `most`, every cell is too far.
      const first = Math.max(1, row - most);
      const last = Math.min(b.length, row + most);
      line[first - 1] = first === 1 ? row : tooFar;
      let least = line[first - 1] ?? tooFar;
      const letter = a.charCodeAt(row - 1);
      for (let column = first; column <= last; column += 1) {
        const other = b.charCodeAt(column - 1);
        let cost = (above[column - 1] ?? 0) + (letter === other ? 0 : 1);
        cost = Math.min(cost, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
        if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && other === a.charCodeAt(row - 2)) {
          cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
        }
        line[column] = cost;
        if (cost < least) least = cost;
      }
      // The next row looks one cell beyond this band.
      line[last + 1] = tooFar;
      // No later row can come back below it: a swap skips a row, but pays as much as going through that row.
      if (least > most) return tooFar;
      [before, above, line] = [above, line, before];
    }
    return Math.min(above[b.length] ?? tooFar, tooFar);
  };
}

/**
 * What a person may have meant by a word that is none of the candidates, in any case of letters: those within a third
 * of its length in edits (at least one), those that begin with it (which count as one edit), and those of which the
 * beginning or a part between hyphens is that near (which counts one edit more: `montoring` → `model-monitoring`).
 * @param max how many to give
 * @returns nearest first, equals in their given order
 */
export function nearest(word: string, candidates: readonly string[], max = 3): string[] {
  const wanted = word.toLowerCase();
  const most = Math.max(1, Math.floor(wanted.length / 3));
  if (wanted === '') return [];
  return candidates
    .map((text) => ({ text, distance: nearness(wanted, text.toLowerCase(), most) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, max)
    .map(({ text }) => text);
}

/** Letters of a word that is too short to be the misspelt beginning of another. */
const SHORT = 5;

function nearness(wanted: string, candidate: string, most: number): number {
  const edits = (text: string): number => {
    const distance = editDistance(wanted, text, most);
    return distance > most ? Infinity : distance;
  };
  const whole = edits(candidate);
  if (whole <= 1) return whole;
  if (candidate.startsWith(wanted)) return 1;
  // Short parts are near to everything, and so are short beginnings.
  const parts = candidate.split('-').filter((part) => part.length > 3);
  if (wanted.length > SHORT) parts.push(candidate.slice(0, wanted.length));
  return Math.min(whole, ...parts.map((part) => edits(part) + 1));
}
