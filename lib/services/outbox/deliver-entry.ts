import type { ApiResult } from '@/lib/domain/core/api-result';
import { classifyAnswer, toReason, type DeliveryReason } from '@/lib/domain/outbox/delivery';
import { askForTask, mayGetTask, settleWithoutTask, takeTask } from '@/lib/domain/outbox/guard-task';
import type { CallId, TaskId } from '@/lib/domain/core/ids';
import { noteText } from '@/lib/domain/outbox/note-text';
import { mustVerify, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { judgeReadBack } from '@/lib/domain/outbox/read-back';
import { beginAttempt, postpone, settle, settleReadBack, type SettleContext } from '@/lib/domain/outbox/settle';
import type { Outbox } from './outbox-port';
import type { ReadBackResult } from './fetch-read-back';
import type { CallsPort } from '@/lib/services/core/salesloft-port';

export type DeliverEntryDeps = {
  readonly outbox: Outbox;
  readonly calls: CallsPort;
  readonly readBack: (entry: OutboxEntry) => Promise<ReadBackResult>;
  /** The call task that guards a log which completes nothing; `mayExist` when it was asked for before. */
  readonly getGuardTask: (entry: OutboxEntry, mayExist: boolean) => Promise<ApiResult<TaskId>>;
  /** Whether such logs are to have one. */
  readonly wantsGuardTasks: () => Promise<boolean>;
  /** Of the call's recording; empty when there is none, or none yet. */
  readonly readRecordingLink: (callId: CallId) => Promise<string>;
  readonly readRetries: () => Promise<number>;
  readonly now: () => number;
  /** Salesloft's clock, by the offset learnt from its replies. */
  readonly salesloftNow: () => number;
  readonly random: () => number;
  readonly closeGate: (retryAfterSeconds: number) => Promise<void>;
  readonly onDelivered: (entry: OutboxEntry) => Promise<void>;
  /** It will not be logged as it is; what is learnt from that keeps nobody waiting. */
  readonly onRefused: (entry: OutboxEntry, reason: DeliveryReason) => void;
};

/**
 * Brings one claimed entry a step further: reads back first where an outcome is unknown, gets it a task where it shall
 * have one, writes the attempt down, posts once, and settles. Every write compares the claim token: a revived worker settles nothing that another has taken.
 */
export function createDeliverEntry(deps: DeliverEntryDeps) {
  /** Writes `next`, unless the claim has passed to somebody else. */
  const write = async (claimed: OutboxEntry, next: OutboxEntry): Promise<OutboxEntry | undefined> => {
    const isOurs = (current: OutboxEntry): boolean =>
      current.state === 'sending' && current.claimToken === claimed.claimToken;
    const changed = await deps.outbox.change(claimed.entryId, (current) => {
      if (isOurs(current)) return next;
      // Somebody else's claim now, but proof is proof: a receipt is kept whoever brings it.
      return next.receipt && current.state !== 'delivered' && current.state !== 'discarded'
        ? { ...current, state: 'delivered', receipt: next.receipt, unknownSince: 0 }
        : current;
    });
    if (!changed) return undefined;
    if (changed.after.state === 'delivered' && changed.after !== changed.before) await deps.onDelivered(changed.after);
    return isOurs(changed.before) ? changed.after : undefined;
  };

  /** The entry as it may be posted; undefined when it may not, and is settled. */
  const guard = async (entry: OutboxEntry, context: () => SettleContext): Promise<OutboxEntry | undefined> => {
    const mayExist = entry.isTaskAsked === true;
    if (!mayGetTask(entry) || !(mayExist || (await deps.wantsGuardTasks()))) return entry;
    const asked = mayExist ? entry : await write(entry, askForTask(entry));
    if (!asked) return undefined;
    const task = await deps.getGuardTask(asked, mayExist);
    if (!task.ok) {
      if (task.failure.status === 429) await deps.closeGate(task.failure.retryAfterSeconds);
      await write(asked, settleWithoutTask(asked, task.failure, context()));
      return undefined;
    }
    const guarded = takeTask(asked, task.value);
    // The rep found it in the queue and logged another call with it: it guards that one.
    const isSpoken = (await deps.outbox.heldKeys([guarded.dedupeKey])).size > 0;
    return isSpoken ? asked : write(asked, guarded);
  };

  const post = async (entry: OutboxEntry, context: () => SettleContext): Promise<void> => {
    const recordingLink = await deps.readRecordingLink(entry.callId);
    const begun = await write(entry, beginAttempt(entry, deps.now(), deps.salesloftNow(), recordingLink));
    if (!begun) return;
    const notes = noteText({ ...begun, notes: begun.log.notes, recordingLink, sentAt: deps.now() });
    const verdict = classifyAnswer(await deps.calls.log(begun.log, notes));
    if (verdict.kind === 'rateLimited') await deps.closeGate(verdict.retryAfterSeconds);
    await write(begun, settle(begun, verdict, context()));
    if (verdict.kind === 'refused') deps.onRefused(begun, verdict.reason);
  };

  return async (entry: OutboxEntry): Promise<void> => {
    const retries = await deps.readRetries();
    const context = (): SettleContext => ({
      now: deps.now(),
      salesloftNow: deps.salesloftNow(),
      random: deps.random(),
      retries,
    });
    if (!mustVerify(entry)) {
      const guarded = await guard(entry, context);
      return guarded && post(guarded, context);
    }

    // What is read is as old as the asking: a call that came to be visible meanwhile may not be in it.
    const asked = context();
    const read = await deps.readBack(entry);
    if (!read.ok) {
      if (read.failure.status === 429) await deps.closeGate(read.failure.retryAfterSeconds);
      await write(entry, postpone(entry, toReason(read.failure), context()));
      return;
    }
    const next = settleReadBack(entry, judgeReadBack(entry, read.value), asked);
    if (next === 'sendNow') return post(entry, context);
    await write(entry, next);
  };
}
