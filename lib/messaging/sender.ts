/** Who sent a message, told by exact id, origin and URL; never by "has a tab": our own page opened as a tab has one too. */
export type Sender = 'worker' | 'surface' | 'phone' | 'overlay' | 'stranger';

/** What Chrome says of a sender; see runtime.MessageSender. */
export type SenderFacts = { readonly id?: string; readonly origin?: string; readonly url?: string };

export type OwnAddresses = {
  readonly id: string;
  readonly origin: string;
  readonly workerUrl: string;
  readonly phoneUrl: string;
};

export const OVERLAY_ORIGIN = 'https://app.salesloft.com';

export function whoSent(sender: SenderFacts, own: OwnAddresses): Sender {
  if (sender.id !== own.id) return 'stranger';
  if (sender.url === own.workerUrl) return 'worker';
  if (sender.origin === OVERLAY_ORIGIN) return 'overlay';
  if (sender.origin !== own.origin) return 'stranger';
  return sender.url === own.phoneUrl ? 'phone' : 'surface';
}
