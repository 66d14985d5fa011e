import type { CallSource } from '@/lib/domain/call/call';
import type { CalleeBehaviour } from '@/lib/domain/call/line-capabilities';
import type { CallId, E164, PersonId } from '@/lib/domain/core/ids';
import type { DialRefusal, GuardReason } from './dial-rules';

export type PlaceCallRequest = {
  /** Made by who asks; the same id twice is the same call. */
  readonly callId: CallId;
  readonly personId: PersonId;
  readonly to: E164;
  readonly source: CallSource;
  /** Practice line only. */
  readonly callee?: CalleeBehaviour;
  /** Reasons of an earlier `ask` that the rep went ahead with, kept in the record; empty at first. */
  readonly overrides: readonly GuardReason[];
};

/** `ask` is answered by the same request with the reasons as `overrides`. */
export type PlaceCallOutcome = { readonly kind: 'placed' } | DialRefusal;
