import type { LineKind } from '@/lib/domain/call';
import { DialerError } from '@/lib/domain/errors';
import type { CallId } from '@/lib/domain/ids';
import type { LiveCall } from '@/lib/domain/phone';
import type { DialRequest, Phone, ReportCallEvent } from './phone';

export type LineDeps = {
  readonly choosePhone: (kind: LineKind, report: ReportCallEvent) => Promise<Phone>;
  readonly report: ReportCallEvent;
  readonly lastSeq: (callId: CallId) => number;
};

/** The one line of this browser: keeps the adapter in use, and knows which call is on it. */
export function createLine(deps: LineDeps) {
  let phone: { readonly kind: LineKind; readonly adapter: Phone } | undefined;
  let live: CallId | undefined;

  const report: ReportCallEvent = (callId, event) => {
    if (event.kind === 'ended' && live === callId) live = undefined;
    deps.report(callId, event);
  };

  const phoneOf = async (kind: LineKind): Promise<Phone> => {
    if (phone?.kind === kind) return phone.adapter;
    await phone?.adapter.dispose();
    phone = { kind, adapter: await deps.choosePhone(kind, report) };
    return phone.adapter;
  };

  return {
    /** The same callId twice rings once. Throws DialerError. */
    dial: async (kind: LineKind, request: DialRequest): Promise<void> => {
      if (live === request.callId) return;
      if (live !== undefined) throw new DialerError('call-in-progress');
      live = request.callId;
      try {
        await (await phoneOf(kind)).dial(request);
      } catch (error) {
        live = undefined;
        throw error instanceof DialerError ? error : new DialerError('line-failed', String(error));
      }
    },
    hangUp: async (callId: CallId): Promise<void> => phone?.adapter.hangUp(callId),
    mute: async (callId: CallId, muted: boolean): Promise<void> => phone?.adapter.mute(callId, muted),
    hold: async (callId: CallId, held: boolean): Promise<void> => {
      if (phone?.adapter.capabilities.hold) await phone.adapter.hold(callId, held);
    },
    sendDigits: async (callId: CallId, digits: string): Promise<void> => {
      if (phone?.adapter.capabilities.digits) await phone.adapter.sendDigits(callId, digits);
    },
    liveCalls: async (): Promise<readonly LiveCall[]> => {
      if (live === undefined) return [];
      const packets = (await phone?.adapter.countPackets(live)) ?? { sent: 0, received: 0 };
      return [
        { callId: live, lastSeq: deps.lastSeq(live), packetsSent: packets.sent, packetsReceived: packets.received },
      ];
    },
  };
}
