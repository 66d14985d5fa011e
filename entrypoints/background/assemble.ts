import { followBudget, mayReadNow, UNKNOWN_BUDGET } from '@/lib/domain/outbox/rate-budget';
import { NO_QUEUE } from '@/lib/domain/queue/queue-view';
import { toSettingsView } from '@/lib/domain/settings/resolve';
import { createAlarms, OUTBOX_ALARM } from '@/lib/platform/alarms';
import { detach } from '@/lib/platform/bug-log';
import { readPolicy } from '@/lib/platform/managed-policy';
import { openPanelOnActionClick } from '@/lib/platform/side-panel';
import { closeStorageToContentScripts } from '@/lib/platform/storage-access';
import { createWakeUp } from '@/lib/platform/wake-up';
import { createSalesloftClock } from '@/lib/services/outbox/follow-salesloft-clock';
import { createSettings } from '@/lib/services/settings/keep-settings';
import { readOwnSettings, writeOwnSettings } from '@/lib/storage/stores/own-settings';
import { createSnapshotPublisher, type PublishSnapshot } from '@/lib/storage/snapshots/publish-snapshots';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import { assembleCalls } from '@/entrypoints/background/wiring/calls';
import { assembleDelivery } from '@/entrypoints/background/wiring/outbox';
import { assembleDialSession } from '@/entrypoints/background/wiring/dial-session';
import { assembleJournal } from '@/entrypoints/background/wiring/journal';
import { assembleLease } from '@/entrypoints/background/wiring/lease';
import { assembleLogs } from '@/entrypoints/background/wiring/wrap-up';
import { assembleOneKeys } from '@/entrypoints/background/wiring/global-shortcuts';
import { readSignIn, readCallable, readKnownRules, readRows } from '@/entrypoints/background/wiring/published-state';
import { assembleOverlay } from '@/entrypoints/background/wiring/overlay';
import { assembleQueue } from '@/entrypoints/background/wiring/queue';
import { createRecovery } from '@/entrypoints/background/wiring/recovery';
import { assembleSalesloft, grantSettings } from '@/entrypoints/background/wiring/sign-in';
import { createSignOut } from '@/entrypoints/background/wiring/sign-out';
import { assembleStorage } from '@/entrypoints/background/wiring/storage';

export type Worker = ReturnType<typeof assembleWorker>;

