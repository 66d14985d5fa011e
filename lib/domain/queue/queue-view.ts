import type { ErrorCode } from '@/lib/domain/core/errors';
import type { CadenceId } from '@/lib/domain/core/ids';
import type { DueWork } from './due-work';

/** The rep's queue as the panel shows it. */
export type QueueView = {
  /** `failed` keeps the rows read before. */
  readonly state: 'loading' | 'ready' | 'failed';
  /** The step now under way while loading, for naming a slow one. */
  readonly step: 'due-work' | 'people' | 'companies' | 'cadences' | 'none';
  readonly failure?: ErrorCode;
  /** True when the rows are everything that is due. */
  readonly isComplete: boolean;
  /** When the rows were last read in full; ms since the epoch; 0 when never. */
  readonly readAt: number;
  /** More is due than the list holds: what is due longest is in it. */
  readonly isCut?: boolean;
  /** Overdue first, then due today; each by due time, then name. */
  readonly rows: readonly DueWork[];
  /** Cadences without due work for this rep, by name; those with due work come from the rows. */
  readonly otherCadences: readonly CadenceName[];
};

export type CadenceName = { readonly cadenceId: CadenceId; readonly name: string };

/** Before anything has been read. */
export const EMPTY_QUEUE: QueueView = {
  state: 'loading',
  step: 'due-work',
  isComplete: false,
  readAt: 0,
  rows: [],
  otherCadences: [],
};

/** Of nobody: the rep has signed out, or is another. */
export const NO_QUEUE: QueueView = { ...EMPTY_QUEUE, state: 'ready', step: 'none' };
