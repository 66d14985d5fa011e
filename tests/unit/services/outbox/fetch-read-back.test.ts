import { describe, expect, it } from 'vitest';
import { createReadBack } from '@/lib/services/outbox/fetch-read-back';
import type { CallsPort } from '@/lib/services/core/salesloft-port';
import { aLoggedCall, anAdHocEntry, anEntry, anHttpFailure, noAnswer } from '@/tests/support/builders/builders';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';

function setUp(change: Partial<CallsPort> = {}) {
  const asked: string[] = [];
  const offset = { ms: 0 };
  const calls: CallsPort = {
    log: () => Promise.reject(new Error('reading must not write')),
    findLogged: ({ since }) => {
      asked.push(`calls since ${since}`);
      return Promise.resolve({ ok: true, value: [aLoggedCall()] });
    },
    readNotes: (ids) => {
      asked.push(`notes ${ids.join()}`);
      return Promise.resolve({ ok: true, value: new Map([['77', 'ref K7MQ-2XWD']]) });
    },
    actionState: () => Promise.resolve({ ok: true, value: 'gone' }),
    taskState: () => Promise.resolve({ ok: true, value: 'open' }),
    ...change,
  };
  return {
    asked,
    offset,
    readBack: createReadBack({ calls, outbox: createMemoryOutbox(), clockOffset: () => offset.ms }),
  };
}

describe('reading back', () => {
  it('asks for the action, the calls and their notes, from two minutes before the first unknown attempt', async () => {
    const { asked, readBack } = setUp();
    const read = await readBack(anEntry({ unknownSince: 1_000_000 }));
    expect(read).toMatchObject({ ok: true, value: { guard: 'gone', loggedCalls: [{ loggedCallId: '4400' }] } });
    expect(asked).toEqual(['calls since 880000', 'notes 77']);
  });

  it('asks again, further back, when the reply shows that our clock is ahead', async () => {
    const told: { ms: number }[] = [];
    const since: number[] = [];
    const { offset, readBack } = setUp({
      findLogged: (query) => {
        since.push(query.since);
        told.forEach((clock) => (clock.ms = -600_000));
        return Promise.resolve({ ok: true, value: [] });
      },
    });
    told.push(offset);
    const begun = { unknownSince: 1_000_000, attemptStartedAt: 1_000_000, attemptStartedThere: 1_000_000 };
    expect((await readBack(anEntry(begun))).ok).toBe(true);
    expect(since).toEqual([880_000, 280_000]);
  });

  it('asks for the notes too where nothing guards the log', async () => {
    const { asked, readBack } = setUp();
    await readBack(anAdHocEntry({ unknownSince: 1_000_000 }));
    expect(asked).toEqual(['calls since 880000', 'notes 77']);
  });

  it('goes on by the fields alone when it may not read notes', async () => {
    const failure = anHttpFailure(403, { code: 'permission-missing' });
    const { readBack } = setUp({ readNotes: () => Promise.resolve({ ok: false, failure }) });
    expect(await readBack(anAdHocEntry())).toMatchObject({ ok: true });
  });

  it('is no read-back when a part of it failed', async () => {
    const failed = () => Promise.resolve({ ok: false as const, failure: noAnswer() });
    for (const change of [{ findLogged: failed }, { readNotes: failed }]) {
      expect((await setUp(change).readBack(anAdHocEntry())).ok).toBe(false);
    }
    expect((await setUp({ actionState: failed }).readBack(anEntry())).ok).toBe(false);
  });
});
