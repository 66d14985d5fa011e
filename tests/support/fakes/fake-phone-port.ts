import type { CallId } from '@/lib/domain/core/ids';
import type { PhonePort } from '@/lib/services/call/phone-port';

/** A phone that does what it is told and remembers it; `live` is the call it holds. */
export function createFakePhonePort(live?: CallId): PhonePort & { readonly told: string[] } {
  const told: string[] = [];
  const tell = (words: string): Promise<void> => {
    told.push(words);
    return Promise.resolve();
  };
  return {
    told,
    prepare: () => Promise.resolve(),
    dial: ({ callId }) => tell(`dial ${callId}`),
    hangUp: (callId) => tell(`hangUp ${callId}`),
    mute: (_callId, muted) => tell(`mute ${String(muted)}`),
    record: ({ recording, fileName }) => tell(`record ${recording} ${fileName}`),
    transfer: (_callId, to) => tell(`transfer ${to}`),
    hold: (_callId, held) => tell(`hold ${String(held)}`),
    sendDigits: (_callId, digits) => tell(`digits ${digits}`),
    liveCalls: () =>
      Promise.resolve(live === undefined ? [] : [{ callId: live, lastSeq: 2, packetsSent: 10, packetsReceived: 10 }]),
  };
}
