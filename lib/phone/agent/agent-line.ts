import type { EndReason } from '@/lib/domain/call/call';
import type { CallId } from '@/lib/domain/core/ids';
import { DialerError } from '@/lib/domain/core/errors';
import { NO_SOUND } from '@/lib/domain/call/line-quality';
import { RINGBACK } from '@/lib/phone/audio/call-tones';
import type { Earpiece } from '@/lib/phone/audio/earpiece';
import { createOneCall } from '@/lib/phone/contract/one-call';
import type { DialRequest, Phone, ReportCallEvent } from '@/lib/phone/contract/phone';
import type { RepMicrophone } from '@/lib/phone/audio/open-microphone';
import type { Dialog, LineAgent } from './line-agent';

export type AgentParts = {
  readonly agent: LineAgent;
  readonly earpiece: Earpiece;
  /** Throws DialerError `microphone-…`. `onReplaced` receives the microphone that replaced an unplugged one. */
  readonly openMicrophone: (onReplaced: (track: MediaStreamTrack) => void) => Promise<RepMicrophone>;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
};

/** How often early sound that was promised is listened for. */
const LISTEN_EVERY_MS = 300;

type AgentCall = {
  readonly callId: CallId;
  readonly request: DialRequest;
  microphone?: RepMicrophone;
  dialog?: Dialog;
  ringTimer?: ReturnType<typeof setTimeout>;
  earlySound?: ReturnType<typeof setInterval>;
  digitTimer?: ReturnType<typeof setTimeout>;
  isRinging: boolean;
  connectedAt?: number;
  muted: boolean;
};

/** A line that an agent dials for: a phone system, or a calling service. The media come straight from it. */
export function createAgentLine(report: ReportCallEvent, parts: AgentParts): Phone {
  const { agent, earpiece } = parts;
  const calls = createOneCall<AgentCall>();
  /** A dial that follows its preparation waits for the same answer. */
  let readying: Promise<void> | undefined;
  const ready = (): Promise<void> => {
    readying ??= agent.ready().finally(() => {
      readying = undefined;
    });
    return readying;
  };

  /** The sound stops first, both ways; the phone system is told after. */
  const end = (call: AgentCall, reason: EndReason, failure = ''): void => {
    if (!calls.letGo(call)) return;
    clearTimeout(call.ringTimer);
    clearInterval(call.earlySound);
    clearTimeout(call.digitTimer);
    call.microphone?.close();
    earpiece.silence();
    const connectedMs = call.connectedAt === undefined ? 0 : parts.now() - call.connectedAt;
    report(call.callId, { kind: 'ended', reason, connectedMs, failure });
    call.dialog?.hangUp();
  };

  /** Sound that was promised may not come: our own ringing is heard until it does. */
  const awaitSound = (call: AgentCall): void => {
    let isPlaying = call.isRinging;
    call.earlySound ??= setInterval(() => {
      void call.dialog?.readSound().then(({ received }) => {
        if (!calls.isOn(call) || call.connectedAt !== undefined) return;
        if (received > 0) {
          clearInterval(call.earlySound);
          earpiece.stopTone();
        } else if (!isPlaying) {
          isPlaying = true;
          earpiece.playTone(RINGBACK, call.request.ringSeconds);
        }
      });
    }, LISTEN_EVERY_MS);
  };

  const ringing = (call: AgentCall, earlyMedia: boolean): void => {
    if (!calls.isOn(call) || call.connectedAt !== undefined) return;
    if (earlyMedia) awaitSound(call);
    if (call.isRinging) return;
    call.isRinging = true;
    if (!earlyMedia) earpiece.playTone(RINGBACK, call.request.ringSeconds);
    report(call.callId, { kind: 'ringing', earlyMedia });
  };

  const answered = (call: AgentCall, providerCallId: string): void => {
    if (!calls.isOn(call) || call.connectedAt !== undefined) return;
    clearTimeout(call.ringTimer);
    clearInterval(call.earlySound);
    earpiece.stopTone();
    call.connectedAt = parts.now();
    report(call.callId, { kind: 'connected' });
    if (providerCallId !== '') report(call.callId, { kind: 'recorded', providerCallId });
    const { extension, digitPauseMs } = call.request;
    if (extension !== '') call.digitTimer = setTimeout(() => call.dialog?.sendDigits(extension), digitPauseMs);
  };

  const start = async (call: AgentCall, { to, callerId }: DialRequest): Promise<void> => {
    earpiece.wake();
    const opening = parts.openMicrophone((track) => call.dialog?.replaceMicrophone(track));
    // Whichever fails first is told; a microphone that opens after all must not go on listening.
    const [reached, opened] = await Promise.allSettled([ready(), opening]);
    if (opened.status === 'fulfilled') call.microphone = opened.value;
    if (!calls.isOn(call) || reached.status === 'rejected' || opened.status === 'rejected') {
      call.microphone?.close();
      if (!calls.isOn(call)) return;
      throw opened.status === 'rejected' ? opened.reason : (reached as PromiseRejectedResult).reason;
    }
    call.microphone?.setSilent(call.muted);
    const asked = opened.value.track();
    const dialog = await agent
      .invite(
        { to, callerId, track: asked },
        {
          onRinging: (earlyMedia) => ringing(call, earlyMedia),
          onHeard: (stream) => {
            // A page that may not play sound has no call to speak of; the packets tell.
            if (calls.isOn(call)) earpiece.hear(stream).catch(() => undefined);
          },
          onAnswered: (providerCallId) => answered(call, providerCallId),
          onEnded: (reason, failure) => end(call, reason, failure),
        },
      )
      .catch((error: unknown) => {
        call.microphone?.close();
        throw error;
      });
    // Hung up while the provider was still being asked: nothing rings.
    if (!calls.isOn(call)) return dialog.hangUp();
    call.dialog = dialog;
    if (call.connectedAt === undefined) call.ringTimer = setTimeout(() => end(call, 'noAnswer'), ringMs(call));
    if (opened.value.track() !== asked) dialog.replaceMicrophone(opened.value.track());
    if (call.muted) dialog.setMuted(true);
    await dialog.sent;
  };

  return {
    capabilities: { hold: agent.canHold, digits: true, progress: true },

    prepare: ready,

    dial: (request: DialRequest) => {
      const { callId } = request;
      const call: AgentCall = { callId, request, isRinging: false, muted: false };
      return calls.begin(
        call,
        () => start(call, request),
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

    transfer: async (callId, to) => {
      const call = calls.ofId(callId);
      if (call?.connectedAt === undefined || !(await call.dialog?.transfer(to)))
        throw new DialerError('transfer-refused');
      end(call, 'hungUpByRep');
    },

    sendDigits: (callId, digits) => {
      const call = calls.ofId(callId);
      call?.dialog?.sendDigits(digits);
      if (call) earpiece.playDigits(digits);
      return Promise.resolve();
    },

    connection: (callId) => {
      const call = calls.ofId(callId);
      return call?.connectedAt === undefined ? undefined : call.dialog?.connection();
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

function ringMs({ request }: AgentCall): number {
  return request.ringSeconds * 1_000;
}
