import type { JudgedQuery } from './judged';

/** Something that answers queries. */
export interface Engine {
  readonly name: string;
  /** @returns ids, best first, at most `PLACES` of them */
  answer(query: JudgedQuery): Promise<readonly string[]> | readonly string[];
}
