import { missedCrmFields } from '@/lib/domain/outbox/crm-refusals';
import type { RateGate } from '@/lib/domain/outbox/rate-gate';
import type { Settings } from '@/lib/domain/settings/values';
import { createAlarms, OUTBOX_ALARM } from '@/lib/platform/alarms';
import { showBadge } from '@/lib/platform/badge';
import { detach } from '@/lib/platform/bug-log';
import { underLock } from '@/lib/platform/locks';
import { coalesce } from '@/lib/platform/coalesce';
import { createWakeUp } from '@/lib/platform/wake-up';
import type { LateRecording } from '@/lib/domain/recording/late-recording';
import type { CallRecords } from '@/lib/services/call/calls-port';
import { createLateRecordings } from '@/lib/services/recording/late-recordings';
import { createLinkRecordings } from '@/lib/services/recording/link-recordings';
import { createClaimNext } from '@/lib/services/outbox/claim-next';
import { createDeliverEntry } from '@/lib/services/outbox/deliver-entry';
import { createGetGuardTask } from '@/lib/services/outbox/get-guard-task';
import { createFollowOwnClock } from '@/lib/services/outbox/follow-own-clock';
import { createFlushOutbox } from '@/lib/services/outbox/flush-outbox';
import { createListOutbox } from '@/lib/services/outbox/list-outbox';
import { createTakeRecording } from '@/lib/services/recording/take-recording';
import type { OutboxPages } from '@/lib/services/outbox/outbox-port';
import { createPlanNextWake } from '@/lib/services/outbox/plan-next-wake';
import { createPublishOutbox, type OutboxContext } from '@/lib/services/outbox/publish-outbox';
import { createRateGate, type RateGateDeps } from '@/lib/services/outbox/keep-rate-gate';
import { createReadBack } from '@/lib/services/outbox/fetch-read-back';
import { createReleaseStaleClaims } from '@/lib/services/outbox/release-stale-claims';
import { createResumeDelivery } from '@/lib/services/outbox/resume-delivery';
import { createReviveDead } from '@/lib/services/outbox/revive-dead';
import { createWhoMayGo } from '@/lib/services/outbox/who-may-go';
import type { CallsPort, GuardTasksPort, NotesPort } from '@/lib/services/core/salesloft-port';
import type { MetaStore } from '@/lib/storage/stores/stored-meta';
import type { OutboxStore } from '@/lib/storage/stores/stored-outbox';
import { badgeText } from '@/lib/text/badge-text';
import type { WorkerContext } from './context';
import { readKnownRules, readSignIn } from './published-state';

export type DeliverySideDeps = WorkerContext & {
  readonly outbox: OutboxStore;
  readonly pages: OutboxPages;
  readonly meta: MetaStore;
  readonly records: Pick<CallRecords, 'read' | 'change'>;
  readonly calls: CallsPort;
  readonly notes: NotesPort;
  readonly guardTasks: GuardTasksPort;
  readonly readSettings: () => Promise<Settings>;
  readonly learnCrmDemands: (names: readonly string[]) => Promise<void>;
  readonly readBudget: RateGateDeps['readBudget'];
  readonly salesloftNow: () => number;
};

const GATE = 'rate-gate';
const LATE_RECORDINGS = 'late-recordings';
/** When delivery last looked at the clock. */
const SEEN_AT = 'delivery-seen-at';
/** While many logs leave, the rep's view follows a few times a second, not at every step of each. */
const PUBLISH_GAP_MS = 100;
/** Many logs that arrive at once are one sign that Salesloft answers again. */
const REVIVE_GAP_MS = 1_000;

