import type { CalleeBehaviour } from './phone';

/** Everything the offscreen document needs of the settings; it has no storage of its own. */
export type LineConfig = PracticeConfig | SipConfig;

export type PracticeConfig = { readonly kind: 'practice'; readonly callee?: CalleeBehaviour };

export type SipConfig = {
  readonly kind: 'sip';
  /** `wss://…` */
  readonly server: string;
  readonly domain: string;
  /** Empty: calls go out without registering. */
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly iceServers: readonly { readonly urls: string; readonly username: string; readonly credential: string }[];
};

/** Whether a line that is set up already serves for this, too; what a single call wishes for makes no difference. */
export function isSameLine(one: LineConfig, other: LineConfig): boolean {
  return one.kind === other.kind && (one.kind === 'practice' || JSON.stringify(one) === JSON.stringify(other));
}
