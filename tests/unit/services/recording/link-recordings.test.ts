import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { LateRecording } from '@/lib/domain/recording/late-recording';
import { createLinkRecordings } from '@/lib/services/recording/link-recordings';
import { aCall, aCallId, anEntry, anHttpFailure, aReceipt, noAnswer } from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

const LINK = 'https://records.example/1';
const done = { ok: true, value: null } as const;

type Setting = {
  readonly answer?: ApiResult<null>;
  readonly note?: string;
  readonly isTheirs?: boolean;
  readonly isOpen?: boolean;
};

async function setUp({ answer = done, note = 'Spoke.', isTheirs = true, isOpen = true }: Setting) {
  const records = createMemoryRecords();
  await records.open(aCall());
  let list: readonly LateRecording[] = [{ callId: aCallId(), link: LINK, tries: 0, nextTryAt: 0, setAt: 0 }];
  const notes = new Map(note === '' ? [] : [['7', note]]);
  const seen = { changes: [] as string[], gates: [] as number[] };
  const links = createLinkRecordings({
    late: {
      list: () => Promise.resolve(list),
      add: () => Promise.reject(new Error('not asked here')),
      settle: (_late, next) => Promise.resolve(void (list = next ? [next] : [])),
    },
    records,
    entryOfCall: () => Promise.resolve(anEntry({ state: 'delivered', receipt: aReceipt({ noteId: '7' }) })),
    calls: { readNotes: () => Promise.resolve({ ok: true, value: notes }) },
    notes: {
      change: (noteId, content) => {
        seen.changes.push(content);
        if (answer.ok || answer.failure.kind === 'noAnswer') notes.set(noteId, content);
        return Promise.resolve(answer);
      },
    },
    whoMayGo: () => Promise.resolve(() => isTheirs),
    isOpen: () => Promise.resolve(isOpen),
    closeGate: (seconds) => Promise.resolve(void seen.gates.push(seconds)),
    now: () => 1_000,
    random: () => 0.5,
  });
  const history = () =>
    records
      .all()[0]
      ?.history.map(({ what }) => what)
      .at(-1);
  return { links, seen, left: () => list, history };
}

describe('a link that came after its log', () => {
  it('is added to the note once, and said in the call’s history', async () => {
    const { links, seen, left, history } = await setUp({});
    await links.run();
    await links.run();
    expect(seen.changes).toEqual([expect.stringContaining(LINK)]);
    expect(left()).toEqual([]);
    expect(history()).toBe('recording link added');
  });

  it('is not written again when the answer was lost: the note is read first', async () => {
    const { links, seen, left } = await setUp({ answer: { ok: false, failure: noAnswer() } });
    await links.run();
    expect(left()).toMatchObject([{ tries: 1, nextTryAt: 31_000 }]);
    expect(await links.nextDueAt()).toBe(31_000);
    // Due at once: the clock was set back.
    left().forEach((late) => Object.assign(late, { setAt: 2_000 }));
    await links.run();
    expect(seen.changes).toHaveLength(1);
    expect(left()).toEqual([]);
  });

  it('closes the gate for all after a 429', async () => {
    const { links, seen, left } = await setUp({
      answer: { ok: false, failure: anHttpFailure(429, { retryAfterSeconds: 9 }) },
    });
    await links.run();
    expect(seen.gates).toEqual([9]);
    expect(left()).toMatchObject([{ tries: 0 }]);
  });

  it.each([
    {
      name: 'is refused',
      setting: { answer: { ok: false, failure: anHttpFailure(403, { words: 'No.' }) } as const },
      says: 'No.',
    },
    { name: 'finds no note any more', setting: { note: '' }, says: 'the note is gone' },
  ])('is given up in words when it $name', async ({ setting, says }) => {
    const { links, left, history } = await setUp(setting);
    await links.run();
    expect(left()).toEqual([]);
    expect(history()).toBe(`recording link not added: ${says}`);
  });

  it.each([
    { name: 'somebody else is signed in', setting: { isTheirs: false }, due: undefined },
    { name: 'nothing may leave', setting: { isOpen: false }, due: 0 },
  ])('waits while $name', async ({ setting, due }) => {
    const { links, seen, left } = await setUp(setting);
    await links.run();
    expect(seen.changes).toEqual([]);
    expect(left()).toHaveLength(1);
    expect(await links.nextDueAt()).toBe(due);
  });
});
