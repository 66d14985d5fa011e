import type { RTCSession } from 'jssip/lib/RTCSession';

/** What a call of JsSIP ends by though both sides are still there: a request that failed, sound that stopped. */
const TROUBLE: readonly string[] = ['Connection Error', 'Request Timeout', 'RTP Timeout', 'WebRTC Error'];

/** JsSIP hangs up at the first trouble. A call that was answered goes on instead: it is repaired, or given up by us. */
export function outliveTrouble(leg: Pick<RTCSession, 'terminate' | 'isEstablished'>, onTrouble: () => void): void {
  const terminate = leg.terminate.bind(leg);
  leg.terminate = (options) => {
    if (leg.isEstablished() && TROUBLE.includes(options?.cause ?? '')) return onTrouble();
    terminate(options);
  };
}
