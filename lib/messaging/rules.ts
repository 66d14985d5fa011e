import type { Address } from './envelope';
import type { PhoneMessage, WorkerMessage } from './protocol';
import type { Sender } from './sender';

/** What holds for one message besides its types. A new message says all of it, or it does not compile. */
export type MessageRule = {
  /** The one kind of sender that gets an answer. */
  readonly from: Exclude<Sender, 'stranger'>;
  /** It rings, logs or decides: only the surface that holds the lease may send it. */
  readonly needsLease: boolean;
  /** Sent twice it changes nothing more: an id is its key, or it names the state to be in. */
  readonly isRepeatable: boolean;
};

const WORKER_RULES: Readonly<Record<WorkerMessage, MessageRule>> = {
  'signIn.connect': { from: 'surface', needsLease: false, isRepeatable: false },
  'signIn.disconnect': { from: 'surface', needsLease: false, isRepeatable: false },
  'queue.read': { from: 'surface', needsLease: false, isRepeatable: true },
  'lease.acquire': { from: 'surface', needsLease: false, isRepeatable: false },
  'lease.release': { from: 'surface', needsLease: false, isRepeatable: false },
  'guards.prefetch': { from: 'surface', needsLease: false, isRepeatable: false },
  'call.place': { from: 'surface', needsLease: true, isRepeatable: true },
  'call.hangUp': { from: 'surface', needsLease: true, isRepeatable: true },
  'call.answered': { from: 'surface', needsLease: true, isRepeatable: true },
  'call.tellWhoAnswered': { from: 'surface', needsLease: true, isRepeatable: true },
  'call.mute': { from: 'surface', needsLease: true, isRepeatable: true },
  'call.record': { from: 'surface', needsLease: true, isRepeatable: true },
  'call.transfer': { from: 'surface', needsLease: true, isRepeatable: false },
  'call.hold': { from: 'surface', needsLease: true, isRepeatable: true },
  'call.sendDigits': { from: 'surface', needsLease: true, isRepeatable: false },
  'devices.choose': { from: 'surface', needsLease: false, isRepeatable: true },
  'wrapUp.saveDraft': { from: 'surface', needsLease: true, isRepeatable: true },
  'wrapUp.submit': { from: 'surface', needsLease: true, isRepeatable: true },
  'wrapUp.takeUp': { from: 'surface', needsLease: true, isRepeatable: true },
  'wrapUp.waive': { from: 'surface', needsLease: true, isRepeatable: true },
  'outbox.undo': { from: 'surface', needsLease: false, isRepeatable: true },
  'outbox.retry': { from: 'surface', needsLease: false, isRepeatable: false },
  'outbox.retryAll': { from: 'surface', needsLease: false, isRepeatable: false },
  'outbox.edit': { from: 'surface', needsLease: false, isRepeatable: false },
  'outbox.list': { from: 'surface', needsLease: false, isRepeatable: true },
  'outbox.readNotes': { from: 'surface', needsLease: false, isRepeatable: true },
  'outbox.logWithoutCompleting': { from: 'surface', needsLease: false, isRepeatable: false },
  'outbox.discard': { from: 'surface', needsLease: false, isRepeatable: false },
  'dialSession.start': { from: 'surface', needsLease: true, isRepeatable: true },
  'dialSession.pause': { from: 'surface', needsLease: true, isRepeatable: true },
  'dialSession.resume': { from: 'surface', needsLease: true, isRepeatable: true },
  'dialSession.end': { from: 'surface', needsLease: true, isRepeatable: true },
  'dialSession.close': { from: 'surface', needsLease: false, isRepeatable: true },
  'dialSession.skip': { from: 'surface', needsLease: true, isRepeatable: true },
  'work.callLater': { from: 'surface', needsLease: false, isRepeatable: true },
  'overlay.personShown': { from: 'overlay', needsLease: false, isRepeatable: false },
  'overlay.callRequested': { from: 'overlay', needsLease: false, isRepeatable: false },
  'overlay.hangUp': { from: 'overlay', needsLease: false, isRepeatable: false },
  'overlay.mute': { from: 'overlay', needsLease: false, isRepeatable: false },
  'overlay.dialerSeen': { from: 'overlay', needsLease: false, isRepeatable: false },
  'journal.reconcile': { from: 'surface', needsLease: false, isRepeatable: false },
  'journal.sendAgain': { from: 'surface', needsLease: false, isRepeatable: false },
  'teamRules.read': { from: 'surface', needsLease: false, isRepeatable: true },
  'settings.save': { from: 'surface', needsLease: false, isRepeatable: false },
  'settings.reset': { from: 'surface', needsLease: false, isRepeatable: false },
  'storage.export': { from: 'surface', needsLease: false, isRepeatable: true },
  'storage.closeNotice': { from: 'surface', needsLease: false, isRepeatable: true },
  'call.progressed': { from: 'phone', needsLease: false, isRepeatable: false },
  'phone.lineNeeded': { from: 'phone', needsLease: false, isRepeatable: true },
};

const PHONE_RULES: Readonly<Record<PhoneMessage, MessageRule>> = {
  'phone.prepare': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.dial': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.hangUp': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.mute': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.hold': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.record': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.transfer': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.sendDigits': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.keepMicrophone': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.useDevices': { from: 'worker', needsLease: false, isRepeatable: false },
  'phone.liveCalls': { from: 'worker', needsLease: false, isRepeatable: false },
};

/** What holds for a message as it came in; undefined for a type that nobody may send. */
export function ruleOf(address: Address, type: string): MessageRule | undefined {
  const rules: Readonly<Record<string, MessageRule>> = address === 'worker' ? WORKER_RULES : PHONE_RULES;
  return Object.hasOwn(rules, type) ? rules[type] : undefined;
}

export function isLeased(type: WorkerMessage): boolean {
  return WORKER_RULES[type].needsLease;
}

export function isRepeatable(type: WorkerMessage): boolean {
  return WORKER_RULES[type].isRepeatable;
}
