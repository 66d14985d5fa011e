import type { CallId } from '@/lib/domain/core/ids';
import type { LiveCall, RecordOrder } from '@/lib/domain/call/line-capabilities';
import type { E164 } from '@/lib/domain/core/ids';
import type { CalleeBehaviour } from '@/lib/domain/call/line-capabilities';

/** The line as services see it. Rejects with a DialerError when the line refused; a lost answer is `answer-lost`. */
export type PhonePort = {
  /** While the call's intent is being looked at and written down. Never rejects. */
  prepare(): Promise<void>;
  dial(request: {
    readonly callId: CallId;
    readonly to: E164;
    readonly extension: string;
    readonly callee?: CalleeBehaviour;
  }): Promise<void>;
  hangUp(callId: CallId): Promise<void>;
  mute(callId: CallId, muted: boolean): Promise<void>;
  record(order: RecordOrder): Promise<void>;
  /** Rejects with `transfer-refused`. */
  transfer(callId: CallId, to: E164): Promise<void>;
  hold(callId: CallId, held: boolean): Promise<void>;
  sendDigits(callId: CallId, digits: string): Promise<void>;
  /** Empty when the line is idle or its document is closed. */
  liveCalls(): Promise<readonly LiveCall[]>;
};
