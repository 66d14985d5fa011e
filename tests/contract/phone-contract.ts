import { NO_SOUND } from '@/lib/domain/call/line-quality';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CallEvent } from '@/lib/domain/call/call';
import type { ErrorCode } from '@/lib/domain/core/errors';
import type { CallId } from '@/lib/domain/core/ids';
import type { Phone } from '@/lib/phone/contract/phone';
import { aCallId, aNumber } from '@/tests/support/builders/builders';

export type Reported = { readonly callId: CallId; readonly event: CallEvent };

/** A phone with its far end in the test's hand. */
export type PhoneHarness = {
  readonly phone: Phone;
  readonly reports: readonly Reported[];
  refuseNextDial(code: ErrorCode): void;
  /** Keeps the next dial under way until the returned function is called. */
  delayNextDial(): () => void;
  personAnswers(): Promise<void>;
  personHangsUp(): Promise<void>;
  /** What the two ends hear of each other now; false without a connection. */
  isRepHeard(): boolean;
  isPersonHeard(): boolean;
  /** Digits that went out, in order. */
  digits(): string;
  /** Names of microphones and connections that are still open. */
  leftOpen(): readonly string[];
};

/** What every phone keeps; see the MUSTs of lib/phone/phone.ts. */
export function phoneContract(name: string, makeHarness: () => PhoneHarness): void {
  describe(`${name} keeps the phone's contract`, () => {
    let line: PhoneHarness;
    const callId = aCallId('call-1');
    const other = aCallId('call-2');
    const dial = (id = callId): Promise<void> =>
      line.phone.dial({
        callId: id,
        to: aNumber(),
        extension: '',
        callerId: '',
        ringSeconds: 60,
        digitPauseMs: 0,
        callee: 'hangsUp',
      });
    const kinds = (id = callId) => line.reports.filter((one) => one.callId === id).map(({ event }) => event.kind);
    const ends = (id = callId) =>
      line.reports.filter((one) => one.callId === id && one.event.kind === 'ended').map(({ event }) => event);

    beforeEach(() => {
      line = makeHarness();
    });

    it('rings, connects and ends, each told once and nothing after', async () => {
      await dial();
      await line.personAnswers();
      await line.personHangsUp();
      await line.phone.hangUp(callId);
      expect(kinds()).toEqual(['ringing', 'connected', 'ended']);
      expect(ends()).toMatchObject([{ reason: 'hungUpByPerson' }]);
    });

    it("hangs up: told as the rep's, with the time since the answer, and everything let go at once", async () => {
      await dial();
      await line.personAnswers();
      const hangingUp = line.phone.hangUp(callId);
      expect([line.isRepHeard(), line.isPersonHeard(), line.leftOpen()]).toEqual([false, false, []]);
      await hangingUp;
      const [end] = ends();
      expect(end).toMatchObject({ reason: 'hungUpByRep' });
      expect(end?.kind === 'ended' && end.connectedMs >= 0).toBe(true);
    });

    it('hangs up before the answer: no time counts', async () => {
      await dial();
      await line.phone.hangUp(callId);
      expect(kinds()).toEqual(['ringing', 'ended']);
      expect(ends()).toMatchObject([{ reason: 'hungUpByRep', connectedMs: 0 }]);
      expect(line.leftOpen()).toEqual([]);
    });

    it('hangs up while the dial is still under way: the dial resolves and nothing rings', async () => {
      const goOn = line.delayNextDial();
      const dialing = dial();
      await line.phone.hangUp(callId);
      goOn();
      await dialing;
      expect(kinds()).toEqual(['ended']);
      expect(ends()).toMatchObject([{ reason: 'hungUpByRep', connectedMs: 0 }]);
      expect(line.leftOpen()).toEqual([]);
    });

    it('tells nothing before the dial has returned', () => {
      const dialing = dial();
      expect(line.reports).toEqual([]);
      return dialing;
    });

    it('rings once for the same call', async () => {
      await Promise.all([dial(), dial()]);
      await dial();
      expect(kinds()).toEqual(['ringing']);
    });

    it('refuses a second call and leaves the first alone', async () => {
      await dial();
      await expect(dial(other)).rejects.toMatchObject({ code: 'call-in-progress' });
      await line.personAnswers();
      expect(kinds(other)).toEqual([]);
      expect(line.isRepHeard()).toBe(true);
    });

    it.each([
      'microphone-not-granted',
      'microphone-denied',
      'microphone-missing',
      'microphone-busy',
      'line-failed',
    ] as const)('cannot dial: rejects with %s, tells nothing, and the next call rings', async (code) => {
      line.refuseNextDial(code);
      await expect(dial()).rejects.toMatchObject({ code });
      expect([line.reports, line.leftOpen()]).toEqual([[], []]);
      await dial(other);
      expect(kinds(other)).toEqual(['ringing']);
    });

    it('does nothing for a call it does not have', async () => {
      await dial();
      await line.personAnswers();
      const before = line.reports.length;
      await line.phone.mute(other, true);
      await line.phone.hold(other, true);
      await line.phone.sendDigits(other, '1');
      await line.phone.hangUp(other);
      expect([line.reports.length, line.isRepHeard(), line.isPersonHeard(), line.digits()]).toEqual([
        before,
        true,
        true,
        '',
      ]);
      expect(await line.phone.readSound(other)).toEqual(NO_SOUND);
    });

    it('mutes the rep and nobody else', async () => {
      await dial();
      await line.personAnswers();
      await line.phone.mute(callId, true);
      expect([line.isRepHeard(), line.isPersonHeard()]).toEqual([false, true]);
      await line.phone.mute(callId, false);
      expect(line.isRepHeard()).toBe(true);
      expect(line.reports.slice(-2).map(({ event }) => event)).toEqual([
        { kind: 'muted', muted: true },
        { kind: 'muted', muted: false },
      ]);
    });

    it('keeps a mute that came before the answer', async () => {
      await dial();
      await line.phone.mute(callId, true);
      await line.personAnswers();
      expect([line.isRepHeard(), line.isPersonHeard()]).toEqual([false, true]);
    });

    it('keeps a mute that came while the dial was under way', async () => {
      const goOn = line.delayNextDial();
      const dialing = dial();
      await line.phone.mute(callId, true);
      goOn();
      await dialing;
      await line.personAnswers();
      expect([line.isRepHeard(), line.isPersonHeard()]).toEqual([false, true]);
    });

    it('holds both ways where it can, and stays muted after', async () => {
      await dial();
      await line.personAnswers();
      await line.phone.hold(callId, true);
      if (!line.phone.capabilities.hold) {
        expect(line.isRepHeard()).toBe(true);
        return;
      }
      expect([line.isRepHeard(), line.isPersonHeard()]).toEqual([false, false]);
      await line.phone.mute(callId, true);
      await line.phone.hold(callId, false);
      expect([line.isRepHeard(), line.isPersonHeard()]).toEqual([false, true]);
    });

    it('starts every call with sound, however the last one ended', async () => {
      await dial();
      await line.personAnswers();
      await line.phone.mute(callId, true);
      await line.phone.hold(callId, true);
      await line.phone.hangUp(callId);
      await dial(other);
      await line.personAnswers();
      expect([line.isRepHeard(), line.isPersonHeard()]).toEqual([true, true]);
    });

    it('sends every digit in order, however fast they come', async () => {
      await dial();
      await line.personAnswers();
      await Promise.all([...'12*4#0'].map((digit) => line.phone.sendDigits(callId, digit)));
      expect(line.digits()).toBe(line.phone.capabilities.digits ? '12*4#0' : '');
    });

    it('tells of no sound before the answer', async () => {
      await dial();
      expect(await line.phone.readSound(callId)).toEqual(NO_SOUND);
    });

    it('ends its call when it is put away', async () => {
      await dial();
      await line.personAnswers();
      await line.phone.dispose();
      expect(ends()).toHaveLength(1);
      expect(line.leftOpen()).toEqual([]);
    });
  });
}
