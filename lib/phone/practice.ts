import { DialerError } from '@/lib/domain/errors';
import type { EndReason } from '@/lib/domain/call';
import type { CallId } from '@/lib/domain/ids';
import { CALLEE_BEHAVIOURS, type CalleeBehaviour } from '@/lib/domain/phone';
import { calleeFor, scriptFor, type CalleeScript } from '@/lib/domain/practice';
import { BUSY, playDigits, playRhythm, RINGBACK } from './call-tones';
import { connectLoopback, type Loopback } from './loopback';
import { openMicrophone } from './microphone';
import type { DialRequest, Phone, ReportCallEvent } from './phone';
import { createSimulatedVoice } from './simulated-voice';

const BUSY_TONE_MS = 2_000;

type PracticeCall = {
  readonly callId: CallId;
  microphone: MediaStream;
  stopTone: () => void;
  timer?: ReturnType<typeof setTimeout>;
  voice?: { stop: () => void };
  loopback?: Loopback;
  /** performance.now() at the answer: wall clocks jump. */
  connectedAt?: number;
  muted: boolean;
  held: boolean;
  digitsUntil: number;
};

/** A simulated callee over a real WebRTC connection: a new rep learns on it, a new installation works with it. */
export function createPracticeLine(report: ReportCallEvent): Phone {
  const context = new AudioContext();
  const player = new Audio();
  let current: PracticeCall | undefined;

  const end = (call: PracticeCall, reason: EndReason): void => {
    if (current !== call) return;
    current = undefined;
    clearTimeout(call.timer);
    call.stopTone();
    call.voice?.stop();
    call.loopback?.close();
    for (const track of call.microphone.getTracks()) track.stop();
    player.srcObject = null;
    const connectedMs = call.connectedAt === undefined ? 0 : performance.now() - call.connectedAt;
    report(call.callId, { kind: 'ended', reason, connectedMs, failure: '' });
  };

  const answer = async (call: PracticeCall, script: CalleeScript): Promise<void> => {
    call.stopTone();
    const voice = createSimulatedVoice(context, script.sound);
    call.voice = voice;
    const [track] = call.microphone.getAudioTracks();
    if (!track) return end(call, 'failed');
    const loopback = await connectLoopback(track, voice.stream);
    // Hung up while the two ends were still finding one another.
    if (current !== call) return loopback.close();
    call.loopback = loopback;
    player.srcObject = loopback.heard;
    await player.play();
    call.connectedAt = performance.now();
    report(call.callId, { kind: 'connected' });
    if (script.hangsUpAfterMs !== undefined) call.timer = setTimeout(() => end(call, 'hungUpByPerson'), script.hangsUpAfterMs);
  };

  const afterRinging = (call: PracticeCall, script: CalleeScript): void => {
    if (script.then === 'answer') {
      answer(call, script).catch(() => end(call, 'failed'));
      return;
    }
    if (script.then !== 'busy') return end(call, script.then);
    call.stopTone();
    call.stopTone = playRhythm(context, BUSY, BUSY_TONE_MS / 1_000);
    call.timer = setTimeout(() => end(call, 'busy'), BUSY_TONE_MS);
  };

  /** An unplugged microphone is replaced by the one Chrome now thinks best; without one the call goes on, unheard. */
  const healMicrophone = (call: PracticeCall): void => {
    call.microphone.getAudioTracks()[0]?.addEventListener('ended', () => {
      if (current !== call) return;
      openMicrophone()
        .then(async (microphone) => {
          const [track] = microphone.getAudioTracks();
          if (!track || current !== call) return;
          call.microphone = microphone;
          applySilence(call);
          await call.loopback?.replaceMicrophone(track);
          healMicrophone(call);
        })
        .catch(() => undefined);
    });
  };

  const applySilence = (call: PracticeCall): void => {
    for (const track of call.microphone.getAudioTracks()) track.enabled = !call.muted && !call.held;
    player.muted = call.held;
  };

  const ofId = (callId: CallId): PracticeCall | undefined => (current?.callId === callId ? current : undefined);

  return {
    capabilities: { hold: true, digits: true, progress: true },

    dial: async ({ callId, to, callee }: DialRequest) => {
      if (current) {
        if (current.callId === callId) return;
        throw new DialerError('call-in-progress');
      }
      const call: PracticeCall = {
        callId,
        microphone: await openMicrophone(),
        stopTone: () => undefined,
        muted: false,
        held: false,
        digitsUntil: 0,
      };
      current = call;
      healMicrophone(call);
      await context.resume();
      const script = scriptFor(calleeFor(to, toBehaviour(callee)));
      call.stopTone = playRhythm(context, RINGBACK, script.ringMs / 1_000);
      // Only once the promise is kept may the line report.
      queueMicrotask(() => report(callId, { kind: 'ringing', earlyMedia: false }));
      call.timer = setTimeout(() => afterRinging(call, script), script.ringMs);
    },

    hangUp: (callId) => {
      const call = ofId(callId);
      if (call) end(call, 'hungUpByRep');
      return Promise.resolve();
    },

    mute: (callId, muted) => {
      const call = ofId(callId);
      if (call) {
        call.muted = muted;
        applySilence(call);
        report(callId, { kind: 'muted', muted });
      }
      return Promise.resolve();
    },

    hold: (callId, held) => {
      const call = ofId(callId);
      if (call) {
        call.held = held;
        applySilence(call);
        report(callId, { kind: 'held', held });
      }
      return Promise.resolve();
    },

    sendDigits: (callId, digits) => {
      const call = ofId(callId);
      if (call) call.digitsUntil = playDigits(context, digits, call.digitsUntil);
      return Promise.resolve();
    },

    countPackets: async (callId) => (await ofId(callId)?.loopback?.packets()) ?? { sent: 0, received: 0 },

    dispose: async () => {
      if (current) end(current, 'unknown');
      await context.close();
    },
  };
}

function toBehaviour(callee: string | undefined): CalleeBehaviour | undefined {
  return CALLEE_BEHAVIOURS.find((known) => known === callee);
}
