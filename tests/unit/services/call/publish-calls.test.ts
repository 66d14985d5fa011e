import { expect, it } from 'vitest';
import type { CallsView } from '@/lib/domain/call/calls-view';
import { createPublishCalls } from '@/lib/services/call/publish-calls';
import { aCall, aCallId } from '@/tests/support/builders/builders';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

it('publishes the call in hand, and the unfinished ones apart', async () => {
  const records = createMemoryRecords();
  await records.open(aCall({ callId: aCallId('old') }));
  await records.change(aCallId('old'), (record) => ({ ...record, wasInterrupted: true }));
  await records.open(aCall({ callId: aCallId('new') }));
  const seen: CallsView[] = [];
  const publishCalls = createPublishCalls({ records, publish: (view) => Promise.resolve(void seen.push(view)) });
  await Promise.all([publishCalls(), publishCalls()]);
  expect(seen.at(-1)).toMatchObject({
    call: { callId: 'new' },
    wrapUp: { callId: 'new' },
    unfinished: [{ call: { callId: 'old' } }],
  });
});

it('publishes again after a publication that failed', async () => {
  let failures = 1;
  const seen: CallsView[] = [];
  const publishCalls = createPublishCalls({
    records: createMemoryRecords(),
    publish: (view) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('full')) : Promise.resolve(void seen.push(view));
    },
  });
  await expect(publishCalls()).rejects.toThrow('full');
  await publishCalls();
  expect(seen).toEqual([{ call: null, wrapUp: null, unfinished: [] }]);
});
