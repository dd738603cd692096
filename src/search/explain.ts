import { PROMINENCE_SHARE, type Candidate } from './rank';
import { prominenceOf, type SearchIndex } from './search-index';
import type { Tally } from './tally';

/** What a score is made of: the sum of the parts times the factors. Of what lacks words, each part is less. */
export interface Explanation {
  /** Words and the topics and terms that they name, with what each adds; then the name. */
  readonly parts: readonly { readonly label: string; readonly points: number }[];
  /** Only those that are not 1: its kind, how well known it is, what it is about, that it is over. */
  readonly factors: readonly { readonly label: string; readonly factor: number }[];
}

/** @param aged the score after what is over was put below what is to come */
export function explain(index: SearchIndex, tally: Tally, candidate: Candidate, aged: number): Explanation {
  const { entry, score, lacking, asked, base, ofKind, agrees } = candidate;
  const parts = tally.contributions.map(({ label, rarity, points }) => ({
    label,
    points: rounded(lacking * rarity * points.of(entry)),
  }));
  const share = tally.most > 0 ? PROMINENCE_SHARE.beside : PROMINENCE_SHARE.alone;
  const rest = rounded(lacking * (base - tally.score(entry)));
  const factors = [
    { label: 'its kind', factor: ofKind },
    { label: 'known in the catalogue', factor: 1 + share * prominenceOf(index, entry) },
    { label: 'about what the best are about', factor: agrees },
    { label: 'past', factor: aged / score },
  ];
  return {
    parts: [
      ...parts,
      { label: tally.most > 0 ? 'its name' : 'as wished for', points: rest },
      { label: 'asked for like this', points: rounded(asked) },
    ].filter(({ points }) => points > 0),
    factors: factors
      .map(({ label, factor }) => ({ label, factor: rounded(factor) }))
      .filter(({ factor }) => factor !== 1),
  };
}

const rounded = (number: number): number => Math.round(number * 1e3) / 1e3;
