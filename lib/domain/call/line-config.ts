import type { E164 } from '@/lib/domain/core/ids';
import { isSame } from '@/lib/domain/core/is-same';
import { DialerError } from '@/lib/domain/core/errors';
import { CATALOGUE } from '@/lib/domain/settings/catalogue';
import { parseValue } from '@/lib/domain/settings/parse';
import type { Settings } from '@/lib/domain/settings/values';

/** Everything the offscreen document needs of the settings; it has no storage of its own. */
export type LineConfig = PracticeConfig | SipConfig | TwilioConfig | HandoffConfig;

export type PracticeConfig = { readonly kind: 'practice' };

/** `server` is `wss://…`; without `username` calls go out without registering. */
export type SipConfig = { readonly kind: 'sip' } & Settings['telephony.sip'];

export type TwilioConfig = { readonly kind: 'twilio' } & Settings['telephony.twilio'];

/** The computer's own softphone dials, by a link that the panel opens; nothing of the call comes back. */
export type HandoffConfig = { readonly kind: 'handoff'; readonly scheme: 'tel' | 'callto' | 'sip' };

/** What opens the softphone. Of the three schemes only `tel` has an extension (RFC 3966). */
export function handOffLink({ scheme }: HandoffConfig, to: E164, extension: string): string {
  return scheme === 'tel' && extension !== '' ? `tel:${to};ext=${extension}` : `${scheme}:${to}`;
}

/** Looked at once more where it is used: parts of it become headers and hosts. Throws `line-not-configured` with the key. */
export function checkLine({ kind, ...line }: LineConfig): void {
  if (kind !== 'sip' && kind !== 'twilio') return;
  const key = `telephony.${kind}` as const;
  if (!parseValue(CATALOGUE[key].spec, line).ok) throw new DialerError('line-not-configured', key);
}

/** Whether a line that is set up already serves for this, too. */
export function isSameLine(one: LineConfig, other: LineConfig): boolean {
  return isSame(one, other);
}
