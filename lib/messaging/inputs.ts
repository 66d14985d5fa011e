import type { AnsweredBy, CallEvent, CallSource, EndReason } from '@/lib/domain/call/call';
import { CALLEE_BEHAVIOURS } from '@/lib/domain/call/line-capabilities';
import type { LineNotice, LineQuality } from '@/lib/domain/call/line-quality';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import type { E164 } from '@/lib/domain/core/ids';
import { SKIP_REASONS } from '@/lib/domain/dial-session/dial-session';
import type { GuardReason } from '@/lib/domain/guards/dial-rules';
import type { EntryEdit } from '@/lib/domain/outbox/entry-edit';
import type { OutboxGroup, OutboxPlace, OutboxSpan } from '@/lib/domain/outbox/outbox-place';
import { ROW_STATES, type OutboxFilter } from '@/lib/domain/outbox/outbox-row';
import type { WorkerMessage, WorkerProtocol } from './protocol';
import {
  byKind,
  flag,
  id,
  json,
  keyOf,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  refuse,
  text,
  texts,
  words,
  type Fields,
  type Reader,
} from './readers';

const line = text(1_000);
const ofCall = { callId: id };

/** More than any list holds: the largest that Salesloft was seen to give has 9,000 rows. */
const MOST_WORK = 20_000;

const e164: Reader<E164> = (given) =>
  typeof given === 'string' && /^\+\d{1,15}$/.test(given) ? (given as E164) : refuse();

const source = byKind<CallSource>({ action: { actionId: id }, task: { taskId: id }, none: {} });

const reason = keyOf<GuardReason>({
  'do-not-contact': true,
  'do-not-contact-unknown': true,
  'contact-restricted': true,
  'contact-restricted-unknown': true,
  'number-says-no': true,
  'outside-calling-hours': true,
  'time-zone-unknown': true,
  'blocked-date': true,
  'blocked-region': true,
  'called-recently': true,
  'called-by-team-today': true,
  'done-elsewhere': true,
  'number-keeps-failing': true,
  'too-many-this-minute': true,
  'too-many-today': true,
});

const draft: Fields<WrapUpDraft> = {
  disposition: line,
  sentiment: line,
  notes: text(100_000),
  crmFields: optional(texts(500, 10_000)),
};
const drafted = { ...ofCall, draft: object<WrapUpDraft>(draft) };

const place = object<OutboxPlace>({ at: number(0), entryId: text(100) as Reader<OutboxPlace['entryId']> });

const answeredBy = keyOf<AnsweredBy>({ person: true, voicemail: true, assistant: true });

const event = byKind<CallEvent>({
  ringing: { earlyMedia: flag },
  connected: { answeredBy: optional(answeredBy) },
  muted: { muted: flag },
  held: { held: flag },
  recording: { recording: oneOf(['on', 'paused']) },
  quality: {
    notice: keyOf<LineNotice>({
      repairing: true,
      nothingHeard: true,
      microphoneSilent: true,
      mutedAndTalking: true,
      poor: true,
      fair: true,
      good: true,
    }),
    quality: object<LineQuality>({
      score: number(0),
      lowestScore: number(0),
      lossPercent: number(0),
      jitterMs: number(0),
      roundTripMs: number(0),
    }),
  },
  stillLive: {},
  recorded: { providerCallId: text(200) },
  ended: {
    reason: keyOf<EndReason>({
      hungUpByRep: true,
      hungUpByPerson: true,
      noAnswer: true,
      busy: true,
      rejected: true,
      blocked: true,
      failed: true,
      lost: true,
      unknown: true,
    }),
    connectedMs: number(0),
    failure: words(1_000),
  },
});

const INPUTS: { readonly [Type in WorkerMessage]: Fields<Parameters<WorkerProtocol[Type]>[0]> } = {
  'signIn.connect': {},
  'signIn.disconnect': { evenWithLogsWaiting: flag },
  'queue.read': { why: oneOf(['opened', 'asked']) },
  'lease.acquire': { surfaceId: id, insteadOf: optional(text(100)) },
  'lease.release': { surfaceId: id },
  'guards.prefetch': { personId: id, source },
  'call.place': {
    ...ofCall,
    personId: id,
    to: e164,
    source,
    callee: optional(oneOf(CALLEE_BEHAVIOURS)),
    overrides: list(reason, 100),
  },
  'call.hangUp': ofCall,
  'call.answered': ofCall,
  'call.tellWhoAnswered': { ...ofCall, answeredBy },
  'call.mute': { ...ofCall, muted: flag },
  'call.record': { ...ofCall, recording: oneOf(['on', 'paused']) },
  'call.transfer': { ...ofCall, to: line },
  'call.hold': { ...ofCall, held: flag },
  'call.sendDigits': { ...ofCall, digits: text(100) },
  'devices.choose': { microphoneId: text(256), speakerId: text(256) },
  'call.progressed': { ...ofCall, seq: number(1), at: number(0), event },
  'phone.lineNeeded': {},
  'wrapUp.saveDraft': drafted,
  'wrapUp.submit': drafted,
  'wrapUp.takeUp': ofCall,
  'wrapUp.waive': ofCall,
  'outbox.undo': { entryId: id },
  'outbox.retry': { entryId: id },
  'outbox.retryAll': {},
  'outbox.edit': { entryId: id, edit: object<EntryEdit>({ ...draft, to: optional(line), duration: optional(line) }) },
  'outbox.list': {
    group: keyOf<OutboxGroup>({ needsAttention: true, waiting: true, delivered: true }),
    span: object<OutboxSpan>({ after: optional(place), until: optional(place) }),
    filter: object<OutboxFilter>({ words: line, state: oneOf([...ROW_STATES, 'any']) }),
  },
  'outbox.readNotes': { entryId: id },
  'outbox.logWithoutCompleting': { entryId: id },
  'outbox.discard': { entryId: id, why: text(10_000) },
  'dialSession.start': { plan: list(id, MOST_WORK) },
  'dialSession.pause': {},
  'dialSession.resume': {},
  'dialSession.end': {},
  'dialSession.close': {},
  'dialSession.skip': { workId: id, reason: oneOf(SKIP_REASONS) },
  'work.callLater': {
    personId: id,
    personName: line,
    source,
    dueDate: text(10),
    callId: optional(id),
  },
  'overlay.personShown': { personId: nullable(line) },
  'overlay.callRequested': { personId: line, actionId: line, number: line },
  'overlay.hangUp': { callId: line },
  'overlay.mute': { callId: line, muted: flag },
  'overlay.dialerSeen': { isOpen: flag },
  'journal.reconcile': {},
  'journal.sendAgain': { entryId: id },
  'teamRules.read': {},
  'settings.save': { key: id, value: json(1_000_000) },
  'settings.reset': { key: id },
  'storage.export': {},
  'storage.closeNotice': {},
};

/** What came with a message, read as what its type says. Throws DialerError `input-unreadable`. */
export function readInput(type: string, given: unknown): unknown {
  return Object.hasOwn(INPUTS, type) ? object<object>(INPUTS[type as WorkerMessage])(given) : refuse();
}
