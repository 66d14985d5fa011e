import type { EndReason } from '@/lib/domain/call';
import type { CallId } from '@/lib/domain/ids';
import { NO_SOUND } from '@/lib/domain/line-quality';
import { RINGBACK } from '@/lib/phone/call-tones';
import type { Earpiece } from '@/lib/phone/earpiece';
import { createOneCall } from '@/lib/phone/one-call';
import type { DialRequest, Phone, ReportCallEvent } from '@/lib/phone/phone';
import type { RepMicrophone } from '@/lib/phone/microphone';
import type { SipAgent, SipDialog } from './sip-agent';

export type SipParts = {
  readonly agent: SipAgent;
  readonly earpiece: Earpiece;
  /** Throws DialerError `microphone-…`. `onReplaced` is told of the microphone that took an unplugged one's place. */
  readonly openMicrophone: (onReplaced: (track: MediaStreamTrack) => void) => Promise<RepMicrophone>;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
};

/** Longer than a provider lets a voicemail wait; then it ends by itself. */
const LONGEST_RING_MS = 60_000;

type SipCall = {
  readonly callId: CallId;
  readonly extension: string;
  microphone?: RepMicrophone;
  dialog?: SipDialog;
  ringTimer?: ReturnType<typeof setTimeout>;
  isRinging: boolean;
  connectedAt?: number;
  muted: boolean;
};

/** A phone system reached by SIP over a secure WebSocket. The media come straight from it. */
export function createSipLine(report: ReportCallEvent, parts: SipParts): Phone {
  const { agent, earpiece } = parts;
  const calls = createOneCall<SipCall>();

  /** The sound stops first, both ways; the phone system is told after. */
  const end = (call: SipCall, reason: EndReason, failure = ''): void => {
    if (!calls.letGo(call)) return;
    clearTimeout(call.ringTimer);
    call.microphone?.close();
    earpiece.silence();
    const connectedMs = call.connectedAt === undefined ? 0 : parts.now() - call.connectedAt;
    report(call.callId, { kind: 'ended', reason, connectedMs, failure });
    call.dialog?.hangUp();
  };

  const ringing = (call: SipCall, earlyMedia: boolean): void => {
    if (!calls.isOn(call) || call.connectedAt !== undefined) return;
    if (earlyMedia) earpiece.stopTone();
    if (call.isRinging) return;
    call.isRinging = true;
    if (!earlyMedia) earpiece.playTone(RINGBACK, LONGEST_RING_MS / 1_000);
    report(call.callId, { kind: 'ringing', earlyMedia });
  };

  const answered = (call: SipCall): void => {
    if (!calls.isOn(call) || call.connectedAt !== undefined) return;
    clearTimeout(call.ringTimer);
    earpiece.stopTone();
    call.connectedAt = parts.now();
    report(call.callId, { kind: 'connected' });
    if (call.extension !== '') call.dialog?.sendDigits(call.extension);
  };

  const start = async (call: SipCall, { to, callerId }: DialRequest): Promise<void> => {
    earpiece.wake();
    const opening = parts.openMicrophone((track) => call.dialog?.replaceMicrophone(track));
    // Whichever fails first is told; a microphone that opens after all must not go on listening.
    const [reached, opened] = await Promise.allSettled([agent.ready(), opening]);
    if (opened.status === 'fulfilled') call.microphone = opened.value;
    if (!calls.isOn(call) || reached.status === 'rejected' || opened.status === 'rejected') {
      call.microphone?.close();
      if (!calls.isOn(call)) return;
      throw opened.status === 'rejected' ? opened.reason : (reached as PromiseRejectedResult).reason;
    }
    call.microphone?.setSilent(call.muted);
    call.ringTimer = setTimeout(() => end(call, 'noAnswer'), LONGEST_RING_MS);
    call.dialog = agent.invite({ to, callerId, track: opened.value.track() }, {
      onRinging: (earlyMedia) => ringing(call, earlyMedia),
      onHeard: (stream) => {
        // A page that may not play sound has no call to speak of; the packets tell.
        if (calls.isOn(call)) earpiece.hear(stream).catch(() => undefined);
      },
      onAnswered: () => answered(call),
      onEnded: (reason, failure) => end(call, reason, failure),
    });
    if (call.muted) call.dialog.setMuted(true);
  };

  return {
    capabilities: { hold: true, digits: true, progress: true },

    dial: (request: DialRequest) => {
      const { callId, extension } = request;
      const call: SipCall = { callId, extension, isRinging: false, muted: false };
      return calls.begin(call, () => start(call, request), () => earpiece.silence());
    },

    hangUp: (callId) => {
      const call = calls.ofId(callId);
      if (call) end(call, 'hungUpByRep');
      return Promise.resolve();
    },

    mute: (callId, muted) => {
      const call = calls.ofId(callId);
      if (call) {
        call.muted = muted;
        call.microphone?.setSilent(muted);
        call.dialog?.setMuted(muted);
        report(callId, { kind: 'muted', muted });
      }
      return Promise.resolve();
    },

    hold: async (callId, held) => {
      const call = calls.ofId(callId);
      if (!call?.dialog || !(await call.dialog.setHeld(held)) || !calls.isOn(call)) return;
      earpiece.setHeld(held);
      call.dialog.setMuted(call.muted);
      report(callId, { kind: 'held', held });
    },

    sendDigits: (callId, digits) => {
      const call = calls.ofId(callId);
      call?.dialog?.sendDigits(digits);
      if (call) earpiece.playDigits(digits);
      return Promise.resolve();
    },

    readSound: async (callId) => {
      const call = calls.ofId(callId);
      if (call?.connectedAt === undefined || !call.dialog) return NO_SOUND;
      return { ...(await call.dialog.readSound()), voiceLevel: call.microphone?.level() ?? 0 };
    },

    dispose: async () => {
      const call = calls.current();
      if (call) end(call, 'unknown');
      agent.close();
      await earpiece.close();
    },
  };
}
