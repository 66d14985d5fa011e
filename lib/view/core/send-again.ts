import { DialerError } from '@/lib/domain/core/errors';
import type { sendToWorker } from '@/lib/messaging/client';
import type { WorkerMessage } from '@/lib/messaging/protocol';

/** Commands whose repetition changes nothing: an id is their key, or they name the state to be in. */
const REPEATABLE: ReadonlySet<WorkerMessage> = new Set([
  'queue.read',
  'call.place',
  'call.answered',
  'call.hangUp',
  'call.mute',
  'call.hold',
  'call.record',
  'devices.choose',
  'wrapUp.saveDraft',
  'wrapUp.submit',
  'wrapUp.takeUp',
  'wrapUp.waive',
  'outbox.undo',
  'outbox.list',
  'outbox.readNotes',
  'dialSession.start',
  'dialSession.pause',
  'dialSession.resume',
  'dialSession.end',
  'dialSession.close',
  'dialSession.skip',
  'work.callLater',
  'teamRules.read',
  'storage.export',
  'storage.closeNotice',
]);

/** An answer is lost when Chrome stops the worker in between. Asking once more starts a new one, and finds out. */
export function sendAgainWhenLost(send: typeof sendToWorker): typeof sendToWorker {
  return async (type, input) => {
    try {
      return await send(type, input);
    } catch (error) {
      const isLost = error instanceof DialerError && error.code === 'answer-lost';
      if (!isLost || !REPEATABLE.has(type)) throw error;
      return send(type, input);
    }
  };
}
