import type { Outbox } from './outbox-port';
import type { WhoMayGo } from './who-may-go';

export type PlanNextWakeDeps = {
  readonly outbox: Pick<Outbox, 'nextDueAt'>;
  readonly whoMayGo: WhoMayGo;
  /** When the next link to a recording is due; undefined when none is. */
  readonly nextLinkAt: () => Promise<number | undefined>;
  readonly gate: { readonly closedUntil: () => Promise<number> };
  readonly wakeUp: { at(time: number): Promise<void>; cancel(): Promise<void> };
  readonly isOnline: () => boolean;
  readonly now: () => number;
};

const SOONEST_MS = 1_000;
/** Chrome doesn't tell a service worker that the network is back, so delivery polls while logs wait for it. */
const OFFLINE_LOOK_MS = 10_000;

/** Plans the next delivery for when something is due, and cancels it when nothing is. */
export function createPlanNextWake(deps: PlanNextWakeDeps) {
  return async (): Promise<void> => {
    // Waiting for a sign-in: that wakes delivery itself, an alarm could not.
    const mayGo = await deps.whoMayGo();
    const dueAt = Math.min(
      (mayGo && (await deps.outbox.nextDueAt(mayGo))) ?? Infinity,
      (await deps.nextLinkAt()) ?? Infinity,
    );
    if (dueAt === Infinity) return deps.wakeUp.cancel();
    const soonest = deps.isOnline() ? SOONEST_MS : OFFLINE_LOOK_MS;
    await deps.wakeUp.at(Math.max(dueAt, await deps.gate.closedUntil(), deps.now() + soonest));
  };
}
