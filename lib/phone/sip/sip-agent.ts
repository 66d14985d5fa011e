import type { EndReason } from '@/lib/domain/call';
import type { E164 } from '@/lib/domain/ids';
import type { SoundReading } from '@/lib/domain/line-quality';

export type SipInvite = {
  readonly to: E164;
  /** Asked for as the number to be shown; empty for the account's own. */
  readonly callerId: string;
  readonly track: MediaStreamTrack;
};

export type SipCallEvents = {
  readonly onRinging: (earlyMedia: boolean) => void;
  readonly onHeard: (stream: MediaStream) => void;
  readonly onAnswered: () => void;
  /** Once; `failure` in the phone system's own words, empty for an ordinary end. */
  readonly onEnded: (reason: EndReason, failure: string) => void;
};

/** One call on the wire. */
export type SipDialog = {
  hangUp(): void;
  setMuted(muted: boolean): void;
  /** Resolves to false when the phone system refused it, or the call is over. */
  setHeld(held: boolean): Promise<boolean>;
  sendDigits(digits: string): void;
  replaceMicrophone(track: MediaStreamTrack): void;
  readSound(): Promise<SoundReading>;
};

/** A phone system, as one account of it sees it. */
export type SipAgent = {
  /** Resolves once it is reached, and has taken the account in. Throws DialerError `line-unreachable`, `line-credentials-refused`, `line-refused`. */
  ready(): Promise<void>;
  invite(invite: SipInvite, events: SipCallEvents): SipDialog;
  close(): void;
};
