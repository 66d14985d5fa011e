import type { ApiFailure, ApiResult } from '@/lib/domain/core/api-result';
import { unreachable, type ErrorCode } from '@/lib/domain/core/errors';
import type { Receipt } from './receipt';

/** Why an entry waits or needs the rep; `words` are Salesloft's own. */
export type DeliveryReason = {
  readonly code: ErrorCode | 'completed-elsewhere' | 'maybe-logged' | 'worker-stopped' | 'discarded';
  /** The field Salesloft refused; empty when it named none. */
  readonly field: string;
  readonly words: string;
  /** Every field Salesloft refused, each with its words; absent when it named none. */
  readonly refusals?: Readonly<Record<string, string>>;
};

/** What the answer to one POST means. */
export type Verdict =
  | { readonly kind: 'delivered'; readonly receipt: Receipt }
  /** Surely not logged, and it will not be without the rep. */
  | { readonly kind: 'refused'; readonly reason: DeliveryReason }
  /** The action or the task is used already: ours, or completed elsewhere. Read back; no attempt spent. */
  | { readonly kind: 'guardUsed'; readonly reason: DeliveryReason }
  /** The team's budget is spent: surely not logged, and nobody else's log would be either. No attempt spent. */
  | { readonly kind: 'rateLimited'; readonly reason: DeliveryReason; readonly retryAfterSeconds: number }
  /** It may have arrived: read before writing again. */
  | { readonly kind: 'unknown'; readonly reason: DeliveryReason }
  /** Nothing left this machine; no attempt spent. */
  | { readonly kind: 'notSent'; readonly reason: DeliveryReason };

export function classifyAnswer(result: ApiResult<Receipt>): Verdict {
  return result.ok ? { kind: 'delivered', receipt: result.value } : classifyFailure(result.failure);
}

/** What the answer means when it was not the one wished for. */
export function classifyFailure(failure: ApiFailure): Exclude<Verdict, { kind: 'delivered' }> {
  switch (failure.kind) {
    case 'notSent':
      return { kind: 'notSent', reason: toReason(failure) };
    case 'noAnswer':
    case 'broken':
      return { kind: 'unknown', reason: toReason(failure) };
    case 'http':
      return classifyStatus(failure);
    default:
      return unreachable(failure.kind);
  }
}

function classifyStatus(failure: ApiFailure): Exclude<Verdict, { kind: 'delivered' }> {
  const reason = toReason(failure);
  if (failure.status === 401) return { kind: 'notSent', reason: { ...reason, code: 'not-signed-in' } };
  if (failure.status === 429) {
    return { kind: 'rateLimited', reason, retryAfterSeconds: failure.retryAfterSeconds };
  }
  if (failure.status === 422 && isGuardField(reason.field)) return { kind: 'guardUsed', reason };
  // A 5xx can come after the commit; so can anything that is not a plain refusal.
  if (failure.status >= 400 && failure.status < 500 && failure.status !== 408) return { kind: 'refused', reason };
  return { kind: 'unknown', reason };
}

export function toReason(failure: ApiFailure): DeliveryReason {
  const fields = Object.keys(failure.fields);
  const field = fields.find(isGuardField) ?? fields[0] ?? '';
  const refusals = Object.fromEntries(fields.map((name) => [name, (failure.fields[name] ?? []).join(', ')]));
  return { code: failure.code, field, words: failure.words, ...(fields.length > 0 ? { refusals } : {}) };
}

function isGuardField(field: string): boolean {
  return field === 'action_id' || field === 'task_id' || field === 'action' || field === 'task';
}
