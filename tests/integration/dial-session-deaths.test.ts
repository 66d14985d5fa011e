import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingOf } from '@/lib/domain/dial-session';
import type { DueWork } from '@/lib/domain/due-work';
import { asId, type CallId } from '@/lib/domain/ids';
import { setCalmStage, type CalmStage } from './drive/calm-stage';
import { watchDatabase } from './drive/life';

const NOON = Date.UTC(2026, 10, 23, 12, 0, 20);
const PEOPLE = 200;
const DRAFT = { disposition: 'No Answer', sentiment: '', notes: '' };

/** A dial session whose worker dies at each of its reaches beyond its memory, in turn, while the rep logs a call. */
describe('a dial session', { timeout: 120_000 }, () => {
  let stage: CalmStage;
  beforeAll(async () => {
    watchDatabase();
    stage = await setCalmStage(PEOPLE, NOON);
  });
  afterAll(() => stage.stop());

  const standing = async (): Promise<ReturnType<typeof standingOf>> => {
    const [snapshot, queue] = await Promise.all([stage.worker.snapshot('dialSession'), stage.worker.snapshot('queue')]);
    if (!snapshot?.run) throw new Error('No dial session is shown.');
    return standingOf(snapshot.run, queue?.rows ?? []);
  };

  const callNobodyAnswers = async ({ personId, numbers, source }: DueWork): Promise<CallId> => {
    const { worker } = stage;
    const callId = asId<CallId>(v7());
    const to = numbers.find((number) => number.e164 !== undefined)?.e164;
    if (!to) throw new Error('They have no number.');
    const request = { callId, personId, to, source };
    const placed = await worker.ask('call.place', { ...request, overrides: [] });
    if (placed.kind === 'ask') await worker.ask('call.place', { ...request, overrides: placed.reasons });
    const ended = { kind: 'ended', reason: 'noAnswer', connectedMs: 0, failure: '' } as const;
    await worker.ask('call.progressed', { callId, seq: 1, at: Date.now(), event: ended });
    await worker.rest();
    return callId;
  };

  it('never calls anybody twice, wherever the worker dies over the log of the first call', async () => {
    const { worker, salesloft } = stage;
    const rows = (await worker.snapshot('queue'))?.rows ?? [];
    await worker.ask('dialSession.start', { plan: rows.map(({ workId }) => workId) });
    const called = new Set<string>();
    for (let reaches = 1; ; reaches += 1) {
      const { current } = await standing();
      if (!current) throw new Error(`Nobody is left after ${called.size} calls.`);
      expect(called).not.toContain(current.workId);
      const callId = await callNobodyAnswers(current);
      const deaths = worker.deaths;
      worker.dieIn(reaches);
      expect(await worker.ask('wrapUp.submit', { callId, draft: DRAFT })).toMatchObject({ kind: 'saved' });
      await worker.rest();
      // Whatever the rep does next wakes the next worker.
      await worker.ask('outbox.readNotes', { entryId: asId('none') }).catch(() => undefined);
      await worker.rest();
      called.add(current.workId);
      if (worker.deaths === deaths) break;
    }
    expect(called.size).toBeGreaterThan(20);
    worker.dieIn(Number.MAX_SAFE_INTEGER);
    await worker.wait(10 * 60_000);
    expect([salesloft.world.calls.size, (await worker.snapshot('outbox'))?.unsent]).toEqual([called.size, 0]);
  });
});
