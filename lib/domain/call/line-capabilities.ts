import type { LineKind } from './call';
import type { CallId, UserGuid } from '@/lib/domain/core/ids';

/** What the chosen line can do; the screen shows no control for what it cannot. */
export type PhoneCapabilities = {
  readonly hold: boolean;
  readonly digits: boolean;
  /** False for the hand-off line: it knows nothing of the call after it has passed it on. */
  readonly progress: boolean;
};

/** Twilio has no hold for a call that a browser makes; of a handed-off call nothing is known. */
export function canHold(line: LineKind): boolean {
  return line === 'practice' || line === 'sip';
}

/** To another number, without asking it first; only a phone system can. */
export function canTransfer(line: LineKind): boolean {
  return line === 'sip';
}

/** A recording on this computer, begun, continued or paused; the file is in its owner's folder. */
export type RecordOrder = {
  readonly callId: CallId;
  readonly recording: 'on' | 'paused';
  readonly owner: UserGuid;
  readonly fileName: string;
};

/** What the practice line's simulated callee does. */
export const CALLEE_BEHAVIOURS = ['answers', 'busy', 'noAnswer', 'hangsUp', 'rejects', 'voicemail'] as const;
export type CalleeBehaviour = (typeof CALLEE_BEHAVIOURS)[number];

/**
 * A call the phone still holds, or whose end it has not brought home to the worker yet, with the last event it has
 * numbered; from `phone.liveCalls`.
 */
export type LiveCall = {
  readonly callId: CallId;
  readonly lastSeq: number;
  /** Packets since the call began; proof that sound flows. */
  readonly packetsSent: number;
  readonly packetsReceived: number;
};
