import type { Call } from '@/lib/domain/call/call';
import type { ActionId, E164, PersonId, TaskId } from '@/lib/domain/core/ids';
import type { CrmValues } from '@/lib/domain/sign-in/crm-field';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';

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
  /** By the CRM's name of the field, none of them empty; absent when there are none. */
  readonly crmFields?: CrmValues;
  /** Salesloft refuses an action and a task together, so it is one or the other by type. */
  readonly completes:
    | { readonly kind: 'action'; readonly actionId: ActionId }
    | { readonly kind: 'task'; readonly taskId: TaskId }
    | { readonly kind: 'none' };
};

export function toCallLog(call: Call, draft: WrapUpDraft): CallLog {
  return {
    personId: call.person.personId,
    to: call.to,
    duration: call.durationSeconds,
    disposition: draft.disposition,
    sentiment: draft.sentiment,
    notes: draft.notes,
    ...(Object.keys(draft.crmFields ?? {}).length > 0 ? { crmFields: draft.crmFields } : {}),
    completes: call.source,
  };
}
