import type { EndReason } from '@/lib/domain/call/call';
import type { E164 } from '@/lib/domain/core/ids';
import type { SoundReading } from '@/lib/domain/call/line-quality';

/** What a line asks of its provider. */
export type Invite = {
  readonly to: E164;
  /** Asked for as the number to be shown; empty for the account's own. */
  readonly callerId: string;
  readonly track: MediaStreamTrack;
};

export type DialogEvents = {
  readonly onRinging: (earlyMedia: boolean) => void;
  readonly onHeard: (stream: MediaStream) => void;
  /** By what name the provider knows the call, for its recording; empty for none. */
  readonly onAnswered: (providerCallId: string) => void;
  /** Once; `failure` in the provider's own words, empty for an ordinary end. */
  readonly onEnded: (reason: EndReason, failure: string) => void;
};

/** One call on the wire. Digits come one behind the other, however fast they are asked for. */
export type Dialog = {
  /** Resolves when the call is on its way to the provider, or over. */
  readonly sent: Promise<void>;
  hangUp(): void;
  setMuted(muted: boolean): void;
  /** Resolves to false when the provider refused it or cannot, or the call is over. */
  setHeld(held: boolean): Promise<boolean>;
  /** Resolves to false when the provider refused it or cannot: the call goes on then. */
  transfer(to: E164): Promise<boolean>;
  sendDigits(digits: string): void;
  replaceMicrophone(track: MediaStreamTrack): void;
  connection(): RTCPeerConnection | undefined;
  readSound(): Promise<SoundReading>;
};

/** A phone system or calling service, as one account of it sees it. */
export type LineAgent = {
  readonly canHold: boolean;
  /** Resolves once it is reached, and has taken the account in. Throws DialerError `line-…` and `twilio-…`. */
  ready(): Promise<void>;
  /** Resolves once the provider has taken the call over; its events may come before. Throws as `ready` does. */
  invite(invite: Invite, events: DialogEvents): Promise<Dialog>;
  close(): void;
};
