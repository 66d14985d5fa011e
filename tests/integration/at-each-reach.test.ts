import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { standingOf } from '@/lib/domain/dial-session/dial-session';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { asId, type CallId } from '@/lib/domain/core/ids';
import { aUser } from '@/tests/salesloft/builders/team';
import { put } from '@/tests/salesloft/world';
import { atEachReach } from './drive/at-each-reach';
import { setCalmStage, type CalmStage } from './drive/calm-stage';
import { watchDatabase } from './drive/life';
import { logsOf, putIntoOutbox } from './drive/waiting-logs';

const NOON = Date.UTC(2026, 10, 23, 12, 0, 20);
const MINUTE = 60_000;
const DRAFT = { disposition: 'No Answer', sentiment: '', notes: '' };

/** What the rep does, once for each reach beyond its memory at which the worker can die over it. */
describe('a worker that dies at each of its reaches in turn', { timeout: 120_000 }, () => {
  let stage: CalmStage;
  beforeAll(watchDatabase);
  beforeEach(async () => {
    stage = await setCalmStage(200, NOON);
  });
  afterEach(() => stage.stop());

  const rows = async (): Promise<readonly DueWork[]> => (await stage.worker.snapshot('queue'))?.rows ?? [];
  const inHand = async () => (await stage.worker.snapshot('call'))?.call ?? undefined;

  const place = async ({ person: { personId, numbers }, source }: DueWork): Promise<CallId> => {
    const callId = asId<CallId>(v7());
    const to = numbers.find((number) => number.e164 !== undefined)?.e164;
    if (!to) throw new Error('They have no number.');
    const request = { callId, personId, to, source };
    const placed = await stage.worker.ask('call.place', { ...request, overrides: [] });
    if (placed.kind === 'ask') await stage.worker.ask('call.place', { ...request, overrides: placed.reasons });
    return callId;
  };
  const nobodyAnswers = async (callId: CallId): Promise<void> => {
    const event = { kind: 'ended', reason: 'noAnswer', connectedMs: 0, failure: '' } as const;
    await stage.worker.ask('call.progressed', { callId, seq: 1, at: Date.now(), event });
    stage.phone.live.delete(callId);
    await stage.worker.rest();
  };
  const submit = (callId: CallId) => stage.worker.ask('wrapUp.submit', { callId, draft: DRAFT });

  /** Everything has gone out: one call in Salesloft for each that was made. */
  const expectInSalesloft = async (made: number): Promise<void> => {
    await stage.worker.wait(30 * MINUTE);
    expect([stage.salesloft.world.calls.size, (await stage.worker.snapshot('outbox'))?.unsent]).toEqual([made, 0]);
  };

  it('over a log: nobody is up twice in a dial session, each call is logged once', async () => {
    const { worker } = stage;
    const called = new Set<string>();
    const current = async (): Promise<DueWork> => {
      const run = (await worker.snapshot('dialSession'))?.run;
      const work = run && standingOf(run, await rows()).current;
      if (!work) throw new Error(`Nobody is left after ${called.size} calls.`);
      return work;
    };
    await worker.ask('dialSession.start', { plan: (await rows()).map(({ workId }) => workId) });
    const rounds = await atEachReach(
      worker,
      async (begin) => {
        const work = await current();
        const callId = await place(work);
        await nobodyAnswers(callId);
        begin();
        expect(await submit(callId)).toMatchObject({ kind: 'saved' });
        called.add(work.workId);
      },
      async () => expect(called).not.toContain((await current()).workId),
    );
    expect(rounds).toBeGreaterThan(20);
    await expectInSalesloft(called.size);
  });

  it('over a dial: the phone holds no call that is not in the rep’s hand', async () => {
    const { worker, phone } = stage;
    const [work] = await rows();
    if (!work) throw new Error('Nobody is due.');
    let made = 0;
    const rounds = await atEachReach(
      worker,
      async (begin) => {
        begin();
        await place(work);
        made += 1;
      },
      async () => {
        const call = await inHand();
        expect(call).toBeDefined();
        if (!call) return;
        expect([...phone.live.keys()]).toEqual(call.state === 'ended' ? [] : [call.callId]);
        if (call.state !== 'ended') await nobodyAnswers(call.callId);
        expect(await submit(call.callId)).toMatchObject({ kind: 'saved' });
      },
    );
    expect(rounds).toBeGreaterThan(20);
    await expectInSalesloft(made);
  });

  it('over a log taken back: it is in the rep’s hand again, or on its way, never both', async () => {
    const { worker } = stage;
    let made = 0;
    await worker.ask('settings.save', { key: 'logging.holdSeconds', value: 60 });
    const rounds = await atEachReach(
      worker,
      async (begin) => {
        const work = (await rows())[0];
        if (!work) throw new Error('Nobody is due.');
        const callId = await place(work);
        await nobodyAnswers(callId);
        const saved = await submit(callId);
        if (saved.kind !== 'saved') throw new Error('It was not saved.');
        await worker.rest();
        made += 1;
        begin();
        await worker.ask('outbox.undo', { entryId: saved.entryId });
      },
      async () => {
        const call = await inHand();
        const held = (await worker.snapshot('outbox'))?.entries.filter(({ callId }) => callId === call?.callId);
        expect([call === undefined, held?.length]).toEqual([false, 0]);
        if (call) expect(await submit(call.callId)).toMatchObject({ kind: 'saved' });
        await worker.rest();
      },
    );
    expect(rounds).toBeGreaterThan(10);
    await expectInSalesloft(made);
  });

  it('over “call later”: one task in Salesloft, and the person is up no more', async () => {
    const { worker, salesloft } = stage;
    const tasks = salesloft.world.tasks.size;
    const asked = new Set<string>();
    await worker.ask('dialSession.start', { plan: (await rows()).map(({ workId }) => workId) });
    const rounds = await atEachReach(
      worker,
      async (begin) => {
        const work = (await rows()).find(({ source, workId }) => source.kind === 'action' && !asked.has(workId));
        if (!work) throw new Error('Nobody is left.');
        asked.add(work.workId);
        begin();
        await worker.ask('work.callLater', {
          personId: work.person.personId,
          personName: work.person.name,
          source: work.source,
          dueDate: '2026-12-24',
        });
      },
      async () => {
        expect(salesloft.world.tasks.size - tasks).toBe(asked.size);
        expect(new Set(Object.keys((await worker.snapshot('dialSession'))?.run?.outcomes ?? {}))).toEqual(asked);
      },
    );
    expect(rounds).toBeGreaterThan(10);
  });

  it('over the sign-out: no grant is left, and the rep is asked to sign in', async () => {
    const { worker } = stage;
    const rounds = await atEachReach(
      worker,
      async (begin) => {
        await worker.ask('signIn.connect', {});
        await worker.rest();
        begin();
        await worker.askOnce('signIn.disconnect', { evenWithLogsWaiting: true });
      },
      async () => {
        await worker.ask('queue.read', { why: 'asked' }).catch(() => undefined);
        const hasGrant = 'grant:tokens' in (await fakeBrowser.storage.session.get(null));
        expect([(await worker.snapshot('signIn'))?.state === 'signedIn', hasGrant]).toEqual([hasGrant, hasGrant]);
      },
    );
    expect(rounds).toBeGreaterThan(5);
  });

  it('over the sign-in of another rep: no log leaves in another’s name', async () => {
    const { worker, salesloft } = stage;
    const { world } = salesloft;
    const one = world.signedInUserId;
    const other = aUser({ id: 4_711 });
    put(world, other);
    const logs = logsOf(world, 1_000, Date.now());
    let waiting = 0;
    const rounds = await atEachReach(
      worker,
      async (begin) => {
        world.signedInUserId = one;
        await worker.ask('signIn.connect', {});
        // A log of the first rep that waits for its time: somebody else signs in meanwhile.
        const inAMinute = { nextTryAt: Date.now() + MINUTE, setAt: Date.now() };
        await putIntoOutbox(logs.slice(waiting, (waiting += 1)).map((entry) => ({ ...entry, ...inAMinute })));
        world.signedInUserId = other.id;
        begin();
        await worker.askOnce('signIn.connect', {});
      },
      async () => {
        await worker.wait(2 * MINUTE);
        expect([...world.calls.values()].map(({ user }) => user.id).filter((id) => id !== one)).toEqual([]);
      },
    );
    expect(rounds).toBeGreaterThan(20);
    world.signedInUserId = one;
    await worker.ask('signIn.connect', {});
    await expectInSalesloft(waiting);
  });
});
