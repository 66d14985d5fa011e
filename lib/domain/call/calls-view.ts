import type { Call } from './call';
import type { WrapUp } from './wrap-up-record';

/** The calls that the panel has to show. */
export type CallsView = {
  /** The live call, or the ended one still to be wrapped up; null when there is neither. */
  readonly call: Call | null;
  readonly wrapUp: WrapUp | null;
  /** Calls found open after a crash, oldest first, with their drafts. */
  readonly unfinished: readonly { readonly call: Call; readonly wrapUp: WrapUp }[];
};
