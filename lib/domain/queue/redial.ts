import type { Call } from '@/lib/domain/call/call';
import type { PersonNumber } from '@/lib/domain/call/person';
import { NO_WORK, type DueWork } from './due-work';

/** Somebody called so lately may be called again though nothing is due for them any more; in ms. */
const REDIAL_MS = 3_600_000;

export function mayRedial({ placedAt }: Pick<Call, 'placedAt'>, now: number): boolean {
  return now - placedAt < REDIAL_MS;
}

/** The number of a call, as it was on record when that was placed. */
export function numberOfCall({
  to,
  extension,
  words,
}: Pick<Call, 'to' | 'extension' | 'words'>): PersonNumber & { readonly e164: Call['to'] } {
  return { kind: 'phone', raw: to, e164: to, display: to, extension: extension ?? '', words: words ?? '' };
}

/**
 * The same person and number again, for no piece of work: what the call was for is done with its log. They may have
 * asked meanwhile that nobody calls.
 */
export function workOfRedial(call: Call): DueWork {
  return {
    ...NO_WORK,
    workId: `person:${call.person.personId}`,
    stepName: call.context,
    person: { ...call.person, numbers: [numberOfCall(call)], doNotContact: 'unknown', callRestricted: 'unknown' },
  };
}
