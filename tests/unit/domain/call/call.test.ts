import { describe, expect, it } from 'vitest';
import { advance, isLive, loseCall, type CallEvent, type Call } from '@/lib/domain/call/call';
import { aCall } from '@/tests/support/builders/builders';

/** The events one after the other, numbered from 1, two seconds apart. */
function live(...events: readonly CallEvent[]): Call {
  return events.reduce(
    (call, event, index) =>
      advance(call, { callId: call.callId, seq: index + 1, at: call.placedAt + (index + 1) * 2_000, event }),
    aCall(),
  );
}

const RINGING: CallEvent = { kind: 'ringing', earlyMedia: false };
const CONNECTED: CallEvent = { kind: 'connected' };
const ended = (connectedMs: number): CallEvent => ({ kind: 'ended', reason: 'hungUpByRep', connectedMs, failure: '' });

describe('the life of a call', () => {
  it('goes from placing to its end, with whole seconds by the phone’s own clock', () => {
    const call = live(RINGING, CONNECTED, ended(61_600));
    expect(call).toMatchObject({ state: 'ended', endReason: 'hungUpByRep', durationSeconds: 62, lastSeq: 3 });
  });

  it('lasts no time when it was never connected', () => {
    expect(live(RINGING, { kind: 'ended', reason: 'busy', connectedMs: 0, failure: '' })).toMatchObject({
      endReason: 'busy',
      durationSeconds: 0,
    });
  });

  it('takes a repeat for what it is', () => {
    const call = live(RINGING, CONNECTED);
    expect(advance(call, { callId: call.callId, seq: 2, at: 9_999_999, event: ended(1) })).toBe(call);
  });

  it('ends once: what comes after the end changes nothing', () => {
    const call = live(RINGING, ended(0));
    expect(advance(call, { callId: call.callId, seq: 9, at: 9_999_999, event: CONNECTED })).toBe(call);
  });

  it('does not ring again when the answer has overtaken the ringing', () => {
    expect(live(CONNECTED, RINGING).state).toBe('connected');
  });

  it('knows mute and hold', () => {
    expect(live(CONNECTED, { kind: 'muted', muted: true }, { kind: 'held', held: true })).toMatchObject({
      muted: true,
      held: true,
    });
  });
});

describe('a call that was lost', () => {
  it('ended when it was last seen, not when it was found', () => {
    const call = live(RINGING, CONNECTED);
    expect(loseCall(call, call.placedAt + 34_000)).toMatchObject({ endReason: 'lost', durationSeconds: 30 });
  });

  it('never lasts less than nothing', () => {
    expect(loseCall(live(CONNECTED), 0).durationSeconds).toBe(0);
    expect(isLive(loseCall(live(CONNECTED), 0))).toBe(false);
  });

  it('stays as it is when it had ended already', () => {
    const call = live(ended(0));
    expect(loseCall(call, 9_999_999)).toBe(call);
  });
});
