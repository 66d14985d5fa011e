import { callInHand } from '@/lib/domain/call/call-record';
import type { CallsView } from '@/lib/domain/call/calls-view';
import type { CallRecords, PublishCalls } from './calls-port';

export type PublishCallsDeps = {
  readonly records: CallRecords;
  readonly publish: (view: CallsView) => Promise<void>;
};

/** Publishes what the records say, whole; two publications at once end with the newer truth. */
export function createPublishCalls({ records, publish }: PublishCallsDeps): PublishCalls {
  let last = Promise.resolve();
  return () => {
    last = last
      .catch(() => undefined)
      .then(async () => {
        const open = await records.listOpen();
        const inHand = callInHand(open);
        await publish({
          call: inHand?.call ?? null,
          wrapUp: inHand?.wrapUp ?? null,
          unfinished: open.filter((record) => record.wasInterrupted).map(({ call, wrapUp }) => ({ call, wrapUp })),
        });
      });
    return last;
  };
}
