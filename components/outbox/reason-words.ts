import type { DeliveryReason } from '@/lib/domain/outbox/delivery';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { errorText } from '@/lib/text/error-text';
import { text, type MessageKey } from '@/lib/text/text';

type Code = DeliveryReason['code'];

/** Said of a log that goes on by itself, where the sentence for a command would ask the rep to try again. */
const OF_A_LOG: Partial<Readonly<Record<Code, MessageKey>>> = {
  'rate-limited': 'reason_rate_limited',
  offline: 'reason_offline',
  'not-signed-in': 'reason_not_signed_in',
  'sign-in-expired': 'reason_not_signed_in',
  'salesloft-unreachable': 'reason_unreachable',
  'salesloft-timeout': 'reason_timeout',
  'salesloft-broken-answer': 'reason_broken_answer',
  'salesloft-error': 'reason_salesloft_error',
  'not-found': 'reason_person_gone',
};

const OUTAGES: readonly Code[] = [
  'rate-limited',
  'offline',
  'salesloft-unreachable',
  'salesloft-timeout',
  'salesloft-broken-answer',
  'salesloft-error',
];

/** Why a log has not arrived, without Salesloft's own words. */
export function reasonWords(reason: DeliveryReason): string {
  const isAboutPerson = reason.refusals !== undefined && 'person_id' in reason.refusals;
  const key = isAboutPerson ? 'reason_person_gone' : OF_A_LOG[reason.code];
  return key ? text(key) : errorText(reason.code);
}

/** Nothing is wrong with the log itself: every try has met an outage or the rate limit. */
export function hasUsedUpTries({ state, reason }: OutboxRow): boolean {
  return state === 'needsAttention' && reason !== undefined && OUTAGES.includes(reason.code);
}
