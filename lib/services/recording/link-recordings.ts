import type { ApiFailure } from '@/lib/domain/core/api-result';
import { isUnfinished, withHistory } from '@/lib/domain/call/call-record';
import type { CallId } from '@/lib/domain/core/ids';
import { afterLinkFailure, isLinkDue, placeOf, type LateRecording } from '@/lib/domain/recording/late-recording';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { withRecordingBlock } from '@/lib/domain/outbox/recording-block';
import type { CallRecords } from '@/lib/services/call/calls-port';
import type { LateRecordings } from './late-recordings';
import type { CallsPort, NotesPort } from '@/lib/services/core/salesloft-port';

export type LinkRecordingsDeps = {
  readonly late: LateRecordings;
  readonly records: Pick<CallRecords, 'read' | 'change'>;
  /** The call's log that is not discarded. */
  readonly entryOfCall: (callId: CallId) => Promise<OutboxEntry | undefined>;
  readonly calls: Pick<CallsPort, 'readNotes'>;
  readonly notes: NotesPort;
  /** Which logs' notes may be changed: those of the rep who is signed in; none while nobody is. */
  readonly whoMayGo: () => Promise<((entry: OutboxEntry) => boolean) | undefined>;
  /** Whether anything may leave now: online, and the gate open. */
  readonly isOpen: () => Promise<boolean>;
  readonly closeGate: (retryAfterSeconds: number) => Promise<void>;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
};

/**
 * Brings links that came after their logs into the notes. Each note is read before it is changed, so a change whose
 * answer was lost is not made twice.
 */
export function createLinkRecordings(deps: LinkRecordingsDeps) {
  const { late: waiting, records, now } = deps;

  const tell = (callId: CallId, what: string) => records.change(callId, (record) => withHistory(record, now(), what));

  const fail = async (late: LateRecording, failure: ApiFailure): Promise<void> => {
    if (failure.status === 429) await deps.closeGate(failure.retryAfterSeconds);
    const next = afterLinkFailure(late, failure, now(), deps.random());
    if (!next) await tell(late.callId, `recording link not added: ${failure.words || failure.code}`);
    await waiting.settle(late, next);
  };

  const write = async (late: LateRecording, noteId: string): Promise<void> => {
    const read = await deps.calls.readNotes([noteId]);
    if (!read.ok) return fail(late, read.failure);
    const note = read.value.get(noteId);
    if (note === undefined) {
      await tell(late.callId, 'recording link not added: the note is gone');
      return waiting.settle(late, undefined);
    }
    const linked = withRecordingBlock(note, late.link);
    if (linked !== note) {
      const changed = await deps.notes.change(noteId, linked);
      if (!changed.ok) return fail(late, changed.failure);
    }
    await tell(late.callId, 'recording link added');
    await waiting.settle(late, undefined);
  };

  const bring = async (late: LateRecording): Promise<void> => {
    const [record, entry] = await Promise.all([records.read(late.callId), deps.entryOfCall(late.callId)]);
    const place = placeOf(late, entry, !record || !isUnfinished(record));
    if (place.kind === 'none') {
      if (place.why !== 'already in the note') await tell(late.callId, `recording link not added: ${place.why}`);
      return waiting.settle(late, undefined);
    }
    if (place.kind === 'note' && entry && (await deps.whoMayGo())?.(entry) && (await deps.isOpen()))
      await write(late, place.noteId);
  };

  return {
    /** Every link that is due and whose log is in Salesloft. Resolves when each has been tried once. */
    run: async (): Promise<void> => {
      for (const late of await waiting.list()) if (isLinkDue(late, now())) await bring(late);
    },
    /** When one that can be brought now is due to be tried again; undefined when none is. */
    nextDueAt: async (): Promise<number | undefined> => {
      const list = await waiting.list();
      // Nearly always: nothing more is asked of the disk at the end of each flush.
      if (list.length === 0) return undefined;
      const mayGo = await deps.whoMayGo();
      let next: number | undefined;
      for (const late of list) {
        const entry = await deps.entryOfCall(late.callId);
        if (entry && mayGo?.(entry) && placeOf(late, entry, true).kind === 'note')
          next = Math.min(next ?? Infinity, late.nextTryAt);
      }
      return next;
    },
  };
}
