import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { MicrophoneState } from '@/lib/domain/call/microphone-state';
import type { Call } from '@/lib/domain/call/call';
import type { CallsView } from '@/lib/domain/call/calls-view';
import { createDialerStore } from '@/lib/view/call/dialer-store';
import { createNotices } from '@/lib/view/core/notices';
import { sendAgainWhenLost } from '@/lib/view/core/send-again';
import { aCall, aNumber, aPersonNumber } from '@/tests/support/builders/builders';
import { aDueWork } from '../../../support/builders/view';
import { createFakeSend } from '../../../support/fakes/fake-send';

const work = aDueWork('Pat Lee');
const number = aPersonNumber();

function setUp(call?: Call, microphone: MicrophoneState = 'granted') {
  const worker = createFakeSend();
  const calls = signal<CallsView | undefined>({ call: call ?? null, wrapUp: null, unfinished: [] });
  const notices = createNotices();
  const openMicrophonePage = vi.fn();
  const handOff = vi.fn();
  let count = 0;
  const store = createDialerStore({
    send: sendAgainWhenLost(worker.send),
    calls,
    microphone: signal(microphone),
    openMicrophonePage,
    handOff,
    notices,
    newId: () => `id-${(count += 1)}`,
  });
  return { worker, calls, notices, openMicrophonePage, handOff, store };
}

describe('dialing', () => {
  it('hands the number on once the call is written down, and not when a guard stands in the way', async () => {
    const { worker, store, handOff } = setUp();
    worker.answer({ kind: 'blocked', reasons: ['blocked-date'] });
    await store.place(work, number);
    expect(handOff).not.toHaveBeenCalled();
    worker.answer({ kind: 'placed' });
    await store.place(work, { ...number, extension: '22' });
    expect(handOff).toHaveBeenCalledExactlyOnceWith(aNumber(), '22');
  });

  it('asks the worker for this person, this number and this piece of work', async () => {
    const { worker, store } = setUp();
    worker.answer({ kind: 'placed' });
    store.callee.value = 'busy';
    await store.place(work, number);
    expect(worker.sent).toEqual([
      {
        type: 'call.place',
        input: {
          callId: 'id-1',
          personId: work.person.personId,
          to: aNumber(),
          source: work.source,
          overrides: [],
          callee: 'busy',
        },
      },
    ]);
  });

  it('is the same call when the answer was lost', async () => {
    const { worker, store } = setUp();
    worker.fail('answer-lost');
    worker.answer({ kind: 'placed' });
    await store.place(work, number);
    expect(worker.sent.map((one) => (one.input as { callId: string }).callId)).toEqual(['id-1', 'id-1']);
  });

  it('is one call, however often the button is pressed', async () => {
    const { worker, store } = setUp();
    const answer = worker.hang();
    const first = store.place(work, number);
    await store.place(work, number);
    answer({ kind: 'placed' });
    await first;
    expect(worker.sent).toHaveLength(1);
  });

  it('opens the microphone page first when Chrome has not been asked yet', async () => {
    const { worker, store, openMicrophonePage } = setUp(undefined, 'prompt');
    await store.place(work, number);
    expect(openMicrophonePage).toHaveBeenCalledOnce();
    expect(worker.sent).toEqual([]);
  });

  it('asks the rep what the guards ask, and goes ahead with just those reasons', async () => {
    const { worker, store } = setUp();
    worker.answer({ kind: 'ask', reasons: ['called-recently'] });
    await store.place(work, number);
    expect(store.question.value?.reasons).toEqual(['called-recently']);
    worker.answer({ kind: 'placed' });
    await store.answerQuestion(true);
    expect(store.question.value).toBeUndefined();
    expect(worker.sent.at(-1)?.input).toMatchObject({ overrides: ['called-recently'] });
  });

  it('does not dial when the rep thinks better of it, nor what is blocked', async () => {
    const { worker, store } = setUp();
    worker.answer({ kind: 'ask', reasons: ['called-recently'] });
    await store.place(work, number);
    await store.answerQuestion(false);
    worker.answer({ kind: 'blocked', reasons: ['do-not-contact'] });
    await store.place(work, number);
    expect(store.blocked.value?.reasons).toEqual(['do-not-contact']);
    store.closeBlocked();
    expect(store.blocked.value).toBeUndefined();
    expect(worker.sent).toHaveLength(2);
  });

  it('says what went wrong, and may be tried again', async () => {
    const { worker, store, notices } = setUp();
    worker.fail('microphone-busy');
    await store.place(work, number);
    expect(notices.trouble.value).toBe('Another program is using your microphone. Close it, then call again.');
    worker.answer({ kind: 'placed' });
    await store.place(work, number);
    expect(notices.trouble.value).toBe('');
  });
});

describe('during the call', () => {
  it('asks for the state to be in, so that a repeat changes nothing', async () => {
    const { worker, store } = setUp(aCall({ state: 'connected', muted: true, held: false }));
    await store.toggleMute();
    await store.toggleHold();
    await store.tellWhoAnswered('assistant');
    await store.sendDigits('7');
    await store.hangUp();
    expect(worker.sent).toEqual([
      { type: 'call.mute', input: { callId: aCall().callId, muted: false } },
      { type: 'call.hold', input: { callId: aCall().callId, held: true } },
      { type: 'call.tellWhoAnswered', input: { callId: aCall().callId, answeredBy: 'assistant' } },
      { type: 'call.sendDigits', input: { callId: aCall().callId, digits: '7' } },
      { type: 'call.hangUp', input: { callId: aCall().callId } },
    ]);
  });

  it('hangs up a second time when Chrome stopped the worker in between, but sends no digit twice', async () => {
    const { worker, store } = setUp(aCall({ state: 'connected' }));
    worker.fail('answer-lost');
    await store.hangUp();
    worker.fail('answer-lost');
    await store.sendDigits('7');
    expect(worker.types()).toEqual(['call.hangUp', 'call.hangUp', 'call.sendDigits']);
  });

  it('opens the keypad while connected, and closes it with the call', () => {
    const { store, calls } = setUp(aCall({ state: 'ringing' }));
    const showCall = (call: Call) => (calls.value = { call, wrapUp: null, unfinished: [] });
    store.togglePad();
    expect(store.isPadOpen.value).toBe(false);
    showCall(aCall({ state: 'connected' }));
    store.togglePad();
    expect(store.isPadOpen.value).toBe(true);
    showCall(aCall({ state: 'ended' }));
    expect(store.isPadOpen.value).toBe(false);
  });

  it('does nothing without a call', async () => {
    const { worker, store } = setUp();
    await store.hangUp();
    await store.toggleMute();
    expect(worker.sent).toEqual([]);
  });
});
