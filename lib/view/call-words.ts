import type { Call } from '@/lib/domain/call';
import { unreachable } from '@/lib/domain/errors';
import type { MessageKey } from '@/lib/text/text';

/** The state of a call in the words every surface uses. */
export function callStateKey(call: Call): MessageKey {
  switch (call.state) {
    case 'placing':
      return 'callDialing';
    case 'ringing':
      return 'callRinging';
    case 'connected':
      return call.held ? 'callOnHold' : 'callConnected';
    case 'ended':
      return endKey(call);
    default:
      return unreachable(call.state);
  }
}

function endKey(call: Call): MessageKey {
  switch (call.endReason) {
    case 'busy':
      return 'callBusy';
    case 'noAnswer':
      return 'callNoAnswer';
    case 'failed':
    case 'lost':
      return 'callFailed';
    default:
      return 'callEnded';
  }
}

/** Seconds connected so far; undefined when the call never was. */
export function connectedSeconds(call: Call, now: number): number | undefined {
  if (call.connectedAt === undefined) return undefined;
  return call.state === 'ended' ? call.durationSeconds : Math.max(0, (now - call.connectedAt) / 1_000);
}
