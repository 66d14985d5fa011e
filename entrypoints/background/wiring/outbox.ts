import { missedCrmFields } from '@/lib/domain/outbox/crm-refusals';
import type { RateBudget } from '@/lib/domain/outbox/rate-budget';
import type { RateGate } from '@/lib/domain/outbox/rate-gate';
import { revive } from '@/lib/domain/outbox/rep-decision';
import { claim, releaseStale } from '@/lib/domain/outbox/settle';
import { followClock, isDue, isSameOwner, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { Settings } from '@/lib/domain/settings/values';
import { showBadge } from '@/lib/platform/badge';
import { detach } from '@/lib/platform/bug-log';
import { underLock } from '@/lib/platform/locks';
import { coalesce } from '@/lib/platform/coalesce';
import type { LateRecording } from '@/lib/domain/recording/late-recording';
import type { CallRecords } from '@/lib/services/call/calls-port';
import { createLateRecordings } from '@/lib/services/recording/late-recordings';
import { createLinkRecordings } from '@/lib/services/recording/link-recordings';
import { createDeliverEntry } from '@/lib/services/outbox/deliver-entry';
import { createGetGuardTask } from '@/lib/services/outbox/get-guard-task';
import { createFlushOutbox } from '@/lib/services/outbox/flush-outbox';
import { createListOutbox } from '@/lib/services/outbox/list-outbox';
import { createTakeRecording } from '@/lib/services/recording/take-recording';
import type { OutboxPages } from '@/lib/services/outbox/outbox-port';
import type { OutboxView } from '@/lib/domain/outbox/outbox-view';
import { createPublishOutbox, type OutboxContext } from '@/lib/services/outbox/publish-outbox';
import { createRateGate } from '@/lib/services/outbox/keep-rate-gate';
import { createReadBack } from '@/lib/services/outbox/fetch-read-back';
import type { CallsPort, GuardTasksPort, NotesPort } from '@/lib/services/core/salesloft-port';
import type { MetaStore } from '@/lib/storage/stores/stored-meta';
import type { OutboxStore } from '@/lib/storage/stores/stored-outbox';
import type { WakeUp } from '@/lib/platform/wake-up';
import { badgeText } from '@/lib/text/badge-text';

export type DeliverySideDeps = {
  readonly outbox: OutboxStore;
  readonly pages: OutboxPages;
  readonly meta: MetaStore;
  readonly records: Pick<CallRecords, 'read' | 'change'>;
  readonly calls: CallsPort;
  readonly notes: NotesPort;
  readonly guardTasks: GuardTasksPort;
  readonly readSignIn: () => Promise<RepSignIn>;
  readonly readSettings: () => Promise<Settings>;
  /** Only those already known: neither a call nor a log waits for Salesloft to tell them. */
  readonly readKnownRules: () => Promise<TeamRules | undefined>;
  readonly learnCrmDemands: (names: readonly string[]) => Promise<void>;
  readonly publish: (view: OutboxView) => Promise<void>;
  readonly wakeUp: WakeUp;
  readonly readBudget: () => RateBudget;
  readonly isOnline: () => boolean;
  readonly now: () => number;
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
const SOONEST_MS = 1_000;
/** Chrome tells a service worker nothing of the network's return: while logs wait for it, delivery looks again and again. */
const OFFLINE_LOOK_MS = 10_000;

/** What brings logs to Salesloft: one flush at a time, one gate for all, one alarm for the next. */
export function assembleDelivery(deps: DeliverySideDeps) {
  const { outbox, meta, calls, now } = deps;
  const readRetries = async (): Promise<number> => (await deps.readSettings())['logging.retries'];
  const gate = createRateGate({
    read: () => meta.read<RateGate>(GATE),
    write: (next) => meta.write(GATE, next),
    readBudget: deps.readBudget,
    now,
    random: Math.random,
  });

  const readContext = async (): Promise<OutboxContext> => {
    const { state, rep } = await deps.readSignIn();
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
    publish: deps.publish,
    showBadge: (badge) => showBadge(badge, badgeText(badge)),
  });

  const publishSoon = coalesce(() => detach('outbox', publishOutbox), PUBLISH_GAP_MS);

  /** Which logs may leave; none while signed out. A log never leaves under another rep's name. */
  const whoMayGo = async (): Promise<((entry: OutboxEntry) => boolean) | undefined> => {
    const { state, rep } = await deps.readSignIn();
    if (state !== 'signedIn' || !rep) return undefined;
    return ({ owner }) => isSameOwner(owner, { userGuid: rep.guid, tenantId: rep.teamId });
  };

  const claimNext = async (): Promise<OutboxEntry | undefined> => {
    const mayGo = deps.isOnline() ? await whoMayGo() : undefined;
    if (!mayGo || !(await gate.mayGo())) return undefined;
    const claimed = await outbox.claimNext({ isDue: (entry) => isDue(entry, now()), mayGo, claim });
    if (claimed) publishSoon();
    return claimed;
  };

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
    isOpen: async () => deps.isOnline() && (await gate.mayGo()),
    closeGate: gate.close,
    now,
    random: Math.random,
  });

  const planNextWake = async (): Promise<void> => {
    await publishOutbox();
    // Waiting for a sign-in: that wakes delivery itself, an alarm could not.
    const mayGo = await whoMayGo();
    const dueAt = Math.min(
      (mayGo && (await outbox.nextDueAt(mayGo))) ?? Infinity,
      (await linkRecordings.nextDueAt()) ?? Infinity,
    );
    if (dueAt === Infinity) return deps.wakeUp.cancel();
    const soonest = deps.isOnline() ? SOONEST_MS : OFFLINE_LOOK_MS;
    await deps.wakeUp.at(Math.max(dueAt, await gate.closedUntil(), now() + soonest));
  };

  /** Salesloft answers again: what ran out of tries on outages alone gets one more. */
  const reviveSoon = coalesce(
    () =>
      detach('revival', async () => {
        if ((await outbox.counts()).needsAttention === 0) return;
        if ((await outbox.changeDead((entry) => revive(entry, now()))) > 0) await flush();
      }),
    REVIVE_GAP_MS,
  );

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
        const rules = await deps.readKnownRules();
        await deps.learnCrmDemands(missedCrmFields(reason, rules?.crmFields ?? [], log.crmFields));
      }),
  });

  /** Logs planned by a time that has not come yet, because the clock was set back, would wait for it. */
  const followOwnClock = async (): Promise<void> => {
    if (((await meta.read<number>(SEEN_AT)) ?? 0) > now())
      await outbox.changePending((entry) => followClock(entry, now()));
    await meta.write(SEEN_AT, now());
  };

  const flush = createFlushOutbox({
    underLock: (work) => underLock('outbox', work),
    claimNext,
    deliverEntry,
    linkRecordings: linkRecordings.run,
    standBy: async () => {
      await deps.wakeUp.standBy();
      await followOwnClock();
    },
    planNextWake,
  });

  return {
    publishOutbox,
    listOutbox: createListOutbox({ pages: deps.pages, readContext }),
    flush,
    takeRecording: createTakeRecording({
      readRecording: async () => (await deps.readSettings())['telephony.recording'],
      readKnownRules: deps.readKnownRules,
      add: lateRecordings.add,
    }),
    /** When no flush is under way, nobody is sending: whoever was has died with its worker, or the disk refused. */
    releaseStaleClaims: (): Promise<void> =>
      underLock('outbox', async () => {
        for (const entry of await outbox.listSending()) {
          await outbox.change(entry.entryId, (current) => releaseStale(current, now()));
        }
      }),
    /** The rep is back: what waited for that, or for the network, goes now. */
    resume: async (): Promise<void> => {
      await outbox.changePending((entry) =>
        entry.reason?.code === 'offline' || entry.reason?.code === 'not-signed-in'
          ? { ...entry, nextTryAt: now(), setAt: now() }
          : entry,
      );
      await flush();
    },
  };
}
