import type { Call } from '@/lib/domain/call/call';
import { asId, type CallId, type PersonId } from '@/lib/domain/core/ids';
import type { OverlayPerson } from '@/lib/domain/queue/shown-person';

/** All that the overlay is ever told. It stands in a page that is not ours. */
export type OverlayView = {
  /** False until somebody is signed in, and where the rep has switched the overlay off. */
  readonly isOn: boolean;
  readonly person: OverlayPerson | null;
  readonly call: OverlayCall | null;
  readonly lastLogged: { readonly name: string; readonly disposition: string } | null;
};

export type OverlayCall = Pick<Call, 'callId' | 'state' | 'muted' | 'held'> & {
  readonly name: string;
  /** ms since the epoch; 0 before. */
  readonly connectedAt: number;
};

export function toOverlayCall(call: Call): OverlayCall {
  const { callId, state, muted, held, person, connectedAt = 0 } = call;
  return { callId, state, muted, held, name: person.name, connectedAt };
}

/** Readers of what comes from a page: anything else than what they look for is nothing. */
export function readPersonId(given: unknown): PersonId | undefined {
  return typeof given === 'string' && /^\d{1,18}$/.test(given) ? asId<PersonId>(given) : undefined;
}

export function readCallId(given: unknown): CallId | undefined {
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? asId<CallId>(given) : undefined;
}

/** Of a `tel:` or `callto:` address or any text, what may be dialed; empty when it is too long to be a number. */
export function readLink(given: unknown): string {
  return typeof given === 'string' && given.length <= 64 ? given : '';
}

export function readDigits(given: unknown): string {
  if (typeof given !== 'string' || given.length > 64) return '';
  return given.replace(/[^\d+]/g, '');
}
