import type { ErrorCode } from './errors';

/** Why an entry waits or needs the rep; `words` are Salesloft's own. */
export type DeliveryReason = {
  readonly code: ErrorCode | 'completed-elsewhere' | 'worker-stopped';
  /** The field Salesloft refused; empty when it named none. */
  readonly field: string;
  readonly words: string;
};
