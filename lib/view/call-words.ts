import type { Call, EndReason } from '@/lib/domain/call';
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
      return endStateKey(call);
    default:
      return unreachable(call.state);
  }
}

function endStateKey(call: Call): MessageKey {
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

/** Who ended the call, or why it came to nothing. */
export function endKey({ endReason = 'unknown' }: Call): MessageKey {
  return END_KEYS[endReason];
}

const END_KEYS: Readonly<Record<EndReason, MessageKey>> = {
  hungUpByRep: 'end_hungUpByRep',
  hungUpByPerson: 'end_hungUpByPerson',
  noAnswer: 'end_noAnswer',
  busy: 'end_busy',
  rejected: 'end_rejected',
  failed: 'end_failed',
  lost: 'end_lost',
  unknown: 'end_unknown',
};

/** Seconds connected so far; undefined when the call never was. */
export function connectedSeconds(call: Call, now: number): number | undefined {
  if (call.connectedAt === undefined) return undefined;
  return call.state === 'ended' ? call.durationSeconds : Math.max(0, (now - call.connectedAt) / 1_000);
}
