import { DialerError } from '@/lib/domain/core/errors';
import { isRepeatable, type sendToWorker } from '@/lib/messaging/client';

/** An answer is lost when Chrome stops the worker in between. Asking once more starts a new one, and finds out. */
export function sendAgainWhenLost(send: typeof sendToWorker): typeof sendToWorker {
  return async (type, input) => {
    try {
      return await send(type, input);
    } catch (error) {
      const isLost = error instanceof DialerError && error.code === 'answer-lost';
      if (!isLost || !isRepeatable(type)) throw error;
      return send(type, input);
    }
  };
}
