import { v7 } from 'uuid';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import type { Settings } from '@/lib/domain/settings/values';
import { detach, logBug } from '@/lib/platform/bug-log';
import { nextTask } from '@/lib/platform/next-task';
import { makeReference } from '@/lib/platform/secrets';
import { regionOfRep } from '@/lib/salesloft/country';
import { readTypedNumber } from '@/lib/salesloft/person-number';
import type { PublishCalls } from '@/lib/services/call/calls-port';
import { createResolveEntry } from '@/lib/services/outbox/resolve-entry';
import { createSubmitWrapUp } from '@/lib/services/wrap-up/submit-wrap-up';
import type { assembleDelivery } from './outbox';
import type { assembleDialSession } from './dial-session';
import type { assembleOverlay } from './overlay';
import { readKnownRules, readSignIn } from './published-state';
import type { assembleQueue } from './queue';
import type { assembleStorage } from './storage';

export type LogSideDeps = {
  readonly storage: Pick<ReturnType<typeof assembleStorage>, 'records' | 'outbox' | 'callAndOutbox'>;
  readonly readSettings: () => Promise<Settings>;
  readonly publishCalls: PublishCalls;
  readonly queue: ReturnType<typeof assembleQueue>;
  readonly delivery: ReturnType<typeof assembleDelivery>;
  readonly dialSession: ReturnType<typeof assembleDialSession>;
  readonly overlay: ReturnType<typeof assembleOverlay>;
  readonly now: () => number;
};

/** From the wrap-up to the log on disk, and what the rep decides about it afterwards. */
export function assembleLogs(deps: LogSideDeps) {
  const { records, outbox, callAndOutbox } = deps.storage;
  const { readSettings, publishCalls, queue, delivery, dialSession, overlay, now } = deps;
  const readCrmDefaults = async () => (await readSettings())['logging.crmFields'];
  const newId = () => asId<EntryId>(v7());
  return {
    submitWrapUp: createSubmitWrapUp({
      records,
      closeAndAdd: callAndOutbox.closeAndAdd,
      readTeamRules: readKnownRules,
      readCrmDefaults,
      readHoldSeconds: async () => (await readSettings())['logging.holdSeconds'],
      readTimeZone: async () => (await readSignIn()).rep?.timeZone ?? '',
      makeReference: async (callId) => ((await readSettings())['logging.reference'] ? makeReference(callId) : ''),
      standBy: delivery.standBy,
      newId,
      onSaved: async (record, draft) => {
        await dialSession.called(record, draft.disposition).catch((error: unknown) => logBug('a saved log', error));
        detach('after a log was saved', async () => {
          await nextTask();
          await Promise.all([
            publishCalls(),
            delivery.publishOutbox(),
            queue.removeFromQueue(record.call.source),
            overlay.logged(record.call, draft.disposition),
          ]);
          await delivery.flush();
        });
      },
      now,
    }),
    resolveEntry: createResolveEntry({
      outbox,
      reopen: callAndOutbox.reopen,
      replace: callAndOutbox.replace,
      readTeamRules: queue.teamRules.current,
      readCrmDefaults,
      readNumber: async (typed) => {
        const { rep } = await readSignIn();
        return readTypedNumber(typed, regionOfRep(rep));
      },
      publishCalls,
      onChanged: async () => {
        await delivery.publishOutbox();
        detach('after the outbox changed', delivery.flush);
      },
      onUndone: ({ log }) => {
        // The wrap-up opens at once; its row comes back when Salesloft has answered.
        detach('queue after undo', () => queue.readQueue('asked'));
        detach('dial session after undo', () => dialSession.reopened(log.completes));
        return Promise.resolve();
      },
      newId,
      now,
    }),
  };
}
