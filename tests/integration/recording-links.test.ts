import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallProgress } from '@/lib/domain/call/call';
import { asId, type CallId } from '@/lib/domain/core/ids';
import { losesAnswerAfterCommit, losesRequestBeforeCommit } from '@/tests/salesloft/scenarios/lost-answers';
import { isRateLimited } from '@/tests/salesloft/scenarios/rate-limits';
import type { Scenario } from '@/tests/salesloft/scenarios/scenario';
import { setCalmStage, type CalmStage } from './drive/calm-stage';
import { watchDatabase } from './drive/life';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 23, 12, 0, 20);
const POLICY = { 'telephony.recording': { mode: 'provider', urlTemplate: 'https://records.example/{callId}' } };

/** The assembled worker, a line whose provider records, and Salesloft. */
describe('the link to a recording', { timeout: 60_000 }, () => {
  let stage: CalmStage;
  beforeAll(watchDatabase);
  beforeEach(async () => {
    stage = await setCalmStage(5, NOON, POLICY);
  });
  afterEach(() => stage.stop());

  const notes = (): readonly string[] => [...stage.salesloft.world.notes.values()].map(({ content }) => content);
  const changes = (): number => stage.salesloft.requests.filter(({ method }) => method === 'PUT').length;
  const tell = (callId: CallId, seq: number, event: CallProgress['event']) =>
    stage.worker.ask('call.progressed', { callId, seq, at: Date.now(), event });

  /** A call that is wrapped up; its log is held for eight seconds. */
  const call = async (whenEnded: (callId: CallId) => Promise<unknown> = () => Promise.resolve()): Promise<CallId> => {
    const { worker } = stage;
    await worker.ask('queue.read', { why: 'asked' });
    await worker.wait(1_000);
    const row = (await worker.snapshot('queue'))?.rows.find(({ person }) => person.numbers[0]?.e164);
    const to = row?.person.numbers[0]?.e164;
    if (!row || !to) throw new Error('There is nobody to call.');
    const callId = asId<CallId>(v7());
    await worker.ask('call.place', { callId, personId: row.person.personId, to, source: row.source, overrides: [] });
    await tell(callId, 1, { kind: 'connected' });
    await tell(callId, 2, { kind: 'ended', reason: 'hungUpByPerson', connectedMs: 5_000, failure: '' });
    await whenEnded(callId);
    const disposition = [...stage.salesloft.world.dispositions.values()][0]?.name ?? '';
    const draft = { disposition, sentiment: '', notes: 'Spoke about renewal.' };
    expect(await worker.ask('wrapUp.submit', { callId, draft })).toMatchObject({ kind: 'saved' });
    return callId;
  };
  const recorded = (callId: CallId) => tell(callId, 3, { kind: 'recorded', providerCallId: 'CA1' });
  const expectOneLink = (): void => {
    expect(notes()).toHaveLength(1);
    expect(notes()[0]).toMatch(
      /^Spoke about renewal\.\n\n(Called [^\n]+\n\n)?\[Recording, kept by Loftline\]\nhttps:\/\/records\.example\/CA1\n\[End of recording\]\n\nref \S{9}$/,
    );
    expect(stage.salesloft.world.calls.size).toBe(1);
  };

  it('leaves with the log when it is there in time', async () => {
    await call(recorded);
    await stage.worker.wait(MINUTE);
    expectOneLink();
    expect(changes()).toBe(0);
  });

  it('leaves with the log when it comes while that is held', async () => {
    await recorded(await call());
    await stage.worker.wait(MINUTE);
    expectOneLink();
    expect(changes()).toBe(0);
  });

  it('is added to the note once when it comes later', async () => {
    const callId = await call();
    await stage.worker.wait(MINUTE);
    await recorded(callId);
    await recorded(callId);
    await stage.worker.wait(10 * MINUTE);
    expectOneLink();
    expect(changes()).toBe(1);
  });

  it('keeps what people wrote in Salesloft meanwhile', async () => {
    const callId = await call();
    await stage.worker.wait(MINUTE);
    const [note] = stage.salesloft.world.notes.values();
    if (note) note.content = `Seen by the manager.\n\n${note.content}\nP. S.`;
    await recorded(callId);
    await stage.worker.wait(MINUTE);
    expect(notes()[0]).toMatch(/^Seen by the manager\.\n\nSpoke about renewal\.\n\nref \S{9}\nP\. S\.\n\n\[Recording/);
  });

  it('is brought by the next worker when this one dies', async () => {
    const callId = await call();
    await stage.worker.wait(MINUTE);
    const { salesloft, worker } = stage;
    const lost = salesloft.bend(losesRequestBeforeCommit({ on: 'PUT /v2/notes/*', times: 1 }));
    await recorded(callId);
    await worker.rest();
    worker.kill();
    await worker.wait(5 * MINUTE);
    expect(lost.bites).toBe(1);
    expectOneLink();
  });

  it.each<{ name: string; bend: () => Scenario; puts: number }>([
    { name: 'the answer is lost', bend: () => losesAnswerAfterCommit({ on: 'PUT /v2/notes/*', times: 1 }), puts: 1 },
    { name: 'the request is lost', bend: () => losesRequestBeforeCommit({ on: 'PUT /v2/notes/*', times: 1 }), puts: 2 },
    { name: 'the team’s budget is spent', bend: () => isRateLimited({ on: 'PUT /v2/notes/*', times: 1 }), puts: 2 },
  ])('is in the note once when $name', async ({ bend, puts }) => {
    const callId = await call();
    await stage.worker.wait(MINUTE);
    const bent = stage.salesloft.bend(bend());
    await recorded(callId);
    await stage.worker.wait(10 * MINUTE);
    expect(bent.bites).toBe(1);
    expectOneLink();
    expect(changes()).toBe(puts);
  });

  it('is not made where the team records nothing', async () => {
    stage.salesloft.world.team.call_recording_disabled = true;
    await stage.worker.ask('teamRules.read', {});
    await recorded(await call());
    await stage.worker.wait(MINUTE);
    expect(notes()[0]).toMatch(/^Spoke about renewal\.\n\nref \S{9}$/);
  });

  it('needs one scope more, which sign-in asks for', () => {
    const asked = stage.salesloft.requests.filter(({ path }) => path === '/oauth/authorize').map(({ body }) => body);
    expect(asked).toEqual([expect.stringContaining(encodeURIComponent('notes:write'))]);
  });
});
