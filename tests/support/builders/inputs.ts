import { asId, type ActionId, type CallId, type EntryId, type PersonId } from '@/lib/domain/core/ids';
import type { WorkerMessage, WorkerProtocol } from '@/lib/messaging/protocol';

const callId = asId<CallId>('0193a7e0-0000-7000-8000-000000000001');
const entryId = asId<EntryId>('0193a7e0-0000-7000-8000-000000000002');
const personId = asId<PersonId>('17');
const source = { kind: 'action', actionId: asId<ActionId>('4') } as const;
const draft = { disposition: 'Connected', sentiment: 'Good', notes: 'Call again.', crmFields: { Budget__c: '5' } };

/** One good input of every message, with all that may be in it. */
export const SAMPLES: { readonly [Type in WorkerMessage]: Required<Parameters<WorkerProtocol[Type]>[0]> } = {
  'signIn.connect': {},
  'signIn.disconnect': { evenWithLogsWaiting: true },
  'queue.read': { why: 'asked' },
  'lease.acquire': { surfaceId: 'one', insteadOf: 'other' },
  'lease.release': { surfaceId: 'one' },
  'guards.prefetch': { personId, source },
  'call.place': {
    callId,
    personId,
    to: asId('+14045552050'),
    source,
    callee: 'answers',
    overrides: ['called-recently'],
  },
  'call.hangUp': { callId },
  'call.answered': { callId },
  'call.tellWhoAnswered': { callId, answeredBy: 'assistant' },
  'call.mute': { callId, muted: true },
  'call.record': { callId, recording: 'on' },
  'call.transfer': { callId, to: '(404) 555-2051' },
  'call.hold': { callId, held: false },
  'call.sendDigits': { callId, digits: '12#' },
  'devices.choose': { microphoneId: '', speakerId: 'default' },
  'call.progressed': { callId, seq: 2, at: 5, event: { kind: 'ended', reason: 'busy', connectedMs: 0, failure: '' } },
  'phone.lineNeeded': {},
  'wrapUp.saveDraft': { callId, draft },
  'wrapUp.submit': { callId, draft },
  'wrapUp.takeUp': { callId },
  'wrapUp.waive': { callId },
  'outbox.undo': { entryId },
  'outbox.retry': { entryId },
  'outbox.retryAll': {},
  'outbox.edit': { entryId, edit: { ...draft, to: '404 555 2051', duration: '3:07' } },
  'outbox.list': {
    group: 'delivered',
    span: { after: { at: 9, entryId }, until: { at: 1, entryId: asId('') } },
    filter: { words: 'ann', state: 'any' },
  },
  'outbox.readNotes': { entryId },
  'outbox.logWithoutCompleting': { entryId },
  'outbox.discard': { entryId, why: 'a double' },
  'dialSession.start': { plan: ['action:4', 'task:5'] },
  'dialSession.pause': {},
  'dialSession.resume': {},
  'dialSession.end': {},
  'dialSession.close': {},
  'dialSession.skip': { workId: 'action:4', reason: 'not-now' },
  'work.callLater': { personId, personName: 'Ann One', source, dueDate: '2026-12-01', callId },
  'overlay.personShown': { personId: '17' },
  'overlay.callRequested': { personId: '17', actionId: '4', number: '+14045552050' },
  'overlay.hangUp': { callId },
  'overlay.mute': { callId, muted: true },
  'overlay.dialerSeen': { isOpen: true },
  'journal.reconcile': {},
  'journal.sendAgain': { entryId },
  'teamRules.read': {},
  'settings.save': { key: 'logging.outcomes', value: { noAnswer: 'No Answer', more: [1, true, null] } },
  'settings.reset': { key: 'logging.outcomes' },
  'storage.export': {},
  'storage.closeNotice': {},
};
