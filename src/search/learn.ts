import { askedTerms, BEFORE, RARITY_STEPS, type Asking, type Learned, type Need, type Wanted } from './asked';
import { nearTogether } from './near-together';
import { rarityOf } from './rarity';

/** How often every phrase is looked at. What stands in one phrase alone is believed less for it: it takes longer to learn. */
const ROUNDS = 22;
/** The weights are the means over so many of the last: what one phrase, looked at late, adds by chance is evened out. */
const AVERAGED = 10;
const RATE = 0.8;
/** Draws what little speaks for to 0. */
const DECAY = 1e-4;
/** From what is known so well nothing more is learned. */
const LEAST_WRONG = 0.01;
/** Of a phrase with more words than this each says less: it is a sentence, and most of it could be said of anything. */
const FEW_WORDS = 3.5;
/** Weights below this decide nothing. */
const LEAST_KEPT = 2;
/** A word that speaks for an entry in no more than one of so many phrases says nothing of it, and takes long to find that out. */
const FEW = 800;
/** The next phrase is this far ahead: neighbours in the alphabet are alike, and learned one after the other they are learned badly. */
const STRIDE = (Math.sqrt(5) - 1) / 2;

/** A phrase by the numbers of its words, with the share of each in it, and of what it asks for. */
interface Lesson {
  readonly words: readonly number[];
  readonly shares: readonly number[];
  readonly owners: readonly number[];
}

/**
 * Learns from ways of asking how much each of their words speaks for each entry: a logistic regression for every entry
 * and every need ("is it meant?"), of the words that any way of asking for it has, by their rarity and as parts of a
 * whole of length 1, fitted one phrase after the other. The same askings in any order give the same, on every machine.
 * @param needs what ids stand for that are of no entry
 * @param english words of Chinese with those of English, which are kept as they are
 * @see J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization",
 * JMLR 12 (2011), for the size of the steps
 * @see B. Polyak, A. Juditsky, "Acceleration of stochastic approximation by averaging", SIAM J. Control Optim. 30 (1992)
 */
export function learn(
  askings: readonly Asking[],
  needs: readonly Need[] = [],
  english: Learned['english'] = [],
): Learned {
  const known = new Map(needs.map((need) => [need.id, need]));
  const phrases = withoutSingle(distinct(askings));
  const owners = numbered(byUse(phrases.flatMap((phrase) => [...phrase.owners])));
  const uses = usesOf(phrases.flatMap(({ terms }) => terms));
  const words = numbered([...uses.keys()]);
  const rarityFor = (count: number): number => Math.round(RARITY_STEPS * rarityOf(phrases.length, count));
  const rarities = Array.from(uses.values(), rarityFor);
  const lessons = phrases.map((phrase): Lesson => {
    const own = phrase.terms.map((term) => words.get(term) ?? 0);
    const length = Math.hypot(...own.map((word) => rarities[word] ?? 0));
    return {
      words: own,
      shares: own.map((word) => (rarities[word] ?? 0) / length),
      owners: Array.from(phrase.owners, (id) => owners.get(id) ?? 0),
    };
  });
  const weights = fitted(lessons, words.size, owners.size).map((own) =>
    own.filter(([, weight]) => weight >= LEAST_KEPT),
  );
  const order = nearTogether(
    weights.map((own) => own.map(([owner]) => owner)),
    owners.size,
  );
  const places = new Map(order.map((owner, place) => [owner, place]));
  const ids = [...owners.keys()];
  return {
    unknown: rarityFor(0),
    owners: order.map((owner) => wantedBy(ids[owner] ?? '', known.get(ids[owner] ?? ''))),
    words: Array.from(words, ([term, word]) => ({
      term,
      rarity: rarities[word] ?? 0,
      weights: (weights[word] ?? [])
        .map(([owner, weight]) => [places.get(owner) ?? 0, weight] as const)
        .sort(([a], [b]) => a - b),
    })),
    english,
  };
}

const wantedBy = (id: string, need?: Need): Wanted => ({ best: need?.best ?? [id], good: need?.good ?? [] });

interface Phrase {
  readonly terms: readonly string[];
  readonly owners: ReadonlySet<string>;
}

