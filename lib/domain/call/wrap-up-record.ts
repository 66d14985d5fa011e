import type { CallId } from '@/lib/domain/core/ids';

/** What the rep has said of a call so far. Names as in Salesloft; empty means not chosen. */
export type WrapUpDraft = {
  readonly disposition: string;
  readonly sentiment: string;
  readonly notes: string;
};

/**
 *   none ──► open ──► submitted        a draft may be written from `none` on: notes during the call
 *              └────► waived           the rep decided not to log
 */
export type WrapUpState = 'none' | 'open' | 'submitted' | 'waived';

export type WrapUp = {
  readonly callId: CallId;
  readonly state: WrapUpState;
  readonly draft: WrapUpDraft;
  /** ms since the epoch; 0 before the first save. */
  readonly savedAt: number;
};

export const EMPTY_DRAFT: WrapUpDraft = { disposition: '', sentiment: '', notes: '' };