/** Builds the worker: the one place where everything is put together. Nothing is started or awaited here. */
export function assembleWorker() {
  const now = () => Date.now();
  const isOnline = () => navigator.onLine;
  const write = createSnapshotPublisher(now);
  /** What changes for the rep, the overlays in Salesloft's tabs are told of too. */
  const publish: PublishSnapshot = async (name, value) => {
    await write(name, value);
    if (name === 'call' || name === 'signIn' || name === 'settings') detach('overlays', () => overlay.tell());
  };
  const storage = assembleStorage({
    publish: (state) => publish('storage', state),
    onHealthy: () => recovery.whenHealthy(),
    onRowsChanged: () => recovery.publish(),
    now,
  });
  const { records, outbox } = storage;

  let managedIsProtected = true;
  let budget = UNKNOWN_BUDGET;
  const clock = createSalesloftClock({ meta: storage.meta, now });

  const settings = createSettings({
    readPolicy,
    readOwn: readOwnSettings,
    writeOwn: writeOwnSettings,
    onChanged: async (effective) => {
      await publish('settings', toSettingsView(effective));
      await salesloft.followSettings();
    },
  });
  const readSettings = async () => (await settings.current()).values;
  const readGrantSettings = async () => grantSettings(await settings.current(), managedIsProtected);

  const salesloft = assembleSalesloft({
    signIn: { read: readSignIn, publish: (signIn) => publish('signIn', signIn) },
    readGrantSettings,
    onReply: ({ remaining, ...dated }) => {
      if (remaining >= 0) budget = followBudget(budget, remaining, now());
      detach('Salesloft’s clock', () => clock.follow(dated));
    },
    onOtherRep: () => publish('queue', NO_QUEUE),
    onSignedIn: () => readAgain(),
    isOnline,
    now,
  });

  const wakeUp = createWakeUp({
    alarms: createAlarms(),
    name: OUTBOX_ALARM,
    now,
    ring: () => detach('wake-up', delivery.flush),
  });
  const delivery = assembleDelivery({
    ...storage,
    calls: salesloft.calls,
    notes: salesloft.notes,
    guardTasks: salesloft.guardTasks,
    readSignIn,
    readSettings,
    readKnownRules,
    learnCrmDemands: (names) => teamRules.learnCrmDemands(names),
    publish: (view) => publish('outbox', view),
    wakeUp,
    readBudget: () => budget,
    isOnline,
    now,
    salesloftNow: clock.now,
  });

  const mayRead = () => mayReadNow(budget, now());
  const { teamRules, readQueue, removeFromQueue } = assembleQueue({ salesloft, storage, publish, mayRead, now });
  const journal = assembleJournal({ storage, calls: salesloft.calls, readSignIn, readSettings, mayRead, now });

  const lease = assembleLease({ meta: storage.meta, records, publish });
  const dialSession = assembleDialSession({
    meta: storage.meta,
    publish,
    laterTasks: salesloft.laterTasks,
    readSignIn,
    readRows,
    removeFromQueue,
    now,
    // The calls are assembled below.
    keepMicrophone: (isKept) => calls.keepMicrophone(isKept),
  });

  const calls = assembleCalls({
    records,
    publish,
    readSignIn,
    readEffective: () => settings.current(),
    readRows: readCallable,
    readKnownRules,
    source: salesloft.queueSource,
    recheckSalesloft: { calls: salesloft.calls, mayRead, salesloftNow: clock.now },
    takeRecording: delivery.takeRecording,
    onRecorded: () => detach('link to a recording', delivery.flush),
    onEnded: (callId) => detach('a call that logs itself', () => oneKeys.onEnded(callId)),
    now,
  });
  const { call, placeCall, controlCall } = calls;
  const { publishCalls } = call;
  const overlay = assembleOverlay({
    source: salesloft.queueSource,
    records,
    controlCall,
    publish,
    readSignIn,
    readRows,
    isWanted: async () => (await readSettings())['session.overlay'],
    mayRead,
    now,
  });
  /** What Salesloft knows, for a rep who has just signed in, or whose view of it is gone. */
  const readAgain = (): void => {
    detach('team rules', teamRules.again);
    detach('queue', () => readQueue('asked'));
    detach('delivery', delivery.resume);
  };
  const publishSettings = async (): Promise<void> => publish('settings', toSettingsView(await settings.current()));
  const recovery = createRecovery({
    call,
    storage,
    delivery,
    publishSettings,
    readAgain,
    resumeSignIn: async () => {
      if ((await readSignIn()).state === 'signedOut') await salesloft.connection.resume();
    },
  });

  const logs = assembleLogs({
    storage,
    readSignIn,
    readSettings,
    readKnownRules,
    readTeamRules: teamRules.current,
    publishCalls,
    wakeUp,
    onSaved: (record, { disposition }) => dialSession.called(record, disposition),
    afterSaved: async (record, { disposition }) => {
      await Promise.all([
        publishCalls(),
        delivery.publishOutbox(),
        removeFromQueue(record.call.source),
        overlay.logged(record.call, disposition),
      ]);
      await delivery.flush();
    },
    onChanged: async () => {
      await delivery.publishOutbox();
      detach('after the outbox changed', delivery.flush);
    },
    onUndone: ({ log }) => {
      // The wrap-up opens at once; its row comes back when Salesloft has answered.
      detach('queue after undo', () => readQueue('asked'));
      detach('dial session after undo', () => dialSession.reopened(log.completes));
    },
    now,
  });

  const oneKeys = assembleOneKeys({
    records,
    controlCall,
    publish,
    readRows,
    readRun: async () => (await readSnapshot('dialSession'))?.run ?? undefined,
    place: placeCall,
    skip: dialSession.skip,
    submit: logs.submitWrapUp,
    readOutcomes: async () => (await readSettings())['logging.outcomes'],
    readKnownRules,
    now,
  });

  return {
    settings,
    connection: salesloft.connection,
    storage,
    delivery,
    journal,
    teamRules,
    readQueue,
    placeCall,
    controlCall,
    prefetchGuards: calls.prefetchGuards,
    chooseDevices: calls.chooseDevices,
    oneKeys,
    wrapUpDraft: calls.wrapUpDraft,
    trackCall: calls.trackCall,
    readLine: calls.readLine,
    ...logs,
    lease,
    dialSession,
    overlay,
    signOut: createSignOut({ outbox, connection: salesloft.connection, publish, dialSession, delivery }),
    /** Everything that must be true before the first message is answered. */
    start: async (): Promise<void> => {
      ({ managedIsProtected } = await closeStorageToContentScripts());
      await publishSettings();
      await salesloft.connection.resume();
      await recovery.atStart();
      await clock.restore();
    },
    publishAgain: recovery.publishAgain,
    afterStart: async (): Promise<void> => {
      await openPanelOnActionClick();
      await recovery.afterStart();
      await dialSession.restore();
      await lease.restore();
      await oneKeys.resume();
      if ((await readSignIn()).state === 'signedIn') await teamRules.current();
      await delivery.flush();
      await journal.eraseOld();
    },
  };
}
