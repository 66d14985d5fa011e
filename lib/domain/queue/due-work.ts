import type { CallSource } from '@/lib/domain/call/call';
import type { Person } from '@/lib/domain/call/person';
import type { CadenceId } from '@/lib/domain/core/ids';

/** One thing to call: an action of a cadence or a call task, with the person it is about. */
export type DueWork = {
  /** `action:<id>` or `task:<id>`. */
  readonly workId: string;
  readonly source: CallSource;
  /** ms since the epoch; for a task due on a date, the start of that date in the rep's zone. */
  readonly dueAt: number;
  readonly isOverdue: boolean;
  readonly cadenceId?: CadenceId;
  readonly cadenceName: string;
  /** The step's display name, or the task's subject. */
  readonly stepName: string;
  readonly person: Person;
};

/** For a person for whom nothing is due. */
export const NO_WORK = { source: { kind: 'none' }, dueAt: 0, isOverdue: false, cadenceName: '', stepName: '' } as const;
