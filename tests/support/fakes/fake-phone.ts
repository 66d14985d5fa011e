import { NO_SOUND } from '@/lib/domain/call/line-quality';
import type { EndReason } from '@/lib/domain/call/call';
import { DialerError, type ErrorCode } from '@/lib/domain/core/errors';
import type { CallId } from '@/lib/domain/core/ids';
import type { PhoneCapabilities } from '@/lib/domain/call/line-capabilities';
import type { DialRequest, Phone, ReportCallEvent } from '@/lib/phone/contract/phone';

type FakeCall = { readonly callId: CallId; isConnected: boolean; muted: boolean; held: boolean };

export type FakePhone = Phone & {
  /** Every call it took over or was asked for, in order. */
  readonly dialed: readonly DialRequest[];
  readonly current: () =>
    { readonly isConnected: boolean; readonly muted: boolean; readonly held: boolean } | undefined;
  readonly digits: () => string;
  readonly isDisposed: () => boolean;
  readonly refuseNextDial: (code: ErrorCode) => void;
  readonly delayNextDial: () => () => void;
  readonly answer: () => void;
  readonly end: (reason: EndReason) => void;
};

export type FakePhoneOptions = { readonly now?: () => number; readonly capabilities?: PhoneCapabilities };

const ABLE: PhoneCapabilities = { hold: true, digits: true, progress: true };

/** A phone whose far end the test plays; it keeps lib/phone/phone.ts to the letter. Time is what `now` says. */
export function createFakePhone(
  report: ReportCallEvent,
  { now = () => 0, capabilities = ABLE }: FakePhoneOptions = {},
): FakePhone {
  const dialed: DialRequest[] = [];
  let call: FakeCall | undefined;
  let connectedAt = 0;
  let digits = '';
  let isDisposed = false;
  let refusal: ErrorCode | undefined;
  let delay: Promise<void> = Promise.resolve();

  const ofId = (callId: CallId): FakeCall | undefined => (call?.callId === callId ? call : undefined);
  const end = (reason: EndReason): void => {
    if (!call) return;
    const ended = call;
    call = undefined;
    const connectedMs = ended.isConnected ? now() - connectedAt : 0;
    report(ended.callId, { kind: 'ended', reason, connectedMs, failure: '' });
  };

  return {
    capabilities,
    dialed,
    current: () => call,
    digits: () => digits,
    isDisposed: () => isDisposed,
    refuseNextDial: (code) => {
      refusal = code;
    },
    delayNextDial: () => {
      let goOn = (): void => undefined;
      delay = new Promise((resolve) => {
        goOn = resolve;
      });
      return () => goOn();
    },
    answer: () => {
      if (!call || call.isConnected) return;
      call.isConnected = true;
      connectedAt = now();
      report(call.callId, { kind: 'connected' });
    },
    end,
    dial: async (request) => {
      if (ofId(request.callId)) return;
      if (call) throw new DialerError('call-in-progress');
      const mine: FakeCall = { callId: request.callId, isConnected: false, muted: false, held: false };
      call = mine;
      dialed.push(request);
      await delay;
      if (call !== mine) return;
      if (refusal) {
        const code = refusal;
        refusal = undefined;
        call = undefined;
        throw new DialerError(code);
      }
      report(request.callId, { kind: 'ringing', earlyMedia: false });
    },
    hangUp: async (callId) => {
      if (ofId(callId)) end('hungUpByRep');
    },
    mute: async (callId, muted) => {
      const mine = ofId(callId);
      if (!mine) return;
      mine.muted = muted;
      report(callId, { kind: 'muted', muted });
    },
    hold: async (callId, held) => {
      const mine = ofId(callId);
      if (!mine || !capabilities.hold) return;
      mine.held = held;
      report(callId, { kind: 'held', held });
    },
    sendDigits: async (callId, more) => {
      if (ofId(callId) && capabilities.digits) digits += more;
    },
    transfer: () => Promise.reject(new DialerError('transfer-refused')),
    prepare: () => Promise.resolve(),
    connection: () => undefined,
    readSound: async (callId) => (ofId(callId)?.isConnected ? { ...NO_SOUND, sent: 50, received: 50 } : NO_SOUND),
    dispose: async () => {
      end('unknown');
      isDisposed = true;
    },
  };
}
