import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallsView } from '@/lib/domain/call/calls-view';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { createNotices } from '@/lib/view/core/notices';
import { createWrapUpStore } from '@/lib/view/wrap-up/wrap-up-store';
import { aCall, aCallId } from '@/tests/support/builders/builders';
import { createFakeSend } from '../../../support/fakes/fake-send';

const EMPTY: WrapUpDraft = { disposition: '', sentiment: '', notes: '' };

function snapshot(draft: Partial<WrapUpDraft> = {}, id = '0190-call'): CallsView {
  const callId = aCallId(id);
  return {
    call: aCall({ callId }),
    wrapUp: { callId, state: 'open', draft: { ...EMPTY, ...draft }, savedAt: 0 },
    unfinished: [],
  };
}

function setUp(first: CallsView = snapshot()) {
  const worker = createFakeSend();
  const calls = signal<CallsView | undefined>(first);
  const notices = createNotices();
  const onSaved = vi.fn();
  const store = createWrapUpStore({ send: worker.send, calls, notices, onSaved });
  return { worker, calls, notices, onSaved, store };
}

describe('the wrap-up on the screen', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts with the draft that was kept', () => {
    expect(setUp(snapshot({ notes: 'Call back in May' })).store.draft.value.notes).toBe('Call back in May');
  });

  it('is saved once at a pause of 400 ms, with all that was typed', () => {
    const { worker, store } = setUp();
    store.change({ notes: 'R' });
    vi.advanceTimersByTime(300);
    store.change({ notes: 'Re' });
    vi.advanceTimersByTime(399);
    expect(worker.sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(worker.sent).toEqual([
      { type: 'wrapUp.saveDraft', input: { callId: aCallId(), draft: { ...EMPTY, notes: 'Re' } } },
    ]);
  });

  it('is saved at once on leaving, and not again for nothing', () => {
    const { worker, store } = setUp();
    store.change({ notes: 'Re' });
    store.flush();
    store.flush();
    vi.advanceTimersByTime(1_000);
    expect(worker.types()).toEqual(['wrapUp.saveDraft']);
  });

  it('is never overwritten by an older snapshot', () => {
    const { calls, store } = setUp();
    store.change({ notes: 'Renewal in March', sentiment: 'Interested' });
    calls.value = snapshot({ notes: 'Renewal' });
    expect(store.draft.value).toEqual({ ...EMPTY, notes: 'Renewal in March', sentiment: 'Interested' });
  });

  it('takes the disposition that the line suggests, even in the middle of typing, but not over a choice', () => {
    const { worker, calls, store } = setUp();
    store.change({ notes: 'x' });
    calls.value = snapshot({ disposition: 'No Answer' });
    expect(store.draft.value).toEqual({ ...EMPTY, notes: 'x', disposition: 'No Answer' });
    vi.advanceTimersByTime(400);
    expect(worker.sent.at(-1)?.input).toMatchObject({ draft: { disposition: 'No Answer', notes: 'x' } });
    store.change({ disposition: 'Busy' });
    calls.value = snapshot({ disposition: 'No Answer' });
    expect(store.draft.value.disposition).toBe('Busy');
  });

  it('keeps what was typed when another call comes up, under the call it belongs to', () => {
    const { worker, calls, store } = setUp();
    store.change({ notes: 'for the first' });
    calls.value = snapshot({ notes: 'kept' }, 'other');
    expect(worker.sent).toEqual([
      { type: 'wrapUp.saveDraft', input: { callId: aCallId(), draft: { ...EMPTY, notes: 'for the first' } } },
    ]);
    expect(store.draft.value.notes).toBe('kept');
  });

  it('is logged as it stands on the screen', async () => {
    const { worker, store, onSaved } = setUp();
    store.change({ disposition: 'Connected' });
    worker.answer({ kind: 'saved', entryId: 'entry-1' });
    expect(await store.submit()).toBe(true);
    expect(worker.sent).toEqual([
      { type: 'wrapUp.submit', input: { callId: aCallId(), draft: { ...EMPTY, disposition: 'Connected' } } },
    ]);
    expect(onSaved).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1_000);
    expect(worker.sent).toHaveLength(1);
  });

  it('names what is missing until it is chosen', async () => {
    const { worker, store, onSaved } = setUp();
    worker.answer({ kind: 'missing', fields: ['disposition', 'sentiment'] });
    expect(await store.submit()).toBe(false);
    expect(store.missing.value).toEqual(['disposition', 'sentiment']);
    store.change({ sentiment: 'Interested' });
    expect(store.missing.value).toEqual(['disposition']);
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('says why it could not be logged, and still keeps it', async () => {
    const { worker, store, notices } = setUp();
    store.change({ notes: 'precious' });
    worker.fail('storage-full');
    expect(await store.submit()).toBe(false);
    expect(notices.trouble.value).toContain('disk is full');
    vi.advanceTimersByTime(400);
    expect(worker.sent.at(-1)).toMatchObject({ type: 'wrapUp.saveDraft', input: { draft: { notes: 'precious' } } });
    expect(notices.trouble.value).toContain('disk is full');
  });

  it('is submitted once, however often the key is pressed', async () => {
    const { worker, store } = setUp();
    const answer = worker.hang();
    const first = store.submit();
    expect(await store.submit()).toBe(false);
    answer({ kind: 'saved', entryId: 'entry-1' });
    expect(await first).toBe(true);
    expect(worker.types()).toEqual(['wrapUp.submit']);
  });
});
