import type { ErrorCode } from '@/lib/domain/core/errors';
import type { LeaseClaim } from '@/lib/domain/lease/lease';

/** `runtime.sendMessage` reaches every open page of ours, so each message says whom it is for. */
export type Address = 'worker' | 'phone';

export type Envelope = {
  readonly loftline: Address;
  readonly type: string;
  readonly input: unknown;
  /** The sender's claim to the lease, with a command that needs it. */
  readonly lease?: LeaseClaim;
  /** The sender's build; after an update an old page is told to reload. */
  readonly build: string;
};

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: string };

export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { loftline, type, build } = message as Record<string, unknown>;
  return (loftline === 'worker' || loftline === 'phone') && typeof type === 'string' && typeof build === 'string';
}
