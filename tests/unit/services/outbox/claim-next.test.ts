import { expect, it } from 'vitest';
import type { OutboxEntry } from '@/lib/domain/outbox/outbox';
import { createClaimNext, type ClaimNextDeps } from '@/lib/services/outbox/claim-next';
import { anEntry } from '@/tests/support/builders/builders';
import { createMemoryOutbox } from '@/tests/support/fakes/memory-outbox';

const NOW = 2_000_000;

async function claimWith(change: Partial<ClaimNextDeps>, entry: Partial<OutboxEntry> = {}) {
  const outbox = createMemoryOutbox(anEntry(entry));
  let told = 0;
  const claimed = await createClaimNext({
    outbox,
    whoMayGo: () => Promise.resolve(() => true),
    gate: { mayGo: () => Promise.resolve(true) },
    isOnline: () => true,
    onClaimed: () => void (told += 1),
    now: () => NOW,
    ...change,
  })();
  return { claimed, told, state: outbox.all()[0]?.state };
}

it('claims what is due, and says so', async () => {
  expect(await claimWith({})).toMatchObject({
    claimed: { state: 'sending', claimToken: 1 },
    told: 1,
    state: 'sending',
  });
});

it.each<[string, Partial<ClaimNextDeps>, Partial<OutboxEntry>]>([
  ['offline', { isOnline: () => false }, {}],
  ['signed out', { whoMayGo: () => Promise.resolve(undefined) }, {}],
  ['the gate is closed', { gate: { mayGo: () => Promise.resolve(false) } }, {}],
  ['it is another rep’s', { whoMayGo: () => Promise.resolve(() => false) }, {}],
  ['it is not due', {}, { nextTryAt: NOW + 1 }],
])('claims nothing: %s', async (_why, deps, entry) => {
  expect(await claimWith(deps, entry)).toEqual({ claimed: undefined, told: 0, state: 'pending' });
});

it('asks the gate nothing while nobody may send: each question may close it', async () => {
  const gate = { mayGo: () => Promise.reject(new Error('asked')) };
  expect((await claimWith({ gate, isOnline: () => false })).claimed).toBeUndefined();
});
