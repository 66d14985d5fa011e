import { closeGate, isGateOpen, OPEN_GATE, pauseBeforeRefusal, type RateGate } from '@/lib/domain/outbox/rate-gate';
import type { RateBudget } from '@/lib/domain/outbox/rate-budget';

export type RateGateDeps = {
  readonly read: () => Promise<RateGate | undefined>;
  readonly write: (gate: RateGate) => Promise<void>;
  /** What Salesloft's latest reply said. */
  readonly readBudget: () => RateBudget;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
};

/** The one gate of the outbox; it is on disk, so that a worker that was stopped does not run against it again. */
export function createRateGate(deps: RateGateDeps) {
  const read = async (): Promise<RateGate> => (await deps.read()) ?? OPEN_GATE;
  return {
    /** Asked before each claim: closes by itself when too little of the team's budget is left. */
    mayGo: async (): Promise<boolean> => {
      const gate = await read();
      if (!isGateOpen(gate, deps.now())) return false;
      const next = pauseBeforeRefusal(gate, deps.readBudget(), deps.now(), deps.random());
      if (next === gate) return true;
      await deps.write(next);
      return false;
    },
    close: async (retryAfterSeconds: number): Promise<void> =>
      deps.write(closeGate(await read(), deps.now(), retryAfterSeconds, deps.random())),
    /** Until when everything waits; 0 when nothing does. */
    closedUntil: async (): Promise<number> => {
      const gate = await read();
      return isGateOpen(gate, deps.now()) ? 0 : gate.closedUntil;
    },
  };
}
