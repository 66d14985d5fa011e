import { DialerError, type ErrorCode } from '@/lib/domain/core/errors';
import type { sendToWorker } from '@/lib/messaging/client';

export type Sent = { readonly type: string; readonly input: unknown };

/** A worker that remembers what it was asked, and answers what a test has laid ready; null otherwise. */
export function createFakeSend() {
  const sent: Sent[] = [];
  const answers: (() => Promise<unknown>)[] = [];
  const send = ((type: string, input: unknown) => {
    sent.push({ type, input });
    return (answers.shift() ?? (() => Promise.resolve(null)))();
  }) as typeof sendToWorker;
  return {
    send,
    sent,
    types: () => sent.map((one) => one.type),
    answer: (value: unknown) => void answers.push(() => Promise.resolve(value)),
    fail: (code: ErrorCode, detail = '') => void answers.push(() => Promise.reject(new DialerError(code, detail))),
    /** Leaves the next question open until the returned function answers it. */
    hang: () => {
      const gate = Promise.withResolvers<unknown>();
      answers.push(() => gate.promise);
      return gate.resolve;
    },
  };
}
