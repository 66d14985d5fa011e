import type { CallId } from '@/lib/domain/core/ids';

/** How far erasing has come. Calls placed up to `before` are erased, but for `later`: those could not be yet. */
export type ErasureMark = { readonly before: number; readonly later: readonly CallId[] };

export type EraseOldDeps = {
  readonly readMark: () => Promise<ErasureMark | undefined>;
  readonly writeMark: (mark: ErasureMark) => Promise<void>;
  /** Calls placed after the one moment and up to the other, oldest first, at most `limit`. */
  readonly listPlaced: (
    after: number,
    until: number,
    limit: number,
  ) => Promise<readonly { readonly callId: CallId; readonly placedAt: number }[]>;
  /** Erases the call and its logs in one transaction; false when it may not be yet. */
  readonly erase: (callId: CallId, now: number, retentionDays: number) => Promise<boolean>;
  readonly readRetentionDays: () => Promise<number>;
  readonly now: () => number;
};

const BATCH = 100;
const DAY_MS = 24 * 60 * 60_000;

/** Erases the personal data of old calls, in small steps; what was done stays done when it is cut short. */
export function createEraseOld(deps: EraseOldDeps): () => Promise<void> {
  return async () => {
    const days = await deps.readRetentionDays();
    const now = deps.now();
    const until = now - days * DAY_MS;
    const mark = (await deps.readMark()) ?? { before: 0, later: [] };
    let { before } = mark;
    const later: CallId[] = [];
    const eraseAll = async (callIds: readonly CallId[]): Promise<void> => {
      for (const callId of callIds) if (!(await deps.erase(callId, now, days))) later.push(callId);
    };
    await eraseAll(mark.later);
    for (;;) {
      const batch = await deps.listPlaced(before, until, BATCH);
      await eraseAll(batch.map(({ callId }) => callId));
      before = batch.at(-1)?.placedAt ?? before;
      await deps.writeMark({ before, later });
      if (batch.length < BATCH) return;
    }
  };
}
