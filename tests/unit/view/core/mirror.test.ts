import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';
import { pack } from '@/lib/storage/snapshots/snapshots';
import { mirror } from '@/lib/view/core/mirror';
import { aSignedInAccount } from '@/tests/support/builders/builders';

const publish = (account: ReturnType<typeof aSignedInAccount>) =>
  fakeBrowser.storage.session.set({ 'snapshot:account': pack({ ...account, asOf: 1 }) });

beforeEach(() => fakeBrowser.reset());

it('shows what was published before the page was opened', async () => {
  await publish(aSignedInAccount());
  const account = mirror('account');
  expect(account.value).toBeUndefined();
  await vi.waitFor(() => expect(account.value?.state).toBe('signedIn'));
});

it('follows what is published afterwards, and what is taken away', async () => {
  const account = mirror('account');
  await publish(aSignedInAccount());
  await vi.waitFor(() => expect(account.value?.state).toBe('signedIn'));
  await publish(aSignedInAccount({ state: 'expired' }));
  await vi.waitFor(() => expect(account.value?.state).toBe('expired'));
  await fakeBrowser.storage.session.remove('snapshot:account');
  await vi.waitFor(() => expect(account.value).toBeUndefined());
});

it('keeps the newer state when the first reading comes in late', async () => {
  await publish(aSignedInAccount({ state: 'expired' }));
  const late = Promise.withResolvers<Record<string, unknown>>();
  vi.spyOn(fakeBrowser.storage.session, 'get').mockReturnValueOnce(late.promise as never);
  const account = mirror('account');
  await publish(aSignedInAccount());
  late.resolve({ 'snapshot:account': pack({ ...aSignedInAccount({ state: 'expired' }), asOf: 0 }) });
  await vi.waitFor(() => expect(account.value?.state).toBe('signedIn'));
  await late.promise;
  await Promise.resolve();
  expect(account.value?.state).toBe('signedIn');
});