/** Each once, by its words, in alphabetical order. */
function distinct(askings: readonly Asking[]): Phrase[] {
  const byKey = new Map<string, { readonly terms: readonly string[]; readonly owners: Set<string> }>();
  for (const { phrase, ids } of askings) {
    const terms = askedTerms(phrase);
    if (terms.length === 0 || ids.length === 0) continue;
    const key = terms.join(' ');
    const known = byKey.get(key);
    if (known) for (const id of ids) known.owners.add(id);
    else byKey.set(key, { terms, owners: new Set(ids) });
  }
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

/**
 * Leaves out words that a single phrase has, where it has more others: half of all words are such, and they say little that
 * the others of the phrase do not.
 */
function withoutSingle(phrases: readonly Phrase[]): Phrase[] {
  const uses = usesOf(phrases.flatMap(({ terms }) => terms));
  return phrases.map(({ terms, owners }) => {
    const shared = terms.filter((term) => (uses.get(term) ?? 0) > 1);
    return { terms: 2 * shared.length > terms.length ? shared : terms, owners };
  });
}

function usesOf(names: readonly string[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  return uses;
}

/** Each once, what is there most often first: a good order to begin with. */
function byUse(names: readonly string[]): string[] {
  return [...usesOf(names)].sort(([a, uses], [b, others]) => others - uses || (a < b ? -1 : 1)).map(([name]) => name);
}

const numbered = (names: readonly string[]): Map<string, number> =>
  new Map(Array.from(new Set(names), (name, number) => [name, number]));

/** @returns for each word its owners, ascending, with the weights as whole numbers */
function fitted(lessons: readonly Lesson[], words: number, owners: number): (readonly [number, number])[][] {
  // Of a word and an owner there is a weight where some phrase has both: `starts` says where those of a word begin.
  const met = ownersMet(lessons, words);
  const ownerOf = Int32Array.from(met.flat());
  const starts = new Int32Array(words + 1);
  met.forEach((own, word) => (starts[word + 1] = (starts[word] ?? 0) + own.length));
  const weights = new Float64Array(ownerOf.length);
  const steps = new Float64Array(ownerOf.length).fill(1e-6);
  const sums = new Float64Array(owners);
  const isTouched = new Uint8Array(owners);

  const take = ({ words: own, shares, owners: wanted }: Lesson): void => {
    const touched: number[] = [];
    own.forEach((word, at) => {
      const share = shares[at] ?? 0;
      const end = starts[word + 1] ?? 0;
      for (let slot = starts[word] ?? 0; slot < end; slot += 1) {
        const owner = ownerOf[slot] ?? 0;
        if (isTouched[owner] === 0) {
          isTouched[owner] = 1;
          touched.push(owner);
          sums[owner] = 0;
        }
        sums[owner] = (sums[owner] ?? 0) + (weights[slot] ?? 0) * share;
      }
    });
    // From here on, by how much more each seems to be meant than it is.
    for (const owner of touched) sums[owner] = 1 / (1 + Math.exp(-BEFORE - (sums[owner] ?? 0)));
    for (const owner of wanted) sums[owner] = (sums[owner] ?? 0) - 1;
    const part = Math.min(1, FEW_WORDS / own.length);
    own.forEach((word, at) => {
      const share = part * (shares[at] ?? 0);
      const end = starts[word + 1] ?? 0;
      for (let slot = starts[word] ?? 0; slot < end; slot += 1) {
        const wrong = sums[ownerOf[slot] ?? 0] ?? 0;
        if (Math.abs(wrong) < LEAST_WRONG) continue;
        const weight = weights[slot] ?? 0;
        const slope = wrong * share + DECAY * weight;
        const step = (steps[slot] ?? 0) + slope * slope;
        steps[slot] = step;
        weights[slot] = weight - (RATE * slope) / Math.sqrt(step);
      }
    });
    for (const owner of touched) isTouched[owner] = 0;
  };

  const means = new Float64Array(weights.length);
  const stride = coprime(Math.round(lessons.length * STRIDE), lessons.length);
  for (let round = 1, at = 0; round <= ROUNDS; round += 1) {
    for (let turn = 0; turn < lessons.length; turn += 1, at = (at + stride) % lessons.length) {
      const lesson = lessons[at];
      if (lesson) take(lesson);
    }
    if (round <= ROUNDS - AVERAGED) continue;
    weights.forEach((weight, slot) => (means[slot] = (means[slot] ?? 0) + weight / AVERAGED));
  }
  return met.map((_, word) =>
    Array.from(ownerOf.subarray(starts[word], starts[word + 1]), (owner, at) => [
      owner,
      Math.round(means[(starts[word] ?? 0) + at] ?? 0),
    ]),
  );
}

/** @returns for each word the owners that it may speak for, ascending */
function ownersMet(lessons: readonly Lesson[], words: number): number[][] {
  const times = Array.from({ length: words }, () => new Map<number, number>());
  const uses = new Uint32Array(words);
  for (const { words: own, owners } of lessons) {
    for (const word of own) {
      uses[word] = (uses[word] ?? 0) + 1;
      const met = times[word];
      for (const owner of owners) met?.set(owner, (met.get(owner) ?? 0) + 1);
    }
  }
  return times.map((met, word) =>
    [...met]
      .filter(([, count]) => count > Math.floor((uses[word] ?? 0) / FEW))
      .map(([owner]) => owner)
      .sort((a, b) => a - b),
  );
}

/** The first number from `from` on of which only 1 divides `other`, too, so that steps of it come by everything. */
function coprime(from: number, other: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let number = Math.max(1, from);
  while (divisor(number, other) !== 1) number += 1;
  return number;
}