/** What brings logs to Salesloft: one flush at a time, one gate for all, one alarm for the next. */
export function assembleDelivery(deps: DeliverySideDeps) {
  const { events, outbox, meta, calls, isOnline, now } = deps;
  const underOutboxLock = (work: () => Promise<void>): Promise<void> => underLock('outbox', work);
  const tellDue = (): Promise<void> => events.tell('deliveryDue');
  const wakeUp = createWakeUp({
    alarms: createAlarms(),
    name: OUTBOX_ALARM,
    now,
    ring: () => detach('wake-up', tellDue),
  });
  const readRetries = async (): Promise<number> => (await deps.readSettings())['logging.retries'];
  const gate = createRateGate({
    read: () => meta.read<RateGate>(GATE),
    write: (next) => meta.write(GATE, next),
    readBudget: deps.readBudget,
    now,
    random: Math.random,
  });

  const readContext = async (): Promise<OutboxContext> => {
    const { state, rep } = await readSignIn();
    return {
      now: now(),
      today: new Date(now()).setHours(0, 0, 0, 0),
      signedInAs: state === 'signedIn' && rep ? { userGuid: rep.guid, tenantId: rep.teamId } : undefined,
      retries: await readRetries(),
      waitUntil: await gate.closedUntil(),
    };
  };
  const publishOutbox = createPublishOutbox({
    outbox,
    pages: deps.pages,
    readContext,
    publish: (view) => deps.publish('outbox', view),
    showBadge: (badge) => showBadge(badge, badgeText(badge)),
  });

  const publishSoon = coalesce(() => detach('outbox', publishOutbox), PUBLISH_GAP_MS);

  const whoMayGo = createWhoMayGo(readSignIn);

  const lateRecordings = createLateRecordings({
    read: () => meta.read<readonly LateRecording[]>(LATE_RECORDINGS),
    write: (list) => meta.write(LATE_RECORDINGS, list),
    underLock: (work) => underLock('late-recordings', work),
    now,
  });
  const linkRecordings = createLinkRecordings({
    late: lateRecordings,
    records: deps.records,
    entryOfCall: outbox.ofCall,
    calls,
    notes: deps.notes,
    whoMayGo,
    isOpen: async () => isOnline() && (await gate.mayGo()),
    closeGate: gate.close,
    now,
    random: Math.random,
  });

  const planNextWake = createPlanNextWake({
    outbox,
    whoMayGo,
    nextLinkAt: linkRecordings.nextDueAt,
    gate,
    wakeUp,
    isOnline,
    now,
  });
  const reviveDead = createReviveDead({ outbox, flush: tellDue, now });
  const reviveSoon = coalesce(() => detach('revival', reviveDead), REVIVE_GAP_MS);

  const deliverEntry = createDeliverEntry({
    outbox,
    calls,
    readBack: createReadBack({ calls, outbox, clockOffset: () => deps.salesloftNow() - now() }),
    getGuardTask: createGetGuardTask(deps.guardTasks),
    wantsGuardTasks: async () => (await deps.readSettings())['logging.adHocGuard'] === 'task',
    readRecordingLink: async (callId) => (await deps.records.read(callId))?.recordingLink ?? '',
    readRetries,
    now,
    salesloftNow: deps.salesloftNow,
    random: Math.random,
    closeGate: gate.close,
    onDelivered: () => {
      publishSoon();
      reviveSoon();
      return Promise.resolve();
    },
    onRefused: ({ log }, reason) =>
      detach('required CRM fields', async () => {
        const rules = await readKnownRules();
        await deps.learnCrmDemands(missedCrmFields(reason, rules?.crmFields ?? [], log.crmFields));
      }),
  });

  const followOwnClock = createFollowOwnClock({
    outbox,
    readSeenAt: () => meta.read<number>(SEEN_AT),
    writeSeenAt: (at) => meta.write(SEEN_AT, at),
    now,
  });
  const flush = createFlushOutbox({
    underLock: underOutboxLock,
    claimNext: createClaimNext({ outbox, whoMayGo, gate, isOnline, onClaimed: publishSoon, now }),
    deliverEntry,
    linkRecordings: linkRecordings.run,
    standBy: async () => {
      await wakeUp.standBy();
      await followOwnClock();
    },
    planNextWake: async () => {
      await publishOutbox();
      await planNextWake();
    },
  });
  const resume = createResumeDelivery({ outbox, flush, now });
  events.on('deliveryDue', flush);
  events.on('readAgain', () => detach('delivery', resume));

  return {
    publishOutbox,
    listOutbox: createListOutbox({ pages: deps.pages, readContext }),
    flush,
    takeRecording: createTakeRecording({
      readRecording: async () => (await deps.readSettings())['telephony.recording'],
      readKnownRules,
      add: lateRecordings.add,
    }),
    releaseStaleClaims: createReleaseStaleClaims({ outbox, underLock: underOutboxLock, now }),
    /** An alarm behind what is about to be done, in case the worker dies in it. */
    standBy: () => wakeUp.standBy(),
  };
}
