import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSealedGrant } from '@/lib/storage/secrets/sealed-grant';
import { aRep } from '@/tests/support/builders/builders';

const kept = {
  refreshToken: 'refresh-kept',
  binding: { clientId: 'c', tokenUrl: 'https://accounts.salesloft.com/oauth/token' },
  rep: aRep(),
};

beforeEach(() => fakeBrowser.reset());

const onDisk = async (): Promise<string> => JSON.stringify(await fakeBrowser.storage.local.get(null));

describe('a grant kept over a browser restart', () => {
  it('comes back whole, and lies on disk unreadable', async () => {
    await createSealedGrant().seal(kept);
    const bytes = await onDisk();
    expect(bytes).not.toContain('refresh-kept');
    expect(bytes).not.toContain(aRep().name);
    expect(await createSealedGrant().unseal()).toEqual(kept);
  });

  it('is sealed anew each time', async () => {
    const grant = createSealedGrant();
    await grant.seal(kept);
    const first = await onDisk();
    await grant.seal(kept);
    expect(await onDisk()).not.toBe(first);
  });

  it('is gone once forgotten, with its key: a copy of the sealed text opens no more', async () => {
    const grant = createSealedGrant();
    await grant.seal(kept);
    const copy = await fakeBrowser.storage.local.get(null);
    await grant.forget();
    expect(await onDisk()).toBe('{}');
    await fakeBrowser.storage.local.set(copy);
    expect(await grant.unseal()).toBeUndefined();
    expect(await onDisk()).toBe('{}');
  });

  it('is none when nothing was kept', async () => {
    expect(await createSealedGrant().unseal()).toBeUndefined();
  });
});
