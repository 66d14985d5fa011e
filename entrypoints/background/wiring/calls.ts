import { phoneSettings } from '@/lib/domain/call/dial-settings';
import type { CallId } from '@/lib/domain/core/ids';
import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import { detach } from '@/lib/platform/bug-log';
import { underLock } from '@/lib/platform/locks';
import { createOffscreenDocument } from '@/lib/platform/offscreen';
import { withTimeout } from '@/lib/platform/with-timeout';
import { readDevices, type Devices } from '@/lib/domain/call/devices';
import { devicePreferences } from '@/lib/platform/device-preferences';
import { regionOfRep } from '@/lib/salesloft/country';
import { readTypedNumber } from '@/lib/salesloft/person-number';
import type { CallRecords } from '@/lib/services/call/calls-port';
import { createControlCall } from '@/lib/services/call/control-call';
import { createFindPerson } from '@/lib/services/queue/find-person';
import { createRecheckSalesloft, type RecheckDeps } from '@/lib/services/guards/recheck-salesloft';
import { createRecheckPerson, type RecheckPersonDeps } from '@/lib/services/guards/recheck-person';
import { guardsInForce } from '@/lib/domain/guards/guards-in-force';
import type { RecheckQuery } from '@/lib/domain/guards/recheck';
import { createPlaceCall } from '@/lib/services/call/place-call';
import { createPreselectOutcome } from '@/lib/services/wrap-up/preselect-outcome';
import { createPublishCalls } from '@/lib/services/call/publish-calls';
import { createRecordCall, type RecordCallDeps } from '@/lib/services/recording/record-call';
import { createReportByRep } from '@/lib/services/call/report-by-rep';
import { createTellWhoAnswered } from '@/lib/services/call/tell-who-answered';
import { createTrackCall, type TrackCallDeps } from '@/lib/services/call/track-call';
import { createWrapUpDraft } from '@/lib/services/wrap-up/wrap-up-draft';
import type { WorkerContext } from './context';
import { createPhoneLine } from './phone-line';
import { readCallable, readKnownRules, readSignIn } from './published-state';

export type CallSideDeps = Pick<WorkerContext, 'events' | 'publish' | 'now'> & {
  readonly records: CallRecords;
  readonly readEffective: () => Promise<EffectiveSettings>;
  readonly takeRecording: TrackCallDeps['takeRecording'];
  readonly recheckSalesloft: Omit<RecheckDeps, 'withTimeout' | 'readGuards' | 'now'> & {
    readonly calls: Pick<RecordCallDeps, 'mayBeRecorded'>;
  };
  readonly source: RecheckPersonDeps['source'];
};

/** A call from the intent to its end: the line, its guards, and what is written down of it. */
export function assembleCalls(deps: CallSideDeps) {
  const { events, records, publish, readEffective, now } = deps;
  const readSettings = async () => (await readEffective()).values;
  const readLine = async () => phoneSettings(await readSettings());
  const phone = createPhoneLine({
    document: createOffscreenDocument(),
    readLine,
    readDevices: devicePreferences.read,
  });
  const call = {
    records,
    phone,
    publishCalls: createPublishCalls({ records, publish: (view) => publish('call', view) }),
    now,
  };
  const preselectOutcome = createPreselectOutcome({
    records,
    readOutcomes: async () => (await readSettings())['logging.outcomes'],
    readKnownRules,
    now,
  });
  const recheckSalesloft = createRecheckSalesloft({
    ...deps.recheckSalesloft,
    readGuards: async () => guardsInForce(await readEffective()),
    withTimeout,
    now,
  });
  const recheckPerson = createRecheckPerson({
    source: deps.source,
    readGuards: async () => guardsInForce(await readEffective()),
    mayRead: deps.recheckSalesloft.mayRead,
    withTimeout,
    now,
  });
  const findPerson = createFindPerson({
    readRows: readCallable,
    lastCallTo: async (personId) => (await records.lastCallsTo(personId, 1))[0],
    now,
  });
  const trackCall = createTrackCall({
    ...call,
    takeRecording: deps.takeRecording,
    onRecorded: () => detach('link to a recording', () => events.tell('deliveryDue')),
    onEnded: async (record) => {
      await preselectOutcome(record);
      detach('a call has ended', () => events.tell('callEnded', record.call.callId));
    },
  });
  const control = createControlCall({
    ...call,
    readNumber: async (typed) => {
      const { rep } = await readSignIn();
      return readTypedNumber(typed, regionOfRep(rep));
    },
    readGuards: async () => guardsInForce(await readEffective()),
  });
  const record = createRecordCall({
    records,
    phone,
    readRecording: async () => (await readSettings())['telephony.recording'],
    readKnownRules,
    mayBeRecorded: deps.recheckSalesloft.calls.mayBeRecorded,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const reportByRep = createReportByRep({ records, track: trackCall, now });
  return {
    call,
    /** The rep comes near a Call button: what Salesloft tells then is there when they press it. */
    prefetchGuards: async (about: Omit<RecheckQuery, 'rep'>): Promise<void> => {
      const { rep } = await readSignIn();
      if (!rep) return;
      const callable = await findPerson(about.personId, about.source);
      await Promise.all([recheckSalesloft({ ...about, rep }), callable && recheckPerson(callable.person, rep)]);
    },
    placeCall: createPlaceCall({
      ...call,
      readSignIn,
      findPerson,
      recheckSalesloft,
      recheckPerson,
      withTimeout,
      underLock: (work) => underLock('place-call', work),
      readRules: async () => {
        const effective = await readEffective();
        const { values } = effective;
        const mayRecord =
          values['telephony.recording'].mode === 'local' && (await readKnownRules())?.recordingDisabled !== true;
        return {
          mayRecord,
          line: values['telephony.provider'],
          guards: guardsInForce(effective),
          noteTemplate: values['logging.noteTemplate'],
        };
      },
    }),
    controlCall: {
      ...control,
      record,
      answered: reportByRep.answered,
      tellWhoAnswered: createTellWhoAnswered(call),
      hangUp: async (callId: CallId): Promise<void> => {
        if (!(await reportByRep.ended(callId))) await control.hangUp(callId);
      },
    },
    chooseDevices: async (devices: Devices): Promise<void> => {
      const chosen = readDevices(devices);
      await devicePreferences.write(chosen);
      await phone.useDevices(chosen);
    },
    keepMicrophone: phone.keepMicrophone,
    readLine: async () => (await readLine()).line,
    wrapUpDraft: createWrapUpDraft(call),
    trackCall,
  };
}
