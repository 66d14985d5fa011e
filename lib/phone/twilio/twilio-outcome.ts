import type { EndReason } from '@/lib/domain/call/call';
import { namesBlocking, type CallOutcome } from '@/lib/phone/contract/call-outcome';

/** As the SDK tells of it. */
export type TwilioTrouble = {
  readonly code: number;
  readonly message: string;
  readonly explanation?: string;
  readonly originalError?: { readonly code?: unknown; readonly message?: unknown };
};

/** How a call ended, as far as Twilio tells. */
export type TwilioEnd = {
  readonly wasAnswered: boolean;
  /** Of the last error of the call; 0 for none. https://www.twilio.com/docs/api/errors */
  readonly code: number;
  readonly words: string;
  /** The number's own outcome, `DialCallStatus`, when the organization's server has sent it; empty otherwise. */
  readonly dialStatus: string;
};

const BY_STATUS: Readonly<Record<string, EndReason>> = {
  busy: 'busy',
  'no-answer': 'noAnswer',
  canceled: 'noAnswer',
  failed: 'failed',
};

/** 31 and the answer of the number's phone system, as SIP has it: RFC 3261, 21. */
const BY_CODE: Readonly<Record<number, EndReason>> = {
  31_408: 'noAnswer',
  31_480: 'noAnswer',
  31_486: 'busy',
  31_487: 'noAnswer',
  31_600: 'busy',
  31_603: 'rejected',
  31_607: 'blocked',
  31_608: 'blocked',
};

/**
 * Twilio’s own end of a call looks the same whether the number was busy, did not answer or declined: without a word of
 * the organization's server or an error, nobody answered.
 */
export function outcomeOf({ wasAnswered, code, words, dialStatus }: TwilioEnd): CallOutcome {
  const failure = code === 0 ? '' : `${String(code)} ${words}`.trim();
  if (wasAnswered) return code === 0 ? { reason: 'hungUpByPerson', failure: '' } : { reason: 'lost', failure };
  if (namesBlocking(words)) return { reason: 'blocked', failure };
  const reason = BY_STATUS[dialStatus] ?? (code === 0 ? 'noAnswer' : (BY_CODE[code] ?? 'failed'));
  return { reason, failure: reason === 'failed' || reason === 'blocked' ? failure : '' };
}

/** The SDK wraps what it has no class for into a connection error of its own; what Twilio said stands in it. */
export function innermost(error: TwilioTrouble): { readonly code: number; readonly words: string } {
  const told = error.originalError;
  const code = typeof told?.code === 'number' ? told.code : 0;
  if (code === 0) return { code: error.code, words: error.explanation ?? error.message };
  return { code, words: typeof told?.message === 'string' ? told.message : '' };
}

/** Twilio will take no token like this one: it is too old, not whole, or for another account. */
export function isTokenRefusal(code: number): boolean {
  return (code >= 20_101 && code <= 20_160) || (code >= 31_201 && code <= 31_207 && code !== 31_206);
}

/** The number's outcome in a user-defined message, which comes as JSON or read already; empty when there is none. */
export function dialStatusIn(content: unknown): string {
  try {
    const read: unknown = typeof content === 'string' ? JSON.parse(content) : content;
    const told = (read as { readonly DialCallStatus?: unknown } | null)?.DialCallStatus;
    return typeof told === 'string' ? told : '';
  } catch {
    return '';
  }
}
