import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { CallLog } from '@/lib/domain/wrap-up/call-log';
import { asId, type EntryId, type TaskId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import type { Receipt } from '@/lib/domain/outbox/receipt';
import { claim } from '@/lib/domain/outbox/settle';
import { createDeliverEntry } from '@/lib/services/outbox/deliver-entry';
import type { ReadBackResult } from '@/lib/services/outbox/fetch-read-back';
import {
  aLoggedCall,
  anAdHocEntry,
  anEntry,
  anHttpFailure,
  aReceipt,
  noAnswer,
} from '@/tests/support/builders/builders';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';

type World = {
  readonly answer: () => Promise<ApiResult<Receipt>>;
  readonly readBack?: ReadBackResult;
  readonly now?: number;
  /** How long a read-back is under way. */
  readonly readsFor?: number;
  /** What asking for a task of its own gives; without it, none is wanted. */
  readonly task?: ApiResult<TaskId>;
  readonly others?: readonly OutboxEntry[];
  readonly recordingLink?: string;
};

function setUp(
  entry: OutboxEntry,
  { answer, readBack, now: startedAt = 2_000_000, readsFor = 0, task, others = [], recordingLink = '' }: World,
) {
  let now = startedAt;
  const claimed = claim(entry);
  const outbox = createMemoryOutbox(claimed, ...others);
  const seen = {
    posts: 0,
    attemptsWhenPosted: 0,
    gates: [] as number[],
    delivered: 0,
    tasks: [] as string[],
    logs: [] as CallLog[],
    notes: [] as string[],
    refused: [] as string[],
  };
  const deliver = createDeliverEntry({
    outbox,
    calls: {
      log: (log, notes) => {
        seen.notes.push(notes);
        seen.posts += 1;
        seen.logs.push(log);
        seen.attemptsWhenPosted = outbox.all()[0]?.attempts ?? 0;
        return answer();
      },
      findLogged: () => Promise.reject(new Error('not asked here')),
      readNotes: () => Promise.reject(new Error('not asked here')),
      actionState: () => Promise.reject(new Error('not asked here')),
      taskState: () => Promise.reject(new Error('not asked here')),
    },
    readBack: () => {
      now += readsFor;
      return Promise.resolve(readBack ?? { ok: false, failure: noAnswer() });
    },
    getGuardTask: (_entry, mayExist) => {
      seen.tasks.push(
        `${outbox.all()[0]?.isTaskAsked === true ? 'written' : 'unwritten'}, ${mayExist ? 'again' : 'first'}`,
      );
      return Promise.resolve(task ?? { ok: false, failure: noAnswer() });
    },
    wantsGuardTasks: () => Promise.resolve(task !== undefined),
    readRecordingLink: () => Promise.resolve(recordingLink),
    readRetries: () => Promise.resolve(5),
    now: () => now,
    salesloftNow: () => now,
    random: () => 0.5,
    closeGate: (seconds) => Promise.resolve(void seen.gates.push(seconds)),
    onRefused: ({ entryId }, { field }) => void seen.refused.push(`${entryId} ${field}`),
    onDelivered: () => Promise.resolve(void (seen.delivered += 1)),
  });
  return { run: () => deliver(claimed), outbox, seen, claimed };
}

const delivered: ApiResult<Receipt> = { ok: true, value: aReceipt() };
const nothingThere: ReadBackResult = {
  ok: true,
  value: { guard: 'open', loggedCalls: [], notes: new Map(), takenIds: new Set() },
};

describe('delivering an entry', () => {
  it('believes a read-back to be as old as its asking: begun too early, it lets nothing leave', async () => {
    const begun = { unknownSince: 2_000_000, attemptStartedAt: 2_000_000, attemptStartedThere: 2_000_000, attempts: 1 };
    const empty: ReadBackResult = {
      ok: true,
      value: { guard: 'none', loggedCalls: [], notes: new Map(), takenIds: new Set() },
    };
    const answer = () => Promise.resolve(delivered);
    const early = setUp(anAdHocEntry(begun), { answer, readBack: empty, now: 2_080_000, readsFor: 20_000 });
    await early.run();
    expect([early.seen.posts, early.outbox.all()[0]?.nextTryAt]).toEqual([0, 2_090_000]);
    const inTime = setUp(anAdHocEntry(begun), { answer, readBack: empty, now: 2_090_000, readsFor: 20_000 });
    await inTime.run();
    expect(inTime.seen.posts).toBe(1);
  });

  it('writes the attempt down before it posts, and keeps the receipt', async () => {
    const { run, outbox, seen } = setUp(anEntry(), { answer: () => Promise.resolve(delivered) });
    await run();
    expect(seen).toMatchObject({ posts: 1, attemptsWhenPosted: 1, delivered: 1 });
    expect(outbox.all()[0]).toMatchObject({ state: 'delivered', receipt: { loggedCallId: '4400' } });
  });

  it('sends the link to the recording with the log, and keeps which', async () => {
    const recordingLink = 'https://records.example/1';
    const { run, outbox, seen } = setUp(anEntry(), { answer: () => Promise.resolve(delivered), recordingLink });
    await run();
    expect(seen.notes[0]).toContain(recordingLink);
    expect(outbox.all()[0]).toMatchObject({ state: 'delivered', sentLink: recordingLink });
  });

  it('posts nothing when the call is found already there', async () => {
    const found: ReadBackResult = {
      ok: true,
      value: {
        guard: 'gone',
        loggedCalls: [aLoggedCall({ actionId: '271088' })],
        notes: new Map(),
        takenIds: new Set(),
      },
    };
    const { run, outbox, seen } = setUp(anEntry({ unknownSince: 5, attempts: 1 }), {
      answer: () => Promise.resolve(delivered),
      readBack: found,
    });
    await run();
    expect(seen).toMatchObject({ posts: 0, delivered: 1 });
    expect(outbox.all()[0]?.receipt?.foundByReading).toBe(true);
  });

  it('posts once what is not there, after reading', async () => {
    const { run, outbox, seen } = setUp(anEntry({ unknownSince: 5, attempts: 1 }), {
      answer: () => Promise.resolve(delivered),
      readBack: nothingThere,
    });
    await run();
    expect(seen.posts).toBe(1);
    expect(outbox.all()[0]).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('posts nothing while it cannot read', async () => {
    const { run, outbox, seen } = setUp(anEntry({ unknownSince: 5, attempts: 1 }), {
      answer: () => Promise.resolve(delivered),
    });
    await run();
    expect(seen.posts).toBe(0);
    expect(outbox.all()[0]).toMatchObject({ state: 'pending', attempts: 1 });
  });

  it('closes the gate on a 429', async () => {
    const failure = anHttpFailure(429, { code: 'rate-limited', retryAfterSeconds: 9 });
    const { run, seen } = setUp(anEntry(), { answer: () => Promise.resolve({ ok: false, failure }) });
    await run();
    expect(seen.gates).toEqual([9]);
  });

  it('settles nothing that another worker has claimed meanwhile, but keeps a receipt', async () => {
    const reclaim = (entry: OutboxEntry): OutboxEntry => claim({ ...entry, state: 'pending' });
    const failed = setUp(anEntry(), {
      answer: async () => {
        await failed.outbox.change(failed.claimed.entryId, reclaim);
        return { ok: false, failure: noAnswer() };
      },
    });
    await failed.run();
    expect(failed.outbox.all()[0]).toMatchObject({ state: 'sending', claimToken: 2 });

    const arrived = setUp(anEntry(), {
      answer: async () => {
        await arrived.outbox.change(arrived.claimed.entryId, reclaim);
        return delivered;
      },
    });
    await arrived.run();
    expect(arrived.outbox.all()[0]).toMatchObject({ state: 'delivered', receipt: { loggedCallId: '4400' } });
  });
});

describe('a log that nothing guards, where such logs get a task of their own', () => {
  const taskId = asId<TaskId>('501');
  const task: ApiResult<TaskId> = { ok: true, value: taskId };
  const answer = () => Promise.resolve(delivered);

  it('leaves with the task, which is on disk before the log leaves', async () => {
    const { run, outbox, seen } = setUp(anAdHocEntry(), { answer, task });
    await run();
    expect(seen.tasks).toEqual(['written, first']);
    expect(seen.logs).toMatchObject([{ completes: { kind: 'task', taskId } }]);
    expect(outbox.all()[0]).toMatchObject({
      state: 'delivered',
      dedupeKey: 'task:501',
      log: { completes: { taskId } },
    });
  });

  it('waits for its task, though the setting is taken back meanwhile, and does not leave without', async () => {
    const { run, outbox, seen } = setUp(anAdHocEntry({ isTaskAsked: true }), { answer });
    await run();
    expect(seen).toMatchObject({ posts: 0, tasks: ['written, again'] });
    expect(outbox.all()[0]).toMatchObject({ state: 'pending', attempts: 1, unknownSince: 0 });
  });

  it('closes the gate when the task meets the rate limit', async () => {
    const failure = anHttpFailure(429, { code: 'rate-limited', retryAfterSeconds: 9 });
    const { run, outbox, seen } = setUp(anAdHocEntry(), { answer, task: { ok: false, failure } });
    await run();
    expect(seen).toMatchObject({ posts: 0, gates: [9] });
    expect(outbox.all()[0]).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('asks for none when an attempt may have arrived already: it would prove nothing', async () => {
    const readBack: ReadBackResult = {
      ok: true,
      value: { guard: 'none', loggedCalls: [], notes: new Map(), takenIds: new Set() },
    };
    const { run, seen } = setUp(anAdHocEntry({ unknownSince: 5, attempts: 1 }), { answer, task, readBack });
    await run();
    expect(seen).toMatchObject({ posts: 1, tasks: [], logs: [{ completes: { kind: 'none' } }] });
  });

  it('leaves without, when the rep has logged another call with that task', async () => {
    const other = anEntry({ entryId: asId<EntryId>('entry-2'), dedupeKey: 'task:501', state: 'delivered' });
    const { run, seen } = setUp(anAdHocEntry(), { answer, task, others: [other] });
    await run();
    expect(seen.logs).toMatchObject([{ completes: { kind: 'none' } }]);
  });

  it('leaves a log of an action as it is', async () => {
    const { run, seen } = setUp(anEntry(), { answer, task });
    await run();
    expect(seen).toMatchObject({ posts: 1, tasks: [] });
  });
});
