import { v7 } from 'uuid';
import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { CallRecord } from '@/lib/domain/call/call-record';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { Settings } from '@/lib/domain/settings/values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { detach, logBug } from '@/lib/platform/bug-log';
import { nextTask } from '@/lib/platform/next-task';
import { makeReference } from '@/lib/platform/secrets';
import type { WakeUp } from '@/lib/platform/wake-up';
import { regionOfRep } from '@/lib/salesloft/country';
import { readTypedNumber } from '@/lib/salesloft/person-number';
import type { PublishCalls } from '@/lib/services/call/calls-port';
import { createResolveEntry } from '@/lib/services/outbox/resolve-entry';
import { createSubmitWrapUp } from '@/lib/services/wrap-up/submit-wrap-up';
import type { assembleStorage } from './storage';

export type LogSideDeps = {
  readonly storage: ReturnType<typeof assembleStorage>;
  readonly readSignIn: () => Promise<RepSignIn>;
  readonly readSettings: () => Promise<Settings>;
  readonly readKnownRules: () => Promise<TeamRules | undefined>;
  readonly readTeamRules: () => Promise<TeamRules | undefined>;
  readonly publishCalls: PublishCalls;
  readonly wakeUp: Pick<WakeUp, 'standBy'>;
  /** A log is on disk: what the rep's next step builds on. */
  readonly onSaved: (record: CallRecord, draft: WrapUpDraft) => Promise<void>;
  /** What follows when they have been told. */
  readonly afterSaved: (record: CallRecord, draft: WrapUpDraft) => Promise<void>;
  /** The rep has decided something about the outbox. */
  readonly onChanged: () => Promise<void>;
  readonly onUndone: (entry: OutboxEntry) => void;
  readonly now: () => number;
};

/** From the wrap-up to the log on disk, and what the rep decides about it afterwards. */
export function assembleLogs(deps: LogSideDeps) {
  const { records, outbox, callAndOutbox } = deps.storage;
  const { readSignIn, readSettings, publishCalls, now } = deps;
  const readCrmDefaults = async () => (await readSettings())['logging.crmFields'];
  const newId = () => asId<EntryId>(v7());
  return {
    submitWrapUp: createSubmitWrapUp({
      records,
      closeAndAdd: callAndOutbox.closeAndAdd,
      readTeamRules: deps.readKnownRules,
      readCrmDefaults,
      readHoldSeconds: async () => (await readSettings())['logging.holdSeconds'],
      readTimeZone: async () => (await readSignIn()).rep?.timeZone ?? '',
      makeReference: async (callId) => ((await readSettings())['logging.reference'] ? makeReference(callId) : ''),
      standBy: () => deps.wakeUp.standBy(),
      newId,
      onSaved: async (record, draft) => {
        await deps.onSaved(record, draft).catch((error: unknown) => logBug('a saved log', error));
        detach('after a log was saved', async () => {
          await nextTask();
          await deps.afterSaved(record, draft);
        });
      },
      now,
    }),
    resolveEntry: createResolveEntry({
      outbox,
      reopen: callAndOutbox.reopen,
      replace: callAndOutbox.replace,
      readTeamRules: deps.readTeamRules,
      readCrmDefaults,
      readNumber: async (typed) => {
        const { rep } = await readSignIn();
        return readTypedNumber(typed, regionOfRep(rep));
      },
      publishCalls,
      onChanged: deps.onChanged,
      onUndone: (entry) => Promise.resolve(deps.onUndone(entry)),
      newId,
      now,
    }),
  };
}
