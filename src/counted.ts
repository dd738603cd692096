/** What is counted, as it is called when there is one and when there are several: both, for no rule makes one of the other. */
export type Noun = readonly [one: string, many: string];

/** `1 entry`, `2 entries`, `0 entries`. */
export function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
