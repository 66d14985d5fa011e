import { checkEdit, readSeconds, type EntryEdit, type EntryField } from '@/lib/domain/outbox/entry-edit';
import { DialerError } from '@/lib/domain/core/errors';
import type { E164, EntryId } from '@/lib/domain/core/ids';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import {
  discard,
  edit,
  isUndone,
  logWithoutCompleting,
  retryNow,
  sendAgain,
  undo,
} from '@/lib/domain/outbox/rep-decision';
import type { CrmValues } from '@/lib/domain/sign-in/crm-field';
import { withCrmDefaults } from '@/lib/domain/wrap-up/crm-values';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { PublishCalls } from '@/lib/services/call/calls-port';
import type { Outbox } from './outbox-port';

export type ResolveEntryDeps = {
  readonly outbox: Outbox;
  /** One transaction: takes the entry back and opens the wrap-up again; false when it was too late. */
  readonly reopen: (entryId: EntryId, now: number, next: (entry: OutboxEntry) => OutboxEntry) => Promise<boolean>;
  /** One transaction: closes one entry and adds the other; false when the first has moved on. */
  readonly replace: (closed: OutboxEntry, added: OutboxEntry) => Promise<boolean>;
  readonly readTeamRules: () => Promise<TeamRules | undefined>;
  readonly readCrmDefaults: () => Promise<CrmValues>;
  /** A number as somebody types it; undefined when it is none. */
  readonly readNumber: (typed: string) => Promise<E164 | undefined>;
  readonly publishCalls: PublishCalls;
  /** The outbox has changed: publish it and see to the delivery. */
  readonly onChanged: () => Promise<void>;
  /** The call is to be made again: its row belongs on the list. */
  readonly onUndone: (entry: OutboxEntry) => Promise<void>;
  readonly newId: () => EntryId;
  readonly now: () => number;
};

/** What the rep decides about an entry. */
export function createResolveEntry(deps: ResolveEntryDeps) {
  const change = async (entryId: EntryId, next: (entry: OutboxEntry) => OutboxEntry): Promise<void> => {
    const changed = await deps.outbox.change(entryId, next);
    if (!changed) throw new DialerError('entry-unknown');
    if (changed.after === changed.before) throw new DialerError('entry-not-editable');
    await deps.onChanged();
  };

  return {
    undo: async (entryId: EntryId): Promise<'undone' | 'too-late'> => {
      await deps.reopen(entryId, deps.now(), (entry) => undo(entry, deps.now()));
      const entry = await deps.outbox.read(entryId);
      // Asked again after a lost answer, it is taken back already.
      const isTakenBack = entry !== undefined && isUndone(entry);
      if (isTakenBack) await deps.onUndone(entry);
      await deps.publishCalls();
      await deps.onChanged();
      return isTakenBack ? 'undone' : 'too-late';
    },

    retry: (entryId: EntryId): Promise<void> => change(entryId, (entry) => retryNow(entry, deps.now())),

    /** Everything that needs the rep, as if each had been pressed by itself. */
    retryAll: async (): Promise<void> => {
      await deps.outbox.changeDead((entry) => retryNow(entry, deps.now()));
      await deps.onChanged();
    },

    edit: async (
      entryId: EntryId,
      written: EntryEdit,
    ): Promise<{ kind: 'saved'; entryId: EntryId } | { kind: 'missing'; fields: readonly EntryField[] }> => {
      const { to: typedNumber, duration: typedSeconds, ...typed } = written;
      const to = typedNumber === undefined ? undefined : await deps.readNumber(typedNumber);
      const duration = typedSeconds === undefined ? undefined : readSeconds(typedSeconds);
      const rules = await deps.readTeamRules();
      const draft = withCrmDefaults(typed, rules, await deps.readCrmDefaults());
      const fields = checkEdit({ ...written, ...draft }, rules, to !== undefined);
      if (fields.length > 0) return { kind: 'missing', fields };
      const changes = {
        ...draft,
        ...(to === undefined ? {} : { to }),
        ...(duration === undefined ? {} : { duration }),
      };
      await change(entryId, (entry) => edit(entry, changes, deps.now()));
      return { kind: 'saved', entryId };
    },

    readNotes: async (entryId: EntryId): Promise<string> => {
      const entry = await deps.outbox.read(entryId);
      if (!entry) throw new DialerError('entry-unknown');
      return entry.log.notes;
    },

    logWithoutCompleting: async (entryId: EntryId): Promise<void> => {
      const entry = await deps.outbox.read(entryId);
      const pair = entry && logWithoutCompleting(entry, deps.newId(), deps.now());
      if (!pair || !(await deps.replace(pair.closed, pair.added))) throw new DialerError('entry-not-editable');
      await deps.onChanged();
    },

    sendAgain: async (entryId: EntryId): Promise<void> => {
      const entry = await deps.outbox.read(entryId);
      const pair = entry && sendAgain(entry, deps.newId(), deps.now());
      if (!pair || !(await deps.replace(pair.closed, pair.added))) throw new DialerError('entry-not-editable');
      await deps.onChanged();
    },

    discard: (entryId: EntryId, why: string): Promise<void> => change(entryId, (entry) => discard(entry, why)),
  };
}
