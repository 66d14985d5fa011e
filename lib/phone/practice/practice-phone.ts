import type { EndReason } from '@/lib/domain/call/call';
import type { CallId } from '@/lib/domain/core/ids';
import { DialerError } from '@/lib/domain/core/errors';
import { NO_SOUND } from '@/lib/domain/call/line-quality';
import { CALLEE_BEHAVIOURS, type CalleeBehaviour } from '@/lib/domain/call/line-capabilities';
import { calleeFor, scriptFor, type CalleeScript } from '@/lib/domain/call/practice-callee';
import { BUSY, RINGBACK } from '@/lib/phone/audio/call-tones';
import { createOneCall } from '@/lib/phone/contract/one-call';
import type { DialRequest, Phone, ReportCallEvent } from '@/lib/phone/contract/phone';
import type { RepMicrophone } from '@/lib/phone/audio/open-microphone';
import type { Callee, PracticeParts } from './practice-parts';

const BUSY_TONE_MS = 2_000;

type PracticeCall = {
  readonly callId: CallId;
  readonly script: CalleeScript;
  readonly request: DialRequest;
  microphone?: RepMicrophone;
  callee?: Callee;
  timer?: ReturnType<typeof setTimeout>;
  digitTimer?: ReturnType<typeof setTimeout>;
  /** By the parts' own monotonic clock: wall clocks jump. */
  connectedAt?: number;
  muted: boolean;
  held: boolean;
};

/** A simulated callee over a real WebRTC connection: a new rep learns on it, a new installation works with it. */
export function createPracticeLine(report: ReportCallEvent, parts: PracticeParts): Phone {
  const { earpiece } = parts;
  const calls = createOneCall<PracticeCall>();

  /** The sound stops first, both ways; closing a connection takes longer than a rep should hear. */
  const end = (call: PracticeCall, reason: EndReason, failure = ''): void => {
    if (!calls.letGo(call)) return;
    clearTimeout(call.timer);
    clearTimeout(call.digitTimer);
    call.microphone?.close();
    earpiece.silence();
    const connectedMs = call.connectedAt === undefined ? 0 : parts.now() - call.connectedAt;
    report(call.callId, { kind: 'ended', reason, connectedMs, failure });
    call.callee?.close();
  };

  const answer = async (call: PracticeCall, microphone: RepMicrophone): Promise<void> => {
    earpiece.stopTone();
    const callee = await parts.connectCallee({
      track: microphone.track(),
      sound: call.script.sound,
      onLost: () => end(call, 'lost'),
    });
    // Hung up while the two ends were still finding one another.
    if (!calls.isOn(call)) return callee.close();
    call.callee = callee;
    // The microphone may have been exchanged meanwhile.
    callee.replaceMicrophone(microphone.track());
    await earpiece.hear(callee.heard);
    if (!calls.isOn(call)) return;
    call.connectedAt = parts.now();
    const isVoicemail = call.script.sound === 'voicemail';
    report(call.callId, { kind: 'connected', ...(isVoicemail ? { answeredBy: 'voicemail' } : {}) });
    const { extension, digitPauseMs } = call.request;
    if (extension !== '') call.digitTimer = setTimeout(() => earpiece.playDigits(extension), digitPauseMs);
    const { hangsUpAfterMs } = call.script;
    if (hangsUpAfterMs !== undefined) call.timer = setTimeout(() => end(call, 'hungUpByPerson'), hangsUpAfterMs);
  };

  const afterRinging = (call: PracticeCall, microphone: RepMicrophone): void => {
    const { then } = call.script;
    if (then === 'answer') {
      answer(call, microphone).catch((error: unknown) => end(call, 'failed', wordsOf(error)));
      return;
    }
    if (then !== 'busy') return end(call, then);
    earpiece.playTone(BUSY, BUSY_TONE_MS / 1_000);
    call.timer = setTimeout(() => end(call, 'busy'), BUSY_TONE_MS);
  };

  const ring = async (call: PracticeCall): Promise<void> => {
    earpiece.wake();
    const microphone = await parts.openMicrophone((track) => call.callee?.replaceMicrophone(track));
    // Hung up while Chrome was still opening it.
    if (!calls.isOn(call)) return microphone.close();
    call.microphone = microphone;
    applySilence(call);
    earpiece.playTone(RINGBACK, call.script.ringMs / 1_000);
    report(call.callId, { kind: 'ringing', earlyMedia: false });
    call.timer = setTimeout(() => afterRinging(call, microphone), call.script.ringMs);
  };

  const applySilence = (call: PracticeCall): void => {
    call.microphone?.setSilent(call.muted || call.held);
    earpiece.setHeld(call.held);
  };

  return {
    capabilities: { hold: true, digits: true, progress: true },

    prepare: () => Promise.resolve(),

    dial: (request: DialRequest) => {
      const { callId, to, callee, ringSeconds } = request;
      const script = withinRing(scriptFor(calleeFor(to, toBehaviour(callee))), ringSeconds * 1_000);
      const call: PracticeCall = { callId, script, request, muted: false, held: false };
      return calls.begin(
        call,
        () => ring(call),
        () => earpiece.silence(),
      );
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
        applySilence(call);
        report(callId, { kind: 'muted', muted });
      }
      return Promise.resolve();
    },

    hold: (callId, held) => {
      const call = calls.ofId(callId);
      if (call) {
        call.held = held;
        applySilence(call);
        report(callId, { kind: 'held', held });
      }
      return Promise.resolve();
    },

    transfer: () => Promise.reject(new DialerError('transfer-refused')),

    sendDigits: (callId, digits) => {
      if (calls.ofId(callId)) earpiece.playDigits(digits);
      return Promise.resolve();
    },

    connection: (callId) => calls.ofId(callId)?.callee?.connection,

    readSound: async (callId) => {
      const call = calls.ofId(callId);
      if (!call?.callee) return NO_SOUND;
      return { ...(await call.callee.readSound()), voiceLevel: call.microphone?.level() ?? 0 };
    },

    dispose: async () => {
      const call = calls.current();
      if (call) end(call, 'unknown');
      await earpiece.close();
    },
  };
}

/** Who would answer later is not waited for. */
function withinRing(script: CalleeScript, longestMs: number): CalleeScript {
  return script.ringMs > longestMs ? { ...script, ringMs: longestMs, then: 'noAnswer' } : script;
}

function toBehaviour(callee: string | undefined): CalleeBehaviour | undefined {
  return CALLEE_BEHAVIOURS.find((known) => known === callee);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
