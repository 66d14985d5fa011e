import { followClock } from '@/lib/domain/outbox/outbox';
import type { Outbox } from './outbox-port';

export type FollowOwnClockDeps = {
  readonly outbox: Pick<Outbox, 'changePending'>;
  readonly readSeenAt: () => Promise<number | undefined>;
  readonly writeSeenAt: (at: number) => Promise<void>;
  readonly now: () => number;
};

/** Logs planned by a time that has not come yet, because the clock was set back, would wait for it. */
export function createFollowOwnClock({ outbox, readSeenAt, writeSeenAt, now }: FollowOwnClockDeps) {
  return async (): Promise<void> => {
    if (((await readSeenAt()) ?? 0) > now()) await outbox.changePending((entry) => followClock(entry, now()));
    await writeSeenAt(now());
  };
}
