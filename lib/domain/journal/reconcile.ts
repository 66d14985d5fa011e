import type { LoggedCall } from '@/lib/domain/core/api-result';
import type { JournalCall } from './journal';
import { findReference } from '@/lib/domain/outbox/reference';

/** A day's calls of this device beside Salesloft's. Each call stands in one group only. */
export type DayReport = {
  readonly both: readonly JournalCall[];
  readonly onlyHere: readonly JournalCall[];
  readonly onlyThere: readonly LoggedCall[];
  /** One call here, more than one there. Salesloft has no way to delete a call, so a person must see to it. */
  readonly twice: readonly { readonly call: JournalCall; readonly logged: readonly LoggedCall[] }[];
};

/** Clocks differ: a call may seem to be logged so long before it was made. */
const CLOCK_MARGIN_MS = 2 * 60_000;

type Pairs = Map<JournalCall, LoggedCall[]>;

/**
 * Compares by what is surest first: the receipt, the action or task, the reference in the note, and at last the fields.
 * Each of Salesloft's calls is used once. `notes` by note id, as far as they were read.
 */
export function reconcile(
  journal: readonly JournalCall[],
  logged: readonly LoggedCall[],
  notes: ReadonlyMap<string, string>,
): DayReport {
  const calls = journal.filter(({ state }) => state !== 'live').toSorted((one, other) => one.calledAt - other.calledAt);
  const free = new Set(logged.toSorted((one, other) => one.createdAt - other.createdAt));
  const pairs: Pairs = new Map();
  const pair = (isIt: (call: JournalCall, there: LoggedCall) => boolean): void => {
    for (const call of calls) {
      const found = pairs.has(call) ? undefined : [...free].find((there) => isIt(call, there));
      if (!found) continue;
      pairs.set(call, [found]);
      free.delete(found);
    }
  };
  const refOf = (there: LoggedCall): string => findReference(notes.get(there.noteId) ?? '') ?? '';
  const isAlike = (call: JournalCall, there: LoggedCall): boolean =>
    looksAlike(call, there) && (refOf(there) === '' || refOf(there) === call.ref);

  pair((call, there) => call.loggedCallId !== '' && call.loggedCallId === there.loggedCallId);
  pair(completesTheSame);
  pair((call, there) => call.ref !== '' && call.ref === refOf(there));
  pair(isAlike);
  for (const there of free) {
    const again = calls.find(
      (call) => pairs.has(call) && ((call.ref !== '' && call.ref === refOf(there)) || isAlike(call, there)),
    );
    if (!again) continue;
    pairs.get(again)?.push(there);
    free.delete(there);
  }
  return {
    both: calls.filter((call) => pairs.get(call)?.length === 1),
    onlyHere: calls.filter((call) => !pairs.has(call)),
    onlyThere: [...free],
    twice: calls.flatMap((call) =>
      (pairs.get(call)?.length ?? 0) > 1 ? [{ call, logged: pairs.get(call) ?? [] }] : [],
    ),
  };
}

/** Which of Salesloft's calls need their note read: those that neither a receipt nor an action or task accounts for. */
export function needsNote(journal: readonly JournalCall[], there: LoggedCall): boolean {
  if (there.noteId === '') return false;
  return !journal.some((call) => call.loggedCallId === there.loggedCallId || completesTheSame(call, there));
}

function completesTheSame({ completes }: JournalCall, there: LoggedCall): boolean {
  if (completes.kind === 'action') return there.actionId === completes.actionId;
  return completes.kind === 'task' && there.taskId === completes.taskId;
}

function looksAlike(call: JournalCall, there: LoggedCall): boolean {
  return (
    call.personId === there.personId &&
    digits(call.to) === digits(there.to) &&
    call.durationSeconds === there.duration &&
    call.disposition === there.disposition &&
    call.sentiment === there.sentiment &&
    there.createdAt >= call.calledAt - CLOCK_MARGIN_MS
  );
}

function digits(number: string): string {
  return number.replace(/\D/g, '');
}
