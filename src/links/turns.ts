/** Lets requests to one host go one after the other, with a pause between; those to different hosts do not wait. */
export interface Turns {
  /** Does something when it is the host's turn. */
  take<T>(host: string, work: () => Promise<T>): Promise<T>;
  /** Makes the pause of a host longer, never shorter. */
  slowDown(host: string, milliseconds: number): void;
  /** Leaves a host in peace for so long. */
  rest(host: string, milliseconds: number): void;
}

export interface TurnsMeans {
  /** Milliseconds between the end of a request and the next. */
  readonly pause: number;
  readonly clock: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

interface HostState {
  last: Promise<unknown>;
  /** When the next request may go, epoch milliseconds. */
  free: number;
  pause: number;
}

export function createTurns({ pause, clock, sleep }: TurnsMeans): Turns {
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known) return known;
    const fresh: HostState = { last: Promise.resolve(), free: 0, pause };
    hosts.set(host, fresh);
    return fresh;
  };
  return {
    take(host, work) {
      const state = stateOf(host);
      const turn = state.last.then(async () => {
        const wait = state.free - clock();
        if (wait > 0) await sleep(wait);
        try {
          return await work();
        } finally {
          state.free = Math.max(state.free, clock() + state.pause);
        }
      });
      // The next one goes whatever became of this one.
      state.last = turn.catch(() => undefined);
      return turn;
    },
    slowDown(host, milliseconds) {
      const state = stateOf(host);
      state.pause = Math.max(state.pause, milliseconds);
    },
    rest(host, milliseconds) {
      const state = stateOf(host);
      state.free = Math.max(state.free, clock() + milliseconds);
    },
  };
}
