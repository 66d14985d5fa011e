import type { Address } from './envelope';
import type { PhoneMessage, WorkerMessage } from './protocol';

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

const SURFACE: readonly Sender[] = ['surface'];
const OVERLAY: readonly Sender[] = ['overlay'];
const PHONE: readonly Sender[] = ['phone'];
const WORKER: readonly Sender[] = ['worker'];

const WORKER_TRUST: Record<WorkerMessage, readonly Sender[]> = {
  'signIn.connect': SURFACE,
  'signIn.disconnect': SURFACE,
  'queue.read': SURFACE,
  'lease.acquire': SURFACE,
  'lease.release': SURFACE,
  'guards.prefetch': SURFACE,
  'call.place': SURFACE,
  'call.hangUp': SURFACE,
  'call.answered': SURFACE,
  'call.mute': SURFACE,
  'call.record': SURFACE,
  'call.transfer': SURFACE,
  'call.hold': SURFACE,
  'call.sendDigits': SURFACE,
  'devices.choose': SURFACE,
  'wrapUp.saveDraft': SURFACE,
  'wrapUp.submit': SURFACE,
  'wrapUp.takeUp': SURFACE,
  'wrapUp.waive': SURFACE,
  'outbox.undo': SURFACE,
  'outbox.retry': SURFACE,
  'outbox.retryAll': SURFACE,
  'outbox.edit': SURFACE,
  'outbox.list': SURFACE,
  'outbox.readNotes': SURFACE,
  'outbox.logWithoutCompleting': SURFACE,
  'outbox.discard': SURFACE,
  'dialSession.start': SURFACE,
  'dialSession.pause': SURFACE,
  'dialSession.resume': SURFACE,
  'dialSession.end': SURFACE,
  'dialSession.close': SURFACE,
  'dialSession.skip': SURFACE,
  'work.callLater': SURFACE,
  'overlay.personShown': OVERLAY,
  'overlay.callRequested': OVERLAY,
  'overlay.hangUp': OVERLAY,
  'overlay.mute': OVERLAY,
  'overlay.dialerSeen': OVERLAY,
  'journal.reconcile': SURFACE,
  'journal.sendAgain': SURFACE,
  'teamRules.read': SURFACE,
  'settings.save': SURFACE,
  'settings.reset': SURFACE,
  'storage.export': SURFACE,
  'storage.closeNotice': SURFACE,
  'call.progressed': PHONE,
};

const PHONE_TRUST: Record<PhoneMessage, readonly Sender[]> = {
  'phone.prepare': WORKER,
  'phone.dial': WORKER,
  'phone.hangUp': WORKER,
  'phone.mute': WORKER,
  'phone.hold': WORKER,
  'phone.record': WORKER,
  'phone.transfer': WORKER,
  'phone.sendDigits': WORKER,
  'phone.keepMicrophone': WORKER,
  'phone.useDevices': WORKER,
  'phone.liveCalls': WORKER,
};

export function whoSent(sender: SenderFacts, own: OwnAddresses): Sender {
  if (sender.id !== own.id) return 'stranger';
  if (sender.url === own.workerUrl) return 'worker';
  if (sender.origin === OVERLAY_ORIGIN) return 'overlay';
  if (sender.origin !== own.origin) return 'stranger';
  return sender.url === own.phoneUrl ? 'phone' : 'surface';
}

export function mayAsk(address: Address, type: string, sender: Sender): boolean {
  const table: Readonly<Record<string, readonly Sender[]>> = address === 'worker' ? WORKER_TRUST : PHONE_TRUST;
  return Object.hasOwn(table, type) && (table[type]?.includes(sender) ?? false);
}
