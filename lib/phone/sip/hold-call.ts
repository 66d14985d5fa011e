import type { RTCSession } from 'jssip/lib/RTCSession';

/** Another change of the call may be under way: it is tried again so often, so far apart. */
const TRIES = 10;
const AGAIN_MS = 300;

export type HoldParts = {
  readonly isOver: () => boolean;
  /** Without the phone system nothing is changed, nor is it asked for. */
  readonly answers: () => Promise<boolean>;
};

/** Hold and back. `refused` is to be called when a change came to nothing. */
export function createHold(leg: Pick<RTCSession, 'hold' | 'unhold'>, { isOver, answers }: HoldParts) {
  let settle: ((isTaken: boolean) => void) | undefined;

  const change = (held: boolean): Promise<boolean> | undefined => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    settle = resolve;
    const done = (): void => resolve(true);
    return (held ? leg.hold({}, done) : leg.unhold({}, done)) ? promise : undefined;
  };

  return {
    /** Resolves to false when it was refused, or nobody answered. */
    set: async (held: boolean): Promise<boolean> => {
      if (!(await answers())) return false;
      for (let tries = 0; tries < TRIES && !isOver(); tries += 1) {
        const taken = change(held);
        if (taken !== undefined) {
          const isTaken = await taken;
          settle = undefined;
          // JsSIP counts it as done, and would keep the rep's voice back.
          if (!isTaken && !isOver()) void (held ? leg.unhold({}) : leg.hold({}));
          return isTaken;
        }
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
      return false;
    },
    refused: () => settle?.(false),
  };
}
