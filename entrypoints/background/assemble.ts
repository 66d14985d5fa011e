import { createBudget } from '@/lib/services/outbox/keep-budget';
import { createSalesloftClock } from '@/lib/services/outbox/follow-salesloft-clock';
import { assembleCalls } from '@/entrypoints/background/wiring/calls';
import { createContext } from '@/entrypoints/background/wiring/context';
import { assembleDelivery } from '@/entrypoints/background/wiring/outbox';
import { assembleDialSession } from '@/entrypoints/background/wiring/dial-session';
import { assembleJournal } from '@/entrypoints/background/wiring/journal';
import { assembleLease } from '@/entrypoints/background/wiring/lease';
import { assembleLogs } from '@/entrypoints/background/wiring/wrap-up';
import { assembleOneKeys } from '@/entrypoints/background/wiring/global-shortcuts';
import { assembleOverlay } from '@/entrypoints/background/wiring/overlay';
import { assembleQueue } from '@/entrypoints/background/wiring/queue';
import { assembleRecovery } from '@/entrypoints/background/wiring/recovery';
import { assembleSalesloft } from '@/entrypoints/background/wiring/sign-in';
import { assembleSettings } from '@/entrypoints/background/wiring/settings';
import { assembleSignOut } from '@/entrypoints/background/wiring/sign-out';
import { assembleStorage } from '@/entrypoints/background/wiring/storage';

export type Worker = ReturnType<typeof assembleWorker>;

/**
 * Builds the worker: each subject from those before it. What an earlier one has to tell a later one goes by
 * `context.events`. Nothing is started or awaited here.
 */
export function assembleWorker() {
  const context = createContext();
  const { now } = context;
  const storage = assembleStorage(context);
  const { meta, records, outbox } = storage;
  const budget = createBudget(now);
  const { mayRead } = budget;
  const clock = createSalesloftClock({ meta, now });

  const settings = assembleSettings(context);
  const { readSettings, readGrantSettings, publishSettings } = settings;
  const salesloft = assembleSalesloft({ ...context, readGrantSettings, budget, clock });
  const { connection } = salesloft;
  const queue = assembleQueue({ ...context, salesloft, storage, mayRead });
  const delivery = assembleDelivery({
    ...context,
    ...storage,
    calls: salesloft.calls,
    notes: salesloft.notes,
    guardTasks: salesloft.guardTasks,
    readSettings,
    learnCrmDemands: queue.teamRules.learnCrmDemands,
    readBudget: budget.current,
    salesloftNow: clock.now,
  });
  const journal = assembleJournal({ storage, calls: salesloft.calls, readSettings, mayRead, now });
  const lease = assembleLease({ meta, records, publish: context.publish });
  const calls = assembleCalls({
    ...context,
    records,
    readEffective: settings.current,
    source: salesloft.queueSource,
    recheckSalesloft: { calls: salesloft.calls, mayRead, salesloftNow: clock.now },
    takeRecording: delivery.takeRecording,
  });
  const { call, placeCall, controlCall } = calls;
  const dialSession = assembleDialSession({
    ...context,
    meta,
    laterTasks: salesloft.laterTasks,
    removeFromQueue: queue.removeFromQueue,
    keepMicrophone: calls.keepMicrophone,
  });
  const overlay = assembleOverlay({
    ...context,
    source: salesloft.queueSource,
    records,
    controlCall,
    isWanted: async () => (await readSettings())['session.overlay'],
    mayRead,
  });
  const logs = assembleLogs({
    storage,
    readSettings,
    publishCalls: call.publishCalls,
    queue,
    delivery,
    dialSession,
    overlay,
    now,
  });
  const oneKeys = assembleOneKeys({
    ...context,
    records,
    controlCall,
    place: placeCall,
    skip: dialSession.skip,
    submit: logs.submitWrapUp,
    readOutcomes: async () => (await readSettings())['logging.outcomes'],
  });

  return {
    ...queue,
    ...calls,
    ...logs,
    settings,
    connection,
    storage,
    clock,
    delivery,
    journal,
    lease,
    dialSession,
    overlay,
    oneKeys,
    recovery: assembleRecovery({ ...context, call, storage, delivery, publishSettings, connection }),
    signOut: assembleSignOut({ ...context, outbox, disconnect: connection.disconnect, dialSession, delivery }),
  };
}
