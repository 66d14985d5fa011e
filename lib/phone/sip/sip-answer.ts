import type { EndReason } from '@/lib/domain/call/call';

/** A final answer of the phone system to a call, as a reason to end; RFC 3261, 21. */
export function reasonOf(answer: number): EndReason {
  if (answer === 486 || answer === 600) return 'busy';
  if (answer === 408 || answer === 480 || answer === 487) return 'noAnswer';
  if (answer === 603 || answer === 607 || answer === 608) return 'rejected';
  return 'failed';
}

/** 401 and 407 after the password was sent, and 403: the phone system knows us, and lets us not in. */
export function isCredentialsRefusal(answer: number): boolean {
  return answer === 401 || answer === 403 || answer === 407;
}
