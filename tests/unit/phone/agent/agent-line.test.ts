import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallEvent } from '@/lib/domain/call/call';
import { createAgentLine } from '@/lib/phone/agent/agent-line';
import { isCredentialsRefusal } from '@/lib/phone/sip/sip-answer';
import { handOffLink, isSameLine, type SipConfig } from '@/lib/domain/call/line-config';
import { aCallId, aNumber } from '@/tests/support/builders/builders';
import { createFakePracticeParts } from '@/tests/support/fakes/fake-practice-parts';
import { createFakeLineAgent } from '@/tests/support/fakes/fake-line-agent';

const callId = aCallId('call-1');
const PACE = { ringSeconds: 60, digitPauseMs: 1_500 };

function setUp() {
  const events: CallEvent[] = [];
  const sip = createFakeLineAgent();
  const { parts, hardware, ...hands } = createFakePracticeParts(() => performance.now());
  const { earpiece, openMicrophone, now } = parts;
  const line = createAgentLine((_callId, event) => events.push(event), {
    agent: sip.agent,
    earpiece,
    openMicrophone,
    now,
  });
  const dial = (change: object = {}) =>
    line.dial({ callId, to: aNumber(), extension: '', callerId: '', ...PACE, ...change });
  return { line, dial, sip, hardware, events, ...hands };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the SIP line', () => {
  it('passes a call on and ends it, and keeps one that is not taken', async () => {
    const { line, dial, sip, events } = setUp();
    await dial();
    await expect(line.transfer(callId, aNumber())).rejects.toMatchObject({ code: 'transfer-refused' });
    sip.answer();
    sip.state.refusesTransfer = true;
    await expect(line.transfer(callId, aNumber())).rejects.toMatchObject({ code: 'transfer-refused' });
    expect(events.at(-1)).toEqual({ kind: 'connected' });
    sip.state.refusesTransfer = false;
    await line.transfer(callId, aNumber());
    expect([sip.state.transferredTo, events.at(-1)]).toEqual([
      aNumber(),
      expect.objectContaining({ kind: 'ended', reason: 'hungUpByRep' }),
    ]);
  });

  it('asks the phone system once for the preparation and the dial that follows', async () => {
    const { line, dial, sip, events } = setUp();
    const ready = vi.spyOn(sip.agent, 'ready');
    await Promise.all([line.prepare(), dial()]);
    expect(ready).toHaveBeenCalledTimes(1);
    expect(events).toHaveLength(1);
    sip.refuse('line-unreachable');
    await expect(line.prepare()).rejects.toMatchObject({ code: 'line-unreachable' });
    await line.prepare();
  });

  it('rings with its own tone until early sound comes, and stops it with the answer', async () => {
    const { dial, sip, hardware, events } = setUp();
    await dial();
    expect(hardware.tones).toEqual(['440+480']);
    sip.state.received = 0;
    sip.dialog()?.events.onRinging(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(hardware.tones).toEqual(['440+480']);
    sip.state.received = 5;
    await vi.advanceTimersByTimeAsync(300);
    expect(hardware.tones.at(-1)).toBe('stop');
    sip.answer();
    expect(events.map(({ kind }) => kind)).toEqual(['ringing', 'connected']);
    expect(hardware.isHearing).toBe(true);
  });

  it.each([10, 60, 180])('ends a ring by itself after %i s, as no answer', async (ringSeconds) => {
    const { dial, sip, events } = setUp();
    await dial({ ringSeconds });
    await vi.advanceTimersByTimeAsync(ringSeconds * 1_000 - 1);
    expect(sip.dialog()?.isOpen).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(events.at(-1)).toMatchObject({ kind: 'ended', reason: 'noAnswer', connectedMs: 0 });
    expect(sip.dialog()?.isOpen).toBe(false);
  });

  it.each(['line-unreachable', 'line-credentials-refused', 'line-refused'] as const)(
    'tells %s before anything rings, and lets the microphone go',
    async (code) => {
      const { dial, sip, hardware, events } = setUp();
      sip.refuse(code);
      await expect(dial()).rejects.toMatchObject({ code });
      expect([events, hardware.microphonesOpen]).toEqual([[], 0]);
    },
  );

  it('tells what the phone system said of a call that failed', async () => {
    const { dial, sip, events } = setUp();
    await dial();
    sip.end('failed', '404 Not Found');
    expect(events.at(-1)).toMatchObject({ reason: 'failed', failure: '404 Not Found' });
  });

  it('holds only when the phone system took it, and stays muted through it', async () => {
    const { dial, line, sip, events } = setUp();
    await dial();
    sip.answer();
    await line.mute(callId, true);
    sip.state.refusesHold = true;
    await line.hold(callId, true);
    expect(events.some(({ kind }) => kind === 'held')).toBe(false);
    sip.state.refusesHold = false;
    await line.hold(callId, true);
    await line.hold(callId, false);
    expect(events.slice(-2)).toEqual([
      { kind: 'held', held: true },
      { kind: 'held', held: false },
    ]);
    expect(sip.dialog()?.muted).toBe(true);
  });

  it('sends digits to the far end and lets the rep hear them; the extension a pause after the answer', async () => {
    const { dial, line, sip, hardware } = setUp();
    await dial({ extension: '42' });
    sip.answer();
    await vi.advanceTimersByTimeAsync(1_499);
    expect(sip.state.digits).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    await line.sendDigits(callId, '#');
    expect([sip.state.digits, hardware.digits]).toEqual(['42#', '#']);
  });

  it('sends no extension into a call that ended in the pause', async () => {
    const { dial, line, sip } = setUp();
    await dial({ extension: '42' });
    sip.answer();
    await line.hangUp(callId);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sip.state.digits).toBe('');
  });

  it('rings by itself where early sound is promised and none comes', async () => {
    const { dial, sip, hardware } = setUp();
    sip.state.received = 0;
    sip.state.ringsEarly = true;
    await dial();
    expect(hardware.tones).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(hardware.tones).toEqual(['440+480']);
  });

  it('goes on with another microphone when one is unplugged', async () => {
    const { dial, sip, exchangeMicrophone } = setUp();
    await dial();
    sip.answer();
    exchangeMicrophone('headset');
    expect(sip.state.tracks).toEqual(['headset']);
  });

  it('leaves the phone system when the line is exchanged', async () => {
    const { dial, line, sip, hardware, events } = setUp();
    await dial();
    await line.dispose();
    expect([sip.state.isClosed, hardware.isClosed]).toEqual([true, true]);
    expect(events.at(-1)).toMatchObject({ kind: 'ended' });
  });
});

it('knows a refused password from other trouble', () => {
  expect([401, 403, 407, 404, 503].filter(isCredentialsRefusal)).toEqual([401, 403, 407]);
});

it.each(['tel', 'callto', 'sip'] as const)('opens the softphone by %s', (scheme) => {
  expect(handOffLink({ kind: 'handoff', scheme }, aNumber(), '')).toBe(`${scheme}:+14045550134`);
  expect(handOffLink({ kind: 'handoff', scheme }, aNumber(), '22')).toBe(
    scheme === 'tel' ? 'tel:+14045550134;ext=22' : `${scheme}:+14045550134`,
  );
});

it('keeps a line while its settings stay, whatever a single call wishes for', () => {
  const sip: SipConfig = {
    kind: 'sip',
    server: 'wss://a.test',
    domain: 'a.test',
    username: 'u',
    password: 'p',
    displayName: '',
    iceServers: [],
  };
  expect(isSameLine(sip, { ...sip })).toBe(true);
  expect(isSameLine(sip, { ...sip, password: 'q' })).toBe(false);
  expect(isSameLine({ kind: 'practice' }, { kind: 'practice' })).toBe(true);
  expect(isSameLine({ kind: 'practice' }, sip)).toBe(false);
});
