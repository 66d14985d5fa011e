import type { EndReason } from '@/lib/domain/call/call';
import { namesBlocking, type CallOutcome } from '@/lib/phone/contract/call-outcome';

/** A final answer of the phone system to a call. `reasons` are its Reason headers: RFC 3326. */
export type SipAnswer = {
  readonly code: number;
  readonly phrase: string;
  readonly reasons: readonly string[];
};

/** RFC 3261, 21; RFC 8197 (607) and RFC 8688 (608) are what networks answer in place of the person. */
const BY_CODE: Readonly<Record<number, EndReason>> = {
  408: 'noAnswer',
  480: 'noAnswer',
  486: 'busy',
  487: 'noAnswer',
  600: 'busy',
  603: 'rejected',
  607: 'blocked',
  608: 'blocked',
};

/** What the telephone network says, behind an answer of the phone system's own: ITU-T Q.850. */
const BY_CAUSE: Readonly<Record<number, EndReason>> = {
  1: 'failed',
  17: 'busy',
  18: 'noAnswer',
  19: 'noAnswer',
  20: 'noAnswer',
  21: 'rejected',
  22: 'failed',
  28: 'failed',
};

/** How the call ended, with the network's own words where there is something in them that the outcome does not say. */
export function outcomeOfAnswer({ code, phrase, reasons }: SipAnswer): CallOutcome {
  const words = [`${String(code)} ${phrase}`.trim(), ...reasons.map(textOf)].filter((one) => one !== '').join('; ');
  if (namesBlocking(phrase) || reasons.some((one) => namesBlocking(textOf(one)) || isRedress(one)))
    return { reason: 'blocked', failure: words };
  const reason = BY_CODE[code] === undefined || code === 480 ? (causeOf(reasons) ?? BY_CODE[code]) : BY_CODE[code];
  const isPlain = reason !== undefined && reason !== 'failed' && reason !== 'blocked';
  return { reason: reason ?? 'failed', failure: isPlain ? '' : words };
}

/** 401 and 407 after the password was sent, and 403: the phone system knows us, and lets us not in. */
export function isCredentialsRefusal(answer: number): boolean {
  return answer === 401 || answer === 403 || answer === 407;
}

function causeOf(reasons: readonly string[]): EndReason | undefined {
  const told = reasons.find((one) => /^\s*Q\.850\b/i.test(one));
  return BY_CAUSE[Number(/;\s*cause\s*=\s*(\d+)/i.exec(told ?? '')?.[1])];
}

function textOf(reason: string): string {
  return /;\s*text\s*=\s*"([^"]*)"/i.exec(reason)?.[1] ?? '';
}

/** A network that blocks on the strength of analytics says where to complain: ATIS-1000099. */
function isRedress(reason: string): boolean {
  return /\bv\s*=\s*analytics/i.test(reason);
}
