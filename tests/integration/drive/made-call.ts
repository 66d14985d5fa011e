import type { CallId, EntryId, PersonId } from '@/lib/domain/core/ids';

/** A call that the rep made and logged: what must stand in Salesloft once. */
export type MadeCall = {
  /** In its note, and nowhere else. */
  readonly mark: string;
  readonly number: number;
  readonly callId: CallId;
  readonly personId: PersonId;
  readonly to: string;
  readonly durationSeconds: number;
  /** `action:<id>`, `task:<id>`, or empty. */
  readonly completes: string;
  disposition: string;
  entryId: EntryId;
};
