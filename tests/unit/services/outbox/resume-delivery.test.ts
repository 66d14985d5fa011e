import { expect, it } from 'vitest';
import type { ErrorCode } from '@/lib/domain/core/errors';
import { createResumeDelivery } from '@/lib/services/outbox/resume-delivery';
import { anEntry } from '@/tests/support/builders/builders';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';

const LATER = 9_000_000;
const NOW = 2_000_000;

it.each<[ErrorCode, number]>([
  ['offline', NOW],
  ['not-signed-in', NOW],
  ['rate-limited', LATER],
])('after %s the next try is at %d, before the flush', async (code, nextTryAt) => {
  const outbox = createMemoryOutbox(anEntry({ nextTryAt: LATER, reason: { code, field: '', words: '' } }));
  let atFlush: number | undefined;
  const flush = () => Promise.resolve(void (atFlush = outbox.all()[0]?.nextTryAt));
  await createResumeDelivery({ outbox, flush, now: () => NOW })();
  expect(atFlush).toBe(nextTryAt);
});
