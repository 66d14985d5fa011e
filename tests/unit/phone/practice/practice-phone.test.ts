import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallEvent } from '@/lib/domain/call/call';
import type { CalleeBehaviour } from '@/lib/domain/call/line-capabilities';
import { createPracticeLine } from '@/lib/phone/practice/practice-phone';
import { aCallId, aNumber } from '@/tests/support/builders/builders';
import { createFakePracticeParts } from '@/tests/support/fakes/fake-practice-parts';

const callId = aCallId();

function setUp() {
  const events: CallEvent[] = [];
  const fake = createFakePracticeParts(() => performance.now());
  const phone = createPracticeLine((_callId, event) => events.push(event), fake.parts);
  const dial = (callee: CalleeBehaviour, extension = '', pace: object = {}) =>
    phone.dial({ callId, to: aNumber(), extension, callerId: '', ringSeconds: 60, digitPauseMs: 0, callee, ...pace });
  return { ...fake, events, phone, dial, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

const ended = (reason: string, connectedMs: number, failure = '') => ({ kind: 'ended', reason, connectedMs, failure });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the practice line', () => {
  it('lets the phone ring until the callee answers, then stops the ringing', async () => {
    const { dial, events, pass, hardware } = setUp();
    await dial('answers');
    expect(hardware.tones).toEqual(['440+480']);
    await pass(1_500);
    expect(events).toEqual([{ kind: 'ringing', earlyMedia: false }]);
    await pass(1_000);
    expect(events.at(-1)).toEqual({ kind: 'connected' });
    expect(hardware.tones.at(-1)).toBe('stop');
  });

  it('ends a ring that is longer than the setting as no answer', async () => {
    const { dial, events, pass } = setUp();
    await dial('noAnswer', '', { ringSeconds: 10 });
    await pass(9_999);
    expect(events).toHaveLength(1);
    await pass(1);
    expect(events.at(-1)).toEqual(ended('noAnswer', 0));
  });

  it('sends an extension a pause after the answer, and none after the end', async () => {
    const { dial, pass, phone, hardware } = setUp();
    await dial('answers', '42', { digitPauseMs: 1_500 });
    await pass(2_200 + 1_499);
    expect(hardware.digits).toBe('');
    await pass(1);
    expect(hardware.digits).toBe('42');
    await phone.hangUp(callId);
    await dial('answers', '7', { digitPauseMs: 1_500 });
    await pass(2_300);
    await phone.hangUp(callId);
    await pass(5_000);
    expect(hardware.digits).toBe('42');
  });

  it('counts a call from the answer, not from the dial', async () => {
    const { dial, events, pass, phone } = setUp();
    await dial('answers');
    await pass(2_200);
    await pass(65_000);
    await phone.hangUp(callId);
    expect(events.at(-1)).toEqual(ended('hungUpByRep', 65_000));
  });

  it('plays two seconds of busy tone, then ends as busy', async () => {
    const { dial, events, pass, hardware } = setUp();
    await dial('busy');
    await pass(500);
    expect(hardware.tones.at(-1)).toBe('480+620');
    expect(events.at(-1)).toEqual({ kind: 'ringing', earlyMedia: false });
    await pass(2_000);
    expect(events.at(-1)).toEqual(ended('busy', 0));
  });

  it.each([
    ['noAnswer', 12_000, 'noAnswer'],
    ['rejects', 1_500, 'rejected'],
  ] as const)('ends a callee who %s after %i ms as %s', async (callee, afterMs, reason) => {
    const { dial, events, pass, hardware } = setUp();
    await dial(callee);
    await pass(afterMs - 1);
    expect(events).toHaveLength(1);
    await pass(1);
    expect(events.at(-1)).toEqual(ended(reason, 0));
    expect(hardware.microphonesOpen).toBe(0);
  });

  it('is hung up on six seconds after the answer', async () => {
    const { dial, events, pass } = setUp();
    await dial('hangsUp');
    await pass(20_000);
    expect(events.at(-1)).toEqual(ended('hungUpByPerson', 6_000));
  });

  it('says that a voicemail answered, and stays with it until the rep hangs up', async () => {
    const { dial, events, pass } = setUp();
    await dial('voicemail');
    await pass(600_000);
    expect(events.at(-1)).toEqual({ kind: 'connected', answeredBy: 'voicemail' });
  });

  it('dials the extension once somebody has answered', async () => {
    const { dial, pass, hardware } = setUp();
    await dial('answers', '204');
    expect(hardware.digits).toBe('');
    await pass(3_000);
    expect(hardware.digits).toBe('204');
  });

  it('leaves nothing connected when the rep hangs up while the callee is being connected', async () => {
    const { dial, events, pass, phone, hardware, delayCallee } = setUp();
    const goOn = delayCallee();
    await dial('answers');
    await pass(3_000);
    await phone.hangUp(callId);
    goOn();
    await pass(0);
    expect(events.map(({ kind }) => kind)).toEqual(['ringing', 'ended']);
    expect([hardware.microphonesOpen, hardware.calleesOpen, hardware.isHearing]).toEqual([0, 0, false]);
  });

  it('tells in words why no sound connection came about', async () => {
    const { dial, events, pass, failConnection, hardware } = setUp();
    failConnection(new Error('No sound connection inside this browser.'));
    await dial('answers');
    await pass(3_000);
    expect(events.at(-1)).toEqual(ended('failed', 0, 'No sound connection inside this browser.'));
    expect(hardware.microphonesOpen).toBe(0);
  });

  it('ends as lost when the connection breaks', async () => {
    const { dial, events, pass, loseConnection } = setUp();
    await dial('answers');
    await pass(2_200);
    await pass(4_000);
    loseConnection();
    expect(events.at(-1)).toEqual(ended('lost', 4_000));
  });

  it("goes on with the microphone that took an unplugged one's place", async () => {
    const { dial, pass, exchangeMicrophone, hardware, events } = setUp();
    await dial('answers');
    await pass(3_000);
    exchangeMicrophone('headset');
    expect(hardware.tracks.at(-1)).toBe('headset');
    expect(events.at(-1)).toEqual({ kind: 'connected' });
  });
});
