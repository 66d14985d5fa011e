import type { Call, EndReason } from '@/lib/domain/call/call';
import { unreachable } from '@/lib/domain/core/errors';
import { text, type MessageKey } from '@/lib/text/text';

/** The state of a call in the words every surface uses. */
export function callStateKey(call: Call): MessageKey {
  switch (call.state) {
    case 'placing':
      return 'callDialing';
    case 'ringing':
      return 'callRinging';
    case 'connected':
      if (call.notice === 'repairing') return 'callReconnecting';
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
    case 'blocked':
      return 'callBlocked';
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
  blocked: 'end_blocked',
  failed: 'end_failed',
  lost: 'end_lost',
  unknown: 'end_unknown',
};

/** What the rep can do about a call that came to nothing, by the provider's own number for it; the words are for the admin. */
export function failureWords({ line, failure }: Call): string {
  if (line !== 'twilio') return failure;
  const code = Number.parseInt(failure, 10);
  if (TWILIO_SIGNALS.has(code)) return text('twilioLost', code);
  if (code >= 53_400 && code <= 53_405) return text('twilioMedia', code);
  return TWILIO_SET_UP.has(code) || (code >= 31_100 && code <= 31_107) ? text('twilioSetUp', code) : failure;
}

/** https://www.twilio.com/docs/api/errors: the way to Twilio, and what an admin has set up there. */
const TWILIO_SIGNALS = new Set([31_000, 31_003, 31_005, 31_009, 53_000, 53_001, 31_206]);
const TWILIO_SET_UP = new Set([31_001, 31_002, 31_400]);

/** Seconds connected so far; undefined when the call never was. */
export function connectedSeconds(call: Call, now: number): number | undefined {
  if (call.connectedAt === undefined) return undefined;
  return call.state === 'ended' ? call.durationSeconds : Math.max(0, (now - call.connectedAt) / 1_000);
}
