import type { Account } from '@/lib/domain/sign-in/account';
import type { CallId } from '@/lib/domain/core/ids';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import { underLock } from '@/lib/platform/locks';
import { createOffscreenDocument } from '@/lib/platform/offscreen';
import { within } from '@/lib/platform/within';
import { readDevices, type Devices } from '@/lib/domain/call/devices';
import { deviceWishes } from '@/lib/platform/device-wishes';
import { readNumber } from '@/lib/salesloft/person-number';
import type { CallRecords } from '@/lib/services/call/calls-port';
import { createControlCall } from '@/lib/services/call/control-call';
import { createFindPerson } from '@/lib/services/queue/find-person';
import { createLookAgain, type LookAgainDeps, type LookedAt } from '@/lib/services/guards/look-again';
import { createPlaceCall } from '@/lib/services/call/place-call';
import { createPreselectOutcome } from '@/lib/services/wrap-up/preselect-outcome';
import { createPublishCalls } from '@/lib/services/call/publish-calls';
import { createRecordCall, type RecordCallDeps } from '@/lib/services/recording/record-call';
import { createTellByRep } from '@/lib/services/call/tell-by-rep';
import { createTrackCall, type TrackCallDeps } from '@/lib/services/call/track-call';
import { createWrapUpDraft } from '@/lib/services/wrap-up/wrap-up-draft';
import type { PublishSnapshot } from '@/lib/storage/snapshots/publish-snapshots';
import { dialGuards, lineConfig } from './line-settings';
import { createPhoneLine } from './phone-line';

export type CallSideDeps = Pick<TrackCallDeps, 'takeRecording' | 'onRecorded'> & {
  readonly records: CallRecords;
  readonly publish: PublishSnapshot;
  readonly readAccount: () => Promise<Account>;
  readonly readEffective: () => Promise<EffectiveSettings>;
  readonly readRows: () => Promise<readonly DueWork[]>;
  readonly lookAgain: Omit<LookAgainDeps, 'within' | 'readGuards' | 'now'> & { readonly calls: Pick<RecordCallDeps, 'mayBeRecorded'> };
  readonly readKnownRules: () => Promise<TeamRules | undefined>;
  /** A call has ended, and its wrap-up is open. */
  readonly onEnded: (callId: CallId) => void;
  readonly now: () => number;
};

/** A call from the intent to its end: the line, its guards, and what is written down of it. */
export function assembleCalls(deps: CallSideDeps) {
  const { records, publish, readAccount, readEffective, readRows, readKnownRules, now } = deps;
  const readSettings = async () => (await readEffective()).values;
  const phone = createPhoneLine({
    document: createOffscreenDocument(),
    readLine: async () => lineConfig(await readSettings()),
    readDevices: deviceWishes.read,
  });
  const call = { records, phone, publishCalls: createPublishCalls({ records, publish: (view) => publish('call', view) }), now };
  const preselectOutcome = createPreselectOutcome({
    records,
    readOutcomes: async () => (await readSettings())['logging.outcomes'],
    readKnownRules,
    now,
  });
  const lookAgain = createLookAgain({
    ...deps.lookAgain,
    readGuards: async () => dialGuards(await readEffective()),
    within,
    now,
  });
  const trackCall = createTrackCall({
    ...call,
    takeRecording: deps.takeRecording,
    onRecorded: deps.onRecorded,
    onEnded: async (record) => {
      await preselectOutcome(record);
      deps.onEnded(record.call.callId);
    },
  });
  const control = createControlCall({
    ...call,
    readNumber: async (typed) => {
      const { rep } = await readAccount();
      return readNumber(typed, rep?.timeZone ?? '', rep?.country ?? '');
    },
  });
  const record = createRecordCall({
    records,
    phone,
    readRecording: async () => (await readSettings())['telephony.recording'],
    readKnownRules,
    mayBeRecorded: deps.lookAgain.calls.mayBeRecorded,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const tellByRep = createTellByRep({ records, track: trackCall, now });
  return {
    call,
    /** The rep comes near a Call button: what Salesloft tells then is there when they press it. */
    foresee: async (about: Omit<LookedAt, 'rep'>): Promise<void> => {
      const { rep } = await readAccount();
      if (rep) await lookAgain({ ...about, rep });
    },
    placeCall: createPlaceCall({
      ...call,
      readAccount,
      findPerson: createFindPerson({ readRows, lastCallTo: async (personId) => (await records.lastCallsTo(personId, 1))[0], now }),
      lookAgain,
      within,
      underLock: (work) => underLock('place-call', work),
      readRules: async () => {
        const effective = await readEffective();
        const { values } = effective;
        const mayRecord = values['telephony.recording'].mode === 'local' && (await readKnownRules())?.recordingDisabled !== true;
        return { mayRecord, line: values['telephony.provider'], guards: dialGuards(effective), noteTemplate: values['logging.noteTemplate'] };
      },
    }),
    controlCall: {
      ...control,
      record,
      answered: tellByRep.answered,
      hangUp: async (callId: CallId): Promise<void> => {
        if (!(await tellByRep.ended(callId))) await control.hangUp(callId);
      },
    },
    chooseDevices: async (devices: Devices): Promise<void> => {
      const chosen = readDevices(devices);
      await deviceWishes.write(chosen);
      await phone.useDevices(chosen);
    },
    keepMicrophone: phone.keepMicrophone,
    wrapUpDraft: createWrapUpDraft(call),
    trackCall,
  };
}
