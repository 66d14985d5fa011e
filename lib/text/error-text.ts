import type { DeliveryReason } from '@/lib/domain/outbox/delivery';
import type { ErrorCode } from '@/lib/domain/core/errors';
import { text, type MessageKey } from './text';

/** The sentence shown for a failure: what happened, and one next step. `detail` is Salesloft's or the line's words. */
export function errorText(code: ErrorCode | DeliveryReason['code'], detail = ''): string {
  const sentence = text(`error_${code.replaceAll('-', '_')}` as MessageKey);
  const known = sentence === '' ? text('error_unexpected') : sentence;
  return detail === '' ? known : text('errorWithDetail', known, detail);
}
