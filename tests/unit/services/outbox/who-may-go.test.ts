import { expect, it } from 'vitest';
import { createWhoMayGo } from '@/lib/services/outbox/who-may-go';
import { anEntry, aRep, aSignedInAccount } from '@/tests/support/builders/builders';

it('lets the logs of the rep who is signed in leave, and nobody else’s', async () => {
  const owned = async (rep: Parameters<typeof aRep>[0]) =>
    (await createWhoMayGo(() => Promise.resolve(aSignedInAccount({ rep: aRep(rep) })))())?.(anEntry());
  expect(await owned({})).toBe(true);
  expect(await owned({ teamId: '4' })).toBe(false);
  expect(await owned({ guid: 'another' as never })).toBe(false);
});

it.each(['signedOut', 'expired'] as const)('lets nothing leave while the sign-in is %s', async (state) => {
  expect(await createWhoMayGo(() => Promise.resolve(aSignedInAccount({ state })))()).toBeUndefined();
});
