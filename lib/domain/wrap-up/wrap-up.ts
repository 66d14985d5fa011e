import type { CallId } from '@/lib/domain/core/ids';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

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

export type MissingField = 'disposition' | 'sentiment';

export const EMPTY_DRAFT: WrapUpDraft = { disposition: '', sentiment: '', notes: '' };

/** Which required fields a draft lacks; a name that the team no longer has counts as lacking. */
export function checkWrapUp(draft: WrapUpDraft, rules: TeamRules): readonly MissingField[] {
  const missing: MissingField[] = [];
  if (lacks(draft.disposition, rules.dispositions, rules.dispositionRequired)) missing.push('disposition');
  if (lacks(draft.sentiment, rules.sentiments, rules.sentimentRequired)) missing.push('sentiment');
  return missing;
}

function lacks(chosen: string, known: readonly string[], required: boolean): boolean {
  return chosen === '' ? required : !known.includes(chosen);
}
