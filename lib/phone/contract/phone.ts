import type { CallEvent } from '@/lib/domain/call/call';
import type { CallId, E164 } from '@/lib/domain/core/ids';
import type { SoundReading } from '@/lib/domain/call/line-quality';
import type { PhoneCapabilities } from '@/lib/domain/call/line-capabilities';

/**
 * A line that can dial. One call at a time.
 *
 * An adapter MUST report, for every `dial` it accepted, `ended` exactly once and nothing after it.
 * It MUST report `ringing` at most once before `connected`, and `connected` at most once.
 * It MUST NOT report before `dial` has returned its promise, and MUST ONLY report for calls it was asked to dial.
 * It MUST answer every command for a call that has ended, or that it never knew, by doing nothing.
 * It MUST release the microphone and every audio resource when the call ends.
 */
export interface Phone {
  readonly capabilities: PhoneCapabilities;
  /** Makes ready what the next dial would wait for. MUST NOT ring nor open the microphone; what is wrong, the dial tells. */
  prepare(): Promise<void>;
  /**
   * Starts a call. Resolves once the line has taken it over.
   * MUST reject with a DialerError (`microphone-*`, `line-failed`, `line-not-configured`, `call-in-progress`) and
   * report nothing when it could not; the same callId twice MUST NOT ring twice.
   */
  dial(request: DialRequest): Promise<void>;
  /**
   * Ends the call; `ended` follows with `hungUpByRep`. MUST silence both directions at once.
   * While `dial` is still under way it MUST end the call all the same: `dial` then resolves, and nothing rings.
   */
  hangUp(callId: CallId): Promise<void>;
  /** MUST stop the rep's voice at the far end while muted; reports `muted`. */
  mute(callId: CallId, muted: boolean): Promise<void>;
  /** MUST do nothing when `capabilities.hold` is false; reports `held`. */
  hold(callId: CallId, held: boolean): Promise<void>;
  /** Passes the person on to a number and ends the call. Rejects with `transfer-refused`, and the call goes on. */
  transfer(callId: CallId, to: E164): Promise<void>;
  /** Digits `0-9 * #`; MUST send them all, in order, however fast they come. */
  sendDigits(callId: CallId, digits: string): Promise<void>;
  /** The call's own, for its recording; undefined before the answer and for calls it does not hold. */
  connection(callId: CallId): RTCPeerConnection | undefined;
  /** How the sound is; NO_SOUND before the answer and for calls it does not hold. */
  readSound(callId: CallId): Promise<SoundReading>;
  /** Ends any call and frees the line. */
  dispose(): Promise<void>;
}

export type DialRequest = {
  readonly callId: CallId;
  readonly to: E164;
  /** Sent after the answer, by adapters that can; digits, empty for none. */
  readonly extension: string;
  /** From the answer to the first digit of the extension: phone menus miss what comes at once. */
  readonly digitPauseMs: number;
  /** A ring ends as `noAnswer` by then. */
  readonly ringSeconds: number;
  /** Shown to the callee where the provider allows; empty for the provider's own. */
  readonly callerId: string;
  /** Practice line only: what the simulated callee does; otherwise by the number's last digit. */
  readonly callee?: string;
};

/** How an adapter tells what happened. */
export type ReportCallEvent = (callId: CallId, event: CallEvent) => void;
