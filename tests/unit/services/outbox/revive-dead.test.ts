import { expect, it } from 'vitest';
import { createReviveDead } from '@/lib/services/outbox/revive-dead';
import { anEntry } from '@/tests/support/builders/builders';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';

it.each([
  ['an outage', { state: 'dead', attempts: 5, isRevivable: true }, 'pending', 1],
  ['a refusal', { state: 'dead', attempts: 5, isRevivable: false }, 'dead', 0],
  ['nothing', { state: 'pending' }, 'pending', 0],
] as const)('flushes what is given one more try after %s', async (_what, entry, state, flushes) => {
  const outbox = createMemoryOutbox(anEntry(entry));
  let flushed = 0;
  const flush = () => Promise.resolve(void (flushed += 1));
  await createReviveDead({ outbox, flush, now: () => 2_000_000 })();
  expect(outbox.all()[0]?.state).toBe(state);
  expect(flushed).toBe(flushes);
});
