import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { AnsweredBy, CallProgress, CallSource } from '@/lib/domain/call/call';
import type { CallLater } from '@/lib/domain/dial-session/call-later';
import type { Devices } from '@/lib/domain/call/devices';
import type { SkipReason } from '@/lib/domain/dial-session/dial-session';
import type { PlaceCallOutcome, PlaceCallRequest } from '@/lib/domain/guards/place-call-request';
import type { CallId, E164, EntryId, PersonId } from '@/lib/domain/core/ids';
import type { LeaseReply, LeaseRequest } from '@/lib/domain/lease/lease';
import type { LineConfig } from '@/lib/domain/call/line-config';
import type { OverlayView } from '@/lib/domain/overlay/overlay';
import type { OutboxListInput, OutboxPage } from '@/lib/domain/outbox/outbox-view';
import type { CalleeBehaviour, LiveCall, RecordOrder } from '@/lib/domain/call/line-capabilities';
import type { EntryEdit, EntryField } from '@/lib/domain/outbox/entry-edit';
import type { DayReport } from '@/lib/domain/journal/reconcile';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import type { SaveOutcome } from '@/lib/domain/settings/settings-view';
import type { SubmitOutcome } from '@/lib/domain/wrap-up/check-wrap-up';

/**
 * What may be asked of the worker. Names are `noun.verb`, or `noun.pastTense` for events.
 * A reply that got lost means "unknown": the sender watches the snapshots, it never assumes failure.
 */
export type WorkerProtocol = {
  /** Opens Salesloft's sign-in window; resolves when it is done or failed. The account snapshot tells the same. */
  'signIn.connect': (input: Record<never, never>) => RepSignIn;
  /** `evenWithLogsWaiting` false answers `logs-waiting` instead of signing out over unsent logs. */
  'signIn.disconnect': (input: { readonly evenWithLogsWaiting: boolean }) => 'signed-out' | 'logs-waiting';
  /** Brings the queue up to date; the rows arrive by snapshot. `opened` is free while the snapshot is young. */
  'queue.read': (input: { readonly why: 'opened' | 'asked' }) => null;
  /** The right to dial and log; see lib/domain/lease. */
  'lease.acquire': (input: LeaseRequest) => LeaseReply;
  'lease.release': (input: { readonly surfaceId: string }) => null;
  /** The rep is about to call them: what may stand against it is read meanwhile. A hint; nothing hangs on its answer. */
  'guards.prefetch': (input: { readonly personId: PersonId; readonly source: CallSource }) => null;
  'call.place': (input: PlaceCallRequest) => PlaceCallOutcome;
  'call.hangUp': (input: { readonly callId: CallId }) => null;
  /** Of a call on the computer's softphone, by the rep's word; `call.hangUp` tells its end. */
  'call.answered': (input: { readonly callId: CallId }) => null;
  /** What the rep hears, once somebody or something has answered. */
  'call.tellWhoAnswered': (input: { readonly callId: CallId; readonly answeredBy: AnsweredBy }) => null;
  'call.mute': (input: { readonly callId: CallId; readonly muted: boolean }) => null;
  /** Begins a recording on this computer, or pauses it. Refused with `recording-…`. */
  'call.record': (input: { readonly callId: CallId; readonly recording: 'on' | 'paused' }) => null;
  /** `to` as it was typed. Refused with `number-unreadable`, `blocked-by-guard`, `transfer-refused`. */
  'call.transfer': (input: { readonly callId: CallId; readonly to: string }) => null;
  'call.hold': (input: { readonly callId: CallId; readonly held: boolean }) => null;
  'call.sendDigits': (input: { readonly callId: CallId; readonly digits: string }) => null;
  /** The rep's microphone and loudspeaker, from now on; in mid-call they are exchanged. */
  'devices.choose': (input: Devices) => null;
  'wrapUp.saveDraft': (input: { readonly callId: CallId; readonly draft: WrapUpDraft }) => null;
  'wrapUp.submit': (input: { readonly callId: CallId; readonly draft: WrapUpDraft }) => SubmitOutcome;
  /** Puts an unfinished call of an earlier browser run in the rep's hand, to be wrapped up. */
  'wrapUp.takeUp': (input: { readonly callId: CallId }) => null;
  /** Closes a call without a log; the record keeps that the rep decided so. */
  'wrapUp.waive': (input: { readonly callId: CallId }) => null;
  /** Takes a held log back: the wrap-up opens again. */
  'outbox.undo': (input: { readonly entryId: EntryId }) => 'undone' | 'too-late';
  'outbox.retry': (input: { readonly entryId: EntryId }) => null;
  /** Every log that needs the rep, with all its tries. */
  'outbox.retryAll': (input: Record<never, never>) => null;
  'outbox.edit': (input: { readonly entryId: EntryId; readonly edit: EntryEdit }) => EditReply;
  /** A stretch of the outbox beyond what the snapshot holds, or what fits a filter. */
  'outbox.list': (input: OutboxListInput) => OutboxPage;
  /** The rep's notes in full; rows carry only so much of them. */
  'outbox.readNotes': (input: { readonly entryId: EntryId }) => string;
  /** "Completed elsewhere": send the same call without completing its action or task, as a new entry. */
  'outbox.logWithoutCompleting': (input: { readonly entryId: EntryId }) => null;
  'outbox.discard': (input: { readonly entryId: EntryId; readonly why: string }) => null;
  /** Begins a run through the queue, in this order of work ids; an earlier one is over. */
  'dialSession.start': (input: { readonly plan: readonly string[] }) => null;
  'dialSession.pause': (input: Record<never, never>) => null;
  'dialSession.resume': (input: Record<never, never>) => null;
  'dialSession.end': (input: Record<never, never>) => null;
  /** The summary has been seen. */
  'dialSession.close': (input: Record<never, never>) => null;
  'dialSession.skip': (input: { readonly workId: string; readonly reason: SkipReason }) => null;
  /** A task of Salesloft for another day; the same wish twice is one task. */
  'work.callLater': (input: CallLater) => null;
  /** From a page that is not ours, so what comes with it is read with suspicion: which person a Salesloft tab shows. */
  'overlay.personShown': (input: { readonly personId: string | null }) => OverlayView;
  /** The rep pressed Call on the page: the panel opens with that person chosen. Nobody is dialed by it. */
  'overlay.callRequested': (input: {
    readonly personId: string;
    readonly actionId: string;
    readonly number: string;
  }) => null;
  'overlay.hangUp': (input: { readonly callId: string }) => null;
  'overlay.mute': (input: { readonly callId: string; readonly muted: boolean }) => null;
  /** Salesloft's own dialer stands open in that tab, or does no more. */
  'overlay.dialerSeen': (input: { readonly isOpen: boolean }) => null;
  /** Compares today's calls of this device with Salesloft's. */
  'journal.reconcile': (input: Record<never, never>) => DayReport;
  /** A delivered log that Salesloft does not show, as a new entry that completes nothing. */
  'journal.sendAgain': (input: { readonly entryId: EntryId }) => null;
  /** Reads the team's lists anew: a refused name may be gone. The snapshot brings them; true when Salesloft answered. */
  'teamRules.read': (input: Record<never, never>) => boolean;
  'settings.save': (input: { readonly key: string; readonly value: unknown }) => SaveOutcome;
  'settings.reset': (input: { readonly key: string }) => null;
  /** Everything not in Salesloft yet, for a file that a person can read. */
  'storage.export': (input: Record<never, never>) => object;
  /** The rep has seen that Chrome's storage was emptied. */
  'storage.closeNotice': (input: Record<never, never>) => null;
  'call.progressed': (input: CallProgress) => null;
  /** The line with its credentials: an answer reaches the one that asked and nobody else. */
  'phone.lineNeeded': (input: Record<never, never>) => LineConfig;
};

