import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTokenStore } from '@/lib/storage/secrets/token-store';

beforeEach(() => fakeBrowser.reset());

const tokens = {
  accessToken: 'a',
  refreshToken: 'r',
  obtainedAt: 1,
  lifetimeMs: 2,
  binding: { clientId: 'c', tokenUrl: 'https://t.test/token' },
};

it('keeps tokens for this run of the browser only', async () => {
  const store = createTokenStore();
  await store.write(tokens);
  expect(await createTokenStore().read()).toEqual(tokens);
  expect([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.sync.get(null)]).toEqual([{}, {}]);
  await store.clear();
  expect(await store.read()).toBeUndefined();
});

it('gives a sign-in under way once', async () => {
  const store = createTokenStore();
  const flow = { state: 's', verifier: 'v', startedAt: 1, clientId: 'c', tokenUrl: 'https://t.test/token' };
  await store.startFlow(flow);
  expect([await store.takeFlow(), await store.takeFlow()]).toEqual([flow, undefined]);
});
