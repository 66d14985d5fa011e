import { describe, expect, it } from 'vitest';
import { newCallRecord } from '@/lib/domain/call/call-record';
import type { DialSession } from '@/lib/domain/dial-session/dial-session';
import { createRunDialSession } from '@/lib/services/dial-session/run-dial-session';
import { aCall, anEndedCall } from '@/tests/support/builders/builders';
import { aDueWork } from '@/tests/support/builders/view';
import { asId, type ActionId } from '@/lib/domain/core/ids';

const source = { kind: 'action', actionId: asId<ActionId>('1') } as const;

function setUp() {
  const world = { kept: undefined as DialSession | null | undefined, published: [] as (DialSession | null)[] };
  let last: Promise<void> = Promise.resolve();
  const run = createRunDialSession({
    read: () => Promise.resolve(world.kept),
    write: (run) => Promise.resolve(void (world.kept = run)),
    publish: (run) => Promise.resolve(void world.published.push(run)),
    readRows: () => Promise.resolve(['action:1', 'action:2'].map((workId) => aDueWork('Ann One', { workId }))),
    underLock: (work) => (last = last.then(work)),
    now: () => 5_000,
  });
  return { run, world, state: () => world.kept?.state };
}

const record = newCallRecord(aCall({ source }));

describe('running a dial session', () => {
  it('counts a call once its log is safe, and again after an undo', async () => {
    const { run, world } = setUp();
    await run.start(['action:1', 'action:2']);
    await run.called(record, 'No Answer');
    expect(world.kept?.outcomes).toMatchObject({ 'action:1': { kind: 'called', disposition: 'No Answer' } });
    await run.reopened(source);
    expect(world.kept?.outcomes).toEqual({});
    expect(world.published.length).toBe(3);
  });

  it.each([
    ['a person', {}, true],
    ['an assistant', { answeredBy: 'assistant' }, false],
    ['a voicemail', { answeredBy: 'voicemail' }, false],
  ] as const)('counts who was reached: %s answers', async (_words, change, wasConnected) => {
    const { run, world } = setUp();
    await run.start(['action:1', 'action:2']);
    await run.called(newCallRecord(anEndedCall({ source, ...change })), '');
    expect(world.kept?.outcomes).toMatchObject({ 'action:1': { kind: 'called', talkSeconds: 62, wasConnected } });
  });

  it('is over by itself when nobody is left', async () => {
    const { run, state, world } = setUp();
    await run.start(['action:1', 'action:2']);
    await run.called(record, '');
    await run.skip('action:2', 'not-now');
    expect(state()).toBe('over');
    await run.close();
    expect(world.kept).toBeNull();
  });

  it('is put off, paused, resumed and ended as the rep says', async () => {
    const { run, state, world } = setUp();
    await run.start(['action:1', 'action:2']);
    await run.callLater('action:1', '2026-12-01');
    expect(world.kept?.outcomes).toEqual({ 'action:1': { kind: 'later', dueDate: '2026-12-01' } });
    await run.pause();
    expect(state()).toBe('paused');
    await run.resume();
    expect(state()).toBe('running');
    await run.end();
    expect(world.kept).toMatchObject({ state: 'over', endedAt: 5_000 });
  });

  it('is paused after a restart of the browser, and none where there was none', async () => {
    const { run, world, state } = setUp();
    await run.restore(undefined);
    expect(world.published).toEqual([null]);
    await run.start(['action:1']);
    await run.restore(undefined);
    expect(state()).toBe('paused');
  });

  it('is shown as it is on disk to those whom a worker died before it told', async () => {
    const { run, world, state } = setUp();
    await run.start(['action:1', 'action:2']);
    const shown = { run: world.kept ?? null };
    await run.restore(shown);
    expect(world.published.length).toBe(1);
    await run.called(record, 'No Answer');
    await run.restore(shown);
    expect(world.published.at(-1)?.outcomes).toHaveProperty('action:1');
    expect([world.published.length, state()]).toEqual([3, 'running']);
  });

  it('goes on as it is shown when Chrome has emptied the storage', async () => {
    const { run, world } = setUp();
    await run.start(['action:1', 'action:2']);
    const shown = { run: world.kept ?? null };
    const next = setUp();
    await next.run.restore(shown);
    expect([next.world.kept, next.world.published]).toEqual([shown.run, []]);
    await next.run.called(record, 'No Answer');
    expect(next.world.kept?.outcomes).toHaveProperty('action:1');
  });

  it('changes nothing while there is none', async () => {
    const { run, world } = setUp();
    await run.called(record, '');
    await run.pause();
    expect(world.published).toEqual([]);
  });
});
