import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';
import { pack } from '@/lib/storage/snapshots/snapshots';
import { mirror } from '@/lib/view/core/mirror';
import { aSignedInAccount } from '@/tests/support/builders/builders';

const publish = (signIn: ReturnType<typeof aSignedInAccount>) =>
  fakeBrowser.storage.session.set({ 'snapshot:signIn': pack({ ...signIn, asOf: 1 }) });

beforeEach(() => fakeBrowser.reset());

it('shows what was published before the page was opened', async () => {
  await publish(aSignedInAccount());
  const signIn = mirror('signIn');
  expect(signIn.value).toBeUndefined();
  await vi.waitFor(() => expect(signIn.value?.state).toBe('signedIn'));
});

it('follows what is published afterwards, and what is taken away', async () => {
  const signIn = mirror('signIn');
  await publish(aSignedInAccount());
  await vi.waitFor(() => expect(signIn.value?.state).toBe('signedIn'));
  await publish(aSignedInAccount({ state: 'expired' }));
  await vi.waitFor(() => expect(signIn.value?.state).toBe('expired'));
  await fakeBrowser.storage.session.remove('snapshot:signIn');
  await vi.waitFor(() => expect(signIn.value).toBeUndefined());
});

it('keeps the newer state when the first reading comes in late', async () => {
  await publish(aSignedInAccount({ state: 'expired' }));
  const late = Promise.withResolvers<Record<string, unknown>>();
  vi.spyOn(fakeBrowser.storage.session, 'get').mockReturnValueOnce(late.promise as never);
  const signIn = mirror('signIn');
  await publish(aSignedInAccount());
  late.resolve({ 'snapshot:signIn': pack({ ...aSignedInAccount({ state: 'expired' }), asOf: 0 }) });
  await vi.waitFor(() => expect(signIn.value?.state).toBe('signedIn'));
  await late.promise;
  await Promise.resolve();
  expect(signIn.value?.state).toBe('signedIn');
});