export type EditReply =
  | { readonly kind: 'saved'; readonly entryId: EntryId }
  | { readonly kind: 'missing'; readonly fields: readonly EntryField[] };

/** What may be asked of the offscreen document. Only the worker asks. */
export type PhoneProtocol = {
  /** A dial is about to follow. Every open page hears it, so the line is asked for by `phone.lineNeeded`. */
  'phone.prepare': (input: Record<never, never>) => null;
  'phone.dial': (input: PhoneDialInput) => null;
  'phone.hangUp': (input: { readonly callId: CallId }) => null;
  'phone.mute': (input: { readonly callId: CallId; readonly muted: boolean }) => null;
  'phone.hold': (input: { readonly callId: CallId; readonly held: boolean }) => null;
  'phone.record': (input: RecordOrder) => null;
  'phone.transfer': (input: { readonly callId: CallId; readonly to: E164 }) => null;
  'phone.sendDigits': (input: { readonly callId: CallId; readonly digits: string }) => null;
  /** Keeps the microphone open between calls, or lets it go when no devices are given. */
  'phone.keepMicrophone': (input: { readonly devices?: Devices }) => null;
  'phone.useDevices': (input: Devices) => null;
  /** Empty when the line is idle; used after the worker's death. */
  'phone.liveCalls': (input: Record<never, never>) => readonly LiveCall[];
};

export type PhoneDialInput = {
  readonly callId: CallId;
  readonly to: E164;
  readonly extension: string;
  readonly digitPauseMs: number;
  readonly ringSeconds: number;
  readonly callerId: string;
  /** Practice line only. */
  readonly callee?: CalleeBehaviour;
  /** Missing: those in use. */
  readonly devices?: Devices;
};

export type WorkerMessage = keyof WorkerProtocol;
export type PhoneMessage = keyof PhoneProtocol;
