import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { isDue, type OutboxEntry } from '@/lib/domain/outbox/outbox';
import { followBudget, UNKNOWN_BUDGET } from '@/lib/domain/outbox/rate-budget';
import type { RateGate } from '@/lib/domain/outbox/rate-gate';
import { claim } from '@/lib/domain/outbox/settle';
import { createCalls } from '@/lib/salesloft/calls';
import { createSalesloftClient } from '@/lib/salesloft/http-client';
import { createDeliverEntry } from '@/lib/services/outbox/deliver-entry';
import { createFlushOutbox } from '@/lib/services/outbox/flush-outbox';
import { createRateGate } from '@/lib/services/outbox/keep-rate-gate';
import { createReadBack } from '@/lib/services/outbox/fetch-read-back';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';
import { fetchFrom } from '@/tests/salesloft/fetch';
import { startSalesloft, type Salesloft } from '@/tests/salesloft/server';
import { many } from '@/tests/salesloft/worlds/many';
import { seeded } from './drive/random';
import { logsOf } from './drive/waiting-logs';

const SEED = Number(process.env['LOFTLINE_SEED'] ?? 1);
const CLIENTS = 50;
const MINUTES = 10;
const MINUTE = 60_000;
const STEP_MS = 100;
const NOON = Date.UTC(2026, 10, 23, 12, 0, 20);
/** Half of the team's 600 points a minute, a point for each log. */
const LOGS_EACH = (300 * MINUTES) / CLIENTS;

let salesloft: Salesloft | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await salesloft?.stop();
});

it.each([
  { minutes: 1, is: 'half of what a minute allows', late: 2 * MINUTE },
  // They alone need two minutes of the whole budget, and others come meanwhile.
  { minutes: 4, is: 'twice what a minute allows', late: 2.5 * MINUTE },
])(
  'fifty clients of one team, back at once after $minutes min offline, $is, share its budget without storms',
  { timeout: 180_000 },
  async ({ minutes, late }) => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: NOON });
    salesloft = await startSalesloft({ world: many(CLIENTS * LOGS_EACH * 2, NOON), clock: () => Date.now() });
    const random = seeded(SEED);
    let underWay = 0;
    const toSalesloft = fetchFrom(salesloft);
    vi.stubGlobal('fetch', async (input: RequestInfo, init?: RequestInit) => {
      // There and back takes its time, or no two would ever be on their way at once.
      await later(50 + random() * 150);
      underWay += 1;
      const reply = await toSalesloft(input, init).finally(() => (underWay -= 1));
      await later(50 + random() * 150);
      return reply;
    });

    const token = salesloft.issueToken();
    const logs = logsOf(salesloft.world, CLIENTS * LOGS_EACH, NOON);
    const clients = Array.from({ length: CLIENTS }, (_none, index) =>
      aClient(
        logs
          .slice(index * LOGS_EACH, (index + 1) * LOGS_EACH)
          .map((log, place) => dueAt(log, NOON + dueIn(place, random))),
        token,
        random,
      ),
    );

    const end = NOON + (MINUTES + 3) * MINUTE;
    const back = NOON + minutes * MINUTE;
    for (vi.setSystemTime(back); Date.now() < end; vi.advanceTimersByTime(STEP_MS)) {
      for (const client of clients) client.look();
      await settled(() => underWay === 0);
    }

    const posts = salesloft.requests.filter(({ method }) => method === 'POST');
    const refused = posts.filter(({ status }) => status === 429).length;
    const delays = clients.flatMap(({ delays: own }) => own(back)).sort((one, other) => one - other);
    const p99 = delays[Math.floor(delays.length * 0.99)] ?? Infinity;
    console.info(
      `seed ${SEED}: ${delays.length} logs of ${logs.length}, ${refused} of ${posts.length} posts refused, p99 ${Math.round(p99 / 1_000)} s`,
    );
    expect(delays.length).toBe(logs.length);
    expect(salesloft.world.calls.size).toBe(logs.length);
    expect(refused / posts.length).toBeLessThanOrEqual(0.02);
    expect(p99).toBeLessThanOrEqual(late);
  },
);

/** Evenly over the minutes, not in step with the others. */
function dueIn(place: number, random: () => number): number {
  return ((place + random()) * MINUTES * MINUTE) / LOGS_EACH;
}

function dueAt(log: OutboxEntry, at: number): OutboxEntry {
  return { ...log, heldUntil: at, nextTryAt: at, postNotBefore: at, setAt: 0 };
}

/** One worker's delivery with its own outbox, gate and view of the budget. */
function aClient(entries: readonly OutboxEntry[], token: string, random: () => number) {
  const outbox = createMemoryOutbox(...entries);
  const arrivedAt = new Map<string, number>();
  const now = () => Date.now();
  let budget = UNKNOWN_BUDGET;
  let kept: RateGate | undefined;
  const gate = createRateGate({
    read: () => Promise.resolve(kept),
    write: (next) => Promise.resolve(void (kept = next)),
    readBudget: () => budget,
    now,
    random,
  });
  const calls = createCalls(
    createSalesloftClient({
      accessToken: () => Promise.resolve({ ok: true, token }),
      renewedToken: () => Promise.resolve({ ok: false, code: 'not-signed-in' }),
      isOnline: () => true,
      onReply: ({ remaining }) => {
        if (remaining >= 0) budget = followBudget(budget, remaining, now());
      },
      now,
    }),
  );
  const mayGo = () => true;
  let lookAt = 0;
  let isRunning = false;
  const flush = createFlushOutbox({
    underLock: (work) => work(),
    claimNext: async () =>
      (await gate.mayGo()) ? outbox.claimNext({ isDue: (entry) => isDue(entry, now()), mayGo, claim }) : undefined,
    linkRecordings: () => Promise.resolve(),
    deliverEntry: createDeliverEntry({
      outbox,
      calls,
      readBack: createReadBack({ calls, outbox, clockOffset: () => 0 }),
      getGuardTask: () => Promise.reject(new Error('not wanted here')),
      wantsGuardTasks: () => Promise.resolve(false),
      readRecordingLink: () => Promise.resolve(''),
      readRetries: () => Promise.resolve(5),
      now,
      salesloftNow: now,
      random,
      closeGate: gate.close,
      onRefused: () => undefined,
      onDelivered: ({ entryId }) => Promise.resolve(void arrivedAt.set(entryId, now())),
    }),
    standBy: () => Promise.resolve(),
    planNextWake: async () => {
      lookAt = Math.max((await outbox.nextDueAt(mayGo)) ?? Infinity, await gate.closedUntil(), now() + 1_000);
    },
  });
  return {
    look: (): void => {
      if (isRunning || now() < lookAt) return;
      isRunning = true;
      void flush().finally(() => (isRunning = false));
    },
    /** In ms, from when each was due or could leave. */
    delays: (back: number) =>
      entries.flatMap(({ entryId, nextTryAt }) => {
        const at = arrivedAt.get(entryId);
        return at === undefined ? [] : [at - Math.max(nextTryAt, back)];
      }),
  };
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Until nothing is on its way in real time any more, and what that set going has come to rest. */
async function settled(isQuiet: () => boolean): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    await new Promise((resolve) => setImmediate(resolve));
    quiet = isQuiet() ? quiet + 1 : 0;
  }
}
