import type { ActionId, E164, PersonId, TaskId } from './ids';

/** The body sent to Salesloft, in our names: `POST /v2/activities/calls`. */
export type CallLog = {
  readonly personId: PersonId;
  readonly to: E164;
  /** Whole seconds. */
  readonly duration: number;
  /** Names as in Salesloft; empty is left out of the body. */
  readonly disposition: string;
  readonly sentiment: string;
  /** What the rep wrote, without our own lines; they are added when it leaves. */
  readonly notes: string;
  readonly completes:
    | { readonly kind: 'action'; readonly actionId: ActionId }
    | { readonly kind: 'task'; readonly taskId: TaskId }
    | { readonly kind: 'none' };
};
