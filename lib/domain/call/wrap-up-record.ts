import type { CallId } from '@/lib/domain/core/ids';
import type { CrmValues } from '@/lib/domain/sign-in/crm-field';

/** What the rep has said of a call so far. Names as in Salesloft; empty means not chosen. */
export type WrapUpDraft = {
  readonly disposition: string;
  readonly sentiment: string;
  readonly notes: string;
  /** Only the CRM fields that the rep has touched, until the log is made; absent when none was. */
  readonly crmFields?: CrmValues;
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
